import type { Mapping, Sequence } from '../syntax/tree.ts'
import { lineAround, lineBreakOf } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { commentsWithin, isMovable, prefixOf } from './extent.ts'
import { onOneLine, pairOnOneLine } from './one-line.ts'
import type { Refactoring, Spot } from './refactoring.ts'
import type { Step } from './steps.ts'

/** Only the outermost brackets can go: a list on lines of its own has no place between brackets. */
export const refactoring: Refactoring = {
  id: 'flow-to-block',
  nature: 'rewrite',
  propose: (spot) => {
    const step = spot.steps.find(({ node }) => (node?.kind === 'mapping' || node?.kind === 'sequence') && node.flow)
    const node = step?.node
    if (!step?.holder || (node?.kind !== 'mapping' && node?.kind !== 'sequence')) return undefined
    const edit = onLines(spot, step, node)
    const title =
      node.kind === 'sequence' ? 'Give each item of this list a line of its own' : 'Give each key between these braces a line of its own'
    return edit && { title, edits: [edit] }
  },
}

function onLines(spot: Spot, { pair }: Step, node: Mapping | Sequence): Edit | undefined {
  const { text } = spot.file
  const start = pair ? pair.key.end : node.start
  const prefix = prefixOf(text, pair ? pair.key.start : node.start)
  const written = linesOf(text, node)
  const rest = text.slice(node.end, lineAround(text, node.end).end)
  const head = text.slice(start, node.start)
  if (prefix === undefined || !written || commentsWithin(spot.comments, { start, end: node.end }).length > 0) return undefined
  if (!/^[ \t]*(?:#.*)?$/.test(rest) || !isMovable(spot, { start, end: node.end })) return undefined
  if (pair ? !/^[ \t]*:\s+$/.test(head) : !prefix.endsWith(' ') || !prefix.includes('-')) return undefined
  // A remark behind the brackets is about all that stood in them, so it goes to the first line.
  const remark = rest.trimEnd()
  const next = lineBreakOf(text) + ' '.repeat(prefix.length + (pair ? 2 : 0))
  const lines = pair ? [head.trimEnd() + remark, ...written] : written.map((line, i) => (i === 0 ? line + remark : line))
  return { span: { start, end: node.end + remark.length }, text: lines.join(next) }
}

function linesOf(text: string, node: Mapping | Sequence): readonly string[] | undefined {
  const lines =
    node.kind === 'mapping'
      ? node.pairs.map((pair) => pairOnOneLine(text, pair))
      : node.items.map((item) => {
          const words = onOneLine(text, item)
          return words && `- ${words}`
        })
  return lines.length > 0 && lines.every((line) => line !== undefined) ? lines : undefined
}
