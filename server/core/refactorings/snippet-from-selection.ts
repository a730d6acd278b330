import { kinds } from '../model/kinds.ts'
import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsParam as Param } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { child, type Schema, schemaAt, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Words } from '../schema/value-words.ts'
import { blanks } from '../snippets/expand.ts'
import { itemExtents, pairExtent } from '../syntax/extent.ts'
import { insideOf } from '../syntax/inside.ts'
import { keyText, type Mapping, type Pair, type Scalar, type Sequence } from '../syntax/tree.ts'
import { kebab } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import { type Asked, type AskedType, type Reader, readerOf } from './asked-words.ts'

/** A selection as a snippet, with the questions that it may ask in the place of what stands there. */
export interface Proposal {
  readonly scope: string
  readonly id: string
  readonly title: string
  readonly body: { readonly text: string } | { readonly yaml: Value }
  /** What the schema says of its place. */
  readonly schema: Schema | undefined
  readonly questions: readonly ProposedQuestion[]
}

export interface ProposedQuestion {
  readonly key: string
  /** What stands there now, and will be the usual answer. */
  readonly usual: string
  readonly param: Param
}

/** What was selected, as far as it can be used again, or why it cannot, in words. */
export function snippetFromSelection(file: OpenFile, selection: Span, words: Words): Proposal | { readonly refused: string } {
  const part = file.parts.find(({ tree }) => tree.root && tree.root.start <= selection.end && selection.start <= tree.root.end)
  const kind = part?.document.kind
  if (!part || (kind !== 'engagement' && kind !== 'brief')) return { refused: 'Select a part of a brief or of an engagement.' }
  const span = trimmed(file.text, selection)
  if (span.start >= span.end) return { refused: 'Select the words or the part that is to be used again.' }
  const found = part.tree.root?.kind === 'mapping' ? chosenIn(file.text, part, span) : undefined
  if (!found)
    return { refused: 'The selection goes over parts that do not belong together. Select one text, or whole entries of one list.' }
  if (JSON.stringify(found.body).search(blanks) >= 0)
    return { refused: 'The words hold names in double braces, which a library would take for questions. Write them otherwise first.' }
  const questions = questionsIn(found, new Set(Object.keys(part.document.model.sources ?? {})), readerOf(words))
  const title = titleOf(found)
  return { ...found, title, id: kebab(title.split(/\s+/).slice(0, 5).join(' ')) ?? 'text', questions }
}

/** The body with the questions that were chosen in the place of what stood there, as an entry of a library. */
export function savedSnippet(
  { body, scope, schema, questions }: Proposal,
  { id, title, keys }: { readonly id: string; readonly title: string; readonly keys: readonly string[] },
  words: Words,
): Readonly<Record<string, Value>> {
  const kept = questions.filter(({ key }) => keys.includes(key))
  const params = kept.length > 0 ? { params: Object.fromEntries(kept.map(({ key, param }) => [key, param as Value])) } : {}
  const asked = readerOf(words)
  const blanked =
    'text' in body
      ? { text: blankedText(body.text, asked.in(body.text), kept) }
      : { yaml: blankedValue(body.yaml, schema, { kept, asked }) }
  return { id, title, scope: [scope], ...params, ...blanked }
}

/** All at once: an id may also be a word, and a part of another one. */
function blankedText(text: string, all: readonly Asked[], kept: readonly ProposedQuestion[]): string {
  let [made, at] = ['', 0]
  for (const { usual, type, from, to } of all) {
    const key = kept.find((each) => each.usual === usual && each.param.type === type)?.key
    if (key === undefined || from < at) continue
    made += `${text.slice(at, from)}{{${key}}}`
    at = to
  }
  return made + text.slice(at)
}

interface Kept {
  readonly kept: readonly ProposedQuestion[]
  readonly asked: Reader
}

function blankedValue(value: Value, schema: Schema | undefined, { kept, asked }: Kept): Value {
  if (isList(value)) return value.map((item) => blankedValue(item, schema?.items ?? schema, { kept, asked }))
  if (isObject(value)) {
    const own = schema?.items ?? schema
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, blankedValue(inner, child(own, key), { kept, asked })]))
  }
  return typeof value === 'string' ? blankedText(value, askedIn(value, schema, asked), kept) : value
}

/** A value as a whole where it is a code or an id, and names among the words of a text. */
function askedIn(value: string, schema: Schema | undefined, asked: Reader): readonly Asked[] {
  const own = typeOf(schema)
  if (own) return [{ usual: value, type: own, from: 0, to: value.length }]
  if (schema?.['x-is'] !== 'prose' && schema?.['x-is'] !== 'line') return []
  // A blank alone stands for a code, which would take the place of the name.
  return asked.in(value).filter(({ usual, from, to }) => to - from < value.length || usual === value)
}

type Chosen = Pick<Proposal, 'scope' | 'body' | 'schema'>

function chosenIn(text: string, part: Part, span: Span): Chosen | undefined {
  const root = part.tree.root as Mapping
  const kind = kinds.find((each) => each === part.document.kind)
  if (!kind) return undefined
  const pairs = root.pairs.filter((pair) => overlaps(pairExtent(text, pair), span))
  const own = { kind, text, value: part.document.value, span }
  const rest = root.pairs.filter((pair) => !pairs.includes(pair) && keyText(pair.key) !== 'chancery')
  if (pairs.length > 1) return rest.length === 0 ? whole(own) : undefined
  const [pair] = pairs
  const key = pair && keyText(pair.key)
  return pair && key !== undefined ? descend(own, pair, [key]) : undefined
}

interface Own {
  readonly kind: 'engagement' | 'brief' | 'config' | 'vocabulary' | 'snippets'
  readonly text: string
  readonly value: Value
  readonly span: Span
}

function whole({ kind, value }: Own): Chosen | undefined {
  if (!isObject(value)) return undefined
  const { chancery: _, ...rest } = value as Readonly<Record<string, Value>>
  return { scope: kind, body: { yaml: withoutOrigin(rest) }, schema: schemas[kind] }
}

/** The smallest whole thing that holds the selection: words of a text, items of a list, a part. Whoever selects a key means all below it. */
function descend(own: Own, { key, value: node }: Pair, path: readonly string[]): Chosen | undefined {
  const schema = schemaAt(schemas[own.kind], path)
  const value = valueAt(own.value, path)
  if (node?.kind === 'sequence') return items(own, node, path)
  if (node?.kind === 'mapping') {
    const pairs = node.pairs.filter((pair) => overlaps(pairExtent(own.text, pair), own.span))
    const [only] = own.span.start > key.start && pairs.length === 1 ? pairs : []
    const inner = only && keyText(only.key)
    const deeper = only && inner !== undefined && only.value?.kind !== 'scalar' ? descend(own, only, [...path, inner]) : undefined
    if (deeper) return deeper
    const isPart = schema !== undefined && types(schema).includes('object') && value !== undefined
    return isPart ? { scope: scopeOfPath(own, path), body: { yaml: withoutOrigin(value) }, schema } : undefined
  }
  if (node?.kind !== 'scalar' || schema?.['x-is'] !== 'prose' || typeof value !== 'string') return undefined
  return { scope: scopeOfPath(own, path), body: { text: wordsIn(own, node, value) }, schema }
}

function items(own: Own, list: Sequence, path: readonly string[]): Chosen | undefined {
  const value = valueAt(own.value, path)
  const chosen = itemExtents(own.text, list).flatMap((extent, i) =>
    overlaps(extent, own.span) && isList(value ?? null) ? [(value as readonly Value[])[i] ?? null] : [],
  )
  const schema = schemaAt(schemas[own.kind], path)
  return chosen.length > 0 && schema?.items
    ? { scope: scopeOfPath(own, path), body: { yaml: chosen.map(withoutOrigin) }, schema }
    : undefined
}

function scopeOfPath({ kind }: Own, path: Path): string {
  return [kind, ...path].join('.')
}

/** Where it was copied from says nothing of where it will be kept. */
function withoutOrigin(value: Value): Value {
  if (isList(value)) return value.map(withoutOrigin)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'x-from')
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutOrigin(inner)]))
}

/** The words of the value that the selection covers, each as a whole; where it covers none of them, all. */
function wordsIn({ text, span }: Own, scalar: Scalar, value: string): string {
  const inside = insideOf(text)
  const places = Array.from({ length: value.length }, (_, i) => inside(scalar, i, i + 1).start)
  const from = places.findIndex((at) => at >= span.start)
  const to = places.findLastIndex((at) => at < span.end)
  if (from < 0 || to < from) return value.trim()
  const [before = ''] = /[\p{L}\p{N}]*$/u.exec(value.slice(0, from + 1)) ?? []
  const [behind = ''] = /^[\p{L}\p{N}]*/u.exec(value.slice(to)) ?? []
  return value.slice(from + 1 - Math.max(1, before.length), to + Math.max(1, behind.length)).trim()
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}

function titleOf({ body, scope }: Chosen): string {
  const words = 'text' in body ? body.text : firstWords(isList(body.yaml) ? (body.yaml[0] ?? null) : body.yaml)
  const [first = ''] = (words ?? scope.slice(scope.lastIndexOf('.') + 1)).split('\n', 1)
  const line = first.replace(/\[@[^\]]*\]|[*_`#]/g, '')
  const short = line.length > 60 ? `${line.slice(0, 60).replace(/\s+\S*$/, '')}…` : line
  return short.trim().replace(/[.,;:]$/, '') || scope
}

function firstWords(value: Value): string | undefined {
  if (typeof value === 'string') return value
  if (!isObject(value)) return undefined
  const entry = value as Readonly<Record<string, Value>>
  const words = ['title', 'text', 'name', 'id'].map((key) => entry[key]).find((each) => typeof each === 'string')
  return typeof words === 'string' ? words : undefined
}

/** Countries, organizations, dates and cited engagements: what the next paper will have otherwise. */
function questionsIn({ body, schema }: Chosen, sources: ReadonlySet<string>, asked: Reader): readonly ProposedQuestion[] {
  const found: Found = new Map()
  if ('text' in body) note(asked.in(body.text), found)
  else collect(body.yaml, schema, { asked, found })
  const counts = new Map<string, number>()
  // A source of the file itself is no engagement.
  return [...found].flatMap(([usual, type]) => {
    if (type === 'engagement' && sources.has(usual)) return []
    const n = (counts.get(type) ?? 0) + 1
    counts.set(type, n)
    const key = n === 1 ? type : `${type}-${n}`
    const param = { type, default: usual }
    const here = type === 'country' || type === 'organization' ? asked.printed(param, usual) : usual
    return { key, usual, param: { label: here === usual ? labels[type] : `${labels[type]} (here ${here})`, ...param } }
  })
}

const labels: Readonly<Record<AskedType, string>> = {
  country: 'Country',
  organization: 'Organization',
  date: 'Date',
  engagement: 'Engagement',
}

type Found = Map<string, AskedType>

function collect(value: Value, schema: Schema | undefined, { asked, found }: { readonly asked: Reader; readonly found: Found }): void {
  if (isList(value)) for (const item of value) collect(item, schema?.items ?? schema, { asked, found })
  else if (isObject(value)) {
    const own = schema?.items ?? schema
    for (const [key, inner] of Object.entries(value)) collect(inner, child(own, key), { asked, found })
  } else if (typeof value === 'string') note(askedIn(value, schema, asked), found)
}

function note(all: readonly Asked[], found: Found): void {
  for (const { usual, type } of all) if (!found.has(usual)) found.set(usual, type)
}

function typeOf(schema: Schema | undefined): AskedType | undefined {
  if (schema?.['x-vocabulary'] === 'countries') return 'country'
  if (schema?.['x-vocabulary'] === 'organizations') return 'organization'
  return schema?.['x-is'] === 'date' || schema?.['x-is'] === 'engagement' ? schema['x-is'] : undefined
}
