import { mkdirSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser/lib/esm/main.js'
import {
  appendedSnippets,
  applyEdits,
  fromCode,
  inFlow,
  kebab,
  kindOfName,
  openFile,
  type SnippetsSnippet,
  scopeOf,
  type Value,
} from '../../core/index.ts'
import { readText } from '../../disk.ts'
import type { Arguments, Option } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { writeAtomically } from '../write-atomically.ts'

export const importOptions: readonly Option[] = [
  { name: 'into', value: 'LIBRARY', about: 'The library to which they are added, a file *.snippets.yaml; it is made where there is none' },
  { name: 'scope', value: 'PLACE', about: 'The place for which they are meant, as brief.background; without it, any text of a brief' },
]

type Snippet = Pick<SnippetsSnippet, 'id' | 'title' | 'description' | 'prefix' | 'scope' | 'params' | 'text'>

/** `chancery snippets import FILE … --into LIBRARY`: snippets of Visual Studio Code, and plain texts, as snippets of a library. */
export async function importSnippets(args: Arguments, { cwd, out }: Shell): Promise<Status> {
  const into = args.get('into') ?? refuse('Into which library? Name a file: --into snippets/house.snippets.yaml.')
  if (kindOfName(into) !== 'snippets') return refuse(`--into ${into}: the name of a library ends in .snippets.yaml.`)
  if (args.rest.length === 0) return refuse('What is to be imported? Name .code-snippets or plain text files.')
  const place = args.get('scope') ?? 'brief'
  if (!scopeOf(place)) return refuse(`--scope ${place}: no file has such a place. Name one as brief.background or engagement.participants.`)
  const texts = await Promise.all(args.rest.map(async (path) => ({ path, text: await readFile(resolve(cwd, path), path) })))
  const found = texts
    .flatMap(({ path, text }) => snippetsOf(path, text))
    // Long parts last, as people write them.
    .map(
      ({ params, text, ...rest }): Snippet => ({
        ...rest,
        scope: [place],
        ...(params ? { params } : {}),
        ...(text === undefined ? {} : { text }),
      }),
    )
  const path = resolve(cwd, into)
  const before = await libraryText(path, into)
  const { text, taken } = withSnippets(into, before, found)
  if (text !== before) {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, text)
  }
  const added = found.length - taken.length
  out.write(`${added === 0 ? 'Nothing was' : added === 1 ? '1 snippet was' : `${added} snippets were`} added to ${into}.\n`)
  for (const id of taken) out.write(`Left out: ${id}, for the library has a snippet of that name. Nothing is ever overwritten.\n`)
  if (added > 0) out.write(`Then check it: chancery snippets check ${/\s/.test(into) ? `"${into}"` : into}\n`)
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
  return `chancery: snippets/1\nid: ${id}\nversion: 1\ntitle: ${inFlow(`Texts of ${id}`, false)}\nsnippets: []\n`
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
  if (!edit) return refuse(`${path} has mistakes, so nothing was added. Mend it first: chancery snippets check ${path}`)
  return { text: applyEdits(text, [edit]), taken }
}

function snippetsOf(path: string, text: string): readonly Snippet[] {
  return /\.(code-snippets|jsonc?)$/i.test(path) ? codeSnippetsIn(path, text) : [plainText(path, text)]
}

/** A heading of a Markdown text is its title. */
function plainText(path: string, text: string): Snippet {
  const name = basename(path).replace(/\.[^.]*$/, '')
  const [, heading] = /^#{1,6} +(.+?) *#*\n/.exec(text) ?? []
  const { text: body, params } = fromCode(text.replace(/[\\$]/g, '\\$&').trimEnd())
  const asked = Object.keys(params).length > 0 ? { params } : {}
  return { id: kebab(name) ?? 'text', title: heading ?? name, ...asked, text: body }
}

function codeSnippetsIn(path: string, text: string): readonly Snippet[] {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  if (errors.length > 0 || tree?.type !== 'object')
    return refuse(`${path} is no file of snippets that could be read: it must be JSON, with a name for each snippet.`)
  const taken = new Set<string>()
  return entriesOf(tree).map(([title, each], i) => {
    const { prefix, body, description } = Object(each) as Readonly<Record<string, unknown>>
    const words = lines(body) ?? refuse(`${path}: the snippet "${title}" has no body, so there is nothing to take over.`)
    const { text: filled, params } = fromCode(words)
    const told = lines(description)
    const prefixes = (Array.isArray(prefix) ? prefix : [prefix]).filter(
      (word): word is string => typeof word === 'string' && /^\S{2,40}$/.test(word),
    )
    return {
      id: freeId(kebab(title) ?? `snippet-${i + 1}`, taken),
      title,
      ...(told ? { description: told } : {}),
      ...(prefixes.length > 0 ? { prefix: prefixes } : {}),
      ...(Object.keys(params).length > 0 ? { params } : {}),
      text: filled,
    }
  })
}

/** Read off the tree, for in an object a snippet that is called `__proto__` would be lost. */
function entriesOf({ children = [] }: Node): readonly (readonly [name: string, value: unknown])[] {
  return children.flatMap(({ children: [key, value] = [] }) => (key && value ? [[String(key.value), getNodeValue(value)] as const] : []))
}

function lines(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(String).join('\n') : undefined
}

function freeId(id: string, taken: Set<string>): string {
  let free = id
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`
  taken.add(free)
  return free
}
