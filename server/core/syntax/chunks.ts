import type { Span } from '../text/span.ts'
import type { Reading } from './parse.ts'
import type { Problem } from './problem.ts'
import { keyText, mapping, type Node, type Pair } from './tree.ts'
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
  for (const match of text.matchAll(/(?<=^|\n)(?![ \t\r\n#\]}-]|\.\.\.(?:\s|$))[^\n]+/g)) {
    if (/^[[{%]/.test(match[0])) return []
    starts.push(match.index)
  }
  if (listFirst.test(text.slice(0, starts[0] ?? text.length))) return []
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
}

/** Above the first entry stand items of a list, be it below remarks: they belong to no entry, and would be lost. */
const listFirst = /^(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*-(?:\s|$)/

/** Puts the entries back together as one mapping. */
export function joinChunks(
  parts: readonly { readonly chunk: Span; readonly reading: Reading | undefined }[],
  text: string,
): { readonly root: Node; readonly problems: readonly Problem[] } {
  const pairs: Pair[] = []
  const problems: Problem[] = []
  for (const { chunk, reading } of parts) {
    if (!reading) continue
    for (const problem of reading.problems) problems.push(problem)
    if (reading.root?.kind === 'mapping') {
      for (const pair of reading.root.pairs) pairs.push({ ...pair, damaged: reading.damaged })
    } else if (reading.root) {
      if (!reading.damaged) problems.push(missingColon(chunk, text))
      const word = /^[^\s:：]+/.exec(text.slice(chunk.start, chunk.end))?.[0] ?? ''
      const end = chunk.start + word.length
      pairs.push({ key: { kind: 'scalar', style: 'plain', text: word, start: chunk.start, end }, value: undefined, damaged: true })
    }
  }
  const taken = new Set(pairs.flatMap((pair) => keyText(pair.key) ?? []))
  for (const { chunk, reading } of parts) if (reading?.damaged) pairs.push(...hiddenKeys(chunk, text, taken))
  const start = parts[0]?.chunk.start ?? 0
  return { root: mapping({ start, end: parts.at(-1)?.chunk.end ?? start }, false, pairs), problems }
}

/**
 * Keys on the further lines of a broken entry. One of them may be a root key that
 * was indented by mistake, so none of them may be called missing.
 */
function hiddenKeys(chunk: Span, text: string, taken: Set<string>): readonly Pair[] {
  const found: Pair[] = []
  for (const match of text.slice(chunk.start, chunk.end).matchAll(/(?<=\n)[ \t]+([\w-]+):(?=\s|$)/g)) {
    const key = match[1] ?? ''
    if (taken.has(key)) continue
    taken.add(key)
    const end = chunk.start + match.index + match[0].length - 1
    found.push({ key: { kind: 'scalar', style: 'plain', text: key, start: end - key.length, end }, value: undefined, damaged: true })
  }
  return found
}
