/** The language server on a machine with a disk: started by an editor over IPC, or with --stdio. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskWorkspace, workspaceRoot } from '../disk.ts'
import { serve } from './serve.ts'

serve(createConnection(ProposedFeatures.all), {
  workspace: diskWorkspace,
  rootOf: (path, folders) => workspaceRoot(path, folders.find((folder) => path.startsWith(folder)) ?? process.cwd()),
  today: localDate,
  cwd: process.cwd(),
})

/** Today where the writer sits, not in Greenwich. */
function localDate(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
