import { type Document, type ParsedNode, parseAllDocuments, type YAMLError } from 'yaml'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { chunksOf, joinChunks } from './chunks.ts'
import { convertDocument, deepest } from './convert.ts'
import { duplicateKeys } from './duplicates.ts'
import { loneKeys } from './lone-keys.ts'
import type { Problem } from './problem.ts'
import {
  bracketProblem,
  conflictProblem,
  deepPlace,
  documentProblem,
  encodingProblem,
  readable,
  spaceProblem,
  unseenProblem,
  wideSpaces,
} from './text-problems.ts'
import { type Node, scalarsOf } from './tree.ts'
import { bareBlank, deadAlias, reword, tooDeep } from './wording.ts'

/** One YAML document of a file. A file without any content still is one document, an empty one. */
export interface Tree {
  readonly root: Node | undefined
  readonly span: Span
  readonly problems: readonly Problem[]
  /** Nothing in the text can be trusted (conflict markers, not a text): only the problems count. */
  readonly unreadable: boolean
}

/** Whether the syntax is whole, so that the tree is what the writer wrote and not a guess at it. */
export function isSound({ unreadable, problems }: Tree): boolean {
  return !unreadable && problems.every(({ rule, atMost }) => rule === 'duplicate-key' || atMost !== undefined)
}

/**
 * `failsafe` leaves every plain scalar as the text that the writer wrote, whatever
 * `%YAML` says: `NO` stays "NO" and `010` stays "010". `uniqueKeys` of `yaml` is
 * quadratic, so duplicate keys are looked for here.
 */
const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const

/** A brief has some forty root entries; a text with thousands of broken ones is something else. */
const mostChunks = 2000
const mostErrors = 2000
/** Each is told with the rest of its line, and all may stand on one. */
const mostAlike = 200
/** Files hold one document as a rule; a text of thousands of `---` is no file of ours. */
const mostDocuments = 100
const mostSpaces = 1000

/** Reads any text; it never throws and always gives at least one document. */
export function parse(source: string): readonly Tree[] {
  const fatal = encodingProblem(source) ?? conflictProblem(source) ?? bracketProblem(source) ?? documentProblem(source, mostDocuments)
  if (fatal) return [{ root: undefined, span: whole(source), problems: [fatal], unreadable: true }]
  const text = readable(source)
  const documents = read(text)
  const trees = documents.length > 0 ? documents.map((document) => tree(document, text, documents.length === 1)) : [empty(text)]
  const problems = [spaceProblem(spacesOutsideTexts(source, trees)), unseenProblem(source)].filter((p) => p !== undefined)
  return problems.length > 0 ? trees.map((t, i) => (i === 0 ? { ...t, problems: [...problems, ...t.problems] } : t)) : trees
}

/** In a block or between quotes a wide space is a matter of taste. */
function spacesOutsideTexts(source: string, trees: readonly Tree[]): readonly Span[] {
  const spaces = wideSpaces(source)
  if (spaces.length === 0) return spaces
  const texts = trees.flatMap(({ root }) => scalarsOf(root)).filter(({ style }) => style !== 'plain')
  return spaces.slice(0, mostSpaces).filter(({ start }) => !texts.some((text) => text.start <= start && start < text.end))
}

type Parsed = Document.Parsed<ParsedNode>

function read(text: string): readonly Parsed[] {
  const documents = parseAllDocuments(text, options)
  return 'empty' in documents ? [] : documents
}

function empty(text: string): Tree {
  return { root: undefined, span: whole(text), problems: [], unreadable: false }
}

function whole(text: string): Span {
  return { start: 0, end: text.length }
}

function tree(document: Parsed, text: string, alone: boolean): Tree {
  const span = { start: document.range[0], end: document.range[1] }
  if (exhausted(document.errors)) return { root: undefined, span, problems: [tooDeep(deepPlace(text, span, deepest))], unreadable: true }
  const whole = reading(document, text, span, 0, new Map())
  const plain = whole.root?.kind === 'scalar' && whole.root.text !== '' && whole.root.style === 'plain'
  const chunks = alone && (whole.damaged || plain) && document.errors.length < mostErrors ? chunksOf(text) : []
  const { root, problems } = chunks.length > 0 && chunks.length <= mostChunks ? inChunks(chunks, text) : whole
  const lone = loneKeys(text, root).filter(
    (key) => !problems.some((other) => lineAround(text, other.span.start).start === lineAround(text, key.span.start).start),
  )
  return { root, span, problems: [...problems, ...lone, ...duplicateKeys(root)], unreadable: false }
}

function inChunks(chunks: readonly Span[], text: string): Pick<Reading, 'root' | 'problems'> {
  const anchors = new Map<string, Node>()
  const parts = chunks.map((chunk) => {
    const [document] = read(text.slice(chunk.start, chunk.end))
    return { chunk, reading: document ? reading(document, text, chunk, chunk.start, anchors) : undefined }
  })
  return joinChunks(parts, text)
}

export interface Reading {
  readonly root: Node | undefined
  readonly problems: readonly Problem[]
  readonly damaged: boolean
}

function reading(document: Parsed, text: string, within: Span, base: number, anchors: Map<string, Node>): Reading {
  const converted = convertDocument(document, { text, base, anchors })
  const problems = [
    ...firstProblem(document.errors, text, base, within),
    ...document.warnings.map((warning) => reword(warning, text, base, within)),
    ...converted.tooDeep.slice(0, 1).map(tooDeep),
    ...(document.errors.length > 0 ? [] : converted.unresolved.slice(0, mostAlike).map((alias) => deadAlias(alias, text))),
    ...(document.errors.length > 0 ? [] : converted.bare.slice(0, mostAlike).map((span) => bareBlank(span, text))),
  ]
  return { root: converted.root, problems, damaged: document.errors.length > 0 }
}

/** One mistake makes `yaml` report several errors; the first is the cause, the others follow from it. */
function firstProblem(errors: readonly YAMLError[], text: string, base: number, within: Span): Problem[] {
  const [first] = [...errors].sort((a, b) => a.pos[0] - b.pos[0])
  return first ? [reword(first, text, base, within)] : []
}

function exhausted(errors: readonly YAMLError[]): boolean {
  return errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')
}
