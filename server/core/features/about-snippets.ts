import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { inFlow } from '../text/quote.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import { block, code, facts, paragraphs, plain } from './markdown.ts'

/** A snippet: where it fits, what it asks for, and its text. */
export function aboutSnippet(term: TermEntry | undefined): string {
  if (!term) return ''
  const { snippet } = term
  return paragraphs(
    nameLine(term),
    snippet?.description && plain(snippet.description),
    facts([...(snippet ? snippetFacts(snippet) : []), keptIn(term)]),
    snippet && snippetText(snippet),
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

function snippetText({ text, yaml, generate }: Snippet): string | undefined {
  const words = text ?? (yaml === undefined ? undefined : inFlow(yaml))
  if (words !== undefined) return block(words.length > mostText ? `${words.slice(0, mostText).trimEnd()}…` : words.trimEnd())
  return generate?.organization === undefined ? undefined : `Makes a list of the members of ${code(generate.organization)}.`
}
