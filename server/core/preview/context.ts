import type { Brief, Source } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { PlacedFinding } from '../text/finding.ts'
import { type Again, type Of, ofNothing } from '../text/kept.ts'
import type { NamedBibliography } from '../workspace/bibliographies.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import { madeAnew, type Parts } from './kept-sections.ts'
import { type ParseMarkdown, parseMarkdown } from './markdown-tree.ts'
import { type Places, placesOf } from './places.ts'

/** What a page needs beside its model. There is no clock in it: a page says the same on every day. */
export interface PageContext {
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  /** The estimative scale of the workspace; without it, the first row of ICD 203. */
  readonly scale?: string
  /** The naming profile of the workspace; without it, plain names. */
  readonly naming?: string
  /** The profile of briefs that name none. */
  readonly profile?: string
  /** How many words a brief may have where the workspace says otherwise than the profile. */
  readonly limits?: (brief: Brief) => { readonly whole: number | undefined; readonly bluf: number | undefined }
  /** The file of references that the document names. */
  readonly bibliography?: NamedBibliography
  /** What an editor knows beside; with it, a paper tells where its parts stand in the file and what is still open. */
  readonly editor?: EditorContext
  /** How texts are parsed: an editor keeps what it has parsed from one keystroke to the next. */
  readonly parse?: ParseMarkdown
  /** The same for what is costly to make, such as a map. */
  readonly again?: Again
  /** And for the parts of the page, */
  readonly parts?: Parts
  /** and for what is made of them. */
  readonly of?: Of
}

export interface EditorContext {
  /** What the checks found; nothing as long as they have not run. */
  readonly findings: readonly PlacedFinding[] | undefined
  /** The configuration leaves the file alone, so nothing will ever be found. */
  readonly isIgnored?: boolean
  /** The rules that are switched off, of which the findings say nothing. */
  readonly off?: ReadonlySet<string>
}

/** The same, with what the document itself brings. */
export interface Context extends PageContext {
  readonly scale: string
  readonly naming: string
  readonly sources: Readonly<Record<string, Source>>
  readonly at: Places
  readonly parse: ParseMarkdown
  readonly again: Again
  readonly parts: Parts
  readonly of: Of
}

export function contextOf(page: PageContext, model: { readonly sources?: Readonly<Record<string, Source>> }): Context {
  const { scale = 'icd203', naming = 'plain', parse = parseMarkdown, again = (_, make) => make() } = page
  const { parts = madeAnew, of = ofNothing } = page
  return {
    ...page,
    scale,
    naming,
    parse,
    again,
    parts,
    of,
    sources: model.sources ?? {},
    at: page.editor ? placesOf(model) : () => undefined,
  }
}

/** A source of the file, or one of its bibliography, over which an engagement of the same id wins. */
export function sourceOf({ sources, portfolio, bibliography }: Context, id: string): Source | undefined {
  if (Object.hasOwn(sources, id)) return sources[id]
  return portfolio.defined('engagement', id).length > 0 ? undefined : bibliography?.held?.references.get(id)?.source
}
