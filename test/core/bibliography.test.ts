import { describe, expect, it } from 'vitest'
import { formatOf, readBibliography } from '../../server/core/bibliography/bibliography.ts'
import { latexText } from '../../server/core/bibliography/latex.ts'
import { openFile } from '../../server/core/index.ts'
import { occurrencesIn } from '../../server/core/workspace/names.ts'
import { projectOf } from '../support/files.ts'

/** The sources of a file of references by their ids. */
function sources(path: string, text: string): Readonly<Record<string, unknown>> {
  const { references } = readBibliography(path, text)
  return Object.fromEntries([...references].map(([id, { source }]) => [id, source]))
}

describe('a file of references', () => {
  it.each([
    ['references.json', 'CSL-JSON'],
    ['lib/My Library.BIB', 'BibTeX'],
    ['references.ris', undefined],
    ['a.brief.yaml', undefined],
    ['json', undefined],
  ])('%s is in the form %s', (path, format) => expect(formatOf(path)).toBe(format))
})

describe('BibTeX', () => {
  it('becomes sources', () => {
    const text = `% exported
@string{pn = "Palawan News"}
@article{themner2014,
  author = {Themn{\\'e}r, Lotta and Wallensteen, Peter and others},
  title = {Armed conflicts, 1946--2013},
  journal = {Journal of Peace Research},
  year = 2014, month = jul, doi = {10.1177/0022343314542076},
}
@online{palawan2024, title={14 nations to observe {BK} 39-24}, organization = pn # { Online}, date={2024-04-18},
  url={https://example.org/a\\_b~c--d}, urldate = {2026-11-22}, langid={english}}
@report{mod2022, author = {{Ministry of Defence}}, title = "A "# "report", institution = {Chatham House}, year = {2022}, month = {May}, day = 7}
@misc{page, title = {A page}, howpublished = {\\url{https://example.org/page}}}
`
    expect(sources('r.bib', text)).toEqual({
      themner2014: {
        type: 'article',
        title: 'Armed conflicts, 1946–2013',
        publisher: 'Journal of Peace Research',
        author: 'Lotta Themnér; Peter Wallensteen; others',
        date: '2014-07',
        doi: '10.1177/0022343314542076',
      },
      palawan2024: {
        type: 'webpage',
        title: '14 nations to observe BK 39-24',
        publisher: 'Palawan News Online',
        date: '2024-04-18',
        url: 'https://example.org/a_b~c--d',
        accessed: '2026-11-22',
        language: 'en',
      },
      mod2022: { type: 'report', title: 'A report', publisher: 'Chatham House', author: 'Ministry of Defence', date: '2022-05-07' },
      page: { type: 'webpage', title: 'A page', url: 'https://example.org/page' },
    })
    expect(readBibliography('r.bib', text)).toMatchObject({ isComplete: true, problem: undefined })
  })

  it.each([
    [`Themn{\\'e}r`, 'Themnér'],
    [`Erd{\\H o}s, \\"Ozal, {\\"{O}}zal, \\v{C}apek, Gon\\c{c}alves, \\~nu`, 'Erdős, Özal, Özal, Čapek, Gonçalves, ñu'],
    ["\\O{}rsted, \\AA land, Stra\\ss e, \\l\\'od\\'z", 'Ørsted, Åland, Straße, łódź'],
    ["na{\\\"\\i}ve ``quoted'' a--b a---b R\\&D 5\\%", 'naïve “quoted” a–b a—b R&D 5%'],
    ['\\textit{The \\emph{Times}} of~London \\\\ {NATO}', 'The Times of London NATO'],
    ['a lone backslash \\', 'a lone backslash'],
  ])('reads %s as %s', (latex, text) => expect(latexText(latex)).toBe(text))

  it.each([
    ['@book{a, title={A}\n@book{b, title={B}}\n', ['a', 'b'], 'it does not end'],
    ['@book{a, title={A {x}\n@book{b, title="B\n@book{c, title={C}}\n', ['a', 'b', 'c'], 'does not end'],
    ['@book{ title = {A} }\n@book{b, title={B}}', ['b'], 'has no key'],
    ['@book{a, title}\n@book{b, title={B}}', ['a', 'b'], 'field "title" has no value'],
    ['@string{x}\n@book{b, title=x}', ['b'], 'no name'],
  ])('goes on after what is broken in %j', (text, ids, message) => {
    const { references, isComplete, problem } = readBibliography('r.bib', text)
    expect([...references.keys()]).toEqual(ids)
    expect(isComplete).toBe(false)
    expect(problem?.places[0]?.message).toContain(message)
    expect(problem?.message).toContain('on line 1')
  })

  it('takes what stands between entries for a remark', () => {
    const text = 'Mail me@example.org. @comment{ @book{x, title={X}} } @preamble{"\\hyphenation{a}"} @book(a, title={A})'
    expect(sources('r.bib', text)).toEqual({ a: { type: 'book', title: 'A' } })
    expect(readBibliography('r.bib', text).isComplete).toBe(true)
  })

  it('tells where an entry has its id', () => {
    const { references } = readBibliography('r.bib', '\r\n@book{ smith2024,\r\n title={A}}')
    expect(references.get('smith2024')?.range).toEqual({ start: { line: 2, column: 8 }, end: { line: 2, column: 17 } })
  })

  it('is not blown up by abbreviations of abbreviations', () => {
    const doubled = Array.from({ length: 60 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}`).join('\n')
    const { references } = readBibliography('r.bib', `@string{m0 = {0123456789}}\n${doubled}\n@book{a, title = m60}`)
    expect(references.get('a')?.source.title?.length).toBeLessThan(1_000_001)
  })
})

describe('CSL-JSON', () => {
  const items = [
    {
      id: 'http://zotero.org/users/1/items/ABC',
      'citation-key': 'themner2014',
      type: 'article-journal',
      title: '<i>Armed</i> conflicts',
      'container-title': 'Journal of Peace Research',
      publisher: 'SAGE',
      author: [
        { family: 'Themnér', given: 'Lotta' },
        { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' },
        { literal: 'PRIO' },
      ],
      issued: { 'date-parts': [[2014, '7']] },
      DOI: 'https://doi.org/10.1177/0022343314542076',
    },
    {
      id: 'cnn',
      type: 'article-newspaper',
      title: 'Talks',
      issued: { raw: '2024-04-05T10:00' },
      URL: 'https://example.org',
      accessed: { 'date-parts': [[2026, 11, 22]] },
      language: 'en-US',
    },
    { id: 7, type: 'treaty', title: 'A treaty', authority: 'United Nations', issued: { 'date-parts': [['2024', 13, 1]] } },
    { id: 'odd', type: 3, title: ['x'], author: 'me', issued: [], URL: 'javascript:alert(1)' },
    null,
    { title: 'nobody can cite this' },
  ]

  it('becomes sources', () => {
    const article = {
      type: 'article',
      title: 'Armed conflicts',
      publisher: 'Journal of Peace Research',
      author: 'Lotta Themnér; Charles de Gaulle; PRIO',
      date: '2014-07',
      doi: '10.1177/0022343314542076',
    }
    expect(sources('r.json', JSON.stringify(items))).toEqual({
      themner2014: article,
      'http://zotero.org/users/1/items/ABC': article,
      cnn: { type: 'news', title: 'Talks', date: '2024-04-05', url: 'https://example.org', accessed: '2026-11-22', language: 'en-US' },
      7: { type: 'treaty', title: 'A treaty', publisher: 'United Nations', date: '2024' },
      odd: { type: 'other' },
    })
  })

  it('may be a list within an object', () => {
    expect(Object.keys(sources('r.json', '{ "items": [{ "id": "a" }] }'))).toEqual(['a'])
    expect(Object.keys(sources('r.json', '{ "references": [{ "id": "a" }] }'))).toEqual(['a'])
  })

  it.each([
    ['[{ "id": "a" ', 'it is no sound JSON'],
    ['', 'it is no sound JSON'],
    ['"a"', 'no list of references'],
    ['{ "a": 1 }', 'no list of references'],
  ])('that is %j is told as a problem', (text, message) => {
    const { references, isComplete, problem } = readBibliography('r.json', text)
    expect([references.size, isComplete, problem?.partly]).toEqual([0, false, false])
    expect(problem?.message).toContain(message)
  })

  it('tells where an item has its id', () => {
    const text = '[\n  { "title": "say \\"id\\": \\"b\\"", "id": "a" },\n  { "id": "b\\u0031" }\n]'
    const { references } = readBibliography('r.json', text)
    expect(references.get('a')?.range.start).toEqual({ line: 2, column: 42 })
    expect(references.get('b1')?.range).toEqual({ start: { line: 3, column: 12 }, end: { line: 3, column: 19 } })
  })
})

describe('a citation', () => {
  const brief = (named: string) =>
    `chancery: brief/1\nid: a\nbluf: See [@own], [@smith2024], [@talks] and [@gone].\nsources: { own: { title: Own } }\nbibliography: ${named}\n`
  const files = {
    'a.brief.yaml': brief('lib.bib'),
    'talks.engagement.yaml': 'chancery: engagement/1\nid: talks\n',
    'lib.bib': '@book{smith2024, title={A}}\n@book{talks, title={Not the engagement}}',
  }

  async function kindsCited(all: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const { portfolio } = await projectOf(all)
    const occurrences = occurrencesIn(openFile('a.brief.yaml', all['a.brief.yaml'] ?? ''), portfolio)
    return occurrences.filter(({ role, path }) => role === 'reference' && path?.[0] === 'bluf').map(({ name }) => name.kind)
  }

  it('means a source of the file, else an engagement, else one of the bibliography', async () => {
    expect(await kindsCited(files)).toEqual(['source', 'source', 'engagement', 'engagement'])
  })

  it('may mean a source while the bibliography cannot be read', async () => {
    expect(await kindsCited({ ...files, 'a.brief.yaml': brief('gone.bib') })).toEqual(['source', 'source', 'engagement', 'source'])
  })
})
