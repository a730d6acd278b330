import type { CompletionItemKind } from 'vscode-languageserver-types'
import type { Schema } from '../schema/schema.ts'
import type { Name } from './matching.ts'
import type { Topic } from './topic.ts'

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
  /** What stands beside it; a function where putting it into words takes time, for most choices are never shown. */
  readonly detail?: string | (() => string)
  readonly names: readonly Name[]
  readonly kind: CompletionItemKind
  /** How far it is put behind others that fit as well; more than 10 puts it behind all that fit. */
  readonly late?: number
  readonly topic: Topic
}

/** A key to choose, with what its value is. */
export interface KeyChoice extends Choice {
  readonly schema: Schema | undefined
  /** What stands behind its colon from the start. */
  readonly value?: string
}
