import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CancellationTokenSource, LSPErrorCodes, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node'
import { type AskingEditor, startAskingEditor } from '../support/asking-editor.ts'
import { type Editor, startEditor } from '../support/editor.ts'
import { brief, config, dangling, engagement, workspace } from '../support/sample.ts'

const briefPath = 'briefs/talks-at-sea.brief.yaml'
const engagementPath = 'engagements/staff-talks-2024.engagement.yaml'
const renamed = engagement.replace('id: staff-talks-2024', 'id: other-talks')

let folder = ''
let asking: AskingEditor | undefined
let editor: Editor | undefined

function write(files: Readonly<Record<string, string>>): void {
  folder = mkdtempSync(join(tmpdir(), 'chancery-pull-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

async function started(files: Readonly<Record<string, string>>, options = {}): Promise<AskingEditor> {
  write(files)
  asking = await startAskingEditor(folder, options)
  editor = asking.editor
  return asking
}

/** An editor that asks only when the test does. */
async function quiet(files: Readonly<Record<string, string>>): Promise<Editor> {
  write(files)
  editor = await startEditor(folder, { capabilities: { textDocument: { diagnostic: {} } } })
  return editor
}

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  editor = undefined
  asking = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** What is shown, as paths and rules. */
function rules({ shown }: AskingEditor): readonly string[] {
  return [...shown()].flatMap(([path, items]) => items.map(({ code }) => `${path}: ${code}`)).sort()
}

async function until(e: AskingEditor, ...wanted: readonly string[]): Promise<void> {
  await expect.poll(() => rules(e), { timeout: 10_000 }).toEqual(wanted)
}

function tell(e: Editor, ...changes: readonly (readonly [path: string, type: 1 | 2 | 3])[]): Promise<void> {
  const events = changes.map(([path, type]) => ({ uri: e.uri(path), type }))
  return e.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: events })
}

const refEngagement = `${briefPath}: ref-engagement`

describe('an editor that asks for findings', () => {
  it('has those of files that are not open, and is sent none', async () => {
    const e = await started({ ...workspace, [briefPath]: dangling })
    await until(e, refEngagement)
    await e.open(briefPath, brief)
    await until(e)
    await e.change(briefPath, dangling)
    await until(e, refEngagement)
    expect(e.heard.sent).toEqual([])
  })

  it('has the findings of the disk again once a buffer is closed unsaved', async () => {
    const e = await started(workspace)
    await e.open(briefPath, dangling)
    await until(e, refEngagement)
    await e.close(briefPath)
    await until(e)
  })

  it('is told to ask again for an open document when another file changes what holds there', async () => {
    const e = await started(workspace)
    await e.open(briefPath, brief)
    await e.open(engagementPath, engagement)
    await e.change(engagementPath, renamed)
    await until(e, `${briefPath}: ref-engagement`, `${briefPath}: ref-engagement`, `${engagementPath}: id-filename`)
    await e.close(engagementPath)
    await until(e)
    expect(e.heard.refreshes).toBeGreaterThan(0)
  })

  it('has nothing left of files that were deleted, moved or exchanged many at once', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`old/b${i}.brief.yaml`, dangling.replace('talks-at-sea', `b${i}`)]),
    )
    const e = await started({ 'chancery.yaml': config, [engagementPath]: engagement, ...many })
    await until(
      e,
      ...Object.keys(many)
        .map((path) => `${path}: ref-engagement`)
        .sort(),
    )
    await e.open('old/b0.brief.yaml', many['old/b0.brief.yaml'] ?? '')
    await e.close('old/b0.brief.yaml')
    const before = e.heard.refreshes
    renameSync(join(folder, 'old'), join(folder, 'new'))
    for (const path of Object.keys(many))
      writeFileSync(join(folder, path.replace('old', 'new')), brief.replace('id: talks-at-sea', `id: ${/b\d+/.exec(path)?.[0]}`))
    const names = Object.keys(many)
    await tell(e.editor, ...names.map((path) => [path, 3] as const), ...names.map((path) => [path.replace('old', 'new'), 1] as const))
    await until(e)
    expect(e.heard.refreshes - before).toBeLessThanOrEqual(1)
  })

  it('has no findings while checking is off, and all of them when it is on again', async () => {
    const e = await started({ ...workspace, [briefPath]: dangling, 'b.brief.yaml': dangling.replace('id: talks-at-sea', 'id: b') })
    await e.open(briefPath, dangling)
    await until(e, 'b.brief.yaml: ref-engagement', refEngagement)
    const set = (lint: object) =>
      e.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { chancery: { lint } } })
    await set({ enable: false, workspace: true })
    await until(e)
    await set({ enable: true, workspace: false })
    await until(e, refEngagement)
    await set({ enable: true, workspace: true })
    await until(e, 'b.brief.yaml: ref-engagement', refEngagement)
  })

  it('is told once of a file that stays as it is', async () => {
    const e = await started({ ...workspace, [briefPath]: dangling })
    await until(e, refEngagement)
    const told = () => e.heard.reports.filter(({ uri }) => uri === e.editor.uri(briefPath)).length
    expect(told()).toBe(1)
    await tell(e.editor, [briefPath, 2], [engagementPath, 2])
    await e.editor.connection.sendRequest('chancery/lintWorkspace', {})
    expect(told()).toBe(1)
  })
})

describe('the answer about one document', () => {
  const ask = (e: Editor, path: string, previousResultId?: string) =>
    e.connection.sendRequest<never>('textDocument/diagnostic', {
      textDocument: { uri: e.uri(path) },
      ...(previousResultId ? { previousResultId } : {}),
    })

  it('is short where nothing changed, even in a new session', async () => {
    const first = await quiet({ ...workspace, [briefPath]: dangling })
    first.open(briefPath, dangling)
    const full = (await ask(first, briefPath)) as { readonly kind: string; readonly resultId: string; readonly items: readonly object[] }
    expect(full).toMatchObject({ kind: 'full', items: [{ code: 'ref-engagement' }] })
    expect(await ask(first, briefPath, full.resultId)).toEqual({ kind: 'unchanged', resultId: full.resultId })
    await first.quit()
    const second = await startEditor(folder, { capabilities: { textDocument: { diagnostic: {} } } })
    editor = second
    second.open(briefPath, dangling)
    expect(await ask(second, briefPath, full.resultId)).toEqual({ kind: 'unchanged', resultId: full.resultId })
    second.change(briefPath, brief)
    expect(await ask(second, briefPath, full.resultId)).toMatchObject({ kind: 'full', items: [] })
  })

  it('is about the text that was typed last', async () => {
    const e = await quiet(workspace)
    e.open(briefPath, brief)
    for (let i = 0; i < 5; i++) e.change(briefPath, i % 2 === 0 ? dangling : brief)
    expect(await ask(e, briefPath)).toMatchObject({ items: [{ code: 'ref-engagement' }] })
  })

  it('can be cancelled while it waits for the typing to rest', async () => {
    const e = await quiet(workspace)
    e.open(briefPath, brief)
    const stop = new CancellationTokenSource()
    e.change(briefPath, dangling)
    const asked = e.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: e.uri(briefPath) } }, stop.token)
    stop.cancel()
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    expect(await ask(e, briefPath)).toMatchObject({ items: [{ code: 'ref-engagement' }] })
  })

  it.each(['git:/a.brief.yaml', 'vscode-notebook-cell:/a.brief.yaml#1', 'output:x'])('is empty about %s', async (uri) => {
    const e = await quiet(workspace)
    await e.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'chancery-brief', version: 1, text: 'x' },
    })
    expect(await e.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).toEqual({ kind: 'full', items: [] })
  })
})

describe('the answer about all files', () => {
  it('is whole where it cannot be given in parts, and short about what is known', async () => {
    const e = await quiet({ ...workspace, [briefPath]: dangling })
    const ask = (previousResultIds: readonly object[]) =>
      e.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds })
    const { items } = await ask([])
    expect(items.map(({ uri, kind, version }) => [uri, kind, version]).sort()).toEqual(
      Object.keys(workspace)
        .map((path) => [e.uri(path), 'full', null])
        .sort(),
    )
    const known = items.map(({ uri, resultId }) => ({ uri, value: resultId }))
    rmSync(join(folder, engagementPath))
    await tell(e, [engagementPath, 3])
    await expect.poll(async () => (await ask(known)).items.find(({ uri }) => uri === e.uri(briefPath))).toMatchObject({ kind: 'full' })
    const again = (await ask(known)).items
    expect(again.find(({ uri }) => uri === e.uri(engagementPath))).toMatchObject({ kind: 'full', items: [] })
    expect(again.find(({ uri }) => uri === e.uri('chancery.yaml'))).toMatchObject({ kind: 'unchanged' })
  })

  it('ends when it is cancelled, when another takes its place, and with the session', async () => {
    const e = await quiet(workspace)
    const ask = (stop = new CancellationTokenSource()) =>
      e.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'p' }, stop.token)
    const stop = new CancellationTokenSource()
    const first = ask(stop)
    stop.cancel()
    await expect(first).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    const second = ask()
    const third = ask()
    expect(await second).toEqual({ items: [] })
    expect(await e.connection.sendRequest('shutdown')).toBeNull()
    expect(await third).toEqual({ items: [] })
    const ended = new Promise((done) => e.process.once('exit', done))
    await e.connection.sendNotification('exit')
    expect(await ended).toBe(0)
  })
})

describe('an editor that asks for documents alone', () => {
  it('is sent the findings of files that are not open, and has none twice', async () => {
    const e = await quiet({ ...workspace, [briefPath]: dangling })
    await e.until(briefPath, (found) => found.length === 1)
    e.open(briefPath, dangling)
    await e.until(briefPath, (found) => found.length === 0)
    e.close(briefPath)
    await e.until(briefPath, (found) => found.length === 1)
    const { items } = await e.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] })
    expect(items.find(({ uri }) => uri === e.uri(briefPath))).toMatchObject({ items: [{ code: 'ref-engagement' }] })
    expect(e.diagnostics(briefPath)).toEqual([])
  })
})

describe('the greeting', () => {
  it('offers to answer only whom it does not send findings', async () => {
    write(workspace)
    for (const [able, provider] of [
      [{}, undefined],
      [{ textDocument: { diagnostic: {} } }, { identifier: 'chancery', interFileDependencies: true, workspaceDiagnostics: true }],
    ] as const) {
      editor = await startEditor(folder, { capabilities: able })
      expect(editor.greeting.capabilities.diagnosticProvider).toEqual(provider)
      expect(editor.greeting.capabilities.positionEncoding).toBe('utf-16')
      await editor.quit()
    }
  })
})
