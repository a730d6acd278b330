import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { TemplateProblem, writeDocx } from '../../server/export/index.ts'
import { assets, examplePapers, filledModel, paperOfModel } from '../support/papers.ts'

type Parts = Readonly<Record<string, string>>

/** The parts of a document of Word that are XML; one that is not well formed throws. */
function partsOf(bytes: Uint8Array): Parts {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name))
  return Object.fromEntries(
    files.map(([name, content]) => {
      const text = strFromU8(content)
      new SaxesParser({ fileName: name }).write(text).close()
      return [name, text]
    }),
  )
}

function wordsOf(xml: string | undefined): string {
  return [...(xml ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(' ')
}

const count = (xml: string | undefined, pattern: RegExp) => (xml ?? '').match(pattern)?.length ?? 0

const papers = await examplePapers()
const cited = 'briefs/reassure-without-raising-the-temperature.brief.yaml'

async function documentOf(path: string): Promise<Parts> {
  const paper = papers.get(path)
  if (!paper) throw new Error(`There is no example ${path}.`)
  return partsOf(await writeDocx(paper, { assets }))
}

describe('a document of Word', () => {
  it('has the headings, tables and pictures of the paper, by real styles', async () => {
    const { 'word/document.xml': body, 'word/styles.xml': styles } = await documentOf(cited)
    expect(count(styles, /<w:outlineLvl w:val="[0-3]"\/>/g)).toBe(4)
    expect(count(styles, /<w:lang w:val="en-GB"\/>/g)).toBe(1)
    expect(count(body, /<w:pStyle w:val="Title"\/>/g)).toBe(1)
    expect(count(body, /<w:pStyle w:val="Heading1"\/>/g)).toBeGreaterThan(10)
    expect(count(body, /<w:pStyle w:val="BottomLine"\/>/g)).toBeGreaterThan(0)
    expect(count(body, /<w:tblHeader\/>/g)).toBeGreaterThanOrEqual(2)
    expect(count(body, /<pic:pic\b/g)).toBe(7)
    expect(count(body, /<wp:docPr\b[^>]*descr="[^"]{20,}/g)).toBe(7)
  })

  it('calls each note once and leads to it from everywhere else', async () => {
    const { 'word/document.xml': body, 'word/footnotes.xml': notes } = await documentOf(cited)
    const called = [...(body ?? '').matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map((match) => Number(match[1]))
    expect(called).toEqual([...new Set(called)])
    expect(called.length).toBeGreaterThan(5)
    expect(count(body, /<w:hyperlink [^>]*w:anchor="note_\d+"/g)).toBeGreaterThan(5)
    expect(wordsOf(notes)).toContain('Deccan Herald')
  })

  it('has its marking and the number of the page on each page', async () => {
    const parts = await documentOf(cited)
    expect(wordsOf(parts['word/header1.xml'])).toBe('TLP:GREEN OFFICIAL')
    expect(wordsOf(parts['word/footer1.xml'])).toContain('TLP:GREEN OFFICIAL')
    expect(count(parts['word/footer1.xml'], /PAGE|NUMPAGES/g)).toBe(2)
  })

  it('says what it is and bears the day of the paper', async () => {
    const { 'docProps/core.xml': core = '' } = await documentOf(cited)
    expect(core).toContain('<dc:title>Reassure without raising the temperature</dc:title>')
    expect(core).toContain('2025-03-17T00:00:00Z')
    expect(core).toMatch(/<dc:language>en-GB<\/dc:language>/)
  })

  it.each([...papers.keys()])('%s: the same bytes each time, and sound XML', async (path) => {
    const paper = papers.get(path)
    if (!paper) return
    const [first, second] = [await writeDocx(paper, { assets }), await writeDocx(paper, { assets })]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(wordsOf(partsOf(first)['word/document.xml'])).toContain(paper.title.split("'")[0] ?? '')
  })

  it.each([']]>&<w:p/>"\'', 'a\u0000b\u000bc\ufffe', '\ud800 lone', 'مرحبا بالعالم', `x${'y'.repeat(3000)}`, '[@a] **b** `c` <i>'])(
    'stays sound with %j in every field',
    async (words) => {
      for (const kind of ['brief', 'engagement'] as const) {
        const parts = partsOf(await writeDocx(paperOfModel(kind, filledModel(kind, words)), { assets }))
        expect(count(parts['word/document.xml'], /<w:p>|<w:p /g)).toBeGreaterThan(40)
      }
    },
  )

  it('repeats no more of a long title on each page than a line holds', async () => {
    const parts = partsOf(await writeDocx(paperOfModel('brief', { title: 'Long words '.repeat(400) }), { assets }))
    expect(wordsOf(parts['word/footer1.xml']).length).toBeLessThan(120)
  })

  it('is written even of nothing', async () => {
    expect(wordsOf(partsOf(await writeDocx(paperOfModel('brief', {}), { assets }))['word/document.xml'])).toContain('Brief without a title')
  })
})

describe("a team's template", () => {
  it('gives its styles', async () => {
    const styles =
      '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:color w:val="FF00AA"/></w:rPr></w:style></w:styles>'
    const template = zipSync({ 'word/styles.xml': strToU8(styles) })
    const parts = partsOf(await writeDocx(paperOfModel('brief', { title: 'A' }), { assets, template }))
    expect(parts['word/styles.xml']).toContain('FF00AA')
  })

  it.each([
    ['no archive', strToU8('hello')],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['nothing', new Uint8Array()],
    ['a document without styles', zipSync({ 'word/styles.xml': new Uint8Array() })],
    ['a document with half of its styles', zipSync({ 'word/styles.xml': strToU8('<w:styles xmlns:w="w"><w:style') })],
    ['a document with styles of another kind', zipSync({ 'word/styles.xml': strToU8('<w:styles>   </w:styles>') })],
    ['larger than any template', zipSync({ 'word/styles.xml': new Uint8Array(25_000_000) })],
  ])('that is %s is refused in plain words', async (_, template) => {
    await expect(writeDocx(paperOfModel('brief', { title: 'A' }), { assets, template })).rejects.toThrow(TemplateProblem)
  })
})
