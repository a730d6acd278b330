import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { onType } from '../../server/core/features/typing.feature.ts'
import { openFile } from '../../server/core/index.ts'
import { client } from '../support/ask-feature.ts'
import { patternEnter, plainEnter, type Typed } from '../support/enter.ts'
import { projectOf, today } from '../support/files.ts'
import { mark, marked } from './at-cursor.ts'
import { dashes, enters, ownWays, type TypingCase, wideColons } from './typing-cases.ts'

/** The text once the server has had its say, with the cursor where an editor leaves it. */
async function typed({ text, offset }: Typed, path: string, ch: string): Promise<Typed> {
  const project = await projectOf({ [path]: text })
  const document = TextDocument.create('file:///a', 'yaml', 1, text)
  const context = { project, path, text, file: openFile(path, text), today, cancelled: () => false, client }
  const [edit, ...more] = onType(context, { position: document.positionAt(offset), ch })
  expect(more).toEqual([])
  if (!edit) return { text, offset }
  const [start, end] = [document.offsetAt(edit.range.start), document.offsetAt(edit.range.end)]
  const behind = start + edit.newText.length
  return { text: TextDocument.applyEdits(document, [edit]), offset: offset > end ? behind + offset - end : behind }
}

async function typing({ at }: Pick<TypingCase, 'at'>, ch: string, press: (before: Typed) => Typed): Promise<string> {
  const { path, text, offset } = marked(at)
  const after = await typed(press({ text, offset }), path, ch)
  return after.text.slice(0, after.offset) + mark + after.text.slice(after.offset)
}

const key =
  (ch: string) =>
  ({ text, offset }: Typed): Typed => ({ text: text.slice(0, offset) + ch + text.slice(offset), offset: offset + ch.length })

describe('Enter', () => {
  it.each(enters)('at $name, in an editor that knows the patterns of the language', async (wanted) => {
    expect(await typing(wanted, '\n', patternEnter)).toBe(wanted.gives)
  })

  it.each(enters)('at $name, in one that keeps the indentation', async (wanted) => {
    expect(await typing(wanted, '\n', plainEnter)).toBe(wanted.gives)
  })

  it.each(ownWays)('is left to the editor in %j', async (at) => {
    for (const press of [patternEnter, plainEnter]) {
      const { text, offset } = press(marked(at))
      expect(await typing({ at }, '\n', press)).toBe(text.slice(0, offset) + mark + text.slice(offset))
    }
  })
})

describe('a dash', () => {
  it.each(dashes)('$name', async (wanted) => {
    expect(await typing(wanted, '-', key('-'))).toBe(wanted.gives)
  })
})

describe('a colon of double width', () => {
  it.each(wideColons)('$name', async (wanted) => {
    expect(await typing(wanted, '：', key('：'))).toBe(wanted.gives)
  })
})
