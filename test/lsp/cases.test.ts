import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionList, Hover } from 'vscode-languageserver-types'
import { marked } from '../core/at-cursor.ts'
import { checkHover, checkItems } from '../core/check-answers.ts'
import { keys, references } from '../core/completion-keys.ts'
import { values } from '../core/completion-values.ts'
import { hovers } from '../core/hover-cases.ts'
import { type Editor, startEditor } from '../support/editor.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-cases-'))
const completions = [...keys, ...values, ...references].map((wanted, i) => ({ ...wanted, room: `completion-${i}` }))
const hoverings = hovers.map((wanted, i) => ({ ...wanted, room: `hover-${i}` }))
const asked = { completion: 0, hover: 0 }
let editor: Editor

/** Each case lies in a folder with a configuration, which makes it a workspace of its own. */
function writeAll(): void {
  for (const { at, room } of [...completions, ...hoverings]) {
    const files = { 'chancery.yaml': 'chancery: config/1\n', ...marked(at).files }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, room, path)), { recursive: true })
      writeFileSync(join(folder, room, path), text)
    }
  }
}

/** Opens the file of a case and asks at its mark. */
async function ask<Answer>(what: keyof typeof asked, { at, room }: { readonly at: string; readonly room: string }) {
  const { path, text, offset } = marked(at)
  const document = TextDocument.create(editor.uri(`${room}/${path}`), 'yaml', 1, text)
  editor.open(`${room}/${path}`, text)
  const params = { textDocument: { uri: document.uri }, position: document.positionAt(offset) }
  const answer = await editor.connection.sendRequest<Answer | null>(`textDocument/${what}`, params)
  editor.close(`${room}/${path}`)
  asked[what]++
  return { document, offset, answer }
}

beforeAll(async () => {
  writeAll()
  editor = await startEditor(folder)
})

afterAll(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  rmSync(folder, { recursive: true, force: true })
})

describe('the built server', () => {
  it.each(completions)('completes: $name', async (wanted) => {
    const { answer, ...place } = await ask<CompletionList>('completion', wanted)
    checkItems(wanted, place, answer?.items ?? [])
  })

  it.each(hoverings)('hovers on $name', async (wanted) => {
    const { answer } = await ask<Hover>('hover', wanted)
    checkHover(wanted, answer)
  })

  it('was asked all of it, and had nothing to complain of', () => {
    expect(asked).toEqual({ completion: completions.length, hover: hoverings.length })
    expect(asked.completion).toBeGreaterThanOrEqual(60)
    expect(asked.hover).toBeGreaterThanOrEqual(20)
    expect(editor.log).toEqual([])
  })
})
