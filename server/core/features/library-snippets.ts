import { CompletionItemKind } from 'vscode-languageserver-types'
import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { expand } from '../snippets/expand.ts'
import { placedIn } from '../snippets/include.ts'
import { scopeOf } from '../snippets/scope.ts'
import { inFlow } from '../text/quote.ts'
import { snippetsOf } from '../workspace/whole-brief.ts'
import type { Place } from './cursor.ts'
import { insertNew } from './entry-snippets.ts'
import type { Candidate } from './insertion.ts'
import { ranked } from './ranked.ts'
import { type Scene, textAt } from './scene.ts'
import { literal, type Writer, writer } from './tab-stops.ts'

/** The snippets of the team's libraries that fit the list in which a new item may begin, each with its blanks as tab stops. */
export function librarySnippets(scene: Scene, place: Place): readonly Candidate[] {
  const { kind, portfolio } = scene
  if (!scene.snippets || !kind || place.quote || place.colon || place.flow || place.at === 'key') return []
  const isItem = typeof place.path.at(-1) === 'number'
  // Of a list of which not even the key has been typed nothing is known, and an item has its dash.
  if (isItem !== (place.at === 'open')) return []
  const list = isItem ? place.path.slice(0, -1) : place.path
  const scope = [kind, ...list].join('.')
  const found = portfolio.termIds('snippet').flatMap((name) => {
    const [term] = portfolio.terms('snippet', name)
    return term?.snippet?.scope?.includes(scope) ? [{ name, snippet: term.snippet }] : []
  })
  const choices = found.map(({ name, snippet }) => choiceOf(name, snippet))
  return ranked(choices, place.typed).items.flatMap((each) => {
    const items = itemsOf(scene, scope, each.choice.text)
    if (!items) return []
    const { params = {} } = snippetsOf(portfolio)(each.choice.text) ?? {}
    const insertion = insertNew(scene, place, {
      key: '',
      block: (column) => written(items, column, { writing: writer(scene), params, stops: new Map() }),
    })
    return [{ ...each, insertion }]
  })
}

function choiceOf(name: string, { title = name, description }: Snippet) {
  return {
    text: name,
    label: title,
    detail: [name, description].filter(Boolean).join('; '),
    names: [
      { text: title, as: 'name' as const },
      { text: name, as: 'code' as const },
      { text: name.slice(name.indexOf('/') + 1), as: 'code' as const },
    ],
    kind: CompletionItemKind.Snippet,
    topic: { is: 'snippet' as const, id: name },
  }
}

/** Around the name of a blank, where its answer will stand; no file holds this sign. */
const mark = '\u0001'

/** What the snippet stands for, as items of the list, with marks for its blanks and a note of where it comes from. */
function itemsOf({ portfolio, vocabulary, scan }: Scene, words: string, name: string): readonly Value[] | undefined {
  const scope = scopeOf(words)
  const snippet = snippetsOf(portfolio)(name)
  const [library] = portfolio.terms('library', name.slice(0, name.indexOf('/')))
  const answers = Object.fromEntries(Object.keys(snippet?.params ?? {}).map((blank) => [blank, `${mark}${blank}${mark}`]))
  const dated = (path: readonly string[]) => textAt(scan, path) ?? null
  const file: Value = { date: dated(['date']), dates: { start: dated(['dates', 'start']), end: dated(['dates', 'end']) } }
  const { body } = expand(name, { snippet: snippetsOf(portfolio), answers, file, vocabulary })
  const items = scope && body && valueAt(placedIn({}, scope, { body, title: snippet?.title }) ?? null, scope.path)
  if (!items || !isList(items) || items.length === 0) return undefined
  const from = library?.version === undefined ? {} : { 'x-from': `${name}@${library.version}` }
  return items.map((item) => (isObject(item) ? { ...item, ...from } : item))
}

interface Stops {
  readonly writing: Writer
  readonly params: Readonly<Record<string, Param>>
  /** The tab stops of the blanks that have one already. */
  readonly stops: Map<string, number>
}

/** Items one below the other; the dash of the first stands there already. */
function written(items: readonly Value[], column: number, stops: Stops): string {
  return items.map((item) => part(item, column, stops)).join(`\n${' '.repeat(column - 2)}- `)
}

function part(value: Value, column: number, stops: Stops): string {
  if (!isObject(value)) return scalarText(value, column, stops)
  const indent = ' '.repeat(column)
  return Object.entries(value)
    .map(([key, inner]) => `${key}:${behind(inner, column, stops)}`)
    .join(`\n${indent}`)
}

function behind(value: Value, column: number, stops: Stops): string {
  const below = `\n${' '.repeat(column + 2)}`
  if (isObject(value)) return below + part(value, column + 2, stops)
  if (!isList(value)) return ` ${scalarText(value, column, stops)}`
  const isPlain = value.every((item) => !isObject(item) && !isList(item) && !String(item).includes(mark))
  return isPlain ? ` ${literal(inFlow(value))}` : value.map((item) => `${below}- ${part(item, column + 4, stops)}`).join('')
}

function scalarText(value: Value, column: number, stops: Stops): string {
  if (typeof value !== 'string') return literal(inFlow(value, false))
  const indent = `\n${' '.repeat(column + 2)}`
  if (value.includes('\n'))
    return `|${value
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '\n' : indent + filled(line, stops)))
      .join('')}`
  if (!value.includes(mark)) return literal(inFlow(value, false))
  // An answer alone is written as the writer types it; among other words it could end a plain text.
  return /^\u0001[^\u0001]*\u0001$/.test(value) ? filled(value, stops) : `"${filled(value.replace(/["\\]/g, '\\$&'), stops)}"`
}

/** A text with tab stops in the place of its marks. */
function filled(text: string, stops: Stops): string {
  return text
    .split(mark)
    .map((piece, i) => (i % 2 === 0 ? literal(piece) : stopOf(piece, stops)))
    .join('')
}

function stopOf(blank: string, { writing, params, stops }: Stops): string {
  const known = stops.get(blank)
  if (known !== undefined) return `$${known}`
  const n = writing.stop()
  stops.set(blank, n)
  const { choices = [], default: usual, label } = Object.hasOwn(params, blank) ? (params[blank] ?? {}) : {}
  if (choices.length > 0) return `\${${n}|${choices.map((choice) => String(choice).replace(/[\\,|]/g, '\\$&')).join(',')}|}`
  return `\${${n}:${literal(String(usual ?? label ?? blank))}}`
}
