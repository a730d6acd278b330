import {
  answerTo,
  type FileReport,
  kindOfName,
  type LintOptions,
  lintText,
  noting,
  type Project,
  type Summary,
  type SummaryStore,
  type Workspace,
} from '../../core/index.ts'
import type { Memories, Remembered, Result } from './cache-file.ts'
import { digest } from './digest.ts'

/** What is remembered of the files of one workspace, during one run. */
export interface Memory extends SummaryStore {
  /** The same workspace, with a note of what its files say. */
  readonly attend: (workspace: Workspace) => Workspace
  /** A way to check files of a project that was opened with this memory: as if each were checked anew, only sooner. */
  readonly checker: (project: Project, asked: Asked) => Checker
  /** Forgets files that are not there any more. */
  readonly prune: (project: Project) => void
}

/** What a run asks of all files. */
export interface Asked {
  readonly lint: LintOptions
  readonly isTrusted: boolean
  /** The configuration that was named for all files. */
  readonly config: string | undefined
}

export interface Checker {
  /** What was found in a file as it was read for the index, where that still holds. */
  readonly recall: (path: string) => FileReport | undefined
  readonly check: (path: string, text: string) => FileReport
}

interface Shelf {
  readonly memories: Memories
  readonly onChange: () => void
  /** What files said in this run, by their paths: a digest of the text, or of why there is none. */
  readonly contents: Map<string, string>
  /** Of the texts that the index knows. */
  readonly indexed: Map<string, string>
  /** The text that was read last, because it is asked about at once. */
  last: { readonly text: string; readonly content: string } | undefined
  /** Texts that a report has to quote. */
  readonly quoted: Map<string, string>
}

export function createMemory(memories: Memories, onChange: () => void): Memory {
  const shelf: Shelf = { memories, onChange, contents: new Map(), indexed: new Map(), last: undefined, quoted: new Map() }
  return {
    attend: (workspace) => attended(shelf, workspace),
    known: (path, text) => known(shelf, path, text),
    keep: (path, text, summary) => {
      const content = contentOf(shelf, text)
      shelf.indexed.set(path, content)
      keep(shelf, path, content, { summary })
    },
    checker: (project, asked) => checkerOf(shelf, project, asked),
    prune: ({ portfolio }) => {
      for (const path of [...memories.keys()]) {
        if (portfolio.of(path) !== undefined) continue
        memories.delete(path)
        onChange()
      }
    },
  }
}

function attended(shelf: Shelf, workspace: Workspace): Workspace {
  return {
    ...workspace,
    read: async (path) => {
      const content = await workspace.read(path)
      const isText = 'text' in content
      shelf.contents.set(path, isText ? contentOf(shelf, content.text) : digest('no text', JSON.stringify(content.problem)))
      return content
    },
  }
}

function contentOf(shelf: Shelf, text: string): string {
  const content = shelf.last?.text === text ? shelf.last.content : digest(text)
  shelf.last = { text, content }
  return content
}

function known(shelf: Shelf, path: string, text: string): Summary | undefined {
  const { memories, indexed, quoted } = shelf
  const memory = memories.get(path)
  const content = contentOf(shelf, text)
  if (memory?.content !== content) return undefined
  indexed.set(path, content)
  const report = memory.result?.report
  if (report && report.findings.length + report.suppressed.length > 0) quoted.set(path, text)
  return memory.summary
}

function keep({ memories, onChange }: Shelf, path: string, content: string, { summary, result }: Omit<Remembered, 'content'>): void {
  memories.set(path, { content, summary, ...(result ? { result } : {}) })
  onChange()
}

function checkerOf(shelf: Shelf, project: Project, asked: Asked): Checker {
  const { memories, indexed, quoted } = shelf
  const basis = basisOf(shelf, project, asked)
  const answersTo = answering(project)
  return {
    recall: (path) => {
      const memory = memories.get(path)
      const result = memory?.result
      if (!result || memory.content !== indexed.get(path) || result.basis !== basis) return undefined
      return answersTo(result.keys) === result.answers ? { ...result.report, text: quoted.get(path) ?? '' } : undefined
    },
    check: (path, text) => {
      const { portfolio, keys } = noting(project.portfolio)
      const report = lintText({ ...project, portfolio }, path, text, asked.lint)
      const memory = memories.get(path)
      // Somebody may have changed the file after the index was made.
      if (memory?.content !== contentOf(shelf, text) || memory.content !== indexed.get(path)) return report
      const asking = [...keys()]
      const result: Result = { basis, keys: asking, answers: answersTo(asking), report: { ...report, text: '' } }
      keep(shelf, path, memory.content, { summary: memory.summary, result })
      return report
    },
  }
}

/**
 * Of all that holds for every file: the options, and what configurations and
 * vocabularies say, of which each is read, or looked for in vain, while a project
 * is opened. Which of them count follows from the names that there are.
 */
function basisOf({ contents }: Shelf, { paths, settingFiles }: Project, { lint, config, isTrusted }: Asked): string {
  const settings = paths.filter((path) => ['config', 'vocabulary'].includes(kindOfName(path) ?? ''))
  const said = [...settingFiles].sort().map((path) => [path, contents.get(path)])
  return digest(JSON.stringify([{ ...lint, levels: [...(lint.levels ?? [])] }, config, isTrusted, settings, said]))
}

/** Digests of answers of the index, each of which is worked out once. */
function answering({ portfolio }: Project): (keys: readonly string[]) => string {
  const answers = new Map<string, string>()
  const answer = (key: string) => {
    const known = answers.get(key) ?? digest(answerTo(portfolio, key))
    answers.set(key, known)
    return known
  }
  return (keys) => digest(...keys.map(answer))
}
