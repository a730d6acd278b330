import { type Finding, graphemes, lineText } from '../../core/index.ts'

/** The line of a finding in three: what stands before the place, the place, and what stands behind it. */
export interface SourceParts {
  readonly before: string
  readonly marked: string
  readonly after: string
}

const mostBefore = 80
const mostMarked = 160
const mostAfter = 80

/** The line as far as it can be shown; nothing where it is blank. A place of many lines is shown by its first. */
export function sourceParts({ start, end }: Finding, text: string, starts: readonly number[]): SourceParts | undefined {
  const line = lineText(text, starts, start.line)
  const from = start.column - 1
  const to = end.line > start.line ? line.length : end.column - 1
  const indent = /^[ \t]*/.exec(line.slice(0, mostBefore))?.[0].length ?? 0
  const before = ending(line.slice(Math.min(indent, from), from), mostBefore)
  const marked = beginning(line.slice(from, to), mostMarked)
  const after = beginning(line.slice(to), mostAfter)
  return `${before}${marked}${after}`.trim() === '' ? undefined : { before, marked, after }
}

function beginning(words: string, most: number): string {
  if (words.length <= most) return words
  const signs = graphemes(words.slice(0, most)).slice(0, -1)
  return `${signs.join('')}...`
}

function ending(words: string, most: number): string {
  if (words.length <= most) return words
  const signs = graphemes(words.slice(-most)).slice(1)
  return `...${signs.join('')}`
}
