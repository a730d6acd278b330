import { resolve } from 'node:path'
import { createPortfolio, type Kind, kindOfName, type LintOptions, openFile, openProject, type Project } from '../../core/index.ts'
import { diskWorkspace, isFolder, workspaceRoot } from '../../disk.ts'
import type { Option } from '../options.ts'
import { insidePath, shownPath } from '../paths.ts'
import { refuse } from '../refusal.ts'
import { configAsJson, configAsYaml } from './config-text.ts'
import { type Holding, holdingFor, type Sourced, type Subject } from './holding.ts'

export const printConfigOption: Option = {
  name: 'print-config',
  value: 'FILE',
  about:
    'Show the configuration that holds for this file and where each value comes from, as YAML or with --format json, and check nothing',
}

export interface ConfigQuestion {
  readonly file: string
  readonly cwd: string
  /** The full path of a configuration for every file. */
  readonly config: string | undefined
  readonly lint: LintOptions
}

/** The configuration that holds for a file, as a text in either form. */
export async function printConfig(question: ConfigQuestion): Promise<(format: string) => string> {
  const holding = await holdingOf(question)
  return (format) => (format === 'json' ? configAsJson(holding) : configAsYaml(holding))
}

async function holdingOf({ file, cwd, config, lint }: ConfigQuestion): Promise<Holding> {
  const path = resolve(cwd, file)
  if (isFolder(path))
    return refuse(`--print-config takes a file, and ${shownPath(path, cwd)} is a folder: files in it may differ by their overrides.`)
  const root = workspaceRoot(path, cwd)
  // Who cites whom makes no difference here, so no other file is read.
  const named = config === undefined ? {} : { config: insidePath(config, root) }
  const project = await openProject(diskWorkspace(root), { ...named, portfolio: createPortfolio() })
  const subject = await subjectOf(project, insidePath(path, root))
  if (!subject)
    return refuse(
      `${shownPath(path, cwd)} tells neither by its name nor by its first key what it is, so no settings hold for it. Names end in .engagement.yaml, .brief.yaml, .vocabulary.yaml or .snippets.yaml, or are chancery.yaml.`,
    )
  return holdingFor(project, subject, lint, (inside) => shownPath(resolve(root, inside), cwd))
}

async function subjectOf(project: Project, path: string): Promise<Subject | undefined> {
  const content = await project.workspace.read(path)
  const document =
    'text' in content
      ? openFile(path, content.text)
          .parts.map((part) => part.document)
          .find((each) => each.kind !== undefined)
      : undefined
  if (!document?.kind) {
    const kind = byName(path)
    return kind && { path, kind, own: {} }
  }
  const { profile, language, stage } = document.kind === 'brief' ? document.model : {}
  return {
    path,
    kind: { value: document.kind, from: 'the file itself' },
    own: { ...(stage ? { stage } : {}), ...(profile ? { profile } : {}), ...(language ? { language } : {}) },
  }
}

function byName(path: string): Sourced<Kind> | undefined {
  const kind = kindOfName(path)
  return kind && { value: kind, from: 'its name' }
}
