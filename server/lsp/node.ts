/** The language server on a machine with a disk: started by an editor over IPC, or with --stdio. */

import { dirname, sep } from 'node:path'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskWorkspace, hasConfig, isFolder, shallowWorkspace, workspaceRoot } from '../disk.ts'
import { serve } from './serve.ts'

serve(createConnection(ProposedFeatures.all), {
  workspace: (root, folders) =>
    hasConfig(root) || folders.some((folder) => isInside(root, folder)) ? diskWorkspace(root) : shallowWorkspace(root),
  rootOf: (path, folders) => workspaceRoot(path, folders.find((folder) => isInside(path, folder)) ?? dirname(path)),
  isFolder,
  today: localDate,
  cwd: process.cwd(),
})

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** Today where the writer sits, not in Greenwich. */
function localDate(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
