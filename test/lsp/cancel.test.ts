import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LSPErrorCodes } from 'vscode-languageserver-protocol/node'
import { features } from '../../server/core/index.ts'
import * as own from '../../server/protocol.ts'
import { workspace } from '../support/sample.ts'
import { startWire, type Wire } from '../support/wire.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-cancel-'))
const path = 'briefs/talks-at-sea.brief.yaml'
const uri = pathToFileURL(join(folder, path)).toString()
const methods = [
  ...features.flatMap(({ requests }) => requests.map(({ method }) => method)),
  ...Object.values(own).filter((name) => name.startsWith('chancery/')),
  'textDocument/diagnostic',
  'workspace/diagnostic',
]
const position = { line: 6, character: 40 }
const params = {
  ...{ textDocument: { uri }, uri, position, range: { start: position, end: position }, positions: [position], context: {}, options: {} },
  ...{ newName: 'x', query: '', item: {}, rule: 'rec-owner', previousResultIds: [] },
}
let wire: Wire

beforeAll(async () => {
  for (const [name, text] of Object.entries(workspace)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  wire = startWire(folder)
  await wire.greet({ rootUri: pathToFileURL(folder).toString() })
  wire.tell('initialized', {})
  wire.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 1, text: workspace[path] } })
})

afterAll(async () => {
  wire?.process.kill()
  await wire?.ended
  rmSync(folder, { recursive: true, force: true })
})

it.each(methods)('%s can be cancelled', async (method) => {
  expect((await wire.askAndCancel(method, params)).error).toMatchObject({ code: LSPErrorCodes.RequestCancelled })
})

it('all of that was asked, and did no harm', async () => {
  expect(methods.length).toBeGreaterThan(10)
  expect((await wire.ask('chancery/lintWorkspace', {})).result).toMatchObject({ files: 3 })
  expect(wire.heard().filter(({ method }) => method === 'window/logMessage')).toEqual([])
})
