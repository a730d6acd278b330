import type { Document } from '../model/document.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Scalar } from '../syntax/tree.ts'
import type { Edit, Span } from '../text/span.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import type { Step } from './steps.ts'

/**
 * Another form for what a writer has written. It is offered only where it can be
 * done, and then keeps every comment and all that the document says, but for what
 * its title names.
 */
export interface Refactoring {
  /** Equal to the file's name. */
  readonly id: string
  /** It makes an entry of its own, or it writes in another way what stands there. */
  readonly nature: 'extract' | 'rewrite'
  readonly propose: (spot: Spot) => Proposal | undefined
}

export interface Proposal {
  /** What happens when it is chosen, in the words of a writer. */
  readonly title: string
  readonly edits: readonly Edit[]
}

/** Where a writer stands, in a document whose syntax is sound. */
export interface Spot {
  readonly file: OpenFile
  readonly part: Part & { readonly document: Document }
  readonly selection: Span
  /** What holds the selection, from the root inwards. */
  readonly steps: readonly Step[]
  /** All comments of the file, in order. */
  readonly comments: readonly Span[]
  readonly scalarAt: (offset: number) => Scalar | undefined
  readonly setting: Setting
}

/** What is known beside the file. */
export interface Setting {
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  /** The naming profile, by which countries are sorted. */
  readonly naming: string
  /** The house form of a brief that names none. */
  readonly profile: string | undefined
}
