import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { printedAnswer } from './answers.ts'
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
  if (!snippet) return undefined
  const ways: Ways = { params: snippet.params ?? {}, house }
  const [former, now] = [snippet.former ?? [], partsOf(name, snippet, house, value)]
  if (former.length === 0) {
    const [part] = itemLike(now, value)
    return part !== undefined && saysTheSame(part, value, ways) ? 'current' : undefined
  }
  const then = former.filter((each) => (each.version ?? 0) >= version).sort((a, b) => (a.version ?? 0) - (b.version ?? 0))[0]
  if (!then) return 'current'
  const [{ text: _text, yaml: _yaml, ...frame }, { version: _version, ...words }] = [snippet, then]
  const before = partsOf(name, { ...frame, ...words }, house, value)
  const [base, index = 0] = itemLike(before, value)
  const theirs = base === undefined ? undefined : before.length === now.length ? now[index] : itemLike(now, base)[0]
  if (base === undefined || theirs === undefined) return undefined
  if (isSame(base, theirs)) return 'current'
  if (![base, theirs, value].every((each) => isComparable(JSON.stringify(each)))) return undefined
  const given = new Map<string, string>()
  gather(base, value, given)
  const merged = mergedValue({
    base: withAnswers(base, given, (blank) => mark + blank + mark),
    theirs: withAnswers(theirs, given, (blank, isAlone) => usualWords(blank, isAlone, ways)),
    ours: value,
  })
  return merged.value === undefined ? undefined : { value: merged.value, isContested: merged.isContested }
}

interface Ways {
  readonly params: Readonly<Record<string, Param>>
  readonly house: House
}

/** Whether a copy has the words of the snippet, with whatever answers. */
function saysTheSame(part: Value, ours: Value, ways: Ways): boolean {
  if (!isComparable(JSON.stringify(part)) || !isComparable(JSON.stringify(ours))) return false
  const given = new Map<string, string>()
  gather(part, ours, given)
  const filled = withAnswers(part, given, (blank, isAlone) => usualWords(blank, isAlone, ways))
  // A text may stand among other words of the writer.
  return isSame(filled, ours) || (typeof filled === 'string' && typeof ours === 'string' && ours.includes(filled.trim()))
}

/** What the writer would be asked, in square brackets, where there is no usual answer that is words as it stands. */
function usualWords(blank: string, isAlone: boolean, { params, house }: Ways): string {
  const param = Object.hasOwn(params, blank) ? (params[blank] ?? {}) : {}
  const { default: usual, label } = param
  if (usual === undefined || String(usual).includes('{{')) return `[${label ?? blank}]`
  return isAlone ? String(usual) : printedAnswer(param, usual, { vocabulary: house.vocabulary, naming: house.naming ?? 'plain' })
}

/** What a snippet stands for at places like that of a copy, with marks for its blanks. */
function partsOf(name: string, snippet: Snippet, house: House, copy: Value): readonly Value[] {
  const asked = new Set([...Object.keys(snippet.params ?? {}), ...blanksOf(snippet)])
  const own: Snippet = { ...snippet, params: Object.fromEntries([...asked].map((blank) => [blank, {}])) }
  const answers = Object.fromEntries([...asked].map((blank) => [blank, `${mark}${blank}${mark}`]))
  const { body } = expand(name, { ...house, snippet: (other) => (other === name ? own : house.snippet(other)), answers, file: {} })
  if (!body) return []
  const found = (snippet.scope ?? []).flatMap((words): readonly Value[] => {
    const scope = scopeOf(words)
    const isWhole = scope?.path.length === 0 && 'yaml' in body
    const value = isWhole ? body.yaml : scope && valueAt(placedIn({}, scope, { body, title: snippet.title }) ?? null, scope.path)
    if (value === undefined || value === null) return []
    return isList(value) && isObject(copy) ? value : [value]
  })
  const fitting = found.filter((part) => shapeOf(part) === shapeOf(copy))
  return [...new Map(fitting.map((part) => [JSON.stringify(part), part])).values()]
}

/** The one of several items that is most like another, and its index; nothing where two are, or none is at all. */
function itemLike(parts: readonly Value[], other: Value): readonly [] | readonly [item: Value, index: number] {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return [only, 0]
  const ranked = parts.map((part, index) => ({ part, index, likeness: likeness(part, other) })).sort((a, b) => b.likeness - a.likeness)
  const [first, second] = ranked
  return first && first.likeness > 0 && first.likeness !== second?.likeness ? [first.part, first.index] : []
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

/** `otherwise` is told whether a blank is all there is of its value. */
function withAnswers(value: Value, given: Given, otherwise: (blank: string, isAlone: boolean) => string): Value {
  if (typeof value === 'string') return withGiven(value, given, (blank) => otherwise(blank, /^\u0001[^\u0001]*\u0001$/.test(value)))
  if (isList(value)) return value.map((item) => withAnswers(item, given, otherwise))
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withAnswers(inner, given, otherwise)]))
    : value
}
