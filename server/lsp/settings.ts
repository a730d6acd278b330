import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import type { HintSettings } from '../core/index.ts'

/** What lies under `chancery` in the settings of an editor, as far as the server goes by it. */
export interface Settings {
  readonly lint: LintSettings
  readonly hints: HintSettings
}

interface LintSettings {
  readonly enable: boolean
  /** Also files that are not open. */
  readonly workspace: boolean
}

export const usualSettings: Settings = { lint: { enable: true, workspace: true }, hints: everyHint(true) }

/** The settings after the editor told some; what it does not tell stays, and what makes no sense is passed over. */
export function withSettings(former: Settings, given: unknown): Settings {
  const { lint, inlayHints } = isMap(given) ? given : {}
  return {
    lint: switched(former.lint, lint),
    hints: typeof inlayHints === 'boolean' ? everyHint(inlayHints) : switched(former.hints, inlayHints),
  }
}

function everyHint(shown: boolean): HintSettings {
  return { countries: shown, durations: shown, members: shown, words: shown, likelihood: shown }
}

function switched<T extends object>(former: T, given: unknown): T {
  const said = Object.entries(isMap(given) ? given : {}).filter(([key, on]) => Object.hasOwn(former, key) && typeof on === 'boolean')
  return { ...former, ...Object.fromEntries(said) }
}

/** What an editor sends of ours with `workspace/didChangeConfiguration`; undefined where it sends nothing. */
export function sentSettings(params: unknown): unknown {
  const settings = isMap(params) ? params['settings'] : undefined
  return isMap(settings) ? settings['chancery'] : undefined
}

/** The same, asked for; undefined where the editor cannot be asked. */
export async function askedSettings(connection: Connection, { workspace }: ClientCapabilities): Promise<unknown> {
  return workspace?.configuration ? await connection.workspace.getConfiguration('chancery') : undefined
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
