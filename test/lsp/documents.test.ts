import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from 'vscode-languageserver-types'
import { largestFile } from '../../server/disk.ts'
import { edited as editedText } from '../../server/lsp/edits.ts'
import type { PreviewResult } from '../../server/protocol.ts'
import { type Editor, startEditor } from '../support/editor.ts'
import { config, dangling, engagement, lone } from '../support/sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-documents-'))
const sent = new Map<string, { readonly diagnostics: readonly Diagnostic[]; readonly version?: number }>()
let editor: Editor

/** A sound brief with an id of its own, and one that cites what is not there. */
const sound = (id: string) => lone.replace('id: talks-at-sea', `id: ${id}`)
const dead = (id: string) => sound(id).replace('bluf: ', 'bluf: "[@nowhere] ').replace('next talks.', 'next talks."')

beforeAll(async () => {
  writeFileSync(join(folder, 'chancery.yaml'), config)
  editor = await startEditor(folder, {
    hear: (connection) =>
      connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: { uri: string; diagnostics: Diagnostic[]; version?: number }) => {
          sent.set(params.uri, params)
        },
      ),
  })
})

afterAll(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  rmSync(folder, { recursive: true, force: true })
})

function tell(what: string, params: object): Promise<void> {
  return editor.connection.sendNotification(`textDocument/${what}`, params)
}

function open(uri: string, text: string, languageId = 'chancery-brief', version = 1): Promise<void> {
  return tell('didOpen', { textDocument: { uri, languageId, version, text } })
}

function close(uri: string): Promise<void> {
  return tell('didClose', { textDocument: { uri } })
}

function codes(uri: string): readonly unknown[] | undefined {
  return sent.get(uri)?.diagnostics.map(({ code }) => code)
}

async function until(uri: string, ...wanted: readonly string[]): Promise<void> {
  await expect.poll(() => codes(uri), { timeout: 10_000 }).toEqual(wanted)
}

/** All that was to be said before this is said has been said then. */
async function settled(): Promise<void> {
  const uri = editor.uri('settled/a.brief.yaml')
  await open(uri, '- a list\n')
  await until(uri, 'first-key')
  await close(uri)
  await until(uri)
}

describe('a document', () => {
  it.each([
    ['spaces', 'my talks.brief.yaml', 'my%20talks.brief.yaml'],
    ['a per cent sign', '50%25.brief.yaml', '50%2525.brief.yaml'],
    ['a number sign and a question mark', 'c#1?.brief.yaml', 'c%231%3F.brief.yaml'],
    ['letters of other languages', 'réunion-會議.brief.yaml', 'r%C3%A9union-%E6%9C%83%E8%AD%B0.brief.yaml'],
    ['the same letters as they are', 'à-la-carte.brief.yaml', 'à-la-carte.brief.yaml'],
    ['a plus sign', 'a+b.brief.yaml', 'a+b.brief.yaml'],
    ['what looks like a drive', 'c:/talks.brief.yaml', 'c%3A/talks.brief.yaml'],
    ['what looks like a drive, spelled out', 'd:/talks.brief.yaml', 'd:/talks.brief.yaml'],
  ])('with %s in its URI is spoken of as the editor spells it', async (_, path, spelled) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), sound('spelled'))
    const uri = `${editor.uri('')}${spelled}`
    await open(uri, dead('spelled'))
    await expect.poll(() => codes(uri), { timeout: 10_000 }).toContain('ref-engagement')
    const { items } = await editor.connection.sendRequest<{ items: readonly object[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 8, character: 0 },
    })
    expect(items.length).toBeGreaterThan(0)
    await close(uri)
    await expect.poll(() => codes(uri), { timeout: 10_000 }).not.toContain('ref-engagement')
    rmSync(join(folder, path))
  })

  it.each(['untitled:Untitled-1', `untitled:${join(folder, 'drafts/new.brief.yaml')}`])(
    'that was never saved is checked (%s)',
    async (uri) => {
      await open(uri, dead('new'))
      await expect.poll(() => codes(uri), { timeout: 10_000 }).toContain('ref-engagement')
      await close(uri)
      await until(uri)
    },
  )

  it('that is saved for the first time goes on under its new name', async () => {
    const path = join(folder, 'saved.brief.yaml')
    const [before, after] = [`untitled:${path}`, editor.uri('saved.brief.yaml')]
    await open(before, dead('saved'))
    await until(before, 'ref-engagement')
    writeFileSync(path, dead('saved'))
    await open(after, dead('saved'))
    await close(before)
    await until(after, 'ref-engagement')
    await until(before)
    const status = await editor.connection.sendRequest('chancery/status', { uri: after })
    expect(status).toMatchObject({ errors: expect.any(Number) })
    await tell('didChange', { textDocument: { uri: after, version: 2 }, contentChanges: [{ text: sound('saved') }] })
    await until(after)
    await close(after)
    rmSync(path)
  })

  it.each(['git:/a.brief.yaml?x', 'vscode-notebook-cell:/a.brief.yaml#W0', 'vscode-vfs://github/a/b.brief.yaml'])(
    'that is not ours to judge has no findings (%s)',
    async (uri) => {
      await open(uri, dead('elsewhere'))
      await settled()
      expect(sent.has(uri)).toBe(false)
      await close(uri)
    },
  )

  it('in one of our languages counts under any name, as long as it is open', async () => {
    const [notes, citing] = [editor.uri('notes.txt'), editor.uri('citing.brief.yaml')]
    await open(citing, dangling.replace('id: talks-at-sea', 'id: citing'))
    await until(citing, 'ref-engagement', 'ref-engagement')
    writeFileSync(join(folder, 'notes.txt'), engagement)
    await open(notes, engagement.replace('country', 'x'), 'chancery-engagement')
    await until(citing, 'ref-engagement')
    await close(notes)
    await until(citing, 'ref-engagement', 'ref-engagement')
    await until(notes)
    await close(citing)
  })

  it('with one of our names counts in any language, and another of YAML once its first line says so', async () => {
    const [named, other] = [editor.uri('named.brief.yaml'), editor.uri('deployment.yaml')]
    await open(named, 'id: named\n', 'yaml')
    await expect.poll(() => codes(named)).toContain('first-key')
    await open(other, 'kind: Deployment\n', 'yaml')
    await settled()
    expect(sent.has(other)).toBe(false)
    await tell('didChange', { textDocument: { uri: other, version: 2 }, contentChanges: [{ text: 'chancery: nothing/1\n' }] })
    await until(other, 'first-key')
    await tell('didChange', { textDocument: { uri: other, version: 3 }, contentChanges: [{ text: 'kind: Deployment\n' }] })
    await until(other)
    await close(named)
    await close(other)
  })

  it('that may not be written is checked as any other', async () => {
    const uri = editor.uri('locked.brief.yaml')
    writeFileSync(join(folder, 'locked.brief.yaml'), sound('locked'))
    chmodSync(join(folder, 'locked.brief.yaml'), 0o444)
    await open(uri, dead('locked'))
    await until(uri, 'ref-engagement')
    await close(uri)
    await until(uri)
  })

  it('that is larger than any brief is not read, in the editor as on the disk', async () => {
    const uri = editor.uri('large.brief.yaml')
    await open(uri, `${sound('large')}notes: ${'é'.repeat(largestFile / 2)}\n`)
    await until(uri, 'file-unreadable')
    expect(
      await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
    ).toBeNull()
    await tell('didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: sound('large') }] })
    await until(uri)
    await close(uri)
  })
})

describe('edits', () => {
  it('with versions out of order end in the findings of the text that came last', async () => {
    const uri = editor.uri('order.brief.yaml')
    await open(uri, sound('order'), 'chancery-brief', 7)
    const news = [
      [12, dead('order')],
      [9, sound('order')],
      [3, dead('order')],
      [3, sound('order')],
      [4, dead('order')],
    ] as const
    for (const [version, text] of news) await tell('didChange', { textDocument: { uri, version }, contentChanges: [{ text }] })
    await until(uri, 'ref-engagement')
    expect(sent.get(uri)?.version).toBe(4)
    await settled()
    expect(codes(uri)).toEqual(['ref-engagement'])
    await close(uri)
  })

  it('of thousands of places at once are taken in', async () => {
    const uri = editor.uri('many.brief.yaml')
    const lines = 5000
    await open(uri, lone + '# x\n'.repeat(lines))
    const at = (line: number) => ({ line: 8 + line, character: 2 })
    const contentChanges = Array.from({ length: lines }, (_, i) => ({
      range: { start: at(i), end: { ...at(i), character: 3 } },
      text: 'y',
    }))
    contentChanges.push({ range: { start: at(lines), end: at(lines) }, text: 'sauces: {}\n' })
    await tell('didChange', { textDocument: { uri, version: 2 }, contentChanges })
    await expect.poll(() => codes(uri), { timeout: 10_000 }).toContain('unknown-key')
    await close(uri)
  })

  const piece = fc.constantFrom('a', '\r', '\n', '\r\n', '😀', '\ud83d', '\ude00', '# x', 'titel: y')
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
  const place = fc.record({ line: fc.integer({ min: 0, max: 9 }), character: fc.integer({ min: 0, max: 9 }) })
  const edit = fc.record({ range: fc.record({ start: place, end: place }), text })

  it('one by one make the text that they make at once, also within a letter or a line end and outside of the text', () => {
    const update = (document: TextDocument, changes: Parameters<typeof editedText>[1]) =>
      editedText(document, changes, document.version + 1)
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 8 }), (before, edits) => {
        const whole = edits.reduce((now, { range, text: inserted }) => {
          const fresh = TextDocument.create('file:///a', 'yaml', 1, now)
          const [from, to] = [fresh.offsetAt(range.start), fresh.offsetAt(range.end)].sort((a, b) => a - b)
          return now.slice(0, from) + inserted + now.slice(to)
        }, before)
        const document = update(TextDocument.create('file:///a', 'yaml', 1, before), edits)
        expect(document.getText()).toBe(whole)
        const fresh = TextDocument.create('file:///a', 'yaml', 1, whole)
        expect(document.lineCount).toBe(fresh.lineCount)
        for (let offset = 0; offset <= whole.length; offset++) expect(document.positionAt(offset)).toEqual(fresh.positionAt(offset))
      }),
      { numRuns: 2000 },
    )
  })

  it('over the protocol lead to the findings of the whole text', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const uri = editor.uri(`edits/e${++count}/lone.brief.yaml`)
        await open(uri, lone)
        for (const [i, change] of edits.entries())
          await tell('didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [change] })
        const result = editedText(TextDocument.create('file:///a', 'yaml', 1, lone), edits, 2).getText()
        const preview = async (uri: string) => {
          const page = await editor.connection.sendRequest<PreviewResult | null>('chancery/preview', { uri })
          // What a page tells a reviewer was found last, which may be before the edit.
          return page && [page.title, page.incomplete, page.html.replace(/<aside.*<\/aside>/s, '')]
        }
        const hover = (uri: string) =>
          editor.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 3, character: 1 } })
        const fixes = (uri: string) => editor.connection.sendRequest<{ edits: unknown } | null>('chancery/fixes', { uri })
        const all = async (uri: string) => [await preview(uri), await hover(uri), (await fixes(uri))?.edits]
        const found = await all(uri)
        await close(uri)
        await open(uri, result)
        expect(found).toEqual(await all(uri))
        await close(uri)
      }),
      { numRuns: 25 },
    )
  })
})

it('nothing of all this was a fault', () => {
  expect(editor.log).toEqual([])
})
