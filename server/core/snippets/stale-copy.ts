import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { blanks, expand } from './expand.ts'
import type { House } from './house.ts'
import { placedIn } from './include.ts'
import { isSame, type Merged, mergedValue } from './merge.ts'
import { type Given, givenIn, isComparable, withGiven } from './pieces.ts'
import { scopeOf } from './scope.ts'
import { mark } from './written.ts'

/** A copy of a snippet in a file: the part without its note of origin, and the version of the library from which it was made. */
export interface Copied {
  readonly name: string
  readonly version: number
  readonly value: Value
}

/**
 * A copy with what the library has changed since. "current" where its words are
 * the same; undefined where the library does not say what they were, or where
 * copy and snippet have too little in common to tell.
 */
export function broughtUpToDate({ name, version, value }: Copied, house: House): Merged<Value> | 'current' | undefined {
  const snippet = house.snippet(name)
  const former = snippet?.former ?? []
  if (!snippet || former.length === 0) return undefined
  const then = former.filter((each) => (each.version ?? 0) >= version).sort((a, b) => (a.version ?? 0) - (b.version ?? 0))[0]
  if (!then) return 'current'
  const [{ text: _text, yaml: _yaml, ...frame }, { version: _version, ...words }] = [snippet, then]
  const [base, theirs] = [partOf(name, { ...frame, ...words }, house, value), partOf(name, snippet, house, value)]
  if (base !== undefined && isSame(base, theirs)) return 'current'
  if (base === undefined || theirs === undefined || ![base, theirs, value].every((each) => isComparable(JSON.stringify(each))))
    return undefined
  const given = new Map<string, string>()
  gather(base, value, given)
  const params = snippet.params ?? {}
  const filled = (part: Value, otherwise: (blank: string) => string) => withAnswers(part, given, otherwise)
  const merged = mergedValue({
    base: filled(base, (blank) => mark + blank),
    theirs: filled(theirs, (blank) => usualWords(blank, params)),
    ours: value,
  })
  return merged.value === undefined ? undefined : { value: merged.value, isContested: merged.isContested }
}

/** What the writer would be asked, in square brackets, where there is no usual answer. */
function usualWords(blank: string, params: Readonly<Record<string, Param>>): string {
  const { default: usual, label } = Object.hasOwn(params, blank) ? (params[blank] ?? {}) : {}
  return usual === undefined ? `[${label ?? blank}]` : String(usual)
}

/** What a snippet stands for at the place of a copy, with marks for its blanks: of several items the one most like a copied item. */
function partOf(name: string, snippet: Snippet, house: House, copy: Value): Value | undefined {
  const asked = new Set([...Object.keys(snippet.params ?? {}), ...blanksOf(snippet)])
  const own: Snippet = { ...snippet, params: Object.fromEntries([...asked].map((blank) => [blank, {}])) }
  const answers = Object.fromEntries([...asked].map((blank) => [blank, `${mark}${blank}${mark}`]))
  const { body } = expand(name, { ...house, snippet: (other) => (other === name ? own : house.snippet(other)), answers, file: {} })
  if (!body) return undefined
  const found = (snippet.scope ?? []).flatMap((words): readonly Value[] => {
    const scope = scopeOf(words)
    const value = scope && valueAt(placedIn({}, scope, { body, title: snippet.title }) ?? null, scope.path)
    if (value === undefined || value === null) return []
    return isList(value) && isObject(copy) ? value : [value]
  })
  const ranked = found.filter((part) => shapeOf(part) === shapeOf(copy)).map((part) => ({ part, likeness: likeness(part, copy) }))
  return ranked.sort((a, b) => b.likeness - a.likeness)[0]?.part
}

function shapeOf(value: Value): string {
  return isList(value) ? 'list' : isObject(value) ? 'part' : 'single'
}

function blanksOf({ text, yaml }: Snippet): readonly string[] {
  return [...(text ?? JSON.stringify(yaml ?? '')).matchAll(blanks)].flatMap(([, takes, name = '']) => (takes === '>' ? [] : [name]))
}

/** How many entries are the same. */
function likeness(a: Value, b: Value): number {
  if (!isObject(a) || !isObject(b)) return 0
  const [left, right] = [a as Readonly<Record<string, Value>>, b as Readonly<Record<string, Value>>]
  return Object.keys(left).filter((key) => Object.hasOwn(right, key) && isSame(left[key], right[key])).length
}

function gather(base: Value, ours: Value | undefined, given: Map<string, string>): void {
  if (ours === undefined) return
  if (typeof base === 'string') {
    if (!isObject(ours) && !isList(ours))
      for (const [blank, words] of givenIn(base, String(ours))) if (!given.has(blank)) given.set(blank, words)
  } else if (isList(base)) {
    if (isList(ours)) for (const [i, item] of base.entries()) gather(item, ours[i], given)
  } else if (isObject(base) && isObject(ours)) {
    const own = ours as Readonly<Record<string, Value>>
    for (const [key, inner] of Object.entries(base)) gather(inner, Object.hasOwn(own, key) ? own[key] : undefined, given)
  }
}

function withAnswers(value: Value, given: Given, otherwise: (blank: string) => string): Value {
  if (typeof value === 'string') return withGiven(value, given, otherwise)
  if (isList(value)) return value.map((item) => withAnswers(item, given, otherwise))
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withAnswers(inner, given, otherwise)]))
    : value
}
