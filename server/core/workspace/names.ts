import type { Document } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import { citationMark } from '../model/prose.ts'
import { commentsIn } from '../syntax/comments.ts'
import { find } from '../syntax/locate.ts'
import { resolved } from '../syntax/tree.ts'
import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile, Part } from './file.ts'
import { isLocal, type Local, type Mention, mentionsIn, type Name } from './mentions.ts'
import type { Portfolio } from './portfolio.ts'
import { citableSources } from './references.ts'

/** A place of a file at which something is named. */
export interface Occurrence {
  readonly name: Name
  readonly role: Mention['role']
  /** Which document of the file it is in, from 0: what is named within a document is known there only. */
  readonly index: number
  /** Undefined in a comment. */
  readonly path: Path | undefined
  /** Where a reader sees it: the id without quotes, or the alias that stands for it. */
  readonly span: Span
  /** The id as it is written, which a new name takes the place of. */
  readonly written: Span
}

/** Every place of a file at which something is named, in the order of the text. Definition, references and rename all ask here. */
export function occurrencesIn(file: OpenFile, portfolio: Portfolio): readonly Occurrence[] {
  const found = file.parts.flatMap((part, index) =>
    part.document.kind ? inDocument(file, { ...part, document: part.document }, index, portfolio) : [],
  )
  return [...found, ...inComments(file, portfolio)].sort((a, b) => a.span.start - b.span.start)
}

type ReadPart = Part & { readonly document: Document }

function inDocument(file: OpenFile, { document, fields, tree }: ReadPart, index: number, portfolio: Portfolio): readonly Occurrence[] {
  const local = localOf(document, fields, portfolio)
  return fields.flatMap((field) =>
    mentionsIn(document, field, local).flatMap((mention): readonly Occurrence[] => {
      const place = placeOf(file, tree, field, mention)
      return place ? [{ name: mention.name, role: mention.role, index, path: field.path, ...place }] : []
    }),
  )
}

function placeOf(
  { inside }: OpenFile,
  { root }: Part['tree'],
  { path, isKey }: Field,
  { within }: Mention,
): Pick<Occurrence, 'span' | 'written'> | undefined {
  const { node, pair, through, merged } = find(root, path)
  const named = isKey ? pair?.key : node
  const scalar = resolved(named)
  if (!named || scalar?.kind !== 'scalar' || scalar.text === '') return undefined
  const [from, to] = within ?? [0, scalar.text.length]
  const written = inside(scalar, from, to)
  const use = through ?? merged ?? (named.kind === 'alias' ? named : undefined)
  return { written, span: use ? { start: use.start, end: use.end } : written }
}

/** What the ids of a document mean in it. A source wins over an engagement of the same id; what is neither may stand in the bibliography. */
export function localOf(document: Document, fields: readonly Field[], portfolio: Portfolio | undefined): Local {
  const sources = citableSources(document, portfolio)
  const idsOf = (part: string) =>
    new Set(fields.flatMap(({ path, value }) => (path.length === 3 && path[0] === part && path[2] === 'id' ? [String(value)] : [])))
  return {
    options: idsOf('options'),
    claims: idsOf('claims'),
    citation: (id) => {
      if (sources.own.has(id)) return 'source'
      const isEngagement = portfolio === undefined || portfolio.defined('engagement', id).length > 0
      return !isEngagement && (sources.has(id) || !sources.areAllKnown) ? 'source' : 'engagement'
    },
  }
}

/** Comments cite too, and directives name rules. */
function inComments({ text, parts }: OpenFile, portfolio: Portfolio): readonly Occurrence[] {
  return commentsIn(
    text,
    parts.map(({ tree }) => tree.root),
  ).flatMap(({ start, end }) => {
    const comment = text.slice(start, end)
    const index = Math.max(
      0,
      parts.findLastIndex(({ tree }) => tree.span.start <= start),
    )
    const part = parts[index]
    const local = part?.document.kind ? localOf(part.document, part.fields, portfolio) : undefined
    const at = (from: number, id: string) => ({ start: start + from, end: start + from + id.length })
    const cited = [...comment.matchAll(citationMark)].map((match): Occurrence => {
      const [, id = ''] = match
      const span = at(match.index + 2, id)
      return { name: { kind: local?.citation(id) ?? 'engagement', id }, role: 'reference', index, path: undefined, span, written: span }
    })
    return [
      ...cited,
      ...rulesNamed(comment).map(
        ({ from, id }): Occurrence => ({
          name: { kind: 'rule', id },
          role: 'reference',
          index,
          path: undefined,
          span: at(from, id),
          written: at(from, id),
        }),
      ),
    ]
  })
}

/** The rules of `# chancery-disable-line RULE, RULE -- reason`. */
function rulesNamed(comment: string): readonly { readonly from: number; readonly id: string }[] {
  const [head, list = ''] = /^#[ \t]*chancery-disable-[\w-]+((?:[ \t,]+(?!--)[\w-]+)*)/.exec(comment) ?? []
  const offset = (head?.length ?? 0) - list.length
  return [...list.matchAll(/[\w-]+/g)].map((match) => ({ from: offset + match.index, id: match[0] }))
}

/** Whether two occurrences name one thing; what is named within a document is another thing in the next. */
export function sameName(a: Occurrence, b: Occurrence, sameFile: boolean): boolean {
  if (a.name.kind !== b.name.kind || a.name.id !== b.name.id) return false
  return !isLocal(a.name.kind) || (sameFile && a.index === b.index)
}

/** The occurrence at an offset; of two that touch there the later one, in which the writer begins to type. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return occurrences.findLast(({ span }) => span.start <= offset && offset <= span.end)
}
