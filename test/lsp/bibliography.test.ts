import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-protocol/node'
import { type Editor, startEditor } from '../support/editor.ts'

const brief = (named: string, cited = 'smith2024') => `chancery: brief/1
id: talks
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@${cited}].
bibliography: ${named}
`
const json = (...ids: readonly string[]) => JSON.stringify(ids.map((id) => ({ id, type: 'report', title: 'Navies' })))

const folder = mkdtempSync(join(tmpdir(), 'chancery-bibliography-'))
let editor: Editor

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

async function started(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) write(path, text)
  editor = await startEditor(folder)
}

/** Tells the server of a change on disk: 1 is made, 2 is changed, 3 is gone. */
async function tell(path: string, type: 1 | 2 | 3): Promise<void> {
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(path), type }] })
}

const has =
  (...codes: readonly string[]) =>
  (found: readonly Diagnostic[]) =>
    codes.join() === found.map(({ code }) => code).join()

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  rmSync(folder, { recursive: true, force: true })
})

describe('the bibliography of a brief', () => {
  it('is followed on disk', async () => {
    await started({ 'talks.brief.yaml': brief('lib/references.json') })
    await editor.until('talks.brief.yaml', has('bibliography-unreadable'))
    write('lib/references.json', json('smith2024'))
    await tell('lib/references.json', 1)
    await editor.until('talks.brief.yaml', has())
    write('lib/references.json', json('smith2023'))
    await tell('lib/references.json', 2)
    const [dead] = await editor.until('talks.brief.yaml', has('ref-source'))
    expect(dead?.message).toContain('neither this file nor its bibliography')
    rmSync(join(folder, 'lib'), { recursive: true })
    await tell('lib', 3)
    await editor.until('talks.brief.yaml', has('bibliography-unreadable'))
    write('lib/references.json', json('smith2024'))
    await tell('lib', 1)
    await editor.until('talks.brief.yaml', has())
    expect(editor.diagnostics('lib/references.json')).toBeUndefined()
    expect(editor.log).toEqual([])
  })

  it('is the one that the unsaved text names', async () => {
    await started({ 'talks.brief.yaml': brief('a.json'), 'a.json': json('smith2024'), 'b.bib': '@book{jones2023, title={Navies}}' })
    await editor.until('talks.brief.yaml', has())
    editor.open('talks.brief.yaml', brief('a.json'))
    editor.change('talks.brief.yaml', brief('b.bib'))
    await editor.until('talks.brief.yaml', has('ref-source'))
    editor.change('talks.brief.yaml', brief('b.bib', 'jones2023'))
    await editor.until('talks.brief.yaml', has())
    editor.close('talks.brief.yaml')
    await editor.until('talks.brief.yaml', has())
  })

  it('is the buffer that the client sends', async () => {
    await started({ 'talks.brief.yaml': brief('a.json'), 'a.json': json('smith2024') })
    await editor.until('talks.brief.yaml', has())
    editor.open('a.json', json('smith2024'), 'json')
    editor.change('a.json', json('smith'))
    await editor.until('talks.brief.yaml', has('ref-source'))
    editor.close('a.json')
    await editor.until('talks.brief.yaml', has())
    expect(editor.diagnostics('a.json')).toBeUndefined()
  })

  it('is none that no brief names', async () => {
    await started({ 'talks.brief.yaml': brief('a.json'), 'a.json': json('smith2024'), 'package.json': '{' })
    await editor.until('talks.brief.yaml', has())
    await tell('package.json', 2)
    await tell('a.json', 2)
    await editor.connection.sendRequest('chancery/status', { uri: editor.uri('talks.brief.yaml') })
    expect(editor.diagnostics('package.json')).toBeUndefined()
    expect(editor.log).toEqual([])
  })
})
