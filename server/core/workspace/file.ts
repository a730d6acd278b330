import { type Document, readDocument, type Unknown } from '../model/document.ts'
import { type Field, fieldsOf } from '../model/fields.ts'
import { isObject, readValue } from '../model/read.ts'
import { sanitize } from '../model/sanitize.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { type Inside, insideOf } from '../syntax/inside.ts'
import { parse, type Tree } from '../syntax/parse.ts'
import { lineStarts } from '../text/lines.ts'
import type { Summary } from './portfolio.ts'
import { remarksIn } from './remarks.ts'
import { citationsOf, summarize } from './summary.ts'

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
  /** What was read of entries whose syntax is broken, which is a guess: enough to find a name in it, not to judge it. */
  readonly guessed: readonly Field[]
}

/** Reads a text; never throws. */
export function openFile(path: string, text: string): OpenFile {
  const parts = parse(text).map((tree, index): Part => {
    const document = readDocument(path, index, tree)
    return {
      tree,
      document,
      fields: document.kind ? [...fieldsOf(document.model, schemas[document.kind])] : [],
      guessed: guessedFields(document, tree),
    }
  })
  return { path, text, lines: lineStarts(text), inside: insideOf(text), parts }
}

function guessedFields({ kind, damaged }: Document | Unknown, { root }: Tree): readonly Field[] {
  if (!kind || damaged.size === 0) return []
  const schema = schemas[kind]
  const { value } = readValue(root, schema, new Set())
  const all = isObject(value) ? fieldsOf(sanitize(value, schema), schema) : []
  return [...all].filter(({ path }) => damaged.has(String(path[0])))
}

/** What the portfolio keeps of a file. */
export function summaryOf(file: OpenFile): Summary {
  const parts = file.parts.flatMap(({ document, fields, guessed, tree }) =>
    document.kind ? [summarize(document, [...fields, ...guessed], tree.root, file.lines)] : [],
  )
  return {
    entries: parts.flatMap((p) => p.entries),
    terms: parts.flatMap((p) => p.terms),
    citations: parts.flatMap((p) => p.citations),
    remarks: citationsOf(remarksIn(file, undefined).map(({ name }) => name)),
    targets: parts.flatMap((p) => p.targets),
    bibliographies: [...new Set(parts.flatMap((p) => p.bibliographies ?? []))],
  }
}
