import type { Span } from '../text/span.ts'
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

/** `yaml` gives an error for each closing bracket too many, in time that grows with their square. */
export function bracketProblem(text: string): Problem | undefined {
  let open = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 91 || c === 123) open++
    else if (c === 93 || c === 125) open--
    if (open < -mostClosing)
      return {
        rule: 'yaml-syntax',
        span: { start: at, end: at + 1 },
        message: `More than ${mostClosing.toLocaleString('en')} brackets are closed up to here that were never opened, so the file is not read. Is it the right file?`,
        fixes: [],
      }
  }
  return undefined
}

/** Where brackets, or the dashes and braces at the beginning of a line, open one level more than is read; else the beginning. */
export function deepPlace(text: string, { start, end }: Span, levels: number): Span {
  let open = 0
  let dashes = 0
  for (let at = start; at < end; at++) {
    const c = text.charAt(at)
    if (c === '[' || c === '{') open++
    else if (c === ']' || c === '}') open = Math.max(0, open - 1)
    dashes = c === '-' && text[at + 1] === ' ' ? dashes + 1 : c === ' ' ? dashes : 0
    if (open > levels || dashes > levels) return { start: at, end: at + 1 }
  }
  return { start, end: start + 1 }
}

/** No prose has as many: text holds brackets in pairs. */
const mostClosing = 1000

/** Where a file begins more documents than anybody writes into one. */
export function documentProblem(text: string, most: number): Problem | undefined {
  let count = 0
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm)) {
    if (++count <= most) continue
    return {
      rule: 'yaml-syntax',
      span: { start: index, end: index + 3 },
      message: `More than ${most} lines "---" each begin a new document in this file, so it is not read. Give each engagement and each brief a file of its own.`,
      fixes: [],
    }
  }
  return undefined
}

/** No-break and other wide spaces, as they come in with text pasted from Word. YAML takes them for letters. */
const wideSpace =
  /^[ \t]*[\u00a0\u2007\u202f\u3000][ \t\u00a0\u2007\u202f\u3000]*(?=- |[\w-]+:)|(?<=^[ \t\u00a0]*(?:- )?[\w-]+:|\{[^{}\n"']{0,300}\b[\w-]{1,40}:)[\u00a0\u2007\u202f\u3000][ \u00a0\u2007\u202f\u3000]*/gm

/** Nearly every text has none, and to know that is far quicker than to look at each place. */
const anyWideSpace = /[\u00a0\u2007\u202f\u3000]/

export function wideSpaces(text: string): readonly Span[] {
  if (!anyWideSpace.test(text)) return []
  return [...text.matchAll(wideSpace)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** One finding for all of them, as they come in with one paste. */
export function spaceProblem(spaces: readonly Span[]): Problem | undefined {
  const [first] = spaces
  if (!first) return undefined
  const edits = spaces.map((span) => ({ span, text: ' '.repeat(span.end - span.start) }))
  return {
    rule: 'yaml-syntax',
    span: first,
    message: `${counted(spaces.length, 'place')} in this file ${spaces.length === 1 ? 'has' : 'have'} a no-break space, as text pasted from Word does. It looks like a space, but other programs read it as a letter. Replace it by a plain space.`,
    fixes: [{ title: 'Replace no-break spaces by plain spaces', safe: true, edits }],
  }
}

/** Characters that nobody sees and that change what is read or shown: zero-width spaces, and marks that turn the direction of text. */
const unseen = /[\u200b\u202a-\u202e\ufeff]/g

export function unseenProblem(text: string): Problem | undefined {
  const edits = [...text.matchAll(unseen)]
    .filter(({ index }) => index > 0)
    .map(({ index }) => ({ span: { start: index, end: index + 1 }, text: '' }))
  const [first] = edits
  if (!first) return undefined
  return {
    rule: 'file-encoding',
    span: first.span,
    atMost: 'warning',
    message: `${counted(edits.length, 'character')} in this file cannot be seen: a zero-width space, or a mark that turns the direction of the text. It comes in by copying, and makes a word differ from one that looks the same. Delete it.`,
    fixes: [{ title: 'Delete the characters that cannot be seen', safe: false, edits }],
  }
}

/**
 * The text as the parser gets it, of the same length, so that every offset holds:
 * wide spaces become spaces, and a lone CR becomes a line break, as it is one for
 * editors but not for `yaml`.
 */
export function readable(text: string): string {
  const spaced = anyWideSpace.test(text) ? text.replace(wideSpace, (space) => ' '.repeat(space.length)) : text
  return spaced.replace(/\r(?!\n)/g, '\n')
}
