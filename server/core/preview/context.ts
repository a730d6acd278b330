import type { Source } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Portfolio } from '../workspace/portfolio.ts'

/** What a page needs beside its model. There is no clock: `today` is given. */
export interface PageContext {
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  readonly today: string
  /** The estimative scale of the workspace; without it, the first row of ICD 203. */
  readonly scale?: string
  /** The naming profile of the workspace; without it, plain names. */
  readonly naming?: string
}

/** The same, with what the document itself brings. */
export interface Context extends PageContext {
  readonly scale: string
  readonly naming: string
  readonly sources: Readonly<Record<string, Source>>
  /** The file of references that the brief names; its entries are not read here. */
  readonly bibliography: string | undefined
}

export function contextOf(
  page: PageContext,
  model: { readonly sources?: Readonly<Record<string, Source>>; readonly bibliography?: string },
): Context {
  const { scale = 'icd203', naming = 'plain' } = page
  return { ...page, scale, naming, sources: model.sources ?? {}, bibliography: model.bibliography }
}

export function sourceOf({ sources }: Context, id: string): Source | undefined {
  return Object.hasOwn(sources, id) ? sources[id] : undefined
}
