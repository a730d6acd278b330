import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { snippetExample } from '../snippets/example.ts'
import { type Name, ownerOf, ownPart } from '../workspace/mentions.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import { block, code, facts, paragraphs, plain } from './markdown.ts'

/** A snippet: where it fits, what it asks for, and what comes of it with its defaults. */
export function aboutSnippet(sources: Parameters<typeof houseOf>[0], name: string): string {
  const [term] = sources.portfolio.terms('snippet', name)
  if (!term) return ''
  const { snippet } = term
  const example = snippetExample(name, houseOf(sources))
  return paragraphs(
    nameLine(term),
    snippet?.description && plain(snippet.description),
    facts([...(snippet ? snippetFacts(snippet) : []), keptIn(term)]),
    example === '' ? undefined : block(example.length > mostText ? `${example.slice(0, mostText).trimEnd()}…` : example.trimEnd()),
  )
}

/** What a snippet asks for: the question, and which answers it takes. */
export function aboutParam({ portfolio }: Parameters<typeof houseOf>[0], name: Name): string {
  const [term] = portfolio.terms('snippet', ownerOf(name.id))
  const param = term?.snippet?.params?.[ownPart(name)]
  if (!term || !param) return ''
  const { label, required, type, default: usual, choices } = param
  return paragraphs(
    label ? `**${plain(label)}** (${code(ownPart(name))})` : `**${code(ownPart(name))}**`,
    facts([
      `Asked by ${code(term.id)}`,
      required ? 'Needed' : '',
      type ? `An answer of the type ${code(type)}` : '',
      choices ? `One of ${choices.map((choice) => code(String(choice))).join(', ')}` : '',
      usual === undefined ? '' : `Otherwise ${code(String(usual))}`,
    ]),
  )
}

/** A library: its version, and where it is kept. */
export function aboutLibrary(term: TermEntry): string {
  return paragraphs(nameLine(term), facts([term.version === undefined ? '' : `Version ${term.version}`, keptIn(term)]))
}

function nameLine({ id, title }: TermEntry): string {
  return `**${plain(title ?? '') || plain(id)}** (${code(id)})`
}

function keptIn({ path }: TermEntry): string {
  return isBuiltIn(path) ? 'Comes with Chancery' : code(path)
}

function snippetFacts({ scope = [], params = {} }: Snippet): readonly string[] {
  const asked = Object.entries(params).map(([name, { label, required }]) => {
    const words = label ? `${code(name)}, ${plain(label)}` : code(name)
    return required ? `${words} (needed)` : words
  })
  return [scope.length > 0 ? `For ${scope.map(code).join(', ')}` : '', asked.length > 0 ? `Asks for ${asked.join('; ')}` : '']
}

/** More than this nobody reads on a hover. */
const mostText = 600
