import type { Document } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import { find } from '../syntax/locate.ts'
import { parse } from '../syntax/parse.ts'
import { resolved } from '../syntax/tree.ts'
import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile, Part } from './file.ts'
import { isLocal, type Mention, mentionsIn, type Name, ownPart } from './mentions.ts'
import type { Portfolio } from './portfolio.ts'
import { localOf } from './references.ts'
import { remarksIn } from './remarks.ts'

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
  /** It is a whole value without quotes, so that a new name must not read as something else. */
  readonly bare: boolean
}

/** Every place of a file at which something is named, in the order of the text. Definition, references and rename all ask here. */
export function occurrencesIn(file: OpenFile, portfolio: Portfolio): readonly Occurrence[] {
  const found = file.parts.flatMap((part, index) =>
    part.document.kind ? inDocument(file, { ...part, document: part.document }, index, portfolio) : [],
  )
  return [...found, ...inComments(file, portfolio)].sort((a, b) => a.span.start - b.span.start)
}

type ReadPart = Part & { readonly document: Document }

function inDocument(
  file: OpenFile,
  { document, fields, unjudged, tree }: ReadPart,
  index: number,
  portfolio: Portfolio,
): readonly Occurrence[] {
  const local = localOf(document, [...fields, ...unjudged], portfolio)
  const occurrences = (field: Field): readonly Occurrence[] =>
    mentionsIn(document, field, local).flatMap(({ name, role, within }): readonly Occurrence[] => {
      const place = placeOf(file, tree, field, within)
      return place ? [{ name, role, index, path: field.path, ...place }] : []
    })
  // What is not judged may be misread, so a place counts only where the very id stands.
  const isThere = ({ written, name }: Occurrence) => {
    const words = file.text.slice(written.start, written.end)
    return [words, unescaped(words)].some((each) => each === name.id || each === ownPart(name))
  }
  return [...fields.flatMap(occurrences), ...unjudged.flatMap(occurrences).filter(isThere)]
}

/** What stands between double quotes may be written with escapes, and over several lines. */
function unescaped(written: string): string {
  const root = written.includes('\\') ? parse(`"${written}"`)[0]?.root : undefined
  return root?.kind === 'scalar' ? root.text : written
}

/** Where a field stands in its file, or a stretch of its text; undefined where it is empty or no scalar. */
export function placeOf(
  { inside }: OpenFile,
  { root }: Part['tree'],
  { path, isKey }: Pick<Field, 'path' | 'isKey'>,
  within?: readonly [from: number, to: number],
): Pick<Occurrence, 'span' | 'written' | 'bare'> | undefined {
  const { node, pair, through, merged } = find(root, path)
  const named = isKey ? pair?.key : node
  const scalar = resolved(named)
  if (!named || scalar?.kind !== 'scalar' || scalar.text === '') return undefined
  const [from, to] = within ?? [0, scalar.text.length]
  const written = inside(scalar, from, to)
  const use = through ?? merged ?? (named.kind === 'alias' ? named : undefined)
  return { written, span: use ? { start: use.start, end: use.end } : written, bare: !within && scalar.style === 'plain' }
}

/** Comments cite too, and directives name rules. */
function inComments(file: OpenFile, portfolio: Portfolio): readonly Occurrence[] {
  return remarksIn(file, portfolio).map(
    ({ name, index, span }): Occurrence => ({ name, role: 'reference', index, path: undefined, span, written: span, bare: false }),
  )
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
