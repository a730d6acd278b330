import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { onType } from '../../server/core/features/typing.feature.ts'
import { openFile } from '../../server/core/index.ts'
import { client } from '../support/ask-feature.ts'
import { corpus } from '../support/corpus.ts'
import { patternEnter, plainEnter, type Typed } from '../support/enter.ts'
import { projectOf, today } from '../support/files.ts'
import { mutate, seeded } from '../support/mutate.ts'

const texts = corpus()
const press: Readonly<Record<string, (before: Typed) => Typed>> = { '\n': plainEnter, '\r': patternEnter, '-': put('-'), '：': put('：') }

function put(ch: string) {
  return ({ text, offset }: Typed): Typed => ({ text: text.slice(0, offset) + ch + text.slice(offset), offset: offset + 1 })
}

const place = fc.record({
  index: fc.nat(texts.length - 1),
  accidents: fc.option(fc.nat()),
  at: fc.nat(),
  key: fc.constantFrom(...Object.keys(press)),
})

describe('what is typed, at any place of any text', () => {
  it('changes white space, a dash or a colon of the line alone, or takes away an empty item above it', async () => {
    const project = await projectOf({})
    let changes = 0
    await fc.assert(
      fc.asyncProperty(place, async ({ index, accidents, at, key }) => {
        const { files, path } = texts[index] ?? { files: {}, path: '' }
        const whole = accidents === null ? (files[path] ?? '') : mutate(files[path] ?? '', seeded(accidents))
        const { text, offset } = press[key]?.({ text: whole, offset: at % (whole.length + 1) }) ?? { text: '', offset: 0 }
        const document = TextDocument.create('file:///a', 'yaml', 1, text)
        const position = document.positionAt(offset)
        const context = { project, path, text, file: openFile(path, text), today, cancelled: () => false, client }
        const edits = onType(context, { position, ch: key === '\r' ? '\n' : key })
        for (const { range, newText } of edits) {
          changes++
          const gone = document.getText(range)
          expect(range.end.line).toBe(position.line)
          expect(range.start.line === position.line || /^[ \t]*(?:- +)*- +\r?[\n\r]/.test(gone)).toBe(true)
          expect(gone + newText).toMatch(/^[-\s：:]*$/)
          expect(gone).not.toBe(newText)
        }
        expect(edits.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 400 },
    )
    expect(changes).toBeGreaterThan(10)
  })
})
