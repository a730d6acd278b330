import { schemas } from '../schema/schemas.generated.ts'
import { keyText, type Pair } from '../syntax/tree.ts'
import { lineAround, lineBreakOf } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { insertAt, lastLineEnd } from './extent.ts'
import type { Spot } from './refactoring.ts'

/** An entry of a document in lines, without the indentation of the document. */
export interface RootEntry {
  readonly key: string
  readonly lines: readonly string[]
}

/** Adds entries, each behind the nearest that comes before it in the order of the schema; undefined where the document has no lines of its own. */
export function addedAtRoot({ file: { text }, part }: Spot, entries: readonly RootEntry[]): readonly Edit[] | undefined {
  const { root } = part.tree
  if (root?.kind !== 'mapping' || root.flow) return undefined
  const line = lineAround(text, root.start)
  const indent = text.slice(line.start, root.start)
  if (indent.trim() !== '') return undefined
  const order = Object.keys(schemas[part.document.kind].properties ?? {})
  const written = new Map<Pair | undefined, string[]>()
  for (const { key, lines } of [...entries].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))) {
    const after = nearestBefore(root.pairs, key, order)
    written.set(after, [...(written.get(after) ?? []), ...lines.map((each) => indent + each)])
  }
  const lineBreak = lineBreakOf(text)
  return [...written].map(([after, lines]) =>
    after
      ? insertAt(lastLineEnd(text, after), lines.map((each) => lineBreak + each).join(''))
      : insertAt(line.start, lines.map((each) => each + lineBreak).join('')),
  )
}

function nearestBefore(pairs: readonly Pair[], key: string, order: readonly string[]): Pair | undefined {
  const rank = (pair: Pair) => order.indexOf(keyText(pair.key) ?? '')
  const before = pairs.filter((pair) => rank(pair) >= 0 && rank(pair) < order.indexOf(key))
  return before.reduce<Pair | undefined>((best, pair) => (best && rank(best) >= rank(pair) ? best : pair), undefined)
}
