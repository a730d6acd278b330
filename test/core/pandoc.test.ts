import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { pandocMarkdown } from '../../server/core/index.ts'
import { examplePapers, filledModel, paperOfModel } from '../support/papers.ts'

interface Metadata {
  readonly title: string
  readonly lang: string
  readonly references?: readonly { readonly id: string; readonly title: string }[]
}

/** The head and the body of a text in Pandoc's Markdown. */
function partsOf(text: string): { readonly metadata: Metadata; readonly body: string } {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  return { metadata: parse(head) as Metadata, body }
}

const kindsIn = (markdown: string) => new Set(JSON.stringify(fromMarkdown(markdown)).match(/"type":"(\w+)"/g))

const papers = await examplePapers()
const brief = papers.get('briefs/reassure-without-raising-the-temperature.brief.yaml')
if (!brief) throw new Error('The example is not there.')

describe("Pandoc's Markdown", () => {
  it('has metadata, citations of its references, a place for them, tables and headings', () => {
    const { metadata, body } = partsOf(pandocMarkdown(brief).text)
    expect(metadata).toMatchObject({ title: 'Reassure without raising the temperature', lang: 'en-GB' })
    const ids = metadata.references?.map(({ id }) => id) ?? []
    expect(ids.length).toBeGreaterThan(5)
    const cited = [...body.matchAll(/[[ ;]@([a-z0-9-]+)/g)].map((match) => match[1] ?? '')
    expect([...new Set(cited)].sort()).toEqual([...ids].sort())
    expect(body).toContain('::: {#refs}')
    expect(body.match(/^# .* \{#[a-z-]+\}$/gm)?.length).toBeGreaterThan(10)
    expect(body.match(/^\+=+/gm)?.length).toBeGreaterThanOrEqual(2)
  })

  it('has grids whose lines are all of one width', () => {
    for (const paper of papers.values()) {
      const tables = pandocMarkdown(paper)
        .text.split(/\n\n+/)
        .filter((block) => block.startsWith('+-') && !/[^\u0000-\u024f\u2010-\u2027]/.test(block))
      for (const table of tables) expect(new Set(table.split('\n').map((line) => line.length)).size).toBe(1)
    }
  })

  it('names its pictures where they lie beside it, and tells them in words where they do not', () => {
    const beside = pandocMarkdown(brief, 'reassure')
    expect(beside.pictures.length).toBe(7)
    for (const { name, svg } of beside.pictures) {
      expect(beside.text).toContain(`](${name}){#`)
      expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
    }
    expect(pandocMarkdown(brief)).toMatchObject({ pictures: [], text: expect.not.stringContaining('.svg') })
  })

  it.each([
    '<script>alert(1)</script>',
    '# heading\n- list\n> quote',
    '**bold** _it_ `code` [a](b) ![c](d)',
    '---\ntitle: other\n---',
    '[@other] @mention ^[note] $x$ \\alpha',
    '"quotes" \\"and\\" \'more\': {.class} | + = ~',
    '1. one',
    '\u0000\ufeff\u2028\ud800',
  ])('leaves %j the words that they are', (words) => {
    for (const kind of ['brief', 'engagement'] as const) {
      const { metadata, body } = partsOf(pandocMarkdown(paperOfModel(kind, { title: words })).text)
      expect(typeof metadata.title).toBe('string')
      expect(Object.keys(metadata)).toEqual(expect.arrayContaining(['title', 'subtitle', 'lang']))
      const kinds = kindsIn(partsOf(pandocMarkdown(paperOfModel(kind, filledModel(kind, words))).text).body)
      expect(kinds.has('"type":"html"')).toBe(false)
      expect(kinds.has('"type":"image"')).toBe(false)
      expect(body).not.toContain('<script')
    }
  })
})
