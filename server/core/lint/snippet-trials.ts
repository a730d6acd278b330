import { isObject, type Value } from '../model/read.ts'
import type { Brief, SnippetsSnippet as Snippet, Snippets } from '../model/types.generated.ts'
import { type Body, expand } from '../snippets/expand.ts'
import type { House } from '../snippets/house.ts'
import { fitted, isTaken, placedIn, without } from '../snippets/include.ts'
import { type Scope, scopeOf } from '../snippets/scope.ts'
import { locate } from '../syntax/locate.ts'
import type { Finding } from '../text/finding.ts'
import { rangeOf } from '../text/lines.ts'
import type { OpenFile } from '../workspace/file.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { folderOf, join } from '../workspace/paths.ts'
import type { Project } from '../workspace/project.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import { type LintOptions, lintText } from './lint.ts'
import { type Answers, answersToTry } from './trial-answers.ts'
import { aboutOtherFiles, aboutTheRest, trialFiles } from './trial-files.ts'

/** A snippet put where one of its scopes says, in a file made for it, and what is wrong with it there. */
export interface Trial {
  readonly name: string
  /** Which entry of `snippets` it is. */
  readonly index: number
  readonly scope: string
  /** What differs from the first trial of the place, in words; empty for that one. */
  readonly about: string
  readonly faults: readonly Fault[]
}

type Fault = Pick<Finding, 'rule' | 'message' | 'severity'>

/** Every snippet of a library at each of its places: with its defaults, with each of its choices, and in each form of brief. */
export function trySnippets(project: Project, { path, parts }: OpenFile, options: LintOptions): readonly Trial[] {
  return parts.flatMap(({ document }) => {
    if (document.kind !== 'snippets') return []
    const { model } = document
    const vocabulary = project.vocabularyOf(project.configOf(path))
    const { snippet, ...rest } = houseOf({ portfolio: portfolioAt(project, path), vocabulary })
    const own = ownSnippets(model)
    const house: House = { ...rest, snippet: (other) => own.get(other) ?? snippet(other) }
    const profiles = [...vocabulary.profiles.entries.keys()]
    const bench: Bench = { project, path, options, house, profiles, before: new Map(), room: mostTried }
    return (model.snippets ?? []).flatMap((each, index) => [...trialsOf(bench, `${model.id ?? ''}/${each.id ?? ''}`, each, index)])
  })
}

/** The library as it is read now, which may not be in the index yet. Of two of one name the first counts. */
function ownSnippets({ id, snippets = [] }: Snippets): ReadonlyMap<string, Snippet> {
  return new Map(snippets.map((snippet): [string, Snippet] => [`${id ?? ''}/${snippet.id ?? ''}`, snippet]).reverse())
}

/** In characters of the files that are made for the trials of a library: some thousands of trials. */
const mostTried = 5_000_000
/** What each trial counts for, however short its file. */
const leastTried = 1000

interface Bench {
  readonly project: Project
  readonly path: string
  readonly options: LintOptions
  readonly house: House
  readonly profiles: readonly string[]
  /** What is said of the files without the snippet, by their texts. */
  readonly before: Map<string, ReadonlySet<string>>
  /** How much may still be tried; a library with more is tried no further, and told so. */
  room: number
}

/** One place, one set of answers and one form of brief. */
interface Wish {
  readonly name: string
  readonly snippet: Snippet
  readonly scope: Scope
  readonly form: Form
}

type Form = Pick<Brief, 'profile' | 'stage'>

function* trialsOf(bench: Bench, name: string, snippet: Snippet, index: number): Generator<Trial> {
  for (const words of new Set(snippet.scope)) {
    const scope = scopeOf(words)
    // What is no place at all has a finding of its own; the other kinds of files are not made of snippets.
    if (!scope || !trialFiles[scope.kind]) continue
    const weight = JSON.stringify(snippet.params ?? {}).length
    for (const { about, answers } of answersToTry(snippet.params ?? {}, bench.options.today)) {
      for (const { words: form, ...rest } of formsFor(scope, snippet, bench)) {
        if (bench.room < 0) return
        const all = answers.map((each) => faultsAt(bench, { name, snippet, scope, form: rest }, each))
        // One of the samples may fit where another does not.
        const faults = all.reduce((best, each) => (each.length < best.length ? each : best), all[0] ?? [])
        bench.room -= weight
        const cut = bench.room < 0 ? [tooMuch] : []
        yield { name, index, scope: words, about: [about, form].filter(Boolean).join(', '), faults: [...faults, ...cut] }
        // A choice says the same in every form of brief.
        if (about !== '') break
      }
    }
  }
}

const tooMuch: Fault = {
  rule: 'snippet-blank',
  severity: 'warning',
  message: 'The library holds more than is tried at one time, so its snippets are tried no further than here. Divide it into several.',
}

/** The forms of brief that a snippet suits: the profiles and stages that it names, else each profile as a draft. A whole file has its own. */
function formsFor(
  { kind, path }: Scope,
  { profile, stage = ['draft'] }: Snippet,
  { profiles }: Bench,
): readonly (Form & { readonly words: string })[] {
  if (kind !== 'brief' || path.length === 0) return [{ words: '' }]
  const all = (profile ?? profiles).flatMap((each) => stage.map((step) => ({ profile: each, stage: step })))
  return all.map((form, i) => ({ ...form, words: i === 0 ? '' : `profile: ${form.profile}, stage: ${form.stage}` }))
}

function faultsAt(bench: Bench, { name, snippet, scope, form }: Wish, answers: Answers): readonly Fault[] {
  const file = { ...trialFiles[scope.kind], ...form }
  const { body, problems, cost } = expand(name, { ...bench.house, answers, file })
  bench.room -= leastTried + cost
  const told = problems
    .filter(({ kind }) => kind === 'missing' || kind === 'not-an-answer')
    .map(({ message }): Fault => ({ rule: 'snippet-blank', severity: 'error', message }))
  if (!body) return told
  const made = scope.path.length === 0 ? wholeFile(body, scope, file) : placedAlone(file, scope, { body, title: snippet.title })
  if (made)
    return [
      ...told,
      ...added(bench, scope, { file, made, root: 'text' in body && scope.path.length === 0 ? textField[scope.kind] : scope.path[0] }),
    ]
  const message = `What the snippet holds has another form than ${[scope.kind, ...scope.path].join('.')}.`
  return [...told, { rule: 'wrong-type', severity: 'error', message }]
}

/** A line has no room beside the one that the file for trials has. */
function placedAlone(file: Value & object, scope: Scope, addition: Parameters<typeof placedIn>[2]): (Value & object) | undefined {
  return placedIn('text' in addition.body && isTaken(file, scope) ? without(file, scope.path) : file, scope, addition)
}

/** What is meant for a kind as a whole is a file of its own, and a text goes wherever one may stand. */
function wholeFile(body: Body, { kind, schema }: Scope, file: Readonly<Record<string, Value>>): (Value & object) | undefined {
  if ('text' in body) return { ...file, [textField[kind] ?? '']: body.text }
  const made = fitted(body.yaml, schema)
  return isObject(made) ? { chancery: `${kind}/1`, ...made } : undefined
}

const textField: Readonly<Record<string, string>> = { brief: 'background', engagement: 'notes' }

interface Change {
  readonly file: Value & object
  readonly made: Value & object
  /** The root entry that holds the snippet; undefined where it is the whole file. */
  readonly root: string | undefined
}

/** The errors and warnings that the snippet brings into the file. */
function added(bench: Bench, { kind }: Scope, { file, made, root }: Change): readonly Fault[] {
  const { project, path, options } = bench
  const near = join(folderOf(path), `trial.${kind}.yaml`) ?? `trial.${kind}.yaml`
  const found = (of: Value & object) => faultsIn(project, near, of, root, options)
  const key = JSON.stringify([root, file])
  const before = bench.before.get(key) ?? new Set(root === undefined ? [] : found(file).map(({ message }) => message))
  bench.before.set(key, before)
  return found(made).filter(({ message }) => !before.has(message))
}

/** What is wrong in a file of one line for each root entry, in one of these entries or in all. */
function faultsIn(project: Project, path: string, file: Value & object, root: string | undefined, options: LintOptions): readonly Fault[] {
  const entries = Object.entries(file)
  const text = entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
  const line = entries.findIndex(([key]) => key === root) + 1
  const setAside = root === undefined ? aboutOtherFiles : aboutTheRest
  return lintText(project, path, text, options).findings.filter(
    ({ rule, severity, start }) =>
      (severity === 'error' || severity === 'warning') && (root === undefined || start.line === line) && !setAside.includes(rule),
  )
}

/** What trials found, as findings of the library at the snippets' own names; the same is told once for each snippet. */
export function trialFindings(trials: readonly Trial[], { parts, lines }: OpenFile): readonly Finding[] {
  const told = new Set<string>()
  return trials.flatMap(({ index, scope, about, faults }) =>
    faults.flatMap(({ rule, severity, message }): readonly Finding[] => {
      const key = JSON.stringify([index, scope, rule, message])
      if (told.has(key)) return []
      told.add(key)
      const span = locate(parts[0]?.tree.root, ['snippets', index, 'id'])
      const where = about === '' ? scope : `${scope} with ${about}`
      return [{ rule, severity, message: `At ${where}: ${message}`, span, ...rangeOf(lines, span), fixes: [], related: [] }]
    }),
  )
}
