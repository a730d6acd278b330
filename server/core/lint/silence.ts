import { scalarFinder } from '../syntax/comments.ts'
import { isSound } from '../syntax/parse.ts'
import { isBlockStyle, type Scalar } from '../syntax/tree.ts'
import type { Finding } from '../text/finding.ts'
import { lineAround, lineBreakOf, placeAt } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'
import { catalogue } from './lint.ts'
import { type Suppression, suppressionsIn } from './suppressions.ts'

/** A directive that silences a finding, and how far it reaches. */
export interface Silencing {
  readonly covers: 'line' | 'file'
  readonly edits: readonly Edit[]
}

/**
 * Silences findings of a file, each by a directive of its own or by one that
 * speaks of its line already. Without a reason the directive is left unfinished:
 * it has no effect, and a finding of its own asks for the reason.
 *
 * A directive stands on the line above. Where that line is part of a text, and so
 * would be the directive, it stands behind the finding; where that is text as
 * well, as within a block, nothing less than the file can be silenced.
 */
export function silencer(file: OpenFile, today: string): (finding: Finding, reason: string) => Silencing | undefined {
  const { text, lines, parts } = file
  const roots = parts.map(({ tree }) => tree.root)
  const scalarAt = scalarFinder(roots)
  const { active } = suppressionsIn(text, roots, lines, today, catalogue)
  return (finding, written) => {
    if (!canBeSilenced(file, finding)) return undefined
    const reason = written.replace(/\s+/g, ' ').trim()
    const page: Page = { file, scalarAt, told: active.filter(({ line }) => line === finding.start.line) }
    const edits = joined(page, finding.rule, reason) ?? above(page, finding, reason) ?? behind(page, finding, reason)
    return edits ? { covers: 'line', edits } : { covers: 'file', edits: forFile(file, finding.rule, reason) }
  }
}

/** What is known of the line of a finding. */
interface Page {
  readonly file: OpenFile
  readonly scalarAt: (offset: number) => Scalar | undefined
  /** What is silenced on the line already. */
  readonly told: readonly Suppression[]
}

/** A directive cannot be silenced itself, and in a broken text nobody can tell what a new line would do. */
function canBeSilenced({ parts }: OpenFile, { rule, span }: Finding): boolean {
  const part = parts.findLast(({ tree }) => tree.span.start <= span.start) ?? parts[0]
  return part !== undefined && isSound(part.tree) && !rule.startsWith('suppression-')
}

/** The rule joins a directive for the same line, unless one of the two ends on a day that the other has not. */
function joined({ file: { text }, told }: Page, rule: string, reason: string): readonly Edit[] | undefined {
  if (reason === '' || endsOnDay(reason)) return undefined
  const last = told.findLast(({ span }) => !endsOnDay(text.slice(span.end, lineAround(text, span.end).end)))
  if (!last) return undefined
  const { end } = lineAround(text, last.span.end)
  const words = text.slice(last.span.end, end).trimEnd()
  return [
    { span: at(last.span.end), text: `, ${rule}` },
    { span: at(last.span.end + words.length), text: `; ${reason}` },
  ]
}

function endsOnDay(words: string): boolean {
  return /\buntil=/.test(words)
}

function above({ file, scalarAt, told }: Page, { rule, start }: Finding, reason: string): readonly Edit[] | undefined {
  const { text, lines, parts } = file
  const from = lines[start.line - 1] ?? 0
  const around = scalarAt(from)
  // Of a document without keys a finding may stand on the first line of the file, wherever its text begins.
  const part = parts.findLast(({ tree }) => tree.span.start <= from) ?? parts[0]
  if (part?.tree.root?.kind !== 'mapping' || (around && around.start < from)) return undefined
  if (told.some(({ span }) => placeAt(lines, span.start).line === start.line - 1)) return undefined
  const indent = /^[ \t]*/.exec(text.slice(from, lineAround(text, from).end))?.[0] ?? ''
  return [{ span: at(from), text: `${indent}# chancery-disable-next-line ${rule} -- ${reason}${lineBreakOf(text)}` }]
}

function behind({ file: { text, lines }, scalarAt }: Page, { rule, start }: Finding, reason: string): readonly Edit[] | undefined {
  const line = lineAround(text, lines[start.line - 1] ?? 0)
  const comments = [...text.slice(line.start, line.end).matchAll(/(?<=^|[ \t])#/g)].filter(({ index }) => !scalarAt(line.start + index))
  // A block that the file ends with, without a line break, takes in whatever is written behind it.
  const endsInBlock = isBlockStyle(scalarAt(line.end - 1)?.style)
  if (scalarAt(line.end) || endsInBlock || comments.length > 0 || line.start === line.end) return undefined
  return [{ span: at(line.end), text: ` # chancery-disable-line ${rule} -- ${reason}` }]
}

/** Before the first entry, and before a directive that speaks of its line. */
function forFile({ text, parts }: OpenFile, rule: string, reason: string): readonly Edit[] {
  const root = parts[0]?.tree.root
  let { start } = lineAround(text, root?.kind === 'mapping' ? root.start : 0)
  while (start > 0) {
    const former = lineAround(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1)
    if (!/#[ \t]*chancery-disable-next-line\b/.test(text.slice(former.start, former.end))) break
    start = former.start
  }
  return [{ span: at(start), text: `# chancery-disable-file ${rule} -- ${reason}${lineBreakOf(text)}` }]
}

function at(offset: number): Edit['span'] {
  return { start: offset, end: offset }
}
