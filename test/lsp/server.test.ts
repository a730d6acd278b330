import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node'
import { type Editor, startEditor } from '../support/editor.ts'

const engagement = (id: string, more = '') => `chancery: engagement/1
id: ${id}
type: port-call
title: A visit
status: completed
dates: { start: 2024-04-22 }
participants: [{ countries: [USA, PHL] }]
visit: { port: Manila, purpose: routine }
${more}`

const brief = (cited: string) => `chancery: brief/1
id: talks
title: Keep talking
profile: state-info-memo
stage: draft
date: 2024-05-01
bluf: The two navies talk again.
background: A ship called [@${cited}].
engagements: [${cited}]
`

let editor: Editor | undefined
let folder = ''

function write(files: Readonly<Record<string, string>>): string {
  folder = mkdtempSync(join(tmpdir(), 'chancery-lsp-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

async function started(files: Readonly<Record<string, string>>, options = {}): Promise<Editor> {
  editor = await startEditor(write(files), options)
  return editor
}

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  editor = undefined
  rmSync(folder, { recursive: true, force: true })
})

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
    writeFileSync(join(folder, 'visit.engagement.yaml'), engagement('visit'))
    await e.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: e.uri('visit.engagement.yaml'), type: 1 }] })
    await e.until('talks.brief.yaml', (found) => found.length === 0)
    rmSync(join(folder, 'visit.engagement.yaml'))
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
    renameSync(join(folder, 'old'), join(folder, 'new'))
    await tell('old', 3)
    await e.until('talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    await tell('new', 1)
    await e.until('talks.brief.yaml', (found) => found.length === 0)
  })

  it('come and go with a folder of the workspace', async () => {
    const e = await started({ 'a/talks.brief.yaml': brief('nowhere') })
    await e.until('a/talks.brief.yaml', (found) => codes(found).includes('ref-engagement'))
    const here = { uri: pathToFileURL(folder).toString(), name: 'test' }
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

  it('are answered with a preview, a status, a page of a rule and a summary', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    e.open('talks.brief.yaml', brief('visit').replace('Keep talking', 'Talk on'))
    const uri = e.uri('talks.brief.yaml')
    expect(await ask(e, 'chancery/preview', { uri })).toMatchObject({
      title: 'Talk on',
      incomplete: false,
      html: expect.stringContaining('<h1'),
    })
    expect(await ask(e, 'chancery/status', { uri })).toMatchObject({ errors: 0, warnings: 0, limit: 900, words: expect.any(Number) })
    expect(await ask(e, 'chancery/explain', { rule: 'rec-owner' })).toMatchObject({ markdown: expect.stringContaining('rec-owner') })
    expect(await ask(e, 'chancery/explain', { rule: 'no-such-rule' })).toBeNull()
    expect(await ask(e, 'chancery/lintWorkspace', {})).toEqual({ files: 2, errors: 0, warnings: 0, infos: 0, hints: 0 })
  })

  it('show all engagements or those that were chosen, as they are typed, and know where each is kept', async () => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    const shows = (name: string) => ({ all: 1, shown: 1, html: expect.stringContaining(name) })
    expect(await ask(e, 'chancery/network', { chosen: [] })).toMatchObject(shows('visit.html'))
    expect(await ask(e, 'chancery/network', { chosen: [['country', 'TON']] })).toMatchObject({ all: 1, shown: 0 })
    e.open('visit.engagement.yaml', engagement('other'))
    await vi.waitFor(async () => expect(await ask(e, 'chancery/network', { chosen: [] })).toMatchObject(shows('other.html')))
    const place = { uri: e.uri('visit.engagement.yaml'), position: { line: 1 } }
    expect(await ask(e, 'chancery/whereabouts', { id: 'other' })).toMatchObject(place)
    expect(await ask(e, 'chancery/whereabouts', { id: 'visit' })).toBeNull()
  })

  it.each([
    ['docx', 'PK', 'talks.docx'],
    ['pdf', '%PDF-1.7', 'talks.pdf'],
    ['html', '<!doctype html>', 'talks.html'],
    ['markdown', '---', 'talks.md'],
  ])('give a brief as %s', async (form, start, name) => {
    const e = await started({ 'talks.brief.yaml': brief('visit'), 'visit.engagement.yaml': engagement('visit') })
    const result = await ask(e, 'chancery/export', { uri: e.uri('talks.brief.yaml'), form, isForced: false })
    expect(result).toMatchObject({ done: true, name, notices: [] })
    const { content } = result as { readonly content: string }
    expect(Buffer.from(content, 'base64').toString('latin1').startsWith(start)).toBe(true)
  })

  it('say why a brief with errors is no document yet, and give it to whoever insists', async () => {
    const e = await started({ 'talks.brief.yaml': brief('nobody-knows-it') })
    const uri = e.uri('talks.brief.yaml')
    const refused = { done: false, isForceable: true, reasons: expect.arrayContaining([expect.stringMatching(/^Line \d+: /)]) }
    expect(await ask(e, 'chancery/export', { uri, form: 'html', isForced: false })).toMatchObject(refused)
    expect(await ask(e, 'chancery/export', { uri, form: 'html', isForced: true })).toMatchObject({ done: true })
    const template = Buffer.from('none').toString('base64')
    expect(await ask(e, 'chancery/export', { uri, form: 'docx', isForced: true, template })).toMatchObject({
      done: false,
      isForceable: false,
    })
  })

  it('show the text that a brief takes in, and lead from it to where it is named', async () => {
    const house =
      'chancery: snippets/1\nid: house\nversion: 1\nsnippets:\n  - { id: note, scope: [brief.annexes], text: From open sources. }\n'
    const text = `${brief('visit')}snippets:\n  - { use: house/note }\n`
    const e = await started({ 'talks.brief.yaml': text, 'house.snippets.yaml': house })
    const page = (await ask(e, 'chancery/preview', { uri: e.uri('talks.brief.yaml') })) as {
      readonly html: string
      readonly places: unknown
    }
    expect(page.html).toContain('From open sources.')
    expect(page.places).toEqual(expect.arrayContaining([['annexes/0/text@0', text.split('\n').length - 1, expect.any(Number)]]))
  })

  it('tell the length of a brief, by the limits of its profile and of the workspace', async () => {
    const long = brief('visit')
    const config =
      'chancery: config/1\nprofile: idrc\noverrides:\n  - { files: ["*"], stage: draft, rules: { bluf-length: { words: 3 } } }\n'
    const texts = {
      'a.brief.yaml': long,
      'own/chancery.yaml': config,
      'own/b.brief.yaml': long.replace(/^profile.*\n/m, '').replace('talk again.', `talk again. ${'word '.repeat(800)}`),
    }
    const e = await started(texts)
    const lengths = async (path: string) => ask(e, 'chancery/status', { uri: e.uri(path) })
    expect(await lengths('a.brief.yaml')).toMatchObject({ limit: 900, minutes: 1, bluf: { words: 5, limit: 60 } })
    expect(await lengths('own/b.brief.yaml')).toMatchObject({ limit: 1500, minutes: 3, bluf: { words: 805, limit: 3 } })
    expect(await lengths('own/chancery.yaml')).toEqual({ errors: 0, warnings: 0, infos: 0, hints: 0 })
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
