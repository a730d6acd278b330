import { basename } from 'node:path'
import { getNodeValue } from 'jsonc-parser/lib/esm/main.js'
import { fromCode, kebab, type SnippetsSnippet } from '../../core/index.ts'
import { refuse } from '../refusal.ts'
import { entriesOf, readJson } from './json.ts'

export type Snippet = Pick<SnippetsSnippet, 'id' | 'title' | 'description' | 'prefix' | 'scope' | 'params' | 'text'>

/** What a file of another program holds, as snippets of a library, and what could not be one, each with the reason. */
export interface Foreign {
  readonly snippets: readonly Snippet[]
  readonly leftOut: readonly string[]
}

/** For one place; `text` has line feeds alone at the ends of its lines. */
export function foreignSnippets(path: string, text: string, place: string): Foreign {
  return /\.(code-snippets|jsonc?)$/i.test(path)
    ? codeSnippetsIn(path, text, place)
    : { snippets: [plainText(path, text, place)], leftOut: [] }
}

/** A heading of a Markdown text is its title. */
function plainText(path: string, text: string, place: string): Snippet {
  const name = basename(path).replace(/\.[^.]*$/, '') || basename(path)
  const [, heading] = /^#{1,6} +(.+?) *#*\n/.exec(text) ?? []
  return { id: kebab(name) ?? 'text', title: heading ?? name, ...filledIn(text.replace(/[\\$]/g, '\\$&').trimEnd(), place) }
}

/** The words last, as people write them, for they may be long. */
function filledIn(body: string, place: string): Pick<Snippet, 'scope' | 'params' | 'text'> {
  const { text, params } = fromCode(body)
  return { scope: [place], ...(Object.keys(params).length > 0 ? { params } : {}), text }
}

function codeSnippetsIn(path: string, text: string, place: string): Foreign {
  const read = readJson(text, { allowTrailingComma: true })
  if ('mistake' in read || read.tree.type !== 'object')
    return refuse(`${path} is no file of snippets that could be read: it must be JSON, with a name for each snippet.`)
  const taken = new Set<string>()
  const leftOut: string[] = []
  const snippets = entriesOf(read.tree).flatMap(([name, node], i): readonly Snippet[] => {
    const title = name.replace(/\s+/g, ' ').trim()
    const { prefix, body, description } = Object(getNodeValue(node)) as Readonly<Record<string, unknown>>
    const words = wordsOf(body) ?? refuse(`${path}: the snippet "${name}" has no body, so there is nothing to take over.`)
    const filled = filledIn(words, place)
    // A library may hold neither, so all of it would fail its check.
    if (title === '') leftOut.push(`snippet ${i + 1} of ${path}, for it has no name. Give it one, then import it again.`)
    else if (filled.text?.trim() === '') leftOut.push(`"${title}" of ${path}, for its body is empty.`)
    else {
      const [prefixes, others] = prefixesIn(prefix)
      for (const word of others) leftOut.push(`the prefix "${word}" of "${title}", for a prefix is one word of two letters or more.`)
      return [{ id: freeId(kebab(title) ?? `snippet-${i + 1}`, taken), title, ...beside(description, prefixes), ...filled }]
    }
    return []
  })
  return { snippets, leftOut }
}

function beside(description: unknown, prefixes: readonly string[]): Pick<Snippet, 'description' | 'prefix'> {
  const told = wordsOf(description)?.trim()
  return { ...(told ? { description: told } : {}), ...(prefixes.length > 0 ? { prefix: prefixes } : {}) }
}

/** Those that a library can have, and the others. */
function prefixesIn(prefix: unknown): readonly [readonly string[], readonly string[]] {
  const words = (Array.isArray(prefix) ? prefix : [prefix]).filter((word): word is string => typeof word === 'string' && word !== '')
  const isFit = (word: string) => /^\S{2,40}$/.test(word)
  return [words.filter(isFit), words.filter((word) => !isFit(word))]
}

/** A text or the lines of one; whatever else may stand there is none. */
function wordsOf(value: unknown): string | undefined {
  const lines: readonly unknown[] = Array.isArray(value) ? value : [value]
  return lines.every((line) => typeof line === 'string') ? lines.join('\n').replace(/\r\n?/g, '\n') : undefined
}

function freeId(id: string, taken: Set<string>): string {
  let free = id
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`
  taken.add(free)
  return free
}
