import { isList, isObject, type Value } from '../model/read.ts'
import { sanitize } from '../model/sanitize.ts'
import type { Brief, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { child, isText, type Schema, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Path } from '../text/path.ts'
import { type Body, expand, type SnippetProblem } from './expand.ts'
import type { House } from './house.ts'
import { type Scope, scopeOf } from './scope.ts'

/** A brief with the shared text that it takes in, and what stands in the way of some of it. */
export interface Included {
  readonly brief: Brief
  readonly problems: readonly { readonly use: number; readonly problem: SnippetProblem }[]
  readonly borrowed: readonly Borrowed[]
}

/** A part of the brief that stands in a library. */
export interface Borrowed {
  readonly path: Path
  /** Of a text, where the borrowed part of it begins. */
  readonly from?: number
  /** Which entry of `snippets` it comes from. */
  readonly use: number
}

/**
 * The brief as its reader gets it: what it names under `snippets` stands at the
 * first place in a brief for which the library meant it, behind what the brief
 * says there itself. What cannot be taken in is left out.
 */
export function withSnippets(brief: Brief, house: House): Included {
  let made = brief as Value & object
  const problems: { use: number; problem: SnippetProblem }[] = []
  const borrowed: Borrowed[] = []
  let room = mostTakenIn
  for (const [use, { use: name, with: answers = {} }] of (brief.snippets ?? []).entries()) {
    const found = name === undefined ? undefined : house.snippet(name)
    if (name === undefined || !found) continue
    const expansion = expand(name, { ...house, answers, file: brief as Value })
    room -= expansion.cost
    if (room < 0) {
      problems.push({ use, problem: crowded })
      break
    }
    for (const problem of expansion.problems) problems.push({ use, problem })
    const scope = placeIn(found, expansion.body)
    const placed = expansion.body && scope && placedIn(made, scope, { body: expansion.body, title: found.title })
    if (placed) {
      for (const part of newParts(valueAt(made, scope.path), valueAt(placed, scope.path), scope.path)) borrowed.push({ ...part, use })
      made = placed
    } else if (expansion.body) problems.push({ use, problem: scope && isTaken(made, scope) ? taken(name, scope) : misplaced(name, scope) })
  }
  return { brief: made === brief ? brief : withTypes(made, brief), problems, borrowed }
}

/** The first place in a brief for which a snippet is meant. A text that fits anywhere becomes an annex. */
function placeIn({ scope = [] }: Snippet, body: Body | undefined): Scope | undefined {
  const place = scope.map(scopeOf).find((each) => each?.kind === 'brief')
  return place?.path.length === 0 && body && 'text' in body ? scopeOf('brief.annexes') : place
}

/** What was borrowed need not be of the types of a brief; what the brief says itself is, and stays the very same. */
function withTypes(made: Value & object, brief: Brief): Brief {
  const own = brief as Readonly<Record<string, unknown>>
  const entries = Object.entries(made).map(([key, value]: [string, Value]): readonly [string, unknown] => {
    const schema = child(schemas.brief, key)
    return [key, value === own[key] || !schema ? value : sanitize(value, schema)]
  })
  return Object.fromEntries(entries) as Brief
}

/** What stands there now and did not before. */
function newParts(former: Value | undefined, now: Value | undefined, path: Path): readonly Omit<Borrowed, 'use'>[] {
  if (isList(now)) {
    const known = isList(former) ? former.length : 0
    return now.slice(known).map((_, i) => ({ path: [...path, known + i] }))
  }
  if (typeof now === 'string') return [{ path, from: typeof former === 'string' ? former.length : 0 }]
  if (!isObject(now)) return []
  return Object.keys(now).flatMap((key) => (isObject(former) && Object.hasOwn(former, key) ? [] : [{ path: [...path, key] }]))
}

/** In characters: the most that all uses of a brief may take in together. */
const mostTakenIn = 500_000

const crowded: SnippetProblem = {
  kind: 'crowded',
  message: `All that this brief takes in would be longer than ${mostTakenIn.toLocaleString('en')} characters, so from here on nothing is taken in. Take in fewer snippets.`,
}

/** Whether a file says something already where there is room for one line alone. */
export function isTaken(file: Value & object, { path, schema }: Scope): boolean {
  return isText(schema) && schema['x-is'] !== 'prose' && valueAt(file, path) !== undefined
}

function taken(name: string, { path }: Scope): SnippetProblem {
  const message = `This brief says itself what stands at brief.${path.join('.')}, where there is room for one line, so ${name} is left out. Take out one of the two.`
  return { kind: 'misplaced', message }
}

function misplaced(name: string, scope: Scope | undefined): SnippetProblem {
  const message = scope
    ? `The snippet ${name} has another form than ${['brief', ...scope.path].join('.')}, for which it is meant, so it cannot stand there.`
    : `The snippet ${name} is meant for no part of a brief, so it cannot be taken in. Its library says where it fits, under \`scope\`.`
  return { kind: 'misplaced', message }
}

/** The same file without what it says at a place. */
export function without(file: Value & object, [step = '', ...rest]: Path): Value & object {
  const { [step]: former, ...others } = file as Readonly<Record<string, Value>>
  return rest.length > 0 && isObject(former) ? { ...others, [step]: without(former, rest) } : others
}

interface Addition {
  readonly body: Body
  readonly title: string | undefined
}

/** The file with something more at a place; undefined where it does not fit there. */
export function placedIn(
  file: Value & object,
  { path, schema }: Pick<Scope, 'path' | 'schema'>,
  addition: Addition,
): (Value & object) | undefined {
  const [step, ...rest] = path
  if (step === undefined || isList(file)) return undefined
  const former = isObject(file) && Object.hasOwn(file, step) ? file[step] : undefined
  const now =
    rest.length === 0 ? together(former, schema, addition) : placedIn(isObject(former) ? former : {}, { path: rest, schema }, addition)
  return now === undefined ? undefined : { ...file, [step]: now }
}

function together(former: Value | undefined, schema: Schema, { body, title }: Addition): Value | undefined {
  const { items: item } = schema
  if (item) {
    const items = 'yaml' in body ? (isList(body.yaml) ? body.yaml : [body.yaml]) : itemOf(item, body.text, title)
    return items && [...(isList(former) ? former : []), ...items.map((each) => fitted(each, item))]
  }
  if ('text' in body) {
    if (former === undefined) return isText(schema) ? body.text : undefined
    // One line cannot stand below another.
    return schema['x-is'] === 'prose' ? `${String(former)}\n\n${body.text}` : undefined
  }
  // What the brief says itself counts more than what it takes in.
  const part = fitted(body.yaml, schema)
  return isObject(part) ? { ...part, ...(isObject(former) ? former : {}) } : undefined
}

/**
 * The same with numbers, yes and no where the schema wants them, as if the
 * answers had been typed into the file: an answer is read as a text, for nobody
 * can know beforehand where its blank stands.
 */
export function fitted(value: Value, schema: Schema | undefined): Value {
  if (isList(value)) return value.map((item) => fitted(item, child(schema, 0)))
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fitted(inner, child(schema, key))]))
  const wanted = schema ? types(schema) : []
  if (!schema || value === null) return value
  if (typeof value !== 'string') return isText(schema) ? String(value) : value
  const isYesOrNo = wanted.includes('boolean') || schema?.enum?.includes(true)
  if (isYesOrNo && /^(?:true|false)$/.test(value)) return value === 'true'
  if (wanted.includes('string')) return value
  return /^-?\d{1,15}(?:\.\d+)?$/.test(value) ? Number(value) : value
}

/** A text as an item of a list: the text itself, or an entry with the name of the snippet as its heading. */
function itemOf(item: Schema, text: string, title: string | undefined): readonly Value[] | undefined {
  if (isText(item)) return [text]
  if (!item.properties?.['text']) return undefined
  return [{ ...(title !== undefined && item.properties['title'] ? { title } : {}), text }]
}
