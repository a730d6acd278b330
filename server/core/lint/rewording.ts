import type { Step } from '../rules/change.ts'
import { changedStretches } from '../snippets/pieces.ts'
import { find } from '../syntax/locate.ts'
import { isBlockStyle, type Node, type Scalar } from '../syntax/tree.ts'
import { lineBreakOf, spacesBefore } from '../text/lines.ts'
import { plainIsSafe, quote, requoted } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'

type Source = Pick<OpenFile, 'text' | 'inside'>

interface Place extends Source {
  /** The text stands between brackets or braces. */
  readonly flow: boolean
  /** The key behind which it stands. */
  readonly key: Node | undefined
}

/**
 * The edits that make another text of a scalar: of the words that differ alone
 * where its form allows it, else of the whole. None where a comment would be lost
 * or other places use the same text.
 */
export function rewording(
  { at, to }: Extract<Step, { do: 'reword' }>,
  source: Source,
  root: Node | undefined,
): readonly Edit[] | undefined {
  const { node, missing, through, merged, parent, pair } = find(root, at)
  if (node?.kind !== 'scalar' || missing > 0 || through || merged) return undefined
  if (at.some((_, depth) => hasAnchor(find(root, at.slice(0, depth + 1)).node, source.text))) return undefined
  const flow = parent?.kind === 'mapping' || parent?.kind === 'sequence' ? parent.flow : false
  const place = { ...source, flow, key: pair?.key }
  return ofWords(node, to, place) ?? ofWhole(node, to.trimEnd(), place)
}

/** What has an anchor, or lies in what has one, stands at other places as well. */
function hasAnchor(node: Node | undefined, text: string): boolean {
  return (
    node !== undefined &&
    /(?:^|[\s[{,])&[^\s,[\]{}]{1,200}\s+(?:!\S{0,200}\s+)?$/.test(text.slice(Math.max(0, node.start - 500), node.start))
  )
}

function ofWords(node: Scalar, to: string, { text: file, inside, flow }: Place): readonly Edit[] | undefined {
  const { text, style } = node
  const hasLooseSpace = style === 'literal' ? /^\s/.test(to) : /^\s|[ \t]$|[ \t]\s|\n[ \t]/.test(to)
  const isFolded =
    (style === 'folded' && /\n[ \t]/.test(text)) || (style === 'double' && /\\(?:\r|\n)/.test(file.slice(node.start, node.end)))
  if (/^\s/.test(text) || isFolded || hasLooseSpace || (style === 'plain' && !plainIsSafe(to, flow))) return undefined
  const stretches = changedStretches(text, to)
  // A new line has to be written as its form asks, and so has a sign that nobody sees.
  if (stretches.some(({ words }) => /\p{Cc}/u.test(words))) return undefined
  return stretches.map(({ within: [start, end], words }) => ({
    // Up to the next sign, as there may be a line break and indentation before it.
    span: { start: inside(node, start, start).start, end: end < text.length ? inside(node, end, end).start : inside(node, start, end).end },
    text: style === 'single' || style === 'double' ? requoted(words, style, flow).slice(1, -1) : words,
  }))
}

/** A block stays one; what was none becomes one where there is more than a line. */
function ofWhole(node: Scalar, words: string, { text, flow, key }: Place): readonly Edit[] | undefined {
  const { style } = node
  const source = text.slice(node.start, node.end).trimEnd()
  const put = (from: number, to: string) => [{ span: { start: node.start + from, end: node.start + source.length }, text: to }]
  const [head, indent] = (style === 'literal' && /^[^\r\n]*(?:\r\n|\r|\n)(?: *(?:\r\n|\r|\n))*( +)/.exec(source)) || []
  if (head !== undefined && indent !== undefined && isForBlock(words))
    return put(head.length - indent.length, inLines(words, indent, lineBreakOf(text)))
  // A comment behind the sign of a block would be lost.
  if (isBlockStyle(style) && /^[^\r\n]*#/.test(source)) return undefined
  if (!/\p{Cc}/u.test(words)) return put(0, requoted(words, style === 'single' || style === 'double' ? style : 'plain', flow))
  const own = key && spacesBefore(text, key.start)
  const hasMore = /^[^\r\n]*\S/.test(text.slice(node.end))
  if (flow || own === undefined || hasMore || !isForBlock(words)) return put(0, quote(words))
  return put(0, `|${lineBreakOf(text)}${inLines(words, `${own}  `, lineBreakOf(text))}`)
}

/** White space before the first word would be indentation, and at the end of a line or among signs that no editor shows it is lost. */
function isForBlock(words: string): boolean {
  return words !== '' && !/^\s/.test(words) && !/[ \t]$|[^\P{Cc}\n]/mu.test(words)
}

function inLines(words: string, indent: string, lineBreak: string): string {
  return words
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join(lineBreak)
}
