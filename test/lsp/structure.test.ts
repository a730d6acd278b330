import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InlayHint, SymbolInformation } from 'vscode-languageserver-types'
import { type Editor, startEditor } from '../support/editor.ts'
import { engagement, workspace } from '../support/sample.ts'

let folder: string
let editor: Editor

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-structure-'))
  for (const [path, text] of Object.entries(workspace)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
})

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  rmSync(folder, { recursive: true, force: true })
})

const path = 'engagements/staff-talks-2024.engagement.yaml'

async function open(options: { readonly initializationOptions?: object; readonly capabilities: object }): Promise<void> {
  editor = await startEditor(folder, options)
  editor.open(path, engagement, 'chancery-engagement')
}

async function labels(): Promise<readonly unknown[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
  const hints = await editor.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
    textDocument: { uri: editor.uri(path) },
    range,
  })
  return hints.map(({ label }) => label)
}

describe('a client without symbols within symbols', () => {
  it('has the outline as one list, in which each part says where it stands', async () => {
    await open({ capabilities: {} })
    const found = await editor.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri(path) },
    })
    expect(found.map(({ name, containerName }) => `${containerName ?? ''} > ${name}`)).toEqual([
      ' > Navy staff talks',
      'Navy staff talks > Type',
      'Navy staff talks > Status',
      'Navy staff talks > Dates',
      'Dates > Start',
      'Navy staff talks > Participants',
      'Participants > Japan and Philippines (participant)',
    ])
    expect(new Set(found.map(({ location }) => location.uri))).toEqual(new Set([editor.uri(path)]))
  })
})

describe('hints', () => {
  const capabilities = { workspace: { inlayHint: { refreshSupport: true } } }

  it('are shown as the settings say, at once when these change', async () => {
    await open({ capabilities, initializationOptions: { inlayHints: { countries: false } } })
    expect(await labels()).toEqual([])
    const asked = new Promise((done) => editor.connection.onRequest('workspace/inlayHint/refresh', () => done(null)))
    await editor.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { chancery: { inlayHints: { countries: true } } },
    })
    await asked
    expect(await labels()).toEqual(['Japan', 'Philippines'])
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { chancery: { inlayHints: false } } })
    expect(await labels()).toEqual([])
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { chancery: { lint: { enable: true } } } })
    expect(await labels()).toEqual([])
  })

  it('follow the names that the workspace chooses', async () => {
    await open({ capabilities })
    expect(await labels()).toEqual(['Japan', 'Philippines'])
    const asked = new Promise((done) => editor.connection.onRequest('workspace/inlayHint/refresh', () => done(null)))
    editor.open(
      'house.vocabulary.yaml',
      'chancery: vocabulary/1\nnaming: { house: { label: House, countries: { JPN: Nippon } } }\n',
      'chancery-vocabulary',
    )
    writeFileSync(
      join(folder, 'house.vocabulary.yaml'),
      'chancery: vocabulary/1\nnaming: { house: { label: House, countries: { JPN: Nippon } } }\n',
    )
    editor.open('chancery.yaml', 'chancery: config/1\nnaming: house\nvocabularies: [house.vocabulary.yaml]\n', 'chancery-config')
    await asked
    expect(await labels()).toEqual(['Nippon', 'Philippines'])
  })

  it('are not asked for again where the client cannot', async () => {
    await open({ capabilities: {} })
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { chancery: { inlayHints: false } } })
    expect(await labels()).toEqual([])
    await editor.quit()
    expect(editor.log).toEqual([])
  })
})

describe('the search over the workspace', () => {
  it('waits for the folders to be read', async () => {
    editor = await startEditor(folder, { capabilities: {} })
    const found = await editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'japanese' })
    expect(found.map(({ name }) => name)).toEqual(['Navy staff talks (Japan, Japanese)'])
  })
})
