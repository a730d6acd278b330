import type { Value } from '../model/read.ts'
import { plainPen, writtenPart } from '../snippets/written.ts'
import { contentEnd, itemExtents, ownEntries, pairExtent } from '../syntax/extent.ts'
import { lineAround, lineBreakOf } from '../text/lines.ts'
import type { Edit, Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'

type Entry = Readonly<Record<string, Value>>

/**
 * The edit that puts snippets behind the last of a library. Everything that
 * stands there stays as it is. Undefined where the library cannot be read so far.
 */
export function appendedSnippets({ text, parts }: OpenFile, snippets: readonly Entry[]): Edit | undefined {
  const [part] = parts
  // In a file without a word there is no library yet.
  if (text.trim() === '' || part?.document.kind !== 'snippets' || part.tree.problems.length > 0 || parts.length !== 1) return undefined
  const entry = ownEntries(part.tree.root).find(({ key }) => key === 'snippets')
  const list = entry?.pair.value
  if (list?.kind === 'sequence' && list.items.length > 0) {
    if (list.flow) {
      const last = list.items.at(-1)
      const end = last ? contentEnd(text, last) : list.start + 1
      return { span: { start: end, end }, text: snippets.map((each) => `, ${JSON.stringify(each)}`).join('') }
    }
    const last = itemExtents(text, list).at(-1)
    const before = last && text.slice(lineAround(text, last.start).start, last.start)
    if (!last || before === undefined || !/^ *$/.test(before)) return undefined
    const words = items(snippets, before.length)
    return behindKept(text, last, words) ?? below(text, last.end, words)
  }
  if (list?.kind === 'sequence')
    return {
      span: { start: text.lastIndexOf(':', list.start) + 1, end: list.end },
      text: `\n${items(snippets, 2)}`.replaceAll('\n', lineBreakOf(text)),
    }
  if (list && !(list.kind === 'scalar' && list.text === '')) return undefined
  return entry
    ? below(text, pairExtent(text, entry.pair).end, items(snippets, 2))
    : below(text, text.length, `snippets:\n${items(snippets, 2)}`)
}

/** Below an entry whose text holds the empty lines behind it as well, as `|+` says. */
function behindKept(text: string, { start, end }: Span, words: string): Edit | undefined {
  const [gap = ''] = (/[|>]\d?\+/.test(text.slice(start, end)) && /^(?:[ \t]*(?:\r\n|\r|\n)){2,}/.exec(text.slice(end))) || []
  const newLine = lineBreakOf(text)
  const at = end + gap.length
  return gap === '' ? undefined : { span: { start: at, end: at }, text: words.replaceAll('\n', newLine) + newLine }
}

function items(snippets: readonly Entry[], indent: number): string {
  return snippets.map((each) => `${' '.repeat(indent)}- ${writtenPart(each, indent + 2, plainPen)}`).join('\n')
}

/** On lines of their own below the line of an offset. */
function below(text: string, offset: number, words: string): Edit {
  const { end } = lineAround(text, offset)
  const newLine = lineBreakOf(text)
  const lines = words.replaceAll('\n', newLine)
  const isLast = text.slice(end).trim() === ''
  const behind = isLast && end === text.length && text.endsWith('\n') ? text.length : end
  return {
    span: { start: behind, end: behind },
    text: text.slice(0, behind).endsWith('\n') || behind === 0 ? lines + newLine : newLine + lines,
  }
}
