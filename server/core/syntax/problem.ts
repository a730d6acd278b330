import type { Fix, Severity } from '../text/finding.ts'
import type { Span } from '../text/span.ts'

/** Something wrong with the text itself, before anybody asks what it says. */
export interface Problem {
  readonly rule: 'yaml-syntax' | 'duplicate-key' | 'file-encoding'
  readonly span: Span
  readonly message: string
  /** Milder than the rule's own level, where the text can still be read. */
  readonly atMost?: Severity
  readonly fixes: readonly Fix[]
}
