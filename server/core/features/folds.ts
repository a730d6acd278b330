import { commentsIn } from '../syntax/comments.ts'
import { contentEnd, itemExtents, pairExtent } from '../syntax/extent.ts'
import type { Node } from '../syntax/tree.ts'
import { placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'

/** Lines, from 0, that may be folded under the first of them. */
export interface Fold {
  readonly first: number
  readonly last: number
  readonly kind?: 'comment' | 'region'
}

/** What of a file may be folded, in the order of the text; of two folds one lies in the other, or they are apart. */
export function foldsOf(file: OpenFile): readonly Fold[] {
  const comments = commentLines(file)
  const isNote = new Map(comments.map(({ line, column }) => [line, column]))
  const folding: Folding = { file, isNote }
  return nested([
    ...(file.parts.length > 1 ? file.parts.flatMap(({ tree }) => documentFold(file, tree.span)) : []),
    ...file.parts.flatMap(({ tree }) => foldsBelow(tree.root, folding)),
    ...commentBlocks(comments),
    ...regions(comments),
  ])
}

interface Folding {
  readonly file: OpenFile
  /** The columns at which lines begin that are nothing but a comment. */
  readonly isNote: ReadonlyMap<number, number>
}

function lineOf({ lines }: OpenFile, offset: number): number {
  return placeAt(lines, offset).line - 1
}

function foldsBelow(node: Node | undefined, folding: Folding): readonly Fold[] {
  const { text } = folding.file
  if (node?.kind === 'mapping') {
    return node.pairs.flatMap((pair) => {
      const extent = pairExtent(text, pair)
      return [
        ...foldOf(extent, node.flow || isBetweenBrackets(pair.value), folding),
        ...foldsBelow(pair.key, folding),
        ...foldsBelow(pair.value, folding),
      ]
    })
  }
  if (node?.kind !== 'sequence') return []
  const extents = itemExtents(text, node)
  return node.items.flatMap((item, i) => [
    ...foldOf(extents[i] ?? item, node.flow || isBetweenBrackets(item), folding),
    ...foldsBelow(item, folding),
  ])
}

function isBetweenBrackets(node: Node | undefined): boolean {
  return (node?.kind === 'mapping' || node?.kind === 'sequence') && node.flow
}

/** A bracket that closes on a line of its own stays in sight; a comment that is indented belongs to what stands above it. */
function foldOf(extent: Span, flow: boolean, { file, isNote }: Folding): readonly Fold[] {
  const first = lineOf(file, extent.start)
  let last = lineOf(file, Math.max(extent.start, extent.end - 1))
  const start = file.lines[last] ?? 0
  if (flow && /^[\s\]}]*$/.test(file.text.slice(start, extent.end))) last--
  else if (!flow) last = withNotes(last, extent.start - (file.lines[first] ?? 0), file, isNote)
  return first < last ? [{ first, last }] : []
}

function withNotes(last: number, column: number, file: OpenFile, isNote: ReadonlyMap<number, number>): number {
  let found = last
  for (let line = last + 1; line < file.lines.length; line++) {
    const at = isNote.get(line)
    if (at !== undefined && at > column) found = line
    else if (at !== undefined || !isBlank(file, line)) break
  }
  return found
}

function isBlank({ text, lines }: OpenFile, line: number): boolean {
  return /^\s*$/.test(text.slice(lines[line] ?? 0, lines[line + 1] ?? text.length))
}

/** From the line of the dashes on. */
function documentFold(file: OpenFile, span: Span): readonly Fold[] {
  const first = lineOf(file, span.start)
  const last = lineOf(file, Math.max(span.start, contentEnd(file.text, span) - 1))
  return first < last ? [{ first, last }] : []
}

interface CommentLine {
  readonly line: number
  readonly column: number
  readonly text: string
}

function commentLines(file: OpenFile): readonly CommentLine[] {
  const { text, lines, parts } = file
  return commentsIn(
    text,
    parts.map(({ tree }) => tree.root),
  ).flatMap(({ start, end }) => {
    const line = lineOf(file, start)
    const column = start - (lines[line] ?? 0)
    return /^[ \t]*$/.test(text.slice(start - column, start)) ? [{ line, column, text: text.slice(start, end) }] : []
  })
}

/** Lines of comments one below the other, at the same column. */
function commentBlocks(comments: readonly CommentLine[]): readonly Fold[] {
  const found: { first: number; last: number; column: number }[] = []
  for (const { line, column } of comments) {
    const block = found.at(-1)
    if (block && block.last === line - 1 && block.column === column) block.last = line
    else found.push({ first: line, last: line, column })
  }
  return found.flatMap(({ first, last }) => (first < last ? [{ first, last, kind: 'comment' as const }] : []))
}

/** From a line `# ---- Evidence` to the line `# ---- end`; the language configuration names the same marks. */
function regions(comments: readonly CommentLine[]): readonly Fold[] {
  const open: number[] = []
  return comments.flatMap(({ line, text }) => {
    const ends = /^# ---- end\b/.test(text)
    if (!ends && text.startsWith('# ----')) open.push(line)
    const first = ends ? open.pop() : undefined
    return first === undefined ? [] : [{ first, last: line, kind: 'region' as const }]
  })
}

/** An editor shows one sign a line, so of folds that begin on one line the largest stays; one that crosses another does not. */
function nested(folds: readonly Fold[]): readonly Fold[] {
  const ordered = [...folds].sort((a, b) => a.first - b.first || b.last - a.last)
  const around: Fold[] = []
  return ordered.filter((fold) => {
    while ((around.at(-1)?.last ?? fold.first) < fold.first) around.pop()
    const outer = around.at(-1)
    if (outer && (outer.first === fold.first || outer.last < fold.last)) return false
    around.push(fold)
    return true
  })
}
