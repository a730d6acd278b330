import { resolve } from 'node:path'
import {
  type DocumentOf,
  type Entry,
  type FileReport,
  kindOfName,
  lintFile,
  type OpenFile,
  openFile,
  openProject,
  type PageSettings,
  type Paper,
  type Project,
  pageSettings,
  paperOf,
  type Vocabulary,
} from '../../core/index.ts'
import { diskWorkspace } from '../../disk.ts'
import { insidePath, shownPath } from '../paths.ts'
import type { Target } from '../targets.ts'

/** An engagement or a brief as a paper. */
export interface NamedPaper {
  readonly document: DocumentOf<'engagement' | 'brief'>
  /** What it is, in a word or two. */
  readonly about: string
  readonly paper: Paper
  /** What the index of its workspace knows of it. */
  readonly entry: Entry | undefined
  readonly settings: PageSettings
}

export interface Papers {
  readonly papers: readonly NamedPaper[]
  /** What could not be read, a line each. */
  readonly unreadable: readonly string[]
  /** The files that have errors, which leave the house only when somebody insists. */
  readonly faulty: readonly FileReport[]
}

interface Wish {
  readonly today: string
  readonly cwd: string
  readonly isTrusted: boolean
  /** Files with errors are taken as they are. */
  readonly isForced: boolean
}

/** The papers of the files that somebody named. */
export async function papersOf({ root, files }: Target, { today, cwd, isTrusted, isForced }: Wish): Promise<Papers> {
  const project = await openProject(diskWorkspace(root, { isTrusted }))
  const papers: NamedPaper[] = []
  const unreadable: string[] = []
  const faulty: FileReport[] = []
  for (const path of files.map((file) => insidePath(file, root)).sort()) {
    if (!isRenderable(path)) continue
    const content = await project.workspace.read(path)
    const opened = 'text' in content ? openFile(path, content.text) : undefined
    const problem =
      'problem' in content ? content.problem.message : opened?.parts.find(({ tree }) => tree.unreadable)?.tree.problems[0]?.message
    if (problem !== undefined || !opened) {
      unreadable.push(`${shownPath(resolve(root, path), cwd)} cannot be read. ${problem ?? ''}`)
      continue
    }
    const report = isForced ? undefined : lintFile(project, opened, { today })
    if (report?.findings.some(({ severity }) => severity === 'error')) faulty.push({ ...report, path: shownPath(resolve(root, path), cwd) })
    else papers.push(...papersIn(opened, project))
  }
  return { papers, unreadable, faulty }
}

/** A file of an unknown name may be anything; its first key tells. */
function isRenderable(path: string): boolean {
  return ['engagement', 'brief', undefined].includes(kindOfName(path))
}

function papersIn(file: OpenFile, project: Project): readonly NamedPaper[] {
  const context = pageSettings(project, file.path)
  return file.parts.flatMap(({ document }) =>
    document.kind === 'engagement' || document.kind === 'brief'
      ? [
          {
            document,
            about: aboutOf(document, context.vocabulary),
            paper: paperOf(document, context),
            entry: entryOf(document, context),
            settings: context,
          },
        ]
      : [],
  )
}

function entryOf({ kind, model }: NamedPaper['document'], { portfolio }: PageSettings): Entry | undefined {
  return model.id === undefined ? undefined : portfolio.defined(kind, model.id)[0]
}

function aboutOf({ kind, model }: NamedPaper['document'], { engagementTypes, profiles }: Vocabulary): string {
  return (kind === 'brief' ? profiles.get(model.profile ?? '') : engagementTypes.get(model.type ?? ''))?.label ?? ''
}
