import { describe, expect, it } from 'vitest'
import { type PdfResult, writePdf } from '../../server/export/pdf/write-pdf.ts'
import { assets, examplePapers, filledModel, paperOfModel } from '../support/papers.ts'

const papers = await examplePapers()
const cited = 'briefs/reassure-without-raising-the-temperature.brief.yaml'

async function pdfOf(path: string): Promise<PdfResult> {
  const paper = papers.get(path)
  if (!paper) throw new Error(`There is no example ${path}.`)
  return writePdf(paper, { assets })
}

/** What of a PDF is not packed: its objects without their streams. */
const objects = ({ bytes }: PdfResult) => Buffer.from(bytes).toString('latin1')

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

describe('a PDF', () => {
  it('is tagged as PDF/UA asks: headings, tables with heads, pictures with words, links', async () => {
    const text = objects(await pdfOf(cited))
    for (const part of [/^%PDF-1\.7/, /\/Marked true/, /\/Lang \(en-GB\)/]) expect(count(text, part)).toBe(1)
    expect(count(text, /\/S \/H1\b/g)).toBe(1)
    expect(count(text, /\/S \/H2\b/g)).toBeGreaterThan(10)
    expect(count(text, /\/S \/TH\b/g)).toBeGreaterThan(10)
    expect(count(text, /\/Scope \/Column/g)).toBeGreaterThan(3)
    expect(count(text, /\/S \/Figure\b/g)).toBe(7)
    expect(count(text, /\/Alt \(/g)).toBe(7)
    expect(count(text, /\/S \/Note\b/g)).toBeGreaterThan(5)
    expect(count(text, /\/S \/Link\b/g)).toBeGreaterThan(20)
  })

  it('brings its fonts and an outline', async () => {
    const text = objects(await pdfOf(cited))
    expect(count(text, /\/FontFile2 /g)).toBeGreaterThanOrEqual(2)
    expect([count(text, /Helvetica/g), count(text, /\/Outlines/g)]).toEqual([0, 1])
  })

  it('bears the day of the paper', async () => {
    expect(count(objects(await pdfOf(cited)), /\(D:20250317000000Z\)/g)).toBe(1)
  })

  it.each([...papers.keys()])('%s: the same bytes each time', async (path) => {
    const [first, second] = [await pdfOf(path), await pdfOf(path)]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect(first.notices).toEqual([])
  })

  it.each(['a\u0000b\ufffe(\\)', '\ud800 lone', 'ΑΒΓ абв ğčő', `x${'y'.repeat(3000)}`, '[@a] **b** `c` <i>', '\n'.repeat(300)])(
    'is whole with %j in every field',
    async (words) => {
      for (const kind of ['brief', 'engagement'] as const) {
        const text = objects(await writePdf(paperOfModel(kind, filledModel(kind, words)), { assets }))
        expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
        expect(count(text, /\/Type \/Page\b/g)).toBeGreaterThan(0)
      }
    },
  )

  it('says which letters its fonts do not have', async () => {
    const { notices } = await writePdf(paperOfModel('brief', { title: 'مرحبا 漢字', language: 'ar' }), { assets })
    expect(notices).toEqual([expect.stringMatching(/have Latin.* 字/), expect.stringContaining('from left to right')])
  })

  it('is written even of nothing', async () => {
    expect(
      objects(await writePdf(paperOfModel('brief', {}), { assets }))
        .trimEnd()
        .endsWith('%%EOF'),
    ).toBe(true)
  })

  it('goes on over pages with tables, rows and words that are longer than one', async () => {
    const risks = Array.from({ length: 150 }, (_, i) => ({ id: `r${i}`, text: 'word '.repeat(i === 40 ? 3000 : 12), owner: 'Staff' }))
    const text = objects(await writePdf(paperOfModel('brief', { title: 'Long', risks }), { assets }))
    expect(count(text, /\/Type \/Page\b/g)).toBeGreaterThan(10)
  })
})
