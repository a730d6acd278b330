import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import { examples, folderWith, run } from '../support/cli.ts'
import { startEditor } from '../support/editor.ts'

const wall = fileURLToPath(new URL('../support/no-network.cjs', import.meta.url))

afterEach(() => vi.unstubAllEnvs())

/** Walls up the network for every program started from here; gives what tried to reach it. */
function walledUp(): () => string {
  const log = join(folderWith(), 'attempts')
  vi.stubEnv('NODE_OPTIONS', `--require ${wall}`)
  vi.stubEnv('NO_NETWORK_LOG', log)
  return () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
}

it('the wall holds, so that the other tests mean something', () => {
  const attempts = walledUp()
  const tries = ['fetch("http://127.0.0.1:9")', 'require("node:net").connect(9, "127.0.0.1")']
  for (const code of tries) expect(spawnSync(process.execPath, ['-e', code]).status).not.toBe(0)
  expect(attempts()).toBe('fetch\nnet.Socket.connect\n')
})

it.each([
  ['lint', ['lint', examples]],
  ['explain', ['explain', 'url-form']],
  ['render', ['render', examples, '--to', 'html', '--out', 'pages']],
  ['new', ['new', 'brief', '--title', 'Keep it open', '--profile', 'idrc', '--bluf', 'Agree by March.']],
])('chancery %s reaches no network', (_, args) => {
  const attempts = walledUp()
  expect(run({ args }).status).toBe(0)
  expect(attempts()).toBe('')
})

it('the language server reaches no network', async () => {
  const attempts = walledUp()
  const folder = folderWith()
  cpSync(examples, folder, { recursive: true })
  const path = 'briefs/start-with-relief.brief.yaml'
  const editor = await startEditor(folder)
  editor.open(path, readFileSync(join(folder, path), 'utf8').replace('relief:', 'aid:'))
  await editor.until(path, () => true)
  const textDocument = { uri: editor.uri(path) }
  await editor.connection.sendRequest('textDocument/completion', { textDocument, position: { line: 30, character: 2 } })
  await editor.connection.sendRequest('textDocument/hover', { textDocument, position: { line: 6, character: 10 } })
  expect(await editor.connection.sendRequest('chancery/preview', textDocument)).toMatchObject({ incomplete: false })
  await editor.quit()
  expect(attempts()).toBe('')
})
