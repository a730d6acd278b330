import type { ExtensionContext } from 'vscode'
import { activateChancery, type Chancery } from './activate.ts'
import { provideTasks } from './tasks.ts'

/**
 * Entry for an editor with Node. The protocol's library is loaded only when the
 * checker starts, so that opening somebody else's YAML costs next to nothing.
 */
export function activate(context: ExtensionContext): Chancery {
  context.subscriptions.push(provideTasks(context.asAbsolutePath('dist/chancery.cjs')))
  return activateChancery(context, async () => {
    const { launch } = await import('./launch.ts')
    return launch(context.asAbsolutePath('dist/server.cjs'))
  })
}
