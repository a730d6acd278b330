import { lineAround, lineBreakOf } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import { commentsWithin, insertAt, lastLineEnd, partSpan, prefixOf } from './extent.ts'
import { participantAt, type States, statesOf } from './participant-groups.ts'
import type { Refactoring, Spot } from './refactoring.ts'

export const refactoring: Refactoring = {
  id: 'split-participants',
  nature: 'rewrite',
  propose: (spot) => {
    const at = participantAt(spot)
    const states = at && statesOf(spot, at.list, at.index)
    if (!states || states.codes.length < 2) return undefined
    const edits = at.list.flow ? betweenBrackets(spot, states) : onLines(spot, states)
    return edits && { title: `Give each of these ${states.codes.length} States an entry of its own`, edits }
  },
}

/** The entry of the first State stays where the entry of all stood; the others follow. */
function betweenBrackets(spot: Spot, states: States): readonly Edit[] | undefined {
  const { text } = spot.file
  const item = partSpan(text, states.item)
  if (commentsWithin(spot.comments, item).length > 0) return undefined
  const [first, ...others] = codesOf(text, states)
  const copies = others.map((code) => `, ${copyFor(spot, states, code)}`)
  return [replaced(text, states, first ?? ''), insertAt(item.end, copies.join(''))]
}

function onLines(spot: Spot, states: States): readonly Edit[] | undefined {
  const { text } = spot.file
  const prefix = prefixOf(text, states.item.start)
  if (prefix === undefined || !/^ *- +$/.test(prefix)) return undefined
  const [first, ...others] = codesOf(text, states)
  const copies = others.map((code) => lineBreakOf(text) + prefix + copyFor(spot, states, code))
  return [replaced(text, states, first ?? ''), insertAt(lastLineEnd(text, states.item), copies.join(''))]
}

function codesOf(text: string, { codes }: States): readonly string[] {
  return codes.map(({ start, end }) => text.slice(start, end))
}

function replaced(text: string, { pair }: States, code: string): Edit {
  return { span: partSpan(text, pair), text: `country: ${code}` }
}

/** The entry with another State, without the remarks, which stay with the first. */
function copyFor(spot: Spot, { item, pair }: States, code: string): string {
  const { text } = spot.file
  const [whole, own] = [partSpan(text, item), partSpan(text, pair)]
  const before = withoutComments(spot, { start: whole.start, end: own.start })
  return `${before}country: ${code}${withoutComments(spot, { start: own.end, end: whole.end })}`
}

/** A remark goes with the spaces before it, and with its line where it stands alone. */
function withoutComments({ file: { text }, comments }: Spot, span: Span): string {
  let at = span.start
  let result = ''
  for (const comment of commentsWithin(comments, span)) {
    const line = lineAround(text, comment.start)
    const isAlone = text.slice(line.start, comment.start).trim() === ''
    const kept = text.slice(at, Math.max(at, isAlone ? line.start : comment.start))
    result += isAlone ? kept : kept.replace(/[ \t]+$/, '')
    at = isAlone ? line.end + (text.startsWith('\r\n', line.end) ? 2 : 1) : comment.end
  }
  return result + text.slice(at, span.end)
}
