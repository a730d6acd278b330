import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionList, Position, TextEdit } from 'vscode-languageserver-types'
import { type OpenFile, openFile, type Project } from '../../server/core/index.ts'
import { isReadWorse } from '../../server/core/lint/trial.ts'
import { isSound } from '../../server/core/syntax/parse.ts'
import { scalarsOf } from '../../server/core/syntax/tree.ts'
import type { FillSnippetResult, SnippetQuestion, SnippetsForResult } from '../../server/protocol-snippets.ts'
import { filled } from '../core/at-cursor.ts'
import { halfTyped, house } from '../core/half-typed.ts'
import { askAbout } from '../support/ask-feature.ts'
import { corpus } from '../support/corpus.ts'
import { projectOf, today } from '../support/files.ts'
import { mutate, seeded } from '../support/mutate.ts'

const path = 'a.brief.yaml'
const ours = { 'chancery.yaml': 'chancery: config/1\nbuilt_in_libraries: false\n', 'house.snippets.yaml': house }

/** What a writer would answer who takes what is proposed. */
function answerTo({ usual, answer, choices = [] }: SnippetQuestion): string {
  if (usual !== '') return usual
  return choices[0]?.id ?? { line: 'Staff', date: today, number: '5', one: '' }[answer]
}

function insertedAt(project: Project, text: string, position: Position): readonly { readonly name: string; readonly after: string }[] {
  const ask = askAbout(project, path, text)
  const document = TextDocument.create('file:///a', 'yaml', 1, text)
  return ask<SnippetsForResult>('chancery/snippetsFor', { position }).map(({ name, questions }) => {
    const answers = Object.fromEntries(questions.map((question) => [question.key, answerTo(question)]))
    const result = ask<FillSnippetResult>('chancery/fillSnippet', { position, name, answers })
    expect('problems' in result ? result.problems : [], `${name} at ${JSON.stringify(shown(text, document.offsetAt(position)))}`).toEqual(
      [],
    )
    return { name, after: 'problems' in result ? text : TextDocument.applyEdits(document, [...result.edits] as TextEdit[]) }
  })
}

function shown(text: string, offset: number): string {
  return `${text.slice(Math.max(0, offset - 60), offset)}<|>${text.slice(offset, offset + 40)}`
}

/** The words of all keys and values of a text that can be read, else those of the text as it stands. */
function wordsOf({ text, parts }: OpenFile): ReadonlyMap<string, number> {
  const isWhole = parts.length > 0 && parts.every(({ tree }) => isSound(tree))
  const texts = isWhole ? parts.flatMap(({ tree }) => scalarsOf(tree.root)).map((scalar) => scalar.text) : [text]
  const words = new Map<string, number>()
  for (const [word] of texts.join('\n').matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

function expectKept(before: string, after: string, where: string): void {
  const [was, is] = [openFile(path, before), openFile(path, after)]
  const told = `${where}\n${after}`
  expect(isReadWorse(was, is), told).toBe(false)
  const isWhole = was.parts.every(({ tree }) => isSound(tree))
  const left = wordsOf(isWhole ? is : { ...is, parts: [] })
  const lost = [...wordsOf(isWhole ? was : { ...was, parts: [] })].filter(([word, count]) => (left.get(word) ?? 0) < count)
  expect(lost, told).toEqual([])
}

describe('a snippet that is offered', () => {
  it.each(halfTyped)('can be inserted wherever the cursor stands, and every word stays: %#', async (text) => {
    const project = await projectOf({ ...ours, [path]: text })
    const document = TextDocument.create('file:///a', 'yaml', 1, text)
    for (let offset = 0; offset <= text.length; offset++)
      for (const { name, after } of insertedAt(project, text, document.positionAt(offset)))
        expectKept(text, after, `${name} at ${shown(text, offset)}`)
  })

  it.each(halfTyped)('takes the place of what was typed for it and of nothing else: %#', async (text) => {
    const project = await projectOf({ ...ours, [path]: text })
    if (!openFile(path, text).parts.every(({ tree }) => isSound(tree))) return
    for (let offset = 0; offset <= text.length; offset++) {
      const typed = `${text.slice(0, offset)}zeb${text.slice(offset)}`
      const document = TextDocument.create('file:///a', 'yaml', 1, typed)
      const position = document.positionAt(offset + 3)
      const list = askAbout(project, path, typed)<CompletionList>('textDocument/completion', { position })
      // Here it is the end of a word or the beginning of one.
      if (/[^\s"']$/.test(text.slice(0, offset)) || /^[^\s"']/.test(text.slice(offset))) continue
      if (text.slice(offset - 1, offset + 1) === '\r\n') continue
      for (const item of list.items.filter(({ label }) => label.startsWith('Zeb')))
        expectKept(text, filled(document, item), `${item.label} at ${shown(typed, offset + 3)}`)
    }
  })

  it('can be inserted in damaged text, too', async () => {
    const texts = corpus().filter((each) => each.path.endsWith('.brief.yaml'))
    const project = await projectOf({ 'house.snippets.yaml': house })
    const place = fc.record({ index: fc.nat(texts.length - 1), accidents: fc.option(fc.nat()), at: fc.nat() })
    fc.assert(
      fc.property(place, ({ index, accidents, at }) => {
        const { files, path: own } = texts[index] ?? { files: {}, path: '' }
        const text = accidents === null ? (files[own] ?? '') : mutate(files[own] ?? '', seeded(accidents))
        const offset = at % (text.length + 1)
        const position = TextDocument.create('file:///a', 'yaml', 1, text).positionAt(offset)
        for (const { name, after } of insertedAt(project, text, position)) expectKept(text, after, `${name} at ${shown(text, offset)}`)
      }),
      { numRuns: 60 },
    )
  })
})
