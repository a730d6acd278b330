import { citationsIn, type ProseCitation } from '../model/citations.ts'
import type { Field } from '../model/fields.ts'
import { citationReader, type Meaning } from '../workspace/references.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report } from './rule.ts'

type Dead = Extract<Meaning, { readonly is: 'nothing' }>

/**
 * Reports of each `[@id]` that cites nothing and was most likely meant as an
 * engagement, or as a source: so each dead citation is told by one rule. Text in
 * a snippet library is left alone, for it cites what the file has that takes it in.
 */
export function* deadCitations(
  context: Context,
  like: Dead['like'],
  words: (id: string) => { readonly problem: string; readonly remedy: string },
): Iterable<Report> {
  const { document, portfolio, fields } = context
  if (document.kind !== 'engagement' && document.kind !== 'brief') return
  const meaningOf = citationReader(document, portfolio)
  for (const field of fields) {
    if (field.schema['x-is'] !== 'prose') continue
    for (const citation of citationsIn(String(field.value))) {
      const meaning = meaningOf(citation.id)
      if (meaning.is === 'nothing' && meaning.like === like) yield deadCitation(field, citation, meaning, words(citation.id))
    }
  }
}

function deadCitation(
  field: Field,
  { from, to }: ProseCitation,
  { near }: Dead,
  { problem, remedy }: { readonly problem: string; readonly remedy: string },
): Report {
  const within = [from, to] as const
  const meant = didYouMean(field.path, near, within)
  return { at: field.path, within, message: `${problem}${meant.words || ` ${remedy}`}`, fixes: meant.fixes }
}
