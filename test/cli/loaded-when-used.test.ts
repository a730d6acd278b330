import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import { examples, folderWith, run } from '../support/cli.ts'
import { startEditor } from '../support/editor.ts'

const hook = fileURLToPath(new URL('../support/note-reading.cjs', import.meta.url))
const brief = 'briefs/start-with-relief.brief.yaml'

afterEach(() => vi.unstubAllEnvs())

/** Has every program started from here note what it reads of the package; gives what has to do with documents. */
function watchedReading(): () => readonly string[] {
  const log = join(folderWith(), 'read')
  vi.stubEnv('NODE_OPTIONS', `--require ${hook}`)
  vi.stubEnv('READING_LOG', log)
  return () => {
    const read = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
    expect(read).toContain('chancery.cjs')
    return read.filter((name) => /^(?:export|assets)\b/.test(name))
  }
}

it.each([
  ['docx', ['export.cjs']],
  ['pdf', ['export.cjs', expect.stringMatching(/^assets.+\.ttf$/)]],
])('a document of the form %s loads what writes documents, so that the other tests mean something', (form, parts) => {
  const read = watchedReading()
  expect(run({ args: ['render', join(examples, brief), '--to', form, '--out', `a.${form}`] }).status).toBe(0)
  expect(read()).toEqual(expect.arrayContaining(parts))
})

it.each([
  ['lint', ['lint', examples]],
  ['render to a page', ['render', examples, '--to', 'html', '--out', 'pages']],
  ['render to Markdown', ['render', join(examples, brief), '--to', 'markdown', '--out', 'a.md']],
  ['new', ['new', 'brief', '--title', 'Keep it open', '--profile', 'idrc', '--bluf', 'Agree by March.']],
])('chancery %s loads nothing of it', (_, args) => {
  const read = watchedReading()
  expect(run({ args }).status).toBe(0)
  expect(read()).toEqual([])
})

it('the language server loads nothing of it until somebody exports', async () => {
  const read = watchedReading()
  const folder = folderWith()
  cpSync(examples, folder, { recursive: true })
  const editor = await startEditor(folder)
  const uri = editor.uri(brief)
  editor.open(brief, readFileSync(join(folder, brief), 'utf8').replace('relief:', 'aid:'))
  await editor.until(brief, () => true)
  await editor.connection.sendRequest('chancery/preview', { uri })
  await editor.connection.sendRequest('chancery/network', { chosen: [] })
  expect(read()).toEqual([])
  await editor.connection.sendRequest('chancery/export', { uri, form: 'docx', isForced: true })
  expect(read()).toContain('export.cjs')
  await editor.quit()
})
