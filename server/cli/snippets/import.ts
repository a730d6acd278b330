import { basename, resolve } from 'node:path'
import { appendedSnippets, applyEdits, inFlow, kebab, kindOfName, openFile, scopeOf, type Value } from '../../core/index.ts'
import { readText } from '../../disk.ts'
import type { Arguments, Option } from '../options.ts'
import { putFile } from '../outputs.ts'
import { inCommand } from '../paths.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { printable } from '../text.ts'
import { foreignSnippets, type Snippet } from './foreign.ts'

export const importOptions: readonly Option[] = [
  { name: 'into', value: 'LIBRARY', about: 'The library to which they are added, a file *.snippets.yaml; it is made where there is none' },
  { name: 'scope', value: 'PLACE', about: 'The place for which they are meant, as brief.background; without it, any text of a brief' },
]

/** `chancery snippets import FILE … --into LIBRARY`: snippets of Visual Studio Code, and plain texts, as snippets of a library. */
export async function importSnippets(args: Arguments, { cwd, out }: Shell): Promise<Status> {
  const into = args.get('into') ?? refuse('Into which library? Name a file: --into snippets/house.snippets.yaml.')
  if (kindOfName(into) !== 'snippets') return refuse(`--into ${into}: the name of a library ends in .snippets.yaml.`)
  if (args.rest.length === 0) return refuse('What is to be imported? Name .code-snippets or plain text files.')
  const place = args.get('scope') ?? 'brief'
  if (!scopeOf(place)) return refuse(`--scope ${place}: no file has such a place. Name one as brief.background or engagement.participants.`)
  const texts = await Promise.all(args.rest.map(async (path) => ({ path, text: await readFile(resolve(cwd, path), path) })))
  const read = texts.map(({ path, text }) => foreignSnippets(path, text, place))
  const found = read.flatMap(({ snippets }) => snippets)
  const path = resolve(cwd, into)
  const before = await libraryText(path, into)
  const { text, taken } = withSnippets(into, before, found)
  if (text !== before) await putFile(path, text, into)
  const added = found.length - taken.length
  out.write(`${added === 0 ? 'Nothing was' : added === 1 ? '1 snippet was' : `${added} snippets were`} added to ${into}.\n`)
  for (const id of taken) out.write(`Left out: ${id}, for the library has a snippet of that name. Nothing is ever overwritten.\n`)
  for (const words of read.flatMap(({ leftOut }) => leftOut)) out.write(`Left out: ${printable(words)}\n`)
  if (added > 0) out.write(`Then check it: chancery snippets check ${inCommand(into)}\n`)
  return 0
}

async function readFile(path: string, shown: string): Promise<string> {
  const content = await readText(path)
  if ('problem' in content) return refuse(`${shown}: ${content.problem.message} Nothing was added.`)
  if (content.text.trim() === '') return refuse(`${shown} is empty, so there is nothing to take in. Nothing was added.`)
  return content.text.replace(/\r\n?/g, '\n')
}

async function libraryText(path: string, shown: string): Promise<string> {
  const content = await readText(path)
  if ('text' in content) return content.text
  if (!content.problem.isGone) return refuse(`${shown}: ${content.problem.message}`)
  const id = kebab(basename(path).replace(/\.snippets\.ya?ml$/i, '')) ?? 'imported'
  return `chancery: snippets/1\nid: ${inFlow(id, false)}\nversion: 1\ntitle: ${inFlow(`Texts of ${id}`, false)}\nsnippets: []\n`
}

/** The library with each snippet that it does not have yet. */
function withSnippets(path: string, text: string, found: readonly Snippet[]): { readonly text: string; readonly taken: readonly string[] } {
  const file = openFile(path, text)
  const document = file.parts[0]?.document
  const known = new Set(document?.kind === 'snippets' ? (document.model.snippets ?? []).map(({ id }) => id) : [])
  const added: Snippet[] = []
  const taken: string[] = []
  for (const snippet of found) {
    if (known.has(snippet.id)) taken.push(snippet.id ?? '')
    else added.push(snippet)
    known.add(snippet.id)
  }
  if (added.length === 0) return { text, taken }
  const edit = appendedSnippets(
    file,
    added.map((each) => each as Readonly<Record<string, Value>>),
  )
  if (!edit) return refuse(`${path} has mistakes, so nothing was added. Mend it first: chancery snippets check ${inCommand(path)}`)
  return { text: applyEdits(text, [edit]), taken }
}
