import type { Mapping, Sequence } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { commentsWithin, contentEnd, isMovable, prefixOf } from './extent.ts'
import { onOneLine } from './one-line.ts'
import type { Refactoring, Spot } from './refactoring.ts'
import type { Step } from './steps.ts'

/** Nobody reads a longer line with pleasure. */
const widest = 120

export const refactoring: Refactoring = {
  id: 'block-to-flow',
  nature: 'rewrite',
  propose: (spot) => {
    const step = spot.steps.findLast(({ node }) => (node?.kind === 'mapping' || node?.kind === 'sequence') && !node.flow)
    const node = step?.node
    if (!step?.holder || (node?.kind !== 'mapping' && node?.kind !== 'sequence')) return undefined
    const edit = onOne(spot, step, node)
    const title = node.kind === 'sequence' ? 'Write this list on one line, in brackets' : 'Write these keys on one line, in braces'
    return edit && { title, edits: [edit] }
  },
}

function onOne(spot: Spot, { pair }: Step, node: Mapping | Sequence): Edit | undefined {
  const { text } = spot.file
  const first = pair ? pair.key : node
  const span = { start: pair ? pair.key.end : node.start, end: contentEnd(text, node) }
  const prefix = prefixOf(text, first.start)
  const flow = onOneLine(text, node)
  if (prefix === undefined || flow === undefined || !isMovable(spot, span)) return undefined
  const [remark, ...others] = commentsWithin(spot.comments, { start: span.start, end: lineAround(text, span.end).end })
  const keyLine = lineAround(text, span.start).end
  // A remark behind the key is about the whole; any other would lose its place.
  if (others.length > 0 || (remark && !(pair && remark.start < keyLine))) return undefined
  const [colon] = pair ? (/^[ \t]*:/.exec(text.slice(span.start, node.start)) ?? []) : ['']
  if (colon === undefined) return undefined
  const told = remark ? text.slice(span.start + colon.length, remark.end) : ''
  const written = pair ? `${colon} ${flow}${told}` : flow
  return prefix.length + (pair ? pair.key.end - pair.key.start : 0) + written.length > widest ? undefined : { span, text: written }
}
