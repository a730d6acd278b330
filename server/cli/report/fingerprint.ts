import { createHash } from 'node:crypto'
import { type Finding, lineStarts, lineText } from '../../core/index.ts'

/** A line may be as long as the whole file, so what stands around the place has to do. */
const around = 100

/**
 * What a finding of a text is known by in a later run, when lines above it have
 * come or gone: its rule, its words without their numbers, which may count days
 * or words, and the text around its place in its line. Several may be alike.
 */
export function likeness(text: string): (finding: Finding) => string {
  const starts = lineStarts(text)
  return ({ rule, message, start }) => {
    const column = start.column - 1
    const line = lineText(text, starts, start.line)
    // What has no place of its own is told on the first line, and that may be any remark.
    const isOfAll = line.trimStart().startsWith('#') && !rule.startsWith('suppression-')
    const place = isOfAll ? '' : line.slice(Math.max(0, column - around), column + around)
    return [rule, message.replace(/\d+/g, '0'), place.trim()].join('\0')
  }
}

/** A likeness for each finding of a file that none of the others has: of those that are alike, how many stand before it counts too. */
export function fingerprints(text: string, findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const likenessOf = likeness(text)
  const seen = new Map<string, number>()
  const inOrder = [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return new Map(
    inOrder.map((finding) => {
      const key = likenessOf(finding)
      const before = seen.get(key) ?? 0
      seen.set(key, before + 1)
      return [finding, digest(`${key}\0${before}`)]
    }),
  )
}

export function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}
