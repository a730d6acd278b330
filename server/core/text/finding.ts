import type { Place } from './lines.ts'
import type { Path } from './path.ts'
import type { Edit, Span } from './span.ts'

/** How much a finding weighs, weakest first. `off` silences a rule. */
export const levels = ['off', 'hint', 'info', 'warning', 'error'] as const
export type Level = (typeof levels)[number]
export type Severity = Exclude<Level, 'off'>

export const severities = ['hint', 'info', 'warning', 'error'] as const satisfies readonly Severity[]

export function isLevel(value: unknown): value is Level {
  return levels.includes(value as Level)
}

/** The milder of two levels. */
export function milder(a: Level, b: Level): Level {
  return levels.indexOf(a) <= levels.indexOf(b) ? a : b
}

/** A change that mends a finding. `safe`: it neither deletes nor invents what the writer meant. */
export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** From the first character to behind the last, as people count lines and columns. */
export interface Range {
  readonly start: Place
  readonly end: Place
}

/** Another place that belongs to a finding, often in another file. */
export interface Related extends Range {
  readonly path: string
  readonly message: string
}

/** How an editor shows the place beyond underlining it: faded, as what does nothing, or struck through, as what has been replaced. */
export type Tag = 'unnecessary' | 'deprecated'

export interface Finding extends Range {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly span: Span
  readonly fixes: readonly Fix[]
  readonly related: readonly Related[]
  /** Where only some findings of the rule have one. */
  readonly tag?: Tag
}

/** A finding by the field that it is about, which still holds while the lines around are being changed. */
export interface PlacedFinding extends Pick<Finding, 'rule' | 'severity' | 'message'> {
  readonly at: { readonly path: Path; readonly offset?: number }
}
