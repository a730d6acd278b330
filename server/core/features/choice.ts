import type { CompletionItemKind } from 'vscode-languageserver-types'
import type { Name } from './matching.ts'

/** Something that a writer may choose, before it is known where it goes. */
export interface Choice {
  /** What stands in the file. */
  readonly text: string
  /** The text stands as it is, also where it would be read as more than text. */
  readonly asIs?: true
  readonly always?: 'quoted'
  /** What the writer reads. */
  readonly label: string
  /** The code or id beside it, where the label does not say it. */
  readonly code?: string
  readonly detail?: string
  readonly names: readonly Name[]
  readonly kind: CompletionItemKind
  /** How far it is put behind others that fit as well; more than 10 puts it behind all that fit. */
  readonly late?: number
  /** What it means, in Markdown. */
  readonly about: () => string
}
