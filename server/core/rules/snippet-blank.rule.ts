import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsSnippet as Snippet, Snippets } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { blanks, endlessRound, expand } from '../snippets/expand.ts'
import { roundFrom } from '../snippets/taken-in.ts'
import type { Path } from '../text/path.ts'
import { nearest } from '../text/words.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import { getLibrary } from './meant.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'snippet-blank',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'A blank of a snippet is never filled, or what it asks for is used nowhere.',
  reason:
    'What stands in double braces is replaced by the answer of that name in `params`, or with `>` by another snippet. A name that `params` lacks leaves a gap in every file that uses the snippet, and so does another snippet that is not there or that leads back to this one. A question that no blank uses wastes the time of whoever answers it.',
  source: 'Chancery: the blanks of a snippet are its params.',
  examples: {
    bad: [
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: note, title: Note, scope: [brief.annexes], params: { office: { required: true } }, text: "Prepared by {{ofice}} from open sources." }
`,
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: long, title: Long, scope: [brief.annexes], text: "See also: {{> example/short}}" }
  - { id: short, title: Short, scope: [brief.annexes], text: "In short: {{> example/long}}" }
`,
    ],
    good: [
      `chancery: snippets/1
id: example
version: 1
title: Standard texts
snippets:
  - { id: note, title: Note, scope: [brief.annexes], params: { office: { required: true } }, text: "Prepared by {{office}} from open sources. {{> example/names}}" }
  - { id: names, title: Names, scope: [brief.annexes], text: Names imply no position. }
`,
    ],
  },
  check: checkOf('snippets', function* (model, context) {
    const { document } = context
    const budget = { room: mostFilledIn }
    for (const [i, { params, ...rest }] of (model.snippets ?? []).entries()) {
      const snippet: Snippet = { ...rest, params: { ...namesIn(document.value, i), ...params } }
      const { text, yaml, generate } = snippet
      const bodies: readonly (readonly [Path, Value | undefined])[] = [
        [['snippets', i, 'text'], text],
        [['snippets', i, 'yaml'], yaml as Value | undefined],
        [['snippets', i, 'generate', 'risks'], generate?.risks],
        ...Object.entries(snippet.params ?? {}).map(
          ([name, { choices }]) => [['snippets', i, 'params', name, 'choices'], choices as Value | undefined] as const,
        ),
      ]
      const used = bodies.flatMap(([at, body]) => (body === undefined ? [] : [...blanksIn(body, at)]))
      const broken = bodies.flatMap(([at, body]) => (body === undefined ? [] : [...brokenIn(body, at, snippet)]))
      yield* unfilled(snippet, used)
      yield* unreadable(snippet, broken)
      yield* unfilledAnswers(snippet, i)
      yield* unused(snippet, i, [...used, ...broken])
      yield* unknown(used, context)
      yield* endless(model, snippet, { used, context, budget })
    }
  }),
}

/** Questions whose wording is wrong are asked all the same. */
function namesIn(value: Value, index: number): Readonly<Record<string, object>> {
  const params = valueAt(value, ['snippets', index, 'params'])
  return params !== undefined && isObject(params) ? Object.fromEntries(Object.keys(params).map((name) => [name, {}])) : {}
}

interface Blank {
  readonly at: Path
  readonly within: readonly [number, number]
  readonly name: string
  readonly takesIn: boolean
}

function* blanksIn(body: Value, at: Path): Iterable<Blank> {
  for (const [path, text] of textsIn(body, at))
    for (const match of text.matchAll(blanks)) {
      const [whole, takes, name = ''] = match
      const start = match.index + whole.lastIndexOf(name)
      yield { at: path, within: [start, start + name.length], name, takesIn: takes === '>' }
    }
}

/** "{{day}", "{day}", "${day}", "{{ the day }}", and "day}}". */
const braces = /\$?(\{{1,9})[ >]{0,9}([\w-]{0,200}) {0,9}\}{0,9}|([\w-]{1,200}) {0,9}\}\}/g

/** Braces that were meant as those of a blank: two that open, and any around a word that is asked for. */
function* brokenIn(body: Value, at: Path, { params = {} }: Snippet): Iterable<Blank> {
  for (const [path, text] of textsIn(body, at)) {
    if (!/[{}]/.test(text)) continue
    const rest = text.replace(blanks, (blank) => ' '.repeat(blank.length))
    for (const { 0: whole, 1: open = '', 2: inside = '', 3: name = inside, index } of rest.matchAll(braces))
      if (open.length > 1 || Object.hasOwn(params, name)) yield { at: path, within: [index, index + whole.length], name, takesIn: false }
  }
}

function* textsIn(body: Value, at: Path): Iterable<readonly [Path, string]> {
  if (typeof body === 'string') yield [at, body]
  if (isList(body)) for (const [i, item] of body.entries()) yield* textsIn(item, [...at, i])
  else if (isObject(body)) for (const [key, inner] of Object.entries(body)) yield* textsIn(inner, [...at, key])
}

function* unfilled({ params = {} }: Snippet, used: readonly Blank[]): Iterable<Report> {
  const meant = nearestOf(Object.keys(params))
  for (const { at, within, name, takesIn } of used) {
    if (takesIn || Object.hasOwn(params, name)) continue
    const near = meant(name)
    const words = near === undefined ? 'Add it to `params`.' : `Did you mean ${near}?`
    yield {
      at,
      within,
      message: `Nothing fills in "${name}", for it is not among the \`params\`, so a gap is left. ${words}`,
      ...(near === undefined
        ? {}
        : { fixes: [{ title: `Write ${near}`, safe: false, steps: [{ do: 'replace', at, within, with: near }] }] }),
    }
  }
}

function* unreadable({ params = {} }: Snippet, broken: readonly Blank[]): Iterable<Report> {
  for (const { at, within, name } of broken) {
    const blank = Object.hasOwn(params, name) ? `{{${name}}}` : undefined
    const fixes =
      blank === undefined ? [] : [{ title: `Write ${blank}`, safe: false, steps: [{ do: 'replace' as const, at, within, with: blank }] }]
    const message = `These braces make no blank, so they are printed as they stand. Write two on each side of one word, as ${blank ?? '{{office}}'}.`
    yield { at, within, message, fixes, atMost: 'warning' }
  }
}

/** Blanks are filled in within choices, and not in what a writer may answer freely. */
function* unfilledAnswers({ params = {} }: Snippet, index: number): Iterable<Report> {
  for (const [name, { default: usual, choices = [] }] of Object.entries(params)) {
    if (choices.length > 0 || String(usual ?? '').search(blanks) < 0) continue
    const message = 'An answer is printed as it stands, and so are these braces. Write words, or offer the answer under `choices`.'
    yield { at: ['snippets', index, 'params', name, 'default'], message, atMost: 'warning' }
  }
}

/** Among more questions than anybody asks, the search for each misspelt one would take time. */
const mostCompared = 200

function nearestOf(names: readonly string[]): (name: string) => string | undefined {
  return (name) => (names.length > mostCompared ? undefined : nearest(name, names))
}

/** An answer may be handed on to what is taken in, and one whose blank is misspelt is told of there. */
function* unused({ params = {}, generate }: Snippet, index: number, used: readonly Blank[]): Iterable<Report> {
  if (generate?.risks !== undefined || used.some(({ takesIn }) => takesIn)) return
  const names = Object.keys(params)
  const near = nearestOf(names)
  const meant = new Set(used.map(({ name }) => (Object.hasOwn(params, name) ? name : near(name))))
  for (const name of names) {
    // What cannot be a name is told by the schema.
    if (meant.has(name) || !/^[A-Za-z][\w-]{0,99}$/.test(name)) continue
    const message = `The writer is asked for "${name}", and no blank uses the answer. Write {{${name}}} where it belongs, or take the question out.`
    yield { at: ['snippets', index, 'params', name], on: 'key', message, atMost: 'warning' }
  }
}

function* unknown(used: readonly Blank[], { portfolio }: Context): Iterable<Report> {
  for (const { at, within, name } of used.filter(({ takesIn }) => takesIn)) {
    const [library = '', own] = name.split('/')
    if (own === undefined) {
      const message = `"${name}" does not say from which library it comes, so nothing is taken in here. Write the library, a slash and the snippet.`
      yield { at, within, message }
    } else if (portfolio.terms('library', library).length === 0) {
      const message = `There is no library ${library} here, so nothing is taken in. ${getLibrary}`
      yield { at, within, message, atMost: 'warning' }
    } else if (portfolio.terms('snippet', name).length === 0)
      yield { at, within, message: `There is no snippet ${name}, so nothing is taken in here.` }
  }
}

/** In characters: more than a library can hold, unless its snippets take in one another again and again. Twenty that never end are told of. */
const mostFilledIn = 4_000_000

interface Filled {
  readonly used: readonly Blank[]
  readonly context: Context
  readonly budget: { room: number }
}

/** What is taken in must come to an end, whatever the writer chooses. */
function* endless(model: Snippets, snippet: Snippet, { used, context: { portfolio, vocabulary }, budget }: Filled): Iterable<Report> {
  const first = used.find(({ takesIn }) => takesIn)
  if (!first || model.id === undefined || snippet.id === undefined || budget.room < 0) return
  const house = houseOf({ portfolio, vocabulary })
  const name = `${model.id}/${snippet.id}`
  const { problems, cost } = expand(name, { ...house, answers: {}, file: {} })
  budget.room -= cost
  const round = roundFrom(name, house)
  const problem = problems.find(({ kind }) => kind === 'cycle' || kind === 'too-large') ?? (round && endlessRound(round))
  if (!problem) return
  const [, ...below] = problem.way ?? []
  const ways = below.map((step) => used.find(({ takesIn, name }) => takesIn && name === step))
  const { at, within } = ways.find((blank) => blank !== undefined) ?? first
  yield { at, within, message: problem.message }
}
