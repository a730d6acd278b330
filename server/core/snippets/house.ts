import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'

/** An engagement of the workspace, as a timeline tells of it. */
export interface Dated {
  readonly title: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
}

/** What snippets are made from, whatever they are asked for. */
export interface House {
  /** A snippet by its full name, library and id with a slash. */
  readonly snippet: (name: string) => Snippet | undefined
  readonly engagement: (id: string) => Dated | undefined
  readonly vocabulary: Vocabulary
  /** The naming profile by which countries are called in texts; without it, plain names. */
  readonly naming?: string
}
