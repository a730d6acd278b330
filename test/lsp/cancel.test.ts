import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node'
import { features } from '../../server/core/index.ts'
import * as own from '../../server/protocol.ts'
import { type Editor, startEditor } from '../support/editor.ts'
import { workspace } from '../support/sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-cancel-'))
const path = 'briefs/talks-at-sea.brief.yaml'
const methods = [
  ...features.flatMap(({ requests }) => requests.map(({ method }) => method)),
  ...Object.values(own),
  'textDocument/diagnostic',
  'workspace/diagnostic',
]
let editor: Editor

beforeAll(async () => {
  for (const [name, text] of Object.entries(workspace)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  editor = await startEditor(folder)
  editor.open(path, workspace[path])
})

afterAll(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  rmSync(folder, { recursive: true, force: true })
})

function ask(method: string, stop: CancellationTokenSource): Promise<unknown> {
  const uri = editor.uri(path)
  const position = { line: 6, character: 40 }
  const range = { start: position, end: position }
  const about = {
    textDocument: { uri },
    uri,
    position,
    range,
    positions: [position],
    context: {},
    options: {},
    newName: 'x',
    query: '',
    item: {},
    rule: 'rec-owner',
    previousResultIds: [],
  }
  return editor.connection.sendRequest(method, about, stop.token)
}

it.each(methods)('%s can be cancelled', async (method) => {
  const stop = new CancellationTokenSource()
  const asked = ask(method, stop)
  stop.cancel()
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
})

it('all of that was asked, and did no harm', async () => {
  expect(methods.length).toBeGreaterThan(10)
  expect(await editor.connection.sendRequest('chancery/lintWorkspace', {})).toMatchObject({ files: 3 })
  expect(editor.log).toEqual([])
})
