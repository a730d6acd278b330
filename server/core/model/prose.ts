/** Tells of a place in a Markdown text whether it lies in code. */
export function codeIn(text: string): (at: number) => boolean {
  const code = new Uint8Array(text.length)
  for (const [from, to] of codeStretches(text)) code.fill(1, from, to)
  return (at) => code[at] === 1
}

/** A `[@id]`. Bounded, because "[@[@[@…" would make an open-ended search look through the rest of the text each time. */
export const citationMark = /\[@([^\]\s]{1,200})\]/g

/** The text as it is read, without the marks that cite. */
export function withoutCitations(text: string): string {
  return text.replace(citationMark, '')
}

type Stretch = readonly [from: number, to: number]

/**
 * Tells of a stretch of a Markdown text whether it speaks in other than the
 * writer's own words: in code, a quotation or a web address.
 */
export function borrowedIn(text: string): (from: number, to: number) => boolean {
  const borrowed = new Uint8Array(text.length)
  for (const [from, to] of borrowedStretches(text)) borrowed.fill(1, from, to)
  return (from, to) => from < to && !borrowed.subarray(from, to).includes(0)
}

/** Those stretches, in no order; they may overlap. */
export function borrowedStretches(text: string): readonly Stretch[] {
  return [...markdownStretches(text), ...quotations(text), ...addresses(text)]
}

function addresses(text: string): readonly Stretch[] {
  return [...text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>]+/giu)].map((match) => [match.index, match.index + match[0].length])
}

const quotationMarks = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"],
] as const

/**
 * What a text quotes between double marks, marks included. A single mark is too
 * often an apostrophe to say that somebody is quoted.
 */
export function quotedIn(text: string): readonly (readonly [from: number, to: number])[] {
  const marks = new Set(quotationMarks.map(([opening]) => opening).filter((mark) => !/['‘]/.test(mark)))
  return quotations(text).filter(([from]) => marks.has(text.charAt(from) as '"'))
}

/** Pairs of quotation marks within one paragraph. */
function quotations(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (const paragraph of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    for (const [opening, closing] of quotationMarks)
      found.push(...pairs(paragraph[0], opening, closing).map(([from, to]): Stretch => [from + paragraph.index, to + paragraph.index]))
  }
  return found
}

function pairs(text: string, opening: string, closing: string): readonly Stretch[] {
  const found: Stretch[] = []
  for (let start = nextMark(text, opening, 0, 'opening'); start >= 0; ) {
    const end = nextMark(text, closing, start + 1, 'closing')
    if (end < 0) break
    found.push([start, end + 1])
    start = nextMark(text, opening, end + 1, 'opening')
  }
  return found
}

/** A mark that opens has no letter before it, and one that closes none behind it; else it is an apostrophe. */
function nextMark(text: string, mark: string, from: number, side: 'opening' | 'closing'): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(side === 'opening' ? at - 1 : at + 1))) return at
  }
  return -1
}

/**
 * Code, quoted paragraphs and the targets of links, found by their marks in one
 * pass: a Markdown parser takes time in the square of the unclosed marks.
 */
function markdownStretches(text: string): readonly Stretch[] {
  const quoted = text.matchAll(/^ {0,3}>[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*/gm)
  const targets = text.matchAll(/\]\([^)\n]{0,500}\)/g)
  return [...codeStretches(text), ...[...quoted, ...targets].map((match): Stretch => [match.index, match.index + match[0].length])]
}

/** Code blocks and code within a line. */
function codeStretches(text: string): readonly Stretch[] {
  // Most texts hold no code, and the searches below look at every line.
  if (!/`|~{3}|^(?: {4}|\t)/m.test(text)) return []
  const blocks = [
    // The lookahead takes the whole fence or none: of a last line of marks every length would be tried.
    ...text.matchAll(/^ {0,3}(?=(`{3,}|~{3,}))\1[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm),
    ...text.matchAll(/(?<=^|\n[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|$))+/g),
  ]
  return [...codeSpans(text), ...blocks.map((match): Stretch => [match.index, match.index + match[0].length])]
}

/** A run of backticks up to the next run of the same length. */
function codeSpans(text: string): readonly Stretch[] {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ from: match.index, length: match[0].length }))
  const next: (number | undefined)[] = []
  const seen = new Map<number, number>()
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]?.length ?? 0
    next[i] = seen.get(length)
    seen.set(length, i)
  }
  const found: Stretch[] = []
  for (let i = 0; i < runs.length; i++) {
    const [open, close] = [runs[i], runs[next[i] ?? -1]]
    if (!open || !close) continue
    found.push([open.from, close.from + close.length])
    i = next[i] ?? i
  }
  return found
}
