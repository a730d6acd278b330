import type { Edit } from '../text/span.ts'
import { counted } from '../text/words.ts'
import type { Problem } from './problem.ts'

/** Characters that no YAML text holds: control characters other than tab and line breaks, and halves of a surrogate pair. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** A text with control characters is no text: a picture, a Word file, UTF-16 read as UTF-8. */
export function encodingProblem(text: string): Problem | undefined {
  const match = forbidden.exec(text)
  if (!match) return undefined
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return {
    rule: 'file-encoding',
    span: { start: match.index, end: match.index + 1 },
    message: `This is not plain text: it holds the character U+${code}, which no YAML file may hold. Save the file as plain text in UTF-8, or delete the character.`,
    fixes: [],
  }
}

/** Git leaves three markers in a file that two people changed; until they are gone nothing else in it means anything. */
export function conflictProblem(text: string): Problem | undefined {
  const match = /^<{7}(?: .*)?$/m.exec(text)
  if (!match || !/^={7}$/m.test(text.slice(match.index)) || !/^>{7}/m.test(text.slice(match.index))) return undefined
  return {
    rule: 'yaml-syntax',
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
    message:
      'Two versions of this file were merged and the conflict is not settled: choose between the parts that "<<<<<<<", "=======" and ">>>>>>>" set apart, then delete these three lines.',
    fixes: [],
  }
}

/** No-break and other wide spaces, as they come in with text pasted from Word. YAML takes them for letters. */
const wideSpace =
  /^[ \t]*[\u00a0\u2007\u202f\u3000][ \t\u00a0\u2007\u202f\u3000]*(?=- |[\w-]+:)|(?<=^[ \t\u00a0]*(?:- )?[\w-]+:)[\u00a0\u2007\u202f\u3000][ \u00a0\u2007\u202f\u3000]*/gm

export function spaceProblem(text: string): Problem | undefined {
  const edits: Edit[] = []
  for (const match of text.matchAll(wideSpace)) {
    edits.push({ span: { start: match.index, end: match.index + match[0].length }, text: ' '.repeat(match[0].length) })
  }
  const [first] = edits
  if (!first) return undefined
  return {
    rule: 'yaml-syntax',
    span: first.span,
    message: `${counted(edits.length, 'place')} in this file ${edits.length === 1 ? 'has' : 'have'} a no-break space, as text pasted from Word does. It looks like a space, but other programs read it as a letter. Replace it by a plain space.`,
    fixes: [{ title: 'Replace no-break spaces by plain spaces', safe: true, edits }],
  }
}

/**
 * The text as the parser gets it, of the same length, so that every offset holds:
 * wide spaces become spaces, and a lone CR becomes a line break, as it is one for
 * editors but not for `yaml`.
 */
export function readable(text: string): string {
  return text.replace(wideSpace, (space) => ' '.repeat(space.length)).replace(/\r(?!\n)/g, '\n')
}
