import { resolve } from 'node:path'
import {
  type DocumentOf,
  kindOfName,
  type OpenFile,
  openFile,
  openProject,
  type Project,
  renderIndex,
  renderPage,
  setting,
  type Vocabulary,
} from '../core/index.ts'
import { diskWorkspace, isFolder } from '../disk.ts'
import { dateOption, todayOption } from './lint-options.ts'
import { notice } from './notice.ts'
import { type Arguments, choice, type Option } from './options.ts'
import { writeOutput } from './outputs.ts'
import { type NamedPage, namePages } from './page-names.ts'
import { insidePath, shownPath } from './paths.ts'
import { refuse } from './refusal.ts'
import type { Shell, Status } from './shell.ts'
import { type Target, targetsOf } from './targets.ts'

export const renderOptions: readonly Option[] = [
  { name: 'to', value: 'FORMAT', about: 'The form of the page: html' },
  {
    name: 'out',
    value: 'PATH',
    about: 'The file to write, or the folder for several pages. Without it a single page goes to standard output',
  },
  todayOption,
]

/** An engagement or a brief with its page. */
export interface Page {
  readonly document: DocumentOf<'engagement' | 'brief'>
  /** What it is, in a word or two. */
  readonly about: string
  readonly html: string
}

interface Rendered {
  readonly pages: readonly Page[]
  /** What could not be rendered, a line each. */
  readonly problems: readonly string[]
}

/** `chancery render`: pages for reading and printing. */
export async function render(args: Arguments, shell: Shell): Promise<Status> {
  choice('to', args.get('to') ?? 'html', ['html'])
  if (args.rest.length === 0)
    return refuse('Which file? Name an engagement, a brief or a folder: chancery render FILE --to html --out PAGE.html.')
  const today = dateOption(args, shell.today)
  const parts: Rendered[] = []
  for (const target of await targetsOf(args.rest, shell.cwd)) parts.push(await renderTarget(target, today, shell.cwd))
  const pages = parts.flatMap((part) => part.pages)
  const problems = parts.flatMap((part) => part.problems)
  for (const problem of problems) notice(shell.err, problem)
  if (pages.length > 0) await deliver(pages, args, shell)
  else if (problems.length === 0) refuse(`There is no engagement and no brief in ${args.rest.join(', ')}; only these have pages.`)
  return problems.length > 0 ? 2 : 0
}

async function renderTarget({ root, files }: Target, today: string, cwd: string): Promise<Rendered> {
  const project = await openProject(diskWorkspace(root))
  const pages: Page[] = []
  const problems: string[] = []
  for (const path of files.map((file) => insidePath(file, root)).sort()) {
    if (!isRenderable(path)) continue
    const content = await project.workspace.read(path)
    const opened = 'text' in content ? openFile(path, content.text) : undefined
    const problem =
      'problem' in content ? content.problem.message : opened?.parts.find(({ tree }) => tree.unreadable)?.tree.problems[0]?.message
    if (problem !== undefined) problems.push(`${shownPath(resolve(root, path), cwd)} cannot be read. ${problem}`)
    else if (opened) pages.push(...pagesOf(opened, project, today))
  }
  return { pages, problems }
}

/** A file of an unknown name may be anything; its first key tells. */
function isRenderable(path: string): boolean {
  return ['engagement', 'brief', undefined].includes(kindOfName(path))
}

function pagesOf(file: OpenFile, project: Project, today: string): readonly Page[] {
  const config = project.configOf(file.path)
  const scale = setting(config, 'estimative_scale')
  const naming = setting(config, 'naming')
  const vocabulary = project.vocabularyOf(config)
  const context = { vocabulary, portfolio: project.portfolio, today, ...(scale ? { scale } : {}), ...(naming ? { naming } : {}) }
  return file.parts.flatMap(({ document }) =>
    document.kind === 'engagement' || document.kind === 'brief'
      ? [{ document, about: aboutOf(document, vocabulary), html: renderPage(document, context) }]
      : [],
  )
}

function aboutOf({ kind, model }: Page['document'], { engagementTypes, profiles }: Vocabulary): string {
  return (kind === 'brief' ? profiles.get(model.profile ?? '') : engagementTypes.get(model.type ?? ''))?.label ?? ''
}

async function deliver(pages: readonly Page[], args: Arguments, shell: Shell): Promise<void> {
  const out = args.get('out')
  const [page] = pages
  const single = pages.length === 1 && !args.rest.some((path) => isFolder(resolve(shell.cwd, path)))
  if (out === undefined) {
    if (!single || !page) return refuse(`These are ${pages.length.toLocaleString('en')} pages, so they need a folder: --out FOLDER.`)
    return shell.out.write(page.html)
  }
  if (single && page && !out.endsWith('/') && !isFolder(resolve(shell.cwd, out))) {
    await writeOutput(out, page.html, shell.cwd)
    return shell.out.write(`Wrote ${shownPath(out, shell.cwd)}\n`)
  }
  await writeFolder(namePages(pages), out, single, shell)
}

async function writeFolder(pages: readonly NamedPage[], out: string, single: boolean, shell: Shell): Promise<void> {
  const path = (name: string) => shownPath(resolve(shell.cwd, out, name), shell.cwd)
  for (const { entry, html } of pages) await writeOutput(path(entry.href), html, shell.cwd)
  if (single) return shell.out.write(`Wrote ${path(pages[0]?.entry.href ?? '')}\n`)
  await writeOutput(path('index.html'), renderIndex(pages.map(({ entry }) => entry)), shell.cwd)
  shell.out.write(`Wrote ${pages.length.toLocaleString('en')} ${pages.length === 1 ? 'page' : 'pages'}. Open ${path('index.html')}\n`)
}
