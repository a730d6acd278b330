import { type Document, readDocument, type Unknown } from '../model/document.ts'
import { type Field, fieldsOf } from '../model/fields.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { type Inside, insideOf } from '../syntax/inside.ts'
import { parse, type Tree } from '../syntax/parse.ts'
import { lineStarts } from '../text/lines.ts'
import type { Summary } from './portfolio.ts'
import { remarksIn } from './remarks.ts'
import { citationsOf, summarize } from './summary.ts'
import { unjudgedFields } from './unjudged.ts'

/** A file as it was read: its text, its documents and where things stand in it. */
export interface OpenFile {
  readonly path: string
  readonly text: string
  readonly lines: readonly number[]
  readonly inside: Inside
  readonly parts: readonly Part[]
}

export interface Part {
  readonly tree: Tree
  readonly document: Document | Unknown
  readonly fields: readonly Field[]
  /** What is read and not judged: enough to find a name in it. */
  readonly unjudged: readonly Field[]
}

/** Reads a text; never throws. */
export function openFile(path: string, text: string): OpenFile {
  const parts = parse(text).map((tree, index): Part => {
    const document = readDocument(path, index, tree, text)
    return {
      tree,
      document,
      fields: document.kind ? [...fieldsOf(document.model, schemas[document.kind])] : [],
      unjudged: unjudgedFields(document, tree),
    }
  })
  return { path, text, lines: lineStarts(text), inside: insideOf(text), parts }
}

/** What the portfolio keeps of a file. */
export function summaryOf(file: OpenFile): Summary {
  const parts = file.parts.flatMap(({ document, fields, unjudged, tree }) =>
    document.kind ? [summarize(document, [...fields, ...unjudged], tree.root, file.lines)] : [],
  )
  return {
    entries: parts.flatMap((p) => p.entries),
    terms: parts.flatMap((p) => p.terms),
    citations: parts.flatMap((p) => p.citations),
    remarks: citationsOf(remarksIn(file, undefined).map(({ name }) => name)),
    targets: parts.flatMap((p) => p.targets),
    bibliographies: [...new Set(parts.flatMap((p) => p.bibliographies ?? []))],
    ...(file.parts.some(({ tree }) => tree.unreadable) ? { isUnreadable: true as const } : {}),
  }
}
