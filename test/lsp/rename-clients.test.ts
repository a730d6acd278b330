import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Location, WorkspaceEdit } from 'vscode-languageserver-types'
import { capabilitiesOf } from '../../server/lsp/features.ts'
import { type Editor, startEditor } from '../support/editor.ts'
import { brief, engagement, workspace } from '../support/sample.ts'

const [record, paper] = ['engagements/staff-talks-2024.engagement.yaml', 'briefs/talks-at-sea.brief.yaml']
/** On the id of the record. */
const onId = { line: 1, character: 6 }
let folder: string
let running: Editor | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-rename-'))
  for (const [path, text] of Object.entries(workspace)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})

afterEach(async () => {
  await running?.quit()
  expect(running?.log ?? []).toEqual([])
  running = undefined
  rmSync(folder, { recursive: true, force: true })
})

async function started(options = {}): Promise<Editor> {
  running = await startEditor(folder, options)
  return running
}

function ask<Answer>(from: Editor, method: string, path: string, params: object): Promise<Answer> {
  return from.connection.sendRequest<Answer>(`textDocument/${method}`, { textDocument: { uri: from.uri(path) }, ...params })
}

it('a client that knows changes only is given changes, and its files keep their names', async () => {
  const editor = await started()
  editor.open(record, engagement)
  const edit = await ask<WorkspaceEdit>(editor, 'rename', record, { position: onId, newName: 'talks' })
  expect(Object.keys(edit)).toEqual(['changes'])
  expect(Object.entries(edit.changes ?? {}).map(([uri, edits]) => [uri, edits.length])).toEqual([
    [editor.uri(paper), 2],
    [editor.uri(record), 1],
  ])
})

it('a client that shows no pages is led nowhere from a built-in word', async () => {
  const editor = await started()
  editor.open(record, engagement)
  const at = { line: 2, character: 8 }
  expect(await ask<readonly Location[] | null>(editor, 'definition', record, { position: at })).toBeNull()
})

it('what is not saved counts, and the edit says for which version it is', async () => {
  const editor = await started({
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } } },
  })
  editor.open(record, engagement)
  editor.open(paper, brief)
  await editor.until(paper, () => true)
  const unsaved = brief.replace('background: The staffs met in May.', 'background: The staffs met in May [@staff-talks-2024].')
  editor.change(paper, unsaved)
  const { documentChanges } = await ask<WorkspaceEdit>(editor, 'rename', record, { position: onId, newName: 'talks' })
  expect(documentChanges).toMatchObject([
    { textDocument: { uri: editor.uri(paper), version: 2 }, edits: [{}, {}, {}] },
    { textDocument: { uri: editor.uri(record), version: 1 }, edits: [{}] },
    { kind: 'rename', oldUri: editor.uri(record), newUri: editor.uri('engagements/talks.engagement.yaml') },
  ])
})

it('the server says of itself what every feature adds', () => {
  const own = { workspace: { workspaceFolders: { supported: true } } }
  expect(capabilitiesOf(own)).toMatchObject({
    workspace: { workspaceFolders: { supported: true }, fileOperations: { willRename: { filters: [{}, {}] } } },
    renameProvider: { prepareProvider: true },
  })
})
