import type { Sequence } from '../syntax/tree.ts'
import type { Edit, Span } from '../text/span.ts'
import { counted } from '../text/words.ts'
import { commentsWithin, lastLineEnd, partSpan, prefixOf } from './extent.ts'
import { participantAt, statesOf } from './participant-groups.ts'
import type { Refactoring, Spot } from './refactoring.ts'

export const refactoring: Refactoring = {
  id: 'join-participants',
  nature: 'rewrite',
  propose: (spot) => {
    const at = participantAt(spot)
    const own = at && statesOf(spot, at.list, at.index)
    if (!own) return undefined
    const all = at.list.items.flatMap((_, index) => statesOf(spot, at.list, index) ?? []).filter(({ rest }) => rest === own.rest)
    const [first, ...others] = all
    const removed = others.map(({ index }) => removal(spot, at.list, index))
    if (!first || others.length === 0 || removed.some((edit) => !edit)) return undefined
    const codes = all.flatMap((states) => states.codes.map(({ start, end }) => spot.file.text.slice(start, end)))
    const joined = { span: partSpan(spot.file.text, first.pair), text: `countries: [${codes.join(', ')}]` }
    return {
      title: `Put these ${counted(codes.length, 'State')} into one entry`,
      edits: [joined, ...removed.flatMap((edit) => edit ?? [])],
    }
  },
}

/** Takes out an entry with what parts it from the one before; not if a remark would go with it. */
function removal(spot: Spot, list: Sequence, index: number): Edit | undefined {
  const [former, item] = [list.items[index - 1], list.items[index]]
  const { text } = spot.file
  if (!former || !item || (!list.flow && !/^ *- +$/.test(prefixOf(text, item.start) ?? ''))) return undefined
  const span: Span = list.flow
    ? { start: partSpan(text, former).end, end: partSpan(text, item).end }
    : { start: lastLineEnd(text, former), end: lastLineEnd(text, item) }
  return commentsWithin(spot.comments, span).length > 0 ? undefined : { span, text: '' }
}
