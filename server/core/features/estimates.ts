import { borrowedIn } from '../model/prose.ts'
import type { Scale } from '../schema/vocabulary-types.ts'
import { find } from '../syntax/locate.ts'
import { resolved } from '../syntax/tree.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'

/** A term of a scale of likelihood in the writer's own words. */
export interface Estimate {
  readonly term: string
  readonly span: Span
}

/** The term of the scale in force that stands at an offset in the text of a brief; one that is quoted is somebody else's. */
export function estimateAt(file: OpenFile, offset: number, scale: Scale): Estimate | undefined {
  for (const { document, fields, tree } of file.parts) {
    if (document.kind !== 'brief') continue
    for (const { path, value, schema } of fields) {
      if (schema['x-is'] !== 'prose' || typeof value !== 'string') continue
      const node = resolved(find(tree.root, path).node)
      if (node?.kind !== 'scalar' || offset < node.start || offset > node.end) continue
      const places = termsIn(value, scale).map(({ term, from, to }) => ({ term, span: file.inside(node, from, to) }))
      return places.find(({ span }) => span.start <= offset && offset <= span.end)
    }
  }
  return undefined
}

interface Found {
  readonly term: string
  readonly from: number
  readonly to: number
}

/** Whole words only, and of two terms that begin alike the longer one: "very likely" is not "likely". */
function termsIn(text: string, { terms }: Scale): readonly Found[] {
  const names = terms.map(({ term }) => term).sort((a, b) => b.length - a.length)
  const forms = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s{1,9}'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
  const isBorrowed = borrowedIn(text)
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length]
    return isBorrowed(from, to) ? [] : [{ term: match[0].replace(/\s+/g, ' '), from, to }]
  })
}
