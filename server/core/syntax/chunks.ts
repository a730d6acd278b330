import type { Span } from '../text/span.ts'
import type { Reading } from './parse.ts'
import type { Problem } from './problem.ts'
import type { Node, Pair } from './tree.ts'
import { missingColon } from './wording.ts'

/**
 * Splits the text of a block mapping into its root entries. In such a mapping a
 * line that starts at column 0 with anything but a space, a tab, `#`, `-`, a
 * closing bracket or a document mark begins a new entry, because block scalars
 * and flow values must be indented deeper. Parsed one by one, an unclosed quote
 * or a stray colon spoils its own entry only, not the rest of the file.
 * Empty where the text is not such a mapping.
 */
export function chunksOf(text: string): readonly Span[] {
  const starts: number[] = []
  for (const match of text.matchAll(/^(?![ \t\r\n#\]}-]|\.\.\.(?:\s|$)).+/gm)) {
    if (/^[[{%]/.test(match[0])) return []
    starts.push(match.index)
  }
  if (/^-(?:\s|$)/.test(text.slice(0, starts[0] ?? text.length).trimStart())) return []
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

/** Puts the entries back together as one mapping. */
export function joinChunks(
  parts: readonly { readonly chunk: Span; readonly reading: Reading | undefined }[],
  text: string,
): { readonly root: Node; readonly problems: readonly Problem[] } {
  const pairs: Pair[] = []
  const problems: Problem[] = []
  for (const { chunk, reading } of parts) {
    if (!reading) continue
    problems.push(...reading.problems)
    if (reading.root?.kind === 'mapping') {
      pairs.push(...reading.root.pairs.map((pair) => ({ ...pair, damaged: reading.damaged })))
    } else if (reading.root) {
      if (!reading.damaged) problems.push(missingColon(chunk, text))
      const word = /^[^\s:]+/.exec(text.slice(chunk.start, chunk.end))?.[0] ?? ''
      const end = chunk.start + word.length
      pairs.push({ key: { kind: 'scalar', style: 'plain', text: word, start: chunk.start, end }, value: undefined, damaged: true })
    }
  }
  const start = parts[0]?.chunk.start ?? 0
  return { root: { kind: 'mapping', flow: false, start, end: parts.at(-1)?.chunk.end ?? start, pairs }, problems }
}
