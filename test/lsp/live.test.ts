import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { MessageConnection, RegistrationParams } from 'vscode-languageserver-protocol/node'
import { type Editor, startEditor } from '../support/editor.ts'
import { brief, dangling, engagement } from '../support/sample.ts'

type Files = Readonly<Record<string, string>>

const configured = (...lines: readonly string[]) => ['chancery: config/1', ...lines, ''].join('\n')
const inForum = engagement.replace('participants:', 'framework: { organizations: [our-forum] }\nparticipants:')
const forum = 'chancery: vocabulary/1\norganizations:\n  our-forum: { name: Our Forum, source: Our own minutes, as_of: 2024 }\n'
const noWords = 'chancery: vocabulary/1\n'

let editor: Editor | undefined
let folder = ''

function write(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

async function started(files: Files, options = {}): Promise<Editor> {
  folder = mkdtempSync(join(tmpdir(), 'chancery-live-'))
  write(files)
  editor = await startEditor(folder, options)
  return editor
}

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  editor = undefined
  rmSync(folder, { recursive: true, force: true })
})

/** Writes and deletes files, and tells the server of all of them at once, as an editor does after a change of the branch. */
async function onDisk(e: Editor, files: Files, gone: readonly string[] = []): Promise<void> {
  write(files)
  for (const path of gone) rmSync(join(folder, path))
  const events = [
    ...Object.keys(files).map((path) => ({ uri: e.uri(path), type: 2 })),
    ...gone.map((path) => ({ uri: e.uri(path), type: 3 })),
  ]
  await e.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: events })
}

function rules(e: Editor, path: string, ...wanted: readonly string[]) {
  return e.until(path, (found) => JSON.stringify(found.map(({ code }) => code)) === JSON.stringify(wanted))
}

const [outer, inner] = ['talks.engagement.yaml', 'x/talks.engagement.yaml'] as const
const nested = {
  'chancery.yaml': configured('rules: { id-filename: "off", id-duplicate: "off" }'),
  [outer]: inForum,
  [inner]: inForum,
}

describe('a configuration', () => {
  it('of an inner folder holds there and nowhere else, from the moment that it comes to the moment that it goes', async () => {
    const e = await started(nested)
    await rules(e, outer, 'ref-organization')
    await rules(e, inner, 'ref-organization')
    await onDisk(e, { 'x/chancery.yaml': configured('vocabularies: [words/]'), 'x/words/team.vocabulary.yaml': forum })
    await rules(e, inner, 'id-duplicate', 'id-filename')
    await rules(e, outer, 'ref-organization')
    await onDisk(e, { 'x/words/team.vocabulary.yaml': noWords })
    await rules(e, inner, 'id-duplicate', 'id-filename', 'ref-organization')
    await onDisk(e, {}, ['x/chancery.yaml'])
    await rules(e, inner, 'ref-organization')
  })

  it('holds before it is saved, and not any more once it was thrown away', async () => {
    const e = await started(nested)
    await rules(e, inner, 'ref-organization')
    e.open('x/chancery.yaml', configured('rules: { ref-organization: "off", id-filename: "off", id-duplicate: "off" }'), 'chancery-config')
    await rules(e, inner)
    await rules(e, outer, 'ref-organization')
    e.close('x/chancery.yaml')
    await rules(e, inner, 'ref-organization')
  })

  it('that others extend holds in them, and is followed whatever its name', async () => {
    const e = await started({ 'chancery.yaml': configured('extends: ./style/house.yaml'), [briefPath]: dangling })
    await rules(e, briefPath, 'ref-engagement', 'ref-engagement')
    await rules(e, 'chancery.yaml', 'config-invalid')
    await onDisk(e, { 'style/house.yaml': configured('rules: { ref-engagement: "off" }') })
    await rules(e, briefPath)
    await rules(e, 'chancery.yaml')
    e.open('style/house.yaml', configured('rules: { ref-engagement: hint }'), 'chancery-config')
    await rules(e, briefPath, 'ref-engagement', 'ref-engagement')
    e.close('style/house.yaml')
    await rules(e, briefPath)
  })

  it('makes a folder a workspace of its own where none is above, and joins it with the rest again', async () => {
    const e = await started({
      'talks.brief.yaml': brief.replace('id: talks-at-sea', 'id: talks'),
      'x/staff-talks-2024.engagement.yaml': engagement,
    })
    await rules(e, 'talks.brief.yaml')
    e.open('x/staff-talks-2024.brief.yaml', brief.replace('id: talks-at-sea', 'id: talks'))
    await rules(e, 'x/staff-talks-2024.brief.yaml', 'id-duplicate', 'id-filename')
    await onDisk(e, { 'x/chancery.yaml': configured() })
    await rules(e, 'x/staff-talks-2024.brief.yaml', 'id-filename')
    await onDisk(e, {}, ['x/chancery.yaml'])
    await rules(e, 'x/staff-talks-2024.brief.yaml', 'id-duplicate', 'id-filename')
  })
})

const briefPath = 'talks-at-sea.brief.yaml'

describe('a change of the branch', () => {
  it('leaves nothing of what was before', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `b${i}`)
    const briefs = (text: string) =>
      Object.fromEntries(names.map((id) => [`briefs/${id}.brief.yaml`, text.replace('id: talks-at-sea', `id: ${id}`)]))
    const e = await started({ 'chancery.yaml': configured(), ...briefs(brief), 'staff-talks-2024.engagement.yaml': engagement })
    for (const id of names) await rules(e, `briefs/${id}.brief.yaml`)
    const there = {
      'chancery.yaml': configured('vocabularies: ["*.vocabulary.yaml"]'),
      'a.vocabulary.yaml': forum,
      'talks.engagement.yaml': inForum.replace('id: staff-talks-2024', 'id: talks'),
    }
    await onDisk(e, { ...briefs(dangling), ...there }, ['staff-talks-2024.engagement.yaml'])
    for (const id of names) await rules(e, `briefs/${id}.brief.yaml`, 'ref-engagement', 'ref-engagement')
    await rules(e, 'talks.engagement.yaml')
    await onDisk(e, { ...briefs(brief), 'chancery.yaml': configured(), 'staff-talks-2024.engagement.yaml': engagement }, [
      'a.vocabulary.yaml',
      'talks.engagement.yaml',
    ])
    for (const id of names) await rules(e, `briefs/${id}.brief.yaml`)
    await rules(e, 'talks.engagement.yaml')
  })
})

describe('several folders', () => {
  it('keep apart what belongs apart', async () => {
    const files = { [briefPath]: brief, 'staff-talks-2024.engagement.yaml': engagement }
    const inB = {
      'chancery.yaml': configured('vocabularies: ["*.vocabulary.yaml"]'),
      'a.vocabulary.yaml': forum,
      [outer]: inForum.replace('id: staff-talks-2024', 'id: talks'),
    }
    const at = (name: string, all: Files) => Object.fromEntries(Object.entries(all).map(([path, text]) => [`${name}/${path}`, text]))
    const e = await started(
      { ...at('a', { ...files, [outer]: inB[outer] ?? '' }), ...at('b', { ...inB, [briefPath]: brief }) },
      { folders: ['a', 'b'] },
    )
    await rules(e, `a/${briefPath}`)
    await rules(e, `b/${briefPath}`, 'ref-engagement', 'ref-engagement')
    await rules(e, `a/${outer}`, 'ref-organization')
    await rules(e, `b/${outer}`)
    const offered = async (path: string) => {
      e.open(path, brief.replace('[staff-talks-2024]\n', '[]\n'))
      const position = { line: 8, character: 14 }
      const about = { textDocument: { uri: e.uri(path) }, position }
      const answer = JSON.stringify(await e.connection.sendRequest('textDocument/completion', about))
      return ['staff-talks-2024', 'talks'].filter((id) => answer.includes(`"newText":"${id}"`))
    }
    expect(await offered(`a/${briefPath}`)).toEqual(['staff-talks-2024', 'talks'])
    expect(await offered(`b/${briefPath}`)).toEqual(['talks'])
  })

  it('within one another are one workspace where the outer one is configured', async () => {
    const e = await started(
      { 'chancery.yaml': configured(), 'a/staff-talks-2024.engagement.yaml': engagement, [`b/${briefPath}`]: brief },
      { folders: ['a', 'b'] },
    )
    await rules(e, `b/${briefPath}`)
    await rules(e, 'a/staff-talks-2024.engagement.yaml')
    expect(e.diagnostics('chancery.yaml')).toBeUndefined()
  })

  it('below a configuration have the editor tell of what changes above them', async () => {
    const patterns: unknown[] = []
    const e = await started(
      { 'chancery.yaml': configured(), 'a/staff-talks-2024.engagement.yaml': engagement, [`b/${briefPath}`]: brief },
      {
        folders: ['b'],
        capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } },
        hear: (connection: MessageConnection) =>
          connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
            for (const { registerOptions } of registrations)
              patterns.push(...registerOptions.watchers.map((w: { globPattern: unknown }) => w.globPattern))
            return null
          }),
      },
    )
    await rules(e, `b/${briefPath}`)
    expect(patterns).toEqual([
      '**/*.{yaml,yml,json,bib}',
      '**/*',
      { baseUri: pathToFileURL(folder).toString(), pattern: '**/*.{yaml,yml,json,bib}' },
    ])
    await onDisk(e, {}, ['a/staff-talks-2024.engagement.yaml'])
    await rules(e, `b/${briefPath}`, 'ref-engagement', 'ref-engagement')
  })
})
