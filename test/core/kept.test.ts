import { describe, expect, it } from 'vitest'
import { keptParts, openFile, type Project, pageSettings, renderPage } from '../../server/core/index.ts'
import { ofSame, ofTexts } from '../../server/core/text/kept.ts'
import { projectOf } from '../support/files.ts'
import { exampleFiles } from './preview-pages.ts'

describe('what is made of texts', () => {
  it('is made once for as long as there is room, and the oldest goes first', () => {
    const made: string[] = []
    const ask = ofTexts((text) => made.push(text), 4)
    for (const text of ['aa', 'bb', 'aa', 'cc', 'aa', 'bb']) ask(text)
    expect(made).toEqual(['aa', 'bb', 'cc', 'bb'])
  })

  it('is given for a text that has no room too', () => {
    const ask = ofTexts((text) => text.length, 4)
    expect([ask('a long text'), ask('a')]).toEqual([11, 1])
  })
})

describe('what is made of the same things', () => {
  it('is made once for as long as it is among the last', () => {
    const made: unknown[] = []
    const again = ofSame(2)
    const [a, b, c] = [{}, {}, {}]
    for (const things of [[a], [a, b], [a], [c], [a], [a, b]]) again(things, () => made.push(things))
    expect(made).toEqual([[a], [a, b], [c], [a, b]])
  })

  it('is made anew where one thing is another, or one is missing', () => {
    const again = ofSame(8)
    expect([again(['x', 1], () => 'one'), again(['x', 2], () => 'two'), again(['x'], () => 'none'), again(['x', 1], () => 'new')]).toEqual([
      'one',
      'two',
      'none',
      'one',
    ])
  })
})

describe('a page of an editor that keeps parts', () => {
  const files = exampleFiles()
  const kept = keptParts()

  /** The page with what was kept of those before, and the page as it is made anew. */
  function bothPages(project: Project, path: string, text: string): readonly string[] {
    const [part] = openFile(path, text).parts
    if (part?.document.kind !== 'brief' && part?.document.kind !== 'engagement') return []
    const context = { ...pageSettings(project, path), editor: { findings: [] } }
    return [renderPage(part.document, { ...context, ...kept }), renderPage(part.document, context)]
  }

  it.each(Object.keys(files).filter((path) => /[.](?:brief|engagement)[.]yaml$/.test(path)))(
    'is the same as one that is made anew, whatever was typed before: %s',
    async (path) => {
      const text = files[path] ?? ''
      const project = await projectOf(files)
      const lines = text.split('\n')
      // A word more, a word less and a line less, at each of the lines in turn.
      const edited = lines.flatMap((line, i) =>
        [line.replace(/(\w+)$/, '$1 more'), line.replace(/ \w+$/, ''), undefined].map((now) =>
          lines.flatMap((each, j) => (i === j ? (now ?? []) : each)).join('\n'),
        ),
      )
      const step = Math.ceil(edited.length / 15)
      for (const now of [text, ...edited.filter((_, i) => i % step === 0), text]) {
        const [page, fresh] = bothPages(project, path, now)
        expect(page === fresh).toBe(true)
      }
    },
  )

  it('follows what it cites', async () => {
    const path = 'briefs/start-with-relief.brief.yaml'
    const cited = 'engagements/cobra-gold-2024.engagement.yaml'
    const text = files[path] ?? ''
    bothPages(await projectOf(files), path, text)
    const renamed = { ...files, [cited]: (files[cited] ?? '').replace(/^title: .*/m, 'title: Exercise Golden Cobra') }
    const [page, fresh] = bothPages(await projectOf(renamed), path, text)
    expect(page).toContain('Exercise Golden Cobra')
    expect(page === fresh).toBe(true)
    const without = Object.fromEntries(Object.entries(files).filter(([name]) => name !== cited))
    const [bare, freshBare] = bothPages(await projectOf(without), path, text)
    expect(bare === freshBare).toBe(true)
  })
})
