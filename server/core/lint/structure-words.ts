import type { Document } from '../model/document.ts'
import { isList, isObject, type Value } from '../model/read.ts'
import { replaceWith } from '../rules/change.ts'
import type { Report } from '../rules/rule.ts'
import { child, type Schema, types } from '../schema/schema.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { EnumerationEntry } from '../schema/vocabulary-types.ts'
import type { Path } from '../text/path.ts'
import { foldTight, listed, nearest } from '../text/words.ts'

/** A report of the engine itself, with the rule that it belongs to. */
export interface Ruled extends Report {
  /** While this holds, nothing else about the document is worth saying. */
  readonly alone?: true
  readonly rule: string
}

interface Place {
  readonly schema: Schema
  readonly path: Path
  readonly value: Value | undefined
  readonly document: Document
}

/** "`owner` of this recommendation", "this file": what a path stands for. */
function holder({ path, document }: Place): string {
  const named = path.findLast((step) => typeof step === 'string')
  if (named === undefined)
    return `this ${document.kind === 'config' ? 'configuration' : document.kind === 'snippets' ? 'snippet library' : document.kind}`
  return typeof path.at(-1) === 'number' ? `this entry of "${named}"` : `"${named}"`
}

export function missingKey(place: Place, key: string): Ruled {
  const schema = child(place.schema, key)
  const rule = place.schema['x-missing']?.[key] ?? 'missing-key'
  const purpose = schema?.description ? ` ${firstSentences(schema.description)}` : ''
  const at = [...place.path, key]
  return { rule, at, missing: [at], message: `"${key}" is missing from ${holder(place)}.${purpose}${example(schema, key)}` }
}

/** An example as it would be typed, where one fits on a line. */
function example(schema: Schema | undefined, key: string): string {
  const [value] = schema?.examples ?? []
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value).length <= 50 ? ` For example: ${key}: ${value}` : ''
}

function firstSentences(description: string): string {
  return description
    .split(/(?<=\.)\s/)
    .slice(0, 2)
    .join(' ')
}

/** `offer`: whether to look for the key that was meant. */
export function unknownKey(place: Place, key: string, offer: boolean): Ruled {
  const known = Object.keys(place.schema.properties ?? {})
  const { value } = place
  const free = known.filter((name) => !(isObject(value) && Object.hasOwn(value, name)))
  const meant = offer ? nearest(key, free) : undefined
  const at = [...place.path, key]
  const where = holder(place)
  const colon = glued.exec(key)
  if (colon && known.includes(colon[1] ?? '')) return { rule: 'unknown-key', at, on: 'key', ...together(at, colon, 'key') }
  if (meant) {
    const missing = place.schema.required?.includes(meant) ?? false
    return {
      rule: 'unknown-key',
      at,
      on: 'key',
      message: `There is no key "${key}" in ${where}. Did you mean "${meant}"?`,
      fixes: [{ title: `Rename the key to ${meant}`, safe: missing, steps: [{ do: 'rename-key', at, to: meant }] }],
    }
  }
  const others = free.length > 0 && free.length <= 12 ? ` It can have ${listed(free.filter((f) => f !== 'note'))}.` : ''
  return {
    rule: 'unknown-key',
    at,
    on: 'key',
    message: `There is no key "${key}" in ${where}.${others} A key of your own starts with "x-".`,
  }
}

export function noneOf(place: Place): Ruled | undefined {
  const names = place.schema['x-one-of']
  if (!names) return undefined
  return {
    rule: 'missing-key',
    at: place.path,
    missing: names.map((name) => [...place.path, name]),
    message: `${capital(holder(place))} says too little: give it ${listed(
      names.map((n) => `"${n}"`),
      'or',
    )}.`,
  }
}

export function wrongType(place: Place): Ruled {
  const { schema, path, value } = place
  const expected = schema['x-expects'] ?? typeWords(schema)
  const base = { rule: 'wrong-type', at: path }
  if (value === null || value === undefined) return { ...base, message: `This list entry is empty. Write ${expected}, or delete the dash.` }
  if (types(schema).includes('array') && !isObject(value)) {
    return {
      ...base,
      message: `Expected ${expected}, found ${found(value)}. A list stands in brackets, or on lines that start with a dash.`,
      // A stray bracket would become part of the list's one word.
      fixes:
        typeof value === 'string' && hasStrayBracket(value)
          ? []
          : [{ title: 'Make it a list', safe: true, steps: [{ do: 'wrap-in-list', at: path }] }],
    }
  }
  const colon = typeof value === 'string' ? glued.exec(value) : null
  if (types(schema).includes('object') && colon && child(schema, colon[1] ?? '')) {
    return { ...base, ...together(path, colon) }
  }
  const truth = typeof value === 'string' && types(schema).includes('boolean') ? yesNo(value, ['true', 'false']) : undefined
  if (truth)
    return { ...base, message: `Write ${truth} for "${value}", without quotes.`, fixes: [replaceWith(path, truth === 'true', true)] }
  const number = typeof value === 'string' ? numberIn(value, types(schema)) : undefined
  if (number) {
    const message = number.separated
      ? `Write the number without separators: ${number.value}.`
      : `A number stands without quotes: ${number.value}.`
    return { ...base, message, fixes: [replaceWith(path, number.value, number.safe)] }
  }
  return { ...base, message: `Expected ${expected}, found ${found(value)}.` }
}

/** A key and its value without the space between them, which YAML takes for one word. */
const glued = /^([\w-]+):(\S.*)$/

function together(at: Path, [, key = '', rest = '']: RegExpExecArray, on?: 'key'): Pick<Ruled, 'message' | 'fixes'> {
  const onKey = on ? { on } : {}
  return {
    message: `Between a key and its value stand a colon and a space: "${key}: ${rest}".`,
    fixes: [{ title: 'Put a space behind the colon', safe: true, steps: [{ do: 'part', at, ...onKey }] }],
  }
}

function hasStrayBracket(text: string): boolean {
  return text.split('[').length !== text.split(']').length
}

interface NumberText {
  readonly value: number
  readonly separated: boolean
  /** One point or comma before three digits may be a thousand or a fraction, unless only whole numbers fit. */
  readonly safe: boolean
}

/** The number that a text holds, where a number is expected: "16000", "16,000", "1 250 000". */
function numberIn(text: string, wanted: readonly string[]): NumberText | undefined {
  const fits = (n: number) => wanted.includes('number') || (wanted.includes('integer') && Number.isInteger(n))
  if (!wanted.some((type) => type === 'integer' || type === 'number')) return undefined
  if (/^-?\d+(?:\.\d+)?$/.test(text) && fits(Number(text))) return { value: Number(text), separated: false, safe: true }
  if (!/^\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+$/.test(text)) return undefined
  const isClear = /[ '’\u00a0\u202f]/.test(text) || text.match(/[,.]/g)?.length !== 1 || (!wanted.includes('number') && text.includes(','))
  return { value: Number(text.replace(/\D/g, '')), separated: true, safe: isClear }
}

function found(value: Value): string {
  if (isList(value)) return 'a list'
  if (isObject(value)) return 'a group of keys'
  return typeof value === 'string' ? `the text "${value.slice(0, 40)}"` : String(value)
}

function typeWords(schema: Schema): string {
  const plain = Object.entries(schema.properties ?? {}).find(([, { examples }]) => typeof examples?.[0] === 'string')
  if (plain && types(schema).includes('object')) return `an entry such as "${plain[0]}: ${plain[1].examples?.[0]}"`
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'a group of keys',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  }
  return (
    listed(
      types(schema).map((t) => words[t] ?? t),
      'or',
    ) || 'another value'
  )
}

export function unknownValue(place: Place, vocabulary: Vocabulary): Ruled {
  const { schema, path, value } = place
  const ids = (schema.enum ?? []).map(String)
  const entries = vocabulary.builtIn.enumerations[schema['x-enumeration'] ?? ''] ?? []
  const shown = typeof value === 'string' ? value : found(value ?? null)
  const same = typeof value === 'string' ? (sameWord(value, entries) ?? yesNo(value, ids)) : undefined
  const near = same ?? nearest(shown, [...ids, ...entries.map((e) => e.label)])
  const meant = entries.find((e) => e.label === near)?.id ?? near
  const choices = ids.length <= 12 ? ` It can be ${listed(ids, 'or')}.` : ` It can be ${ids.slice(0, 6).join(', ')} and others.`
  const help = meant === undefined ? choices : ` Did you mean ${meant}?${ids.length <= 12 ? choices : ''}`
  const message = `"${shown}" is not a value for ${keyName(path)}.${help}`
  return {
    rule: 'unknown-value',
    at: path,
    message,
    ...(meant === undefined ? {} : { fixes: [replaceWith(path, bare(meant, schema), same !== undefined)] }),
  }
}

/** Of "true", "false" and "unknown" the first two are no text. */
function bare(word: string, { enum: values = [] }: Schema): string | boolean {
  return values.includes(true) && word === 'true' ? true : values.includes(false) && word === 'false' ? false : word
}

function sameWord(value: string, entries: readonly EnumerationEntry[]): string | undefined {
  const word = foldTight(value)
  return entries.find((e) => [e.id, e.label, ...e.aliases, ...e.abbreviations].some((name) => foldTight(name) === word))?.id
}

function yesNo(value: string, ids: readonly string[]): string | undefined {
  const meant = /^(?:yes|y|on|true)$/i.test(value) ? 'true' : /^(?:no|n|off|false)$/i.test(value) ? 'false' : undefined
  return meant && ids.includes(meant) ? meant : undefined
}

export function wrongForm(place: Place): Ruled {
  const { schema, path, value } = place
  const expected = schema['x-expects'] ?? typeWords(schema)
  const rule = schema['x-finding'] ?? 'wrong-format'
  if (value === '' || (isList(value) && value.length === 0))
    return { rule, at: path, message: `${keyName(path)} is empty. Write ${expected}.` }
  const shown = typeof value === 'string' ? `"${value.slice(0, 60)}"` : found(value ?? null)
  return { rule, at: path, message: `${capital(shown)} is not of the form that ${keyName(path)} needs. Write ${expected}.` }
}

/** A key of a map whose keys are names; an id is told of by its own rule. */
export function wrongName({ schema, path }: Place, name: string): Ruled | undefined {
  const { 'x-finding': rule, 'x-expects': expected } = schema.propertyNames ?? {}
  if (rule !== undefined || expected === undefined) return undefined
  const message = `"${name.slice(0, 60)}" cannot be a name in ${keyName(path)}. Write ${expected}.`
  return { rule: 'wrong-format', at: [...path, name], on: 'key', message }
}

export function keyName(path: Path): string {
  return `"${path.findLast((step) => typeof step === 'string') ?? 'this value'}"`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
