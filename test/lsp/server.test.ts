import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CancellationTokenSource, type Location, LSPErrorCodes } from 'vscode-languageserver-protocol/node'
import type { Editor } from '../support/editor.ts'
import { brief, engagement, servedFolder, started } from '../support/served.ts'

const codes = (found: readonly { code?: unknown }[]) => found.map((d) => d.code)

describe('findings in the editor', () => {
  it('are shown for files that are not open', async () => {
    const e = await started({ 'a.brief.yaml': brief('nowhere') })
    const [finding] = await e.until('a.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    expect(finding).toMatchObject({
      source: 'chancery',
      severity: 2,
      code: 'id-filename',
      codeDescription: { href: 'chancery-rule:/id-filename.md' },
    })
  })

  it('come and go with an edit', async () => {
    const e = await started({ 'visit.engagement.yaml': engagement('visit') })
    await e.until('visit.engagement.yaml', (found) => found.length === 0)
    e.open('visit.engagement.yaml', engagement('visit').replace('PHL', 'Philippines'))
    const [finding] = await e.until('visit.engagement.yaml', (found) => codes(found).includes('country-code'))
    expect(finding?.range).toEqual({ start: { line: 6, character: 34 }, end: { line: 6, character: 45 } })
    e.change('visit.engagement.yaml', engagement('visit'))
    await e.until('visit.engagement.yaml', (found) => found.length === 0)
  })

  it('follow what an unsaved buffer does to other files', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    await e.until('talks.brief.yaml', (found) => found.length === 0)
    e.open('visit.engagement.yaml', engagement('visit'), 'chancery-engagement')
    e.change('visit.engagement.yaml', engagement('other-visit'))
    await e.until('talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    e.close('visit.engagement.yaml')
    await e.until('talks.brief.yaml', (found) => found.length === 0)
  })

  it('follow files that come and go on disk', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit') })
    await e.until('talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    writeFileSync(join(servedFolder(), 'visit.engagement.yaml'), engagement('visit'))
    await e.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: e.uri('visit.engagement.yaml'), type: 1 }] })
    await e.until('talks.brief.yaml', (found) => found.length === 0)
    rmSync(join(servedFolder(), 'visit.engagement.yaml'))
    await e.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: e.uri('visit.engagement.yaml'), type: 3 }] })
    await e.until('talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
  })

  it('follow the configuration and the vocabulary while they are typed', async () => {
    const e = await started({
      'chancery.yaml': 'chancery: config/1\nvocabularies: [house.vocabulary.yaml]\n',
      'house.vocabulary.yaml': 'chancery: vocabulary/1\n',
      'visit.engagement.yaml': engagement('visit', 'framework: { organizations: [our-forum] }\n'),
    })
    await e.until('visit.engagement.yaml', (found) => codes(found).includes('ref-organization'))
    e.open('chancery.yaml', 'chancery: config/1\nvocabularies: [house.vocabulary.yaml]\n', 'chancery-config')
    e.change('chancery.yaml', 'chancery: config/1\nvocabularies: [house.vocabulary.yaml]\nrules: { ref-organization: "off" }\n')
    await e.until('visit.engagement.yaml', (found) => found.length === 0)
    e.close('chancery.yaml')
    await e.until('visit.engagement.yaml', (found) => codes(found).includes('ref-organization'))
    e.open(
      'house.vocabulary.yaml',
      'chancery: vocabulary/1\norganizations:\n  our-forum: { name: Our Forum, source: Our own minutes, as_of: 2024 }\n',
      'chancery-vocabulary',
    )
    await e.until('visit.engagement.yaml', (found) => found.length === 0)
  })

  it('follow folders that come and go, of which an editor tells the folder alone', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'old/visit.engagement.yaml': engagement('visit') })
    await e.until('talks.brief.yaml', (found) => found.length === 0)
    const tell = (path: string, type: number) =>
      e.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: e.uri(path), type }] })
    renameSync(join(servedFolder(), 'old'), join(servedFolder(), 'new'))
    await tell('old', 3)
    await e.until('talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    await tell('new', 1)
    await e.until('talks.brief.yaml', (found) => found.length === 0)
  })

  it('come and go with a folder of the workspace', async () => {
    const e = await started({ 'a/talks.brief.yaml': brief('nowhere') })
    await e.until('a/talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    const here = { uri: pathToFileURL(servedFolder()).toString(), name: 'test' }
    const change = (event: object) => e.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    await change({ added: [], removed: [here] })
    await e.until('a/talks.brief.yaml', (found) => found.length === 0)
    await change({ added: [here], removed: [] })
    await e.until('a/talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
  })

  it('can be kept to open files', async () => {
    const e = await started(
      { 'a.brief.yaml': brief('nowhere'), 'b.brief.yaml': brief('nowhere') },
      { initializationOptions: { lint: { workspace: false } } },
    )
    e.open('a.brief.yaml', brief('nowhere'))
    await e.until('a.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    expect(e.diagnostics('b.brief.yaml') ?? []).toEqual([])
  })

  it('show the other place too', async () => {
    const e = await started({ 'a.engagement.yaml': engagement('same'), 'b.engagement.yaml': engagement('same') })
    const found = await e.until('a.engagement.yaml', (all) => codes(all).includes('id-duplicate'))
    expect(found.find((d) => d.code === 'id-duplicate')?.relatedInformation?.[0]?.location.uri).toBe(e.uri('b.engagement.yaml'))
  })
})

describe('questions of the editor', () => {
  const ask = (e: Editor, method: string, params: object) => e.connection.sendRequest<never>(method, params)

  it.each([
    [true, ['shared/house.snippets.yaml']],
    [false, []],
  ])('go to a library outside of the folder where the folder is trusted: %s', async (trusted, homes) => {
    const house = 'chancery: snippets/1\nid: house\nversion: 1\nsnippets:\n  - { id: note, scope: [brief.annexes], text: Prepared. }\n'
    const e = await started(
      { 'shared/house.snippets.yaml': house, 'in/chancery.yaml': 'chancery: config/1\nlibraries: [../shared/]\n' },
      { initializationOptions: { trusted }, folders: ['in'] },
    )
    e.open('in/talks.brief.yaml', 'chancery: brief/1\nsnippets: [{ use: house/note }]\n', 'chancery-brief')
    const at = { textDocument: { uri: e.uri('in/talks.brief.yaml') }, position: { line: 1, character: 26 } }
    const found = await e.connection.sendRequest<readonly Location[] | null>('textDocument/definition', at)
    expect((found ?? []).map(({ uri }) => uri)).toEqual(homes.map((home) => e.uri(home)))
  })

  it('are answered with completions and hover', async () => {
    const e = await started({ 'visit.engagement.yaml': engagement('visit') })
    const text = 'chancery: engagement/1\nparticipants:\n  - country: Norw\n'
    e.open('visit.engagement.yaml', text, 'chancery-engagement')
    const at = { textDocument: { uri: e.uri('visit.engagement.yaml') }, position: { line: 2, character: 17 } }
    const list = await ask(e, 'textDocument/completion', at)
    expect(JSON.stringify(list)).toContain('NOR')
    e.change('visit.engagement.yaml', text.replace('Norw', 'NOR '))
    const hover = await ask(e, 'textDocument/hover', { ...at, position: { line: 2, character: 14 } })
    expect(JSON.stringify(hover)).toContain('Norway')
  })

  it('are answered with fixes, one by one and all together', async () => {
    const e = await started({ 'visit.engagement.yaml': engagement('visit').replace('PHL', 'Philippines') })
    e.open('visit.engagement.yaml', engagement('visit').replace('PHL', 'Philippines'), 'chancery-engagement')
    const textDocument = { uri: e.uri('visit.engagement.yaml') }
    const range = { start: { line: 6, character: 35 }, end: { line: 6, character: 35 } }
    const actions = await ask(e, 'textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } })
    const diagnostics = await e.until('visit.engagement.yaml', (found) => found.length > 0)
    expect(actions).toMatchObject([
      { title: 'Write PHL', kind: 'quickfix', isPreferred: true, diagnostics },
      { title: 'Silence country-code on line 7, with a reason', kind: 'quickfix', diagnostics },
    ])
    const fixes = await ask(e, 'chancery/fixes', textDocument)
    expect(fixes).toMatchObject({ version: 1, edits: [{ newText: 'PHL' }], made: 1 })
  })

  it('get a directive without a reason, and edits at once, where the editor can do no more', async () => {
    const text = engagement('visit').replace('PHL', 'Philippines').replace('USA', 'United States')
    const e = await started({ 'visit.engagement.yaml': text })
    e.open('visit.engagement.yaml', text, 'chancery-engagement')
    const textDocument = { uri: e.uri('visit.engagement.yaml') }
    const range = { start: { line: 6, character: 30 }, end: { line: 6, character: 30 } }
    const context = { diagnostics: [], only: ['quickfix', 'source.fixAll'] }
    const edits = (...texts: string[]) => ({ changes: { [textDocument.uri]: texts.map((newText) => ({ newText })) } })
    expect(await ask(e, 'textDocument/codeAction', { textDocument, range, context })).toMatchObject([
      { title: 'Write USA', edit: edits('USA') },
      { title: 'Mend all 2 findings of country-code in this file', edit: edits('USA', 'PHL') },
      { title: 'Silence country-code on line 7, with a reason', edit: edits('# chancery-disable-next-line country-code -- \n') },
      { title: 'Mend all that can safely be mended in this file', kind: 'source.fixAll.chancery', edit: edits('USA', 'PHL') },
    ])
  })

  it('can be cancelled', async () => {
    const many = Array.from({ length: 400 }, (_, i) => [`many/e${i}.engagement.yaml`, engagement(`e${i}`)])
    const e = await started(Object.fromEntries(many))
    const stop = new CancellationTokenSource()
    const asked = e.connection.sendRequest('chancery/lintWorkspace', {}, stop.token)
    stop.cancel()
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    expect(await ask(e, 'chancery/lintWorkspace', {})).toMatchObject({ files: 400 })
  })

  it('that make no sense are answered with nothing, and the server lives', async () => {
    const e = await started({ 'visit.engagement.yaml': engagement('visit') })
    const position = { line: 99, character: 99 }
    expect(await ask(e, 'textDocument/hover', { textDocument: { uri: e.uri('no.brief.yaml') }, position })).toBeNull()
    expect(await ask(e, 'textDocument/completion', { textDocument: { uri: 'git:/x.brief.yaml' }, position })).toBeNull()
    expect(await ask(e, 'chancery/preview', { uri: { a: 1 } })).toBeNull()
    expect(await ask(e, 'chancery/newFile', { kind: 'brief' })).toBeNull()
    expect(e.log.join()).toContain('new file')
    expect(await ask(e, 'chancery/lintWorkspace', {})).toMatchObject({ files: 1 })
  })

  it('end with the session', async () => {
    const e = await started({})
    expect(await e.quit()).toBe(0)
  })
})
