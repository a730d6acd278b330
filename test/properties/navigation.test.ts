import fc from 'fast-check'
import { expect, it } from 'vitest'
import { corpus } from '../support/corpus.ts'
import { deskOf } from '../support/feature-desk.ts'
import { mutate, seeded } from '../support/mutate.ts'

const texts = corpus()

const questions = [
  ['definition', {}],
  ['references', { context: { includeDeclaration: true } }],
  ['documentHighlight', {}],
  ['prepareRename', {}],
  ['rename', { newName: 'another-name' }],
  ['documentLink', {}],
  ['codeLens', {}],
] as const

/** Every range of an answer about the file that was asked about. */
function ranges(answer: unknown): readonly { readonly start: { readonly line: number }; readonly end: { readonly line: number } }[] {
  if (typeof answer !== 'object' || answer === null) return []
  const own = 'range' in answer ? [answer.range as ReturnType<typeof ranges>[number]] : []
  return [...own, ...Object.values(answer).flatMap(ranges)]
}

it('any place of any text is answered, and nothing outside of it is named', async () => {
  const run = async (n: number, accidents: number, line: number, character: number) => {
    const { files, path } = texts[n % texts.length] ?? { files: {}, path: '' }
    const text = mutate(files[path] ?? '', seeded(accidents))
    const desk = await deskOf({ [path]: text })
    const last = text.split(/\r\n|\r|\n/).length
    for (const [method, more] of questions) {
      const answer = await desk.ask(`textDocument/${method}`, path, { position: { line, character }, ...more })
      for (const { start, end } of ranges(answer)) {
        expect(start.line).toBeLessThanOrEqual(end.line)
        expect(end.line).toBeLessThan(last)
      }
    }
  }
  const place = fc.integer({ min: -1, max: 60 })
  await fc.assert(fc.asyncProperty(fc.nat(), fc.nat(), place, place, run), { numRuns: 150 })
})
