import { type Severity, severities } from '../../core/index.ts'

/** What each format calls a severity. */
export const severityWords = {
  sarif: { error: 'error', warning: 'warning', info: 'note', hint: 'note' },
  github: { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' },
  gitlab: { error: 'major', warning: 'minor', info: 'info', hint: 'info' },
  checkstyle: { error: 'error', warning: 'warning', info: 'info', hint: 'info' },
} as const satisfies Record<string, Readonly<Record<Severity, string>>>

/** From the gravest to the mildest. */
export const gravestFirst: readonly Severity[] = [...severities].reverse()

export function atOrAbove(severity: Severity, gate: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(gate)
}
