import { indentOf, isBlank, lineEnd, nextLine } from './lines-of-yaml.ts'

/** A line that belongs to a key. */
export interface Child {
  readonly column: number
  /** It begins with a dash. */
  readonly isItem: boolean
}

/** The first line below that is not empty, where it belongs to a key at a column. Items may stand at the column of their key. */
export function childBelow(text: string, lineStop: number, column: number): Child | undefined {
  for (let start = nextLine(text, lineStop); start < text.length; ) {
    const end = lineEnd(text, start, text.length)
    if (!isBlank(text, start, end)) {
      const indent = indentOf(text, start, end)
      const isItem = /^-(?:\s|$)/.test(text.slice(start + indent, start + indent + 2))
      return indent > column || (isItem && indent === column) ? { column: indent, isItem } : undefined
    }
    start = nextLine(text, end)
  }
  return undefined
}
