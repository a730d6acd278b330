/** The language server on a machine with a disk: started by an editor over IPC, or with --stdio. */

import { dirname, join } from 'node:path'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { diskWorkspace, hasConfig, isFolder, shallowWorkspace, textOfBuffer, workspaceRoot } from '../disk.ts'
import { assetsIn } from '../disk-assets.ts'
import { isPassedOver } from '../disk-walk.ts'
import { isWithin } from './paths.ts'
import { phases } from './phases.ts'
import { serve } from './serve.ts'

serve(createConnection(ProposedFeatures.all, { messageStrategy: phases() }), {
  workspace: (root, { folders, isConfigured, isTrusted }) => {
    const isWhole = hasConfig(root) || isConfigured(root) || folders.some((folder) => isWithin(root, folder))
    return isWhole ? diskWorkspace(root, { isTrusted }) : shallowWorkspace(root)
  },
  rootOf: (path, { folders, isConfigured }) => {
    const folder = folders.find((each) => isWithin(path, each)) ?? dirname(path)
    return workspaceRoot(path, folder, (above) => hasConfig(above) || isConfigured(above))
  },
  isFolder,
  isPassedOver,
  readBuffer: textOfBuffer,
  today: localDate,
  cwd: process.cwd(),
  assets: assetsIn(join(__dirname, 'assets')),
})

/** Today where the writer sits, not in Greenwich. */
function localDate(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
