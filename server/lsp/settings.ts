import type { ClientCapabilities, Connection } from 'vscode-languageserver'

export interface LintSettings {
  readonly enable: boolean
  /** Also files that are not open. */
  readonly workspace: boolean
}

export const usualSettings: LintSettings = { enable: true, workspace: true }

/** The settings after the editor told some; what it does not tell stays, and what makes no sense is passed over. */
export function withSettings(former: LintSettings, lint: unknown): LintSettings {
  const { enable, workspace } = isMap(lint) ? lint : {}
  return {
    enable: typeof enable === 'boolean' ? enable : former.enable,
    workspace: typeof workspace === 'boolean' ? workspace : former.workspace,
  }
}

/** What lies under `chancery.lint` in what an editor sends with `workspace/didChangeConfiguration`; undefined where it sends nothing of ours. */
export function sentSettings(params: unknown): unknown {
  const settings = isMap(params) ? params['settings'] : undefined
  const own = isMap(settings) ? settings['chancery'] : undefined
  return isMap(own) ? own['lint'] : undefined
}

/** The same, asked for; undefined where the editor cannot be asked or has nothing of ours. */
export async function askedSettings(connection: Connection, { workspace }: ClientCapabilities): Promise<unknown> {
  if (!workspace?.configuration) return undefined
  const own: unknown = await connection.workspace.getConfiguration('chancery')
  return isMap(own) ? own['lint'] : undefined
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
