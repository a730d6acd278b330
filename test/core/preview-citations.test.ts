import { describe, expect, it } from 'vitest'
import type { Brief } from '../../server/core/index.ts'
import { pageOf, pagesOf, sectionOf, tagsOf, visibleText } from './preview-pages.ts'

const brief: Brief = {
  title: 'T',
  bluf: 'First [@b2024] and again [@a2024].',
  background: 'Here [@a2024][@c2024], `not [@code2024]` here.\n\n    nor [@block2024]\n\nAnd [@b2024].',
  claims: [{ text: 'A claim.', sources: ['d2024'] }],
  sources: {
    a2024: {
      type: 'news',
      title: 'Title A',
      publisher: 'Paper A',
      author: 'Lotta Themnér; Peter Wallensteen',
      date: '2024-04-18',
      url: 'https://example.org/a',
      accessed: '2026-11-22',
    },
    b2024: { title: 'Title B' },
    c2024: { title: 'Title C', note: 'See also [@a2024].' },
    d2024: { title: 'Title D', publisher: 'Paper D', date: '2024' },
    e2024: { title: 'Title E' },
  },
}

/** The notes of a page in their order, each with the numbers of the places that point to it. */
function notesOf(html: string): readonly string[] {
  return sectionOf(html, 'references')
    .split('<li id="note-')
    .slice(1)
    .map((note) => visibleText(`<body>${note.slice(note.indexOf('>') + 1)}`).trim())
}

describe('citations', () => {
  const html = pageOf('brief', brief)
  const marks = tagsOf(html).filter(({ attributes }) => attributes['role'] === 'doc-noteref')

  it('are numbered in the order in which a reader meets them', () => {
    expect(marks.map(({ attributes }) => attributes['href'])).toEqual(['#note-1', '#note-2', '#note-2', '#note-3', '#note-1', '#note-4'])
    expect(notesOf(html).map((note) => /Title ./.exec(note)?.[0])).toEqual(['Title B', 'Title A', 'Title C', 'Title D'])
  })

  it('lead to their note, and the note leads back to each of them', () => {
    const ids = new Set(tagsOf(html).flatMap(({ attributes }) => attributes['id'] ?? []))
    const back = tagsOf(html).filter(({ attributes }) => attributes['role'] === 'doc-backlink')
    const targets = [...marks, ...back].map(({ attributes }) => attributes['href']?.slice(1) ?? '')
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
    expect(back.map(({ attributes }) => attributes['href']?.slice(1)).sort()).toEqual(
      marks.map(({ attributes }) => attributes['id']).sort(),
    )
  })

  it('are no citations inside code', () => {
    expect(visibleText(html)).toContain('[@code2024]')
    expect(visibleText(html)).toContain('[@block2024]')
    expect(notesOf(html)).toHaveLength(4)
  })

  it('stand close to their word, with a comma between two', () => {
    expect(visibleText(html)).toContain('First1 and again2.')
    expect(visibleText(html)).toContain('Here2, 3,')
  })

  it('put the source into the house style', () => {
    expect(notesOf(html)[1]).toMatch(
      /^Lotta Themnér and Peter Wallensteen, “Title A”, Paper A, 18 April 2024, https:\/\/example\.org\/a, accessed 22 November 2026\. .*News$/,
    )
  })

  it('call up no further note from within a note', () => {
    expect(notesOf(html)[2]).toContain('See also(Paper A, 18 April 2024).')
  })

  it('leave the sources that nothing cites at the end, without a number', () => {
    const words = visibleText(`<body>${sectionOf(html, 'references')}`)
    expect(words.indexOf('Not cited in the text')).toBeGreaterThan(words.indexOf('Title D'))
    expect(words.indexOf('Title E')).toBeGreaterThan(words.indexOf('Not cited in the text'))
  })

  it('of what nobody knows say so, or name the file of references', () => {
    expect(notesOf(pageOf('brief', { bluf: 'A [@gone].' }))[0]).toContain(
      'gone is neither a source of this file nor an engagement of the workspace.',
    )
    expect(notesOf(pageOf('brief', { bluf: 'A [@gone].', bibliography: 'references.json' }))[0]).toContain('gone in references.json.')
    expect(notesOf(pageOf('brief', { bluf: 'A [@constructor] [@valueOf].' }))).toHaveLength(2)
  })
})

describe('a bibliography', () => {
  const files = {
    'briefs/a.brief.yaml':
      'chancery: brief/1\nid: a\ntitle: The brief\nbluf: See [@smith2024], [@own] and [@gone].\nclaims: [{ text: C., sources: [doe] }]\nsources: { own: { title: Own } }\nbibliography: ../lib.bib\n',
    'lib.bib':
      '@report{smith2024, title={Navies <that> talk}, author={Smith, Anne}, year=2024, institution={Navy Institute}, url={https://example.org/a}}\n@book{doe, title={Doe}}\n@book{own, title={Other}}\n@book{uncited, title={Uncited}}\n',
  }

  it('is cited like the sources of the file, which win over it', async () => {
    const notes = notesOf((await pagesOf(files)).get('a') ?? '')
    expect(notes[0]).toMatch(/^Anne Smith, “Navies <that> talk”, Navy Institute, 2024, https:\/\/example\.org\/a\. ↑ Report/)
    expect(notes[1]).toMatch(/^“Own”\./)
    expect(notes[2]).toMatch(/^gone is neither a source of this file nor one of \.\.\/lib\.bib, and no engagement of the workspace\./)
    expect(notes[3]).toMatch(/^“Doe”\./)
    expect(notes.join()).not.toContain('Uncited')
  })

  it('is named where it cannot be read', async () => {
    const notes = notesOf((await pagesOf({ ...files, 'lib.bib': '@book{' })).get('a') ?? '')
    expect(notes[0]).toContain('smith2024 in ../lib.bib.')
  })
})

describe('engagements', () => {
  const files = {
    'a.brief.yaml':
      'chancery: brief/1\nid: a\ntitle: The brief\nbluf: See [@first-1999].\nengagements: [first-1999, unknown-2000]\nclaims: [{ text: C., supports: [first-1999] }]\n',
    'b.engagement.yaml': 'chancery: engagement/1\nid: first-1999\ntype: hotline\ntitle: The first line\ndates: { start: 1999-05-01 }\n',
    'c.engagement.yaml':
      'chancery: engagement/1\nid: second-2001\ntype: hotline\ntitle: The second line\nprecedents: [{ engagement: first-1999 }]\n',
  }

  it('are cited by title and linked to the page beside', async () => {
    const html = (await pagesOf(files)).get('a') ?? ''
    expect(html).toContain('<a href="first-1999.html"><bdi>The first line</bdi></a>')
    expect(notesOf(html)).toEqual([expect.stringMatching(/^The first line \(Hotline.*, since 1 May 1999\)\. ↑1 ↑2/)])
    expect(visibleText(`<body>${sectionOf(html, 'engagements')}`)).toContain('unknown-2000')
    expect(html).not.toContain('unknown-2000.html')
  })

  it('say who cites them', async () => {
    const words = visibleText(`<body>${sectionOf((await pagesOf(files)).get('first-1999') ?? '', 'cited-by')}`)
    expect(words).toContain('The brief (brief)')
    expect(words).toContain('The second line (Hotline')
    expect(sectionOf((await pagesOf(files)).get('second-2001') ?? '', 'cited-by')).toBe('')
  })

  it('bring their title and date along as an earlier event', async () => {
    const words = visibleText(`<body>${sectionOf((await pagesOf(files)).get('second-2001') ?? '', 'precedents')}`)
    expect(words).toContain('1 May 1999 The first line')
  })
})
