import { kindOfName } from '../model/kinds.ts'
import { builtIn } from '../schema/built-in.generated.ts'
import { type TeamVocabulary, type Vocabulary, vocabularyOf } from '../schema/vocabulary.ts'
import { type ConfigChain, type ConfigProblem, configFor, readConfigChain } from './config.ts'
import { type OpenFile, openFile, summaryOf } from './file.ts'
import { allLibraries, type Libraries, readLibraries } from './libraries.ts'
import { matches } from './paths.ts'
import type { Workspace } from './port.ts'
import { createPortfolio, type EditablePortfolio, type Summary } from './portfolio.ts'
import { takeUpBibliographies } from './read-bibliographies.ts'

/** A workspace that has been read once: its configurations, vocabularies and the index of who cites whom. */
export interface Project {
  readonly workspace: Workspace
  readonly paths: readonly string[]
  readonly configs: ReadonlyMap<string, ConfigChain>
  readonly portfolio: EditablePortfolio
  /** Files as they were read for the index, so that checking them does not read them twice. */
  readonly opened: ReadonlyMap<string, OpenFile>
  /** The configuration that holds for a file. */
  readonly configOf: (path: string) => ConfigChain | undefined
  readonly vocabularyOf: (config: ConfigChain | undefined) => Vocabulary
  /** The team's files that this vocabulary is made of. */
  readonly vocabularyFiles: (config: ConfigChain | undefined) => readonly string[]
  /** The snippet libraries that hold where a configuration does; see `portfolioAt`. */
  readonly librariesOf: (config: ConfigChain | undefined) => Libraries
  /** What is wrong with a `chancery.yaml` beyond its form. */
  readonly configProblems: (path: string) => readonly ConfigProblem[]
  /** Every file that was read for configurations and vocabularies, or looked for in vain: a change of one may change what holds. */
  readonly settingFiles: ReadonlySet<string>
  /** What they say, as plain data: projects in which it is equal judge a file alike. */
  readonly settings: unknown
}

/** Summaries of texts that were read before, so that these need not be read again. */
export interface SummaryStore {
  readonly known: (path: string, text: string) => Summary | undefined
  readonly keep: (path: string, text: string, summary: Summary) => void
}

export interface ProjectOptions {
  /** A configuration for every file, in the place of the nearest one. */
  readonly config?: string
  /** Called after each file that was indexed. */
  readonly onIndexed?: (done: number, all: number) => void
  /** Whether to keep files as they were read, for whoever checks them next; otherwise only what the index needs. */
  readonly keepsFiles?: boolean
  /** An index of the same files that is up to date, so that only configurations and vocabularies are read. */
  readonly portfolio?: EditablePortfolio
  readonly summaries?: SummaryStore
  /** Every file of the workspace, where the caller knows them; otherwise they are listed. */
  readonly paths?: Iterable<string>
}

export async function openProject(workspace: Workspace, options: ProjectOptions = {}): Promise<Project> {
  const paths = [...new Set(options.paths ?? (await workspace.list()))].sort()
  const settingFiles = new Set<string>()
  const noting = noted(workspace, settingFiles)
  const configs = new Map<string, ConfigChain>()
  const named = options.config === undefined ? [] : [options.config]
  for (const path of [...paths.filter((p) => kindOfName(p) === 'config'), ...named]) {
    if (!configs.has(path)) configs.set(path, await readConfigChain(noting, path))
  }
  const forced = options.config === undefined ? undefined : configs.get(options.config)
  const vocabularies = await readVocabularies(noting, paths, configs)
  const libraries = await readLibraries(noting, paths, configs)
  const shipped = vocabularyOf(builtIn)
  const { portfolio, opened } = options.portfolio
    ? { portfolio: options.portfolio, opened: new Map() }
    : await index(workspace, paths, options)
  return {
    workspace,
    paths,
    configs,
    portfolio,
    opened,
    // A configuration named for all counts from the workspace root, wherever it lies.
    configOf: (path) => (forced ? { ...forced, folder: '' } : configFor(configs, path)),
    vocabularyOf: (config) => (config && vocabularies.get(config.path)?.vocabulary) ?? shipped,
    vocabularyFiles: (config) => (config && vocabularies.get(config.path)?.files) ?? [],
    librariesOf: (config) => (config && libraries.get(config.path)) ?? allLibraries,
    configProblems: (path) => [configs, vocabularies, libraries].flatMap((each) => each.get(path)?.problems ?? []),
    settingFiles,
    settings: [
      [...configs],
      [...vocabularies].map(([path, { team, problems }]) => [path, team, problems]),
      [...libraries].map(([path, { shipped, problems }]) => [path, [...shipped], problems]),
    ],
  }
}

/** The same workspace, with a note of each file that is asked for. */
function noted(workspace: Workspace, asked: Set<string>): Workspace {
  return {
    ...workspace,
    read: (path) => {
      asked.add(path)
      return workspace.read(path)
    },
  }
}

interface TeamWords {
  readonly team: readonly TeamVocabulary[]
  readonly vocabulary: Vocabulary
  readonly files: readonly string[]
  readonly problems: readonly ConfigProblem[]
}

async function readVocabularies(
  workspace: Workspace,
  paths: readonly string[],
  configs: ReadonlyMap<string, ConfigChain>,
): Promise<ReadonlyMap<string, TeamWords>> {
  const result = new Map<string, TeamWords>()
  const files = paths.filter((path) => kindOfName(path) === 'vocabulary')
  for (const config of configs.values()) {
    const problems: ConfigProblem[] = []
    const found = new Set<string>()
    for (const file of config.files) {
      for (const [index, glob] of (file.model.vocabularies ?? []).entries()) {
        const matching = files.filter((path) => matches(path, file.folder, [glob]))
        for (const path of matching) found.add(path)
        if (matching.length === 0 && file.path === config.path) problems.push(noVocabulary(index, glob))
      }
    }
    const team = await Promise.all([...found].map((path) => readVocabulary(workspace, path)))
    result.set(config.path, { team, vocabulary: vocabularyOf(builtIn, team), files: [...found], problems })
  }
  return result
}

function noVocabulary(index: number, glob: string): ConfigProblem {
  return {
    at: ['vocabularies', index],
    message: `No vocabulary file matches "${glob}", so its words are unknown. Vocabularies end in .vocabulary.yaml; the path is relative to this file.`,
  }
}

async function readVocabulary(workspace: Workspace, path: string): Promise<TeamVocabulary> {
  const content = await workspace.read(path)
  const document = 'text' in content ? openFile(path, content.text).parts[0]?.document : undefined
  return document?.kind === 'vocabulary' ? (document.model as TeamVocabulary) : {}
}

/** Characters of text whose trees are kept; a tree takes some thirty times the room of its text. */
const mostKept = 8_000_000

async function index(
  workspace: Workspace,
  paths: readonly string[],
  options: ProjectOptions,
): Promise<Pick<Project, 'portfolio' | 'opened'>> {
  const portfolio = createPortfolio()
  const opened = new Map<string, OpenFile>()
  let kept = 0
  for (const [done, path] of paths.entries()) {
    const content = await workspace.read(path)
    if ('text' in content) {
      const { summary, file } = summarized(path, content.text, options.summaries)
      portfolio.set(path, summary)
      kept += file?.text.length ?? 0
      if (file && options.keepsFiles !== false && kept < mostKept) opened.set(path, file)
    }
    options.onIndexed?.(done + 1, paths.length)
  }
  await takeUpBibliographies(workspace, portfolio)
  return { portfolio, opened }
}

/** What the index keeps of a text; with the file where it had to be read for that. */
export function summarized(
  path: string,
  text: string,
  store: SummaryStore | undefined,
): { readonly summary: Summary; readonly file?: OpenFile } {
  const known = store?.known(path, text)
  if (known) return { summary: known }
  const file = openFile(path, text)
  const summary = summaryOf(file)
  store?.keep(path, text, summary)
  return { summary, file }
}
