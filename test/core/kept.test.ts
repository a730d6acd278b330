import { describe, expect, it } from 'vitest'
import { keptParts, openFile, paperOf } from '../../server/core/index.ts'
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
  it('is the same as one that is made anew, whatever was shown before', async () => {
    const files = exampleFiles()
    const project = await projectOf(files)
    const kept = keptParts()
    const texts = Object.entries(files).flatMap(([path, text]) =>
      [text, text.replace(/^title: .*/m, 'title: Another'), text.replace(/ the /g, ' a ')].map((edited) => ({ path, edited })),
    )
    for (const { path, edited } of [...texts, ...texts.reverse()]) {
      const [part] = openFile(path, edited).parts
      if (part?.document.kind !== 'brief' && part?.document.kind !== 'engagement') continue
      const context = { vocabulary: project.vocabularyOf(project.configOf(path)), portfolio: project.portfolio, editor: { findings: [] } }
      expect(paperOf(part.document, { ...context, ...kept })).toEqual(paperOf(part.document, context))
    }
  })
})
