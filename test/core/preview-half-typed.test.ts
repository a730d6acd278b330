import { describe, expect, it } from 'vitest'
import { memoryWorkspace, openProject } from '../../server/core/index.ts'
import { exampleFiles, pageOf, pagesOfText, visibleText } from './preview-pages.ts'

const project = await openProject(memoryWorkspace({}))
const texts = Object.entries(exampleFiles()).filter(([path]) => /\.(?:brief|engagement)\.yaml$/.test(path))

/** Lists of parts that have nothing in them yet, as a writer leaves them for a moment. */
const lists =
  'authors clearances history claims case_studies perspectives options recommendations risks outlook next_steps snippets annexes participants objectives concerns outcomes precedents'.split(
    ' ',
  )
const groups =
  'handling timing dates location framework exercise visit agreement channel attache csbm operation industry education cyber space transparency trust sources acronyms'.split(
    ' ',
  )

describe('a half-typed file', () => {
  it.each(['brief', 'engagement'] as const)('with nothing but its kind makes a page: %s', (kind) => {
    expect(visibleText(pageOf(kind, {}))).toMatch(/^ Skip to the text (?:Brief|Engagement) (?:Brief|Engagement) without a title /)
  })

  it.each(['brief', 'engagement'] as const)('whose parts are empty makes a page: %s', (kind) => {
    const empty = { ...Object.fromEntries(lists.map((name) => [name, [{}]])), ...Object.fromEntries(groups.map((name) => [name, {}])) }
    expect(pageOf(kind, empty)).toContain('</html>')
    expect(
      pageOf(kind, {
        ...empty,
        title: '',
        id: '',
        bluf: '',
        claims: [{ id: '', text: '', supports: [''], sources: [''] }],
        participants: [{ country: '', countries: [''] }],
      }),
    ).toContain('</html>')
  })

  it.each(texts)('%s cut off anywhere makes a page', (path, text) => {
    expect(text.length).toBeGreaterThan(500)
    for (let end = 0; end < text.length; end += 97) {
      for (const [, html] of pagesOfText(project, path, text.slice(0, end))) expect(html.endsWith('</html>\n')).toBe(true)
    }
  })

  it('with values of the wrong kind makes a page', () => {
    const text =
      'chancery: brief/1\ntitle: [a]\nclaims: x\noptions: [1, x, { pros: 3 }]\nrisks: { a: 1 }\nsources: [x]\nacronyms: x\ntiming: 2025\n'
    expect(pagesOfText(project, 'a.brief.yaml', text)).toHaveLength(1)
  })
})
