import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol/node'
import { brief } from '../support/sample.ts'
import { frame, startWire, type Wire } from '../support/wire.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-protocol-'))
const uri = 'file:///nowhere/a.brief.yaml'
const position = { line: 0, character: 0 }
let wire: Wire | undefined

afterEach(async () => {
  wire?.process.kill()
  await wire?.ended
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function started(): Wire {
  wire = startWire(folder)
  return wire
}

async function running(params: object = {}): Promise<Wire> {
  const w = started()
  await w.greet(params)
  w.tell('initialized', {})
  return w
}

describe('a session', () => {
  it('begins with the greeting: before it, questions are refused and news is passed over', async () => {
    const w = started()
    const early = { code: ErrorCodes.ServerNotInitialized }
    expect((await w.ask('textDocument/hover', { textDocument: { uri }, position })).error).toMatchObject(early)
    expect((await w.ask('no/such/thing')).error).toMatchObject(early)
    expect((await w.ask('shutdown')).error).toMatchObject(early)
    w.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 1, text: brief } })
    expect((await w.greet()).result).toMatchObject({ capabilities: { positionEncoding: 'utf-16' }, serverInfo: { name: 'chancery' } })
    expect((await w.ask('chancery/status', { uri })).result).toBeNull()
  })

  it('is greeted once', async () => {
    const w = await running()
    expect((await w.greet()).error).toMatchObject({ code: ErrorCodes.InvalidRequest })
    expect((await w.ask('chancery/explain', { rule: 'rec-owner' })).result).toMatchObject({ markdown: expect.any(String) })
  })

  it('answers before it is told that the editor is ready', async () => {
    const w = started()
    await w.greet()
    w.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 1, text: brief } })
    const asked = w.ask('textDocument/hover', { textDocument: { uri }, position })
    expect((await asked).result).toMatchObject({ contents: { kind: 'markdown' } })
  })

  it('refuses questions after it was told to shut down, and ends well', async () => {
    const w = await running()
    expect(await w.ask('shutdown')).toMatchObject({ result: null })
    expect((await w.ask('chancery/lintWorkspace', {})).error).toMatchObject({ code: ErrorCodes.InvalidRequest })
    expect((await w.ask('no/such/thing')).error).toMatchObject({ code: ErrorCodes.InvalidRequest })
    w.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 1, text: brief } })
    w.tell('exit')
    expect(await w.ended).toBe(0)
  })

  it.each([
    ['is told to end without having been told to shut down', (w: Wire) => w.tell('exit')],
    ['has nobody to talk to any more', (w: Wire) => w.process.stdin?.end()],
  ])('ends in failure when it %s', async (_, end) => {
    const w = await running()
    end(w)
    expect(await w.ended).toBe(1)
  })

  it('ends with the editor that started it', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0'])
    const w = await running({ processId: pid })
    expect(await w.ended).toBe(1)
  })
})

describe('what makes no sense', () => {
  it('is refused where there is no such question, and passed over where it is no question', async () => {
    const w = await running()
    w.tell('no/such/news', { a: 1 })
    w.tell('$/no/such/news')
    expect((await w.ask('no/such/thing', {})).error).toMatchObject({ code: ErrorCodes.MethodNotFound })
    expect((await w.ask('$/no/such/thing')).error).toMatchObject({ code: ErrorCodes.MethodNotFound })
  })

  it.each([
    ['nothing', undefined],
    ['a list', [1, 2]],
    ['a document without a name', { textDocument: {}, position }],
    ['a name that is no text', { textDocument: { uri: 7 }, position, uri: 7, rule: 7 }],
    [
      'places of another kind',
      { textDocument: { uri }, position: { line: 'x' }, range: [], positions: 'x', newName: {}, previousResultIds: 7 },
    ],
  ])('is answered with nothing where the params are %s, and the server lives', async (_, params) => {
    const w = await running()
    w.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 1, text: brief } })
    const { result } = (await w.ask('chancery/choices')) as { result: { rules: readonly object[] } }
    expect(result.rules.length).toBeGreaterThan(10)
    for (const method of ['hover', 'completion', 'codeAction', 'diagnostic', 'rename', 'references'].map(
      (name) => `textDocument/${name}`,
    )) {
      const answer = await w.ask(method, params)
      // A rename is refused in words.
      expect([ErrorCodes.MethodNotFound, LSPErrorCodes.RequestFailed]).toContain(answer.error?.code ?? ErrorCodes.MethodNotFound)
    }
    for (const method of ['status', 'preview', 'fixes', 'explain', 'questions', 'newFile']) await w.ask(`chancery/${method}`, params)
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeWorkspaceFolders',
      'workspace/didChangeConfiguration',
    ])
      w.tell(method, params)
    w.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 2, text: brief } })
    expect((await w.ask('textDocument/hover', { textDocument: { uri }, position })).result).toMatchObject({
      contents: { kind: 'markdown' },
    })
  })

  it('is logged with what was asked', async () => {
    const w = await running()
    await w.ask('chancery/newFile', { kind: 'brief', mark: 'looked for in the log' })
    expect(JSON.stringify(w.heard().filter(({ method }) => method === 'window/logMessage'))).toContain('looked for in the log')
  })

  it('is passed over where it is no message at all', async () => {
    const w = await running()
    w.send(frame('{"jsonrpc":"2.0","id":'))
    w.send(frame('[]'))
    w.send(frame('null'))
    expect((await w.ask('chancery/explain', { rule: 'rec-owner' })).result).toMatchObject({ markdown: expect.any(String) })
  })
})

describe('an editor that can do nothing', () => {
  it('is asked for nothing, and gets plain answers and the findings all the same', async () => {
    const w = await running()
    w.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'chancery-brief', version: 1, text: 'chancery: brief/1\nid: a\n\n' },
    })
    const completion = (await w.ask('textDocument/completion', { textDocument: { uri }, position: { line: 2, character: 0 } })).result
    expect(JSON.stringify(completion)).toContain('"label":"title"')
    expect(JSON.stringify(completion)).not.toContain('"insertTextFormat":2')
    await expect.poll(() => w.heard().some(({ method }) => method === 'textDocument/publishDiagnostics')).toBe(true)
    const asked = w.heard().filter(({ id, method }) => id !== undefined && method !== undefined)
    expect(asked).toEqual([])
  })
})
