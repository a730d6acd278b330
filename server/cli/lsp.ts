import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Arguments, Option } from './options.ts'
import { refuse } from './refusal.ts'
import type { Shell, Status } from './shell.ts'

export const lspOptions: readonly Option[] = [{ name: 'stdio', about: 'Talk on standard input and output; the one way there is' }]

/**
 * `chancery lsp --stdio`: the language server, for any editor. It is a program of
 * its own beside this one, which only brings it in, so that a run of lint does
 * not read it.
 */
export async function lsp(args: Arguments, _: Shell): Promise<Status> {
  if (!args.has('stdio')) return refuse('Say how the editor talks to the server: chancery lsp --stdio.')
  const folder = dirname(realpathSync(process.argv[1] ?? ''))
  await import(pathToFileURL(join(folder, 'server.cjs')).href)
  return 0
}
