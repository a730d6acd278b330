import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import { type Editor, startEditor } from './editor.ts'

/** An engagement that lints clean. */
export const engagement = (id: string, more = '') => `chancery: engagement/1
id: ${id}
type: port-call
title: A visit
status: completed
dates: { start: 2024-04-22 }
participants: [{ countries: [USA, PHL] }]
visit: { port: Manila, purpose: routine }
${more}`

/** A brief that lints clean where the engagement is there. */
export const brief = (cited: string) => `chancery: brief/1
id: talks
title: Keep talking
profile: state-info-memo
stage: draft
date: 2024-05-01
bluf: The two navies talk again.
background: A ship called [@${cited}].
engagements: [${cited}]
`

/** The editor of the running test, and its folder. */
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

/** The built server on a folder with these files; both are gone when the test ends. */
export async function started(files: Readonly<Record<string, string>>, options = {}): Promise<Editor> {
  editor = await startEditor(write(files), options)
  return editor
}

/** The folder of the running test. */
export function servedFolder(): string {
  return folder
}

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  editor = undefined
  rmSync(folder, { recursive: true, force: true })
})
