import type { Kind } from '../model/kinds.ts'
import type { Value } from '../model/read.ts'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet, Snippets } from '../model/types.generated.ts'
import { expand } from '../snippets/expand.ts'
import { placedIn } from '../snippets/include.ts'
import { scopeOf } from '../snippets/scope.ts'
import { locate } from '../syntax/locate.ts'
import type { Finding } from '../text/finding.ts'
import { rangeOf } from '../text/lines.ts'
import type { OpenFile } from '../workspace/file.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { folderOf, join } from '../workspace/paths.ts'
import type { Project } from '../workspace/project.ts'
import { snippetsOf } from '../workspace/whole-brief.ts'
import { type LintOptions, lintText } from './lint.ts'

/** A snippet put where one of its scopes says, in a file made for it, and what is wrong with it there. */
export interface Trial {
  readonly name: string
  /** Which entry of `snippets` it is. */
  readonly index: number
  readonly scope: string
  /** The answers that differ from those of the other trials of the place, in words; empty for the first. */
  readonly about: string
  readonly faults: readonly Pick<Finding, 'rule' | 'message'>[]
}

/** Small files in which nothing is wrong, as plain data. */
const files: Readonly<Partial<Record<Kind, Value & object>>> = {
  engagement: {
    chancery: 'engagement/1',
    id: 'trial',
    type: 'joint-exercise',
    title: 'Exercise Trial 2024',
    status: 'completed',
    dates: { start: '2024-05-16', end: '2024-05-30' },
    participants: [{ country: 'KHM', role: 'host' }],
    exercise: { form: ['field-training'], focus: ['hadr'], domains: ['land'] },
    sources: { press: { type: 'news', title: 'The trial begins', publisher: 'The Press', date: '2024-05-16' } },
  },
  brief: {
    chancery: 'brief/1',
    id: 'trial',
    title: 'Talks at sea',
    profile: 'state-info-memo',
    stage: 'draft',
    date: '2024-11-02',
    bluf: 'The two navies met again and set a date for the next talks.',
    background: 'The staffs met in May.',
  },
}

/** What these say depends on the rest of the file that takes the snippet in. */
const aboutTheRest = new Set([
  ...['id-filename', 'id-duplicate', 'ref-source', 'ref-engagement', 'ref-option', 'type-block-mismatch', 'type-required-fields'],
  ...['section-forbidden', 'section-missing', 'section-order', 'organization-unused', 'participants-min'],
])

/** Answers to try where neither a default nor choices are given: what one field takes another may not. */
const samples: readonly (string | number)[] = ['Policy Division', '2024-05-20', 'FRA', 'nato', 5]

/** Every snippet of a library at each of its places, with its defaults and with each of its choices. */
export function trySnippets(project: Project, { path, parts }: OpenFile, options: LintOptions): readonly Trial[] {
  return parts.flatMap(({ document }) =>
    document.kind === 'snippets'
      ? (document.model.snippets ?? []).flatMap((snippet, index) =>
          trialsOf({ project, path, options, model: document.model }, snippet, index),
        )
      : [],
  )
}

interface Bench {
  readonly project: Project
  readonly path: string
  readonly options: LintOptions
  readonly model: Snippets
}

function trialsOf(bench: Bench, snippet: Snippet, index: number): readonly Trial[] {
  const name = `${bench.model.id ?? ''}/${snippet.id ?? ''}`
  return (snippet.scope ?? []).flatMap((scope) =>
    wishesOf(snippet.params ?? {}).map(({ about, answers }): Trial => {
      const all = answers.map((each) => faultsAt(bench, { name, snippet, scope, answers: each }))
      // One of the samples may fit where another does not.
      const faults = all.reduce((best, each) => (each.length < best.length ? each : best), all[0] ?? [])
      return { name, index, scope, about, faults }
    }),
  )
}

type Answers = Readonly<Record<string, string | number | boolean>>

/** The defaults, and one set of answers for each choice of each question. */
function wishesOf(params: Readonly<Record<string, Param>>): readonly { readonly about: string; readonly answers: readonly Answers[] }[] {
  const answers = samples.map((sample) =>
    Object.fromEntries(Object.entries(params).map(([name, { default: usual, choices = [] }]) => [name, usual ?? choices[0] ?? sample])),
  )
  const chosen = Object.entries(params).flatMap(([name, { choices = [], default: usual }]) =>
    choices
      .filter((choice, i) => (usual === undefined ? i > 0 : choice !== usual))
      .map((choice) => ({ about: `${name}: ${choice}`, answers: answers.map((each) => ({ ...each, [name]: choice })) })),
  )
  return [{ about: '', answers }, ...chosen]
}

interface Wish {
  readonly name: string
  readonly snippet: Snippet
  readonly scope: string
  readonly answers: Answers
}

function faultsAt({ project, path, options, model }: Bench, { name, snippet, scope: words, answers }: Wish): Trial['faults'] {
  const scope = scopeOf(words)
  const file = scope && files[scope.kind]
  // What is no place at all has a finding of its own; the other kinds of files are not made of snippets.
  if (!scope || !file) return []
  const lookUp = (other: string) => ownOr(model, other) ?? snippetsOf(portfolioAt(project, path))(other)
  const vocabulary = project.vocabularyOf(project.configOf(path))
  const { body, problems } = expand(name, { snippet: lookUp, answers, file, vocabulary })
  const told = problems.filter(({ kind }) => kind === 'missing').map(({ message }) => ({ rule: 'snippet-blank', message }))
  if (!body) return told
  const made = placedIn(file, scope, { body, title: snippet.title })
  if (!made) return [...told, { rule: 'wrong-type', message: `What the snippet holds has another form than ${words}.` }]
  const root = scope.path[0] ?? ''
  const near = join(folderOf(path), `trial.${scope.kind}.yaml`) ?? `trial.${scope.kind}.yaml`
  const before = new Set(errorsIn(project, near, file, root, options).map(({ message }) => message))
  return [...told, ...errorsIn(project, near, made, root, options).filter(({ message }) => !before.has(message))]
}

/** The library as it is read now, which may not be in the index yet. */
function ownOr({ id, snippets = [] }: Snippets, name: string): Snippet | undefined {
  return snippets.find((snippet) => `${id ?? ''}/${snippet.id ?? ''}` === name)
}

/** The errors of a file of one line for each root entry, in one of these entries. */
function errorsIn(project: Project, path: string, file: Value & object, root: string, options: LintOptions): Trial['faults'] {
  const entries = Object.entries(file)
  const text = entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
  const line = entries.findIndex(([key]) => key === root) + 1
  return lintText(project, path, text, { ...options, stage: 'draft' }).findings.filter(
    ({ rule, severity, start }) => severity === 'error' && start.line === line && !aboutTheRest.has(rule),
  )
}

/** What trials found, as findings of the library at the snippets' own names. */
export function trialFindings(trials: readonly Trial[], { parts, lines }: OpenFile): readonly Finding[] {
  return trials.flatMap(({ index, scope, about, faults }) =>
    faults.map(({ rule, message }): Finding => {
      const span = locate(parts[0]?.tree.root, ['snippets', index, 'id'])
      const where = about === '' ? scope : `${scope} with ${about}`
      return { rule, severity: 'error', message: `At ${where}: ${message}`, span, ...rangeOf(lines, span), fixes: [], related: [] }
    }),
  )
}
