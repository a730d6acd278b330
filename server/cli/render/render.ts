import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { groupsOf, portfolioPictures, renderIndex } from '../../core/index.ts'
import { codeOf, isFolder } from '../../disk.ts'
import { type FormName, formNames, forms, type Means, type Rendered } from '../../forms.ts'
import { dateOption, todayOption, trustOption } from '../lint-options.ts'
import { notice } from '../notice.ts'
import { type Arguments, choice, type Option } from '../options.ts'
import { writeOutput } from '../outputs.ts'
import { shownPath } from '../paths.ts'
import { progressOn } from '../progress.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { targetsOf } from '../targets.ts'
import { faultLines } from './faults.ts'
import { type NamedPage, namePages } from './page-names.ts'
import { type NamedPaper, type Papers, papersOf } from './papers.ts'

export const renderOptions: readonly Option[] = [
  { name: 'to', value: 'FORMAT', about: 'The form of the document: html, markdown (for Pandoc), docx or pdf; without it html' },
  {
    name: 'out',
    value: 'PATH',
    about: 'The file to write, or the folder for several documents. Without it a single text goes to standard output',
  },
  { name: 'template', value: 'FILE', about: 'A .docx file whose styles the Word documents take over' },
  { name: 'force', about: 'Render files that have errors as well' },
  trustOption,
  todayOption,
]

/** `chancery render`: documents for reading, printing and sending. 1 where a file with errors was left out, 2 where one could not be read. */
export async function render(args: Arguments, shell: Shell): Promise<Status> {
  const form = choice('to', args.get('to') ?? 'html', formNames)
  if (args.rest.length === 0)
    return refuse('Which file? Name an engagement, a brief or a folder: chancery render FILE --to html --out PAGE.html.')
  const template = await templateOf(args, form, shell)
  const { papers, unreadable, faulty } = await collect(args, shell)
  for (const problem of unreadable) notice(shell.err, problem)
  for (const report of faulty) for (const line of faultLines(report)) notice(shell.err, line)
  if (papers.length > 0) await deliver({ papers, form, template, args, shell })
  else if (unreadable.length + faulty.length === 0)
    refuse(`There is no engagement and no brief in ${args.rest.join(', ')}; only these have pages.`)
  return unreadable.length > 0 ? 2 : faulty.length > 0 ? 1 : 0
}

async function collect(args: Arguments, shell: Shell): Promise<Papers> {
  const wish = { today: dateOption(args, shell.today), cwd: shell.cwd, isTrusted: shell.isTrusted, isForced: args.has('force') }
  const parts: Papers[] = []
  for (const target of await targetsOf(args.rest, shell.cwd)) parts.push(await papersOf(target, wish))
  return {
    papers: parts.flatMap(({ papers }) => papers),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
    faulty: parts.flatMap(({ faulty }) => faulty),
  }
}

async function templateOf(args: Arguments, form: FormName, { cwd }: Shell): Promise<Uint8Array | undefined> {
  const file = args.get('template')
  if (file === undefined) return undefined
  if (form !== 'docx') return refuse('--template gives the styles of Word documents, so it goes with --to docx.')
  try {
    return await readFile(resolve(cwd, file))
  } catch (error) {
    const code = codeOf(error)
    const reason = { ENOENT: 'there is no such file.', EISDIR: 'it is a folder.' }[code ?? '']
    return refuse(`The template ${file} could not be read: ${reason ?? `the system says ${code ?? String(error)}.`}`)
  }
}

interface Delivery {
  readonly papers: readonly NamedPaper[]
  readonly form: FormName
  readonly template: Uint8Array | undefined
  readonly args: Arguments
  readonly shell: Shell
}

async function deliver(delivery: Delivery): Promise<void> {
  const { papers, form, args, shell } = delivery
  const out = args.get('out')
  const [paper] = papers
  const isSingle = papers.length === 1 && !args.rest.some((path) => isFolder(resolve(shell.cwd, path)))
  if (out === undefined) {
    if (!isSingle || !paper) return refuse(`These are ${papers.length.toLocaleString('en')} pages, so they need a folder: --out FOLDER.`)
    if (forms[form].isBinary)
      return refuse(`A ${form} document is no text that could be shown here. Name a file: --out ${fileName('FILE', form)}.`)
    return shell.out.write(String((await rendered(paper, undefined, delivery)).content))
  }
  refuseOddName(out, isSingle, delivery)
  if (isSingle && paper && !out.endsWith('/') && !isFolder(resolve(shell.cwd, out))) {
    const base = out.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
    await write(out, await rendered(paper, base, delivery), shell)
    return shell.out.write(`Wrote ${shownPath(out, shell.cwd)}\n`)
  }
  await writeFolder(namePages(papers, forms[form].extension), out, isSingle, delivery)
}

/** A name that promises something else than what would be written: another form, or one document where there are several. */
function refuseOddName(out: string, isSingle: boolean, { papers, form, shell }: Delivery): void {
  const [, stem = '', ending = ''] = /^(.*)\.([^./\\]+)$/.exec(out) ?? []
  const meant = formNames.find((name) => forms[name].extension === ending.toLowerCase())
  if (meant === undefined || isFolder(resolve(shell.cwd, out))) return
  if (!isSingle)
    refuse(`${out} is the name of one document, and these are ${papers.length.toLocaleString('en')}. Name a folder: --out ${stem}.`)
  if (meant !== form) refuse(`${out} has the name of another form than ${form}. Add --to ${meant}, or write --out ${fileName(stem, form)}.`)
}

/** All engagements of a site in pictures and by their sides, in the words of the workspace of the first. */
function overviewOf(pages: readonly NamedPage[]): Parameters<typeof renderIndex>[1] {
  const [first] = pages
  const entries = pages.flatMap(({ page }) => (page.entry?.kind === 'engagement' ? [page.entry] : []))
  if (!first) return undefined
  return { pictures: portfolioPictures(entries, first.page.settings), groups: groupsOf(entries, first.page.settings) }
}

function fileName(base: string, form: FormName): string {
  return `${base}.${forms[form].extension}`
}

function rendered({ paper }: NamedPaper, base: string | undefined, { form, template, shell }: Delivery, home?: string): Promise<Rendered> {
  const means: Means = { assets: shell.assets, template, base, ...(home === undefined ? {} : { home }) }
  return forms[form].render(paper, means).catch((error: unknown) => {
    // Loaded by name, for the class itself is in the program that is loaded only for the export.
    if (error instanceof Error && error.name === 'TemplateProblem') return refuse(error.message)
    throw error
  })
}

async function write(file: string, { content, beside, notices }: Rendered, shell: Shell): Promise<void> {
  await writeOutput(file, content, shell.cwd)
  const folder = resolve(shell.cwd, file, '..')
  for (const { name, content: text } of beside) await writeOutput(resolve(folder, name), text, shell.cwd)
  for (const words of notices) notice(shell.err, `${shownPath(resolve(shell.cwd, file), shell.cwd)}: ${words}`)
}

async function writeFolder(pages: readonly NamedPage[], out: string, isSingle: boolean, delivery: Delivery): Promise<void> {
  const { form, shell } = delivery
  const path = (name: string) => shownPath(resolve(shell.cwd, out, name), shell.cwd)
  const progress = progressOn(shell.err)
  for (const [i, { entry, page }] of pages.entries()) {
    progress.show('Writing', i, pages.length)
    await write(
      path(entry.href),
      await rendered(page, entry.href.replace(/\.[^.]*$/, ''), delivery, isSingle ? undefined : 'index.html'),
      shell,
    )
  }
  progress.clear()
  if (isSingle) return shell.out.write(`Wrote ${path(pages[0]?.entry.href ?? '')}\n`)
  const documents = form === 'html' ? 'page' : 'document'
  const count = `${pages.length.toLocaleString('en')} ${documents}${pages.length === 1 ? '' : 's'}`
  if (form !== 'html') return shell.out.write(`Wrote ${count} in ${path('.')}\n`)
  await writeOutput(
    path('index.html'),
    renderIndex(
      pages.map(({ entry }) => entry),
      overviewOf(pages),
    ),
    shell.cwd,
  )
  shell.out.write(`Wrote ${count}. Open ${path('index.html')}\n`)
}
