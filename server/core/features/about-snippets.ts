import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { inFlow } from '../text/quote.ts'
import type { Files } from './feature.ts'
import { block, code, facts, paragraphs, plain } from './markdown.ts'
import type { Scene } from './scene.ts'

/** A snippet by its full name: where it fits, what it asks for, and its text. */
export async function aboutSnippet({ portfolio }: Scene, name: string, read: Files['read']): Promise<string> {
  const [term] = portfolio.terms('snippet', name)
  if (!term) return ''
  const document = (await read(term.path))?.parts[term.index]?.document
  const snippets = document?.kind === 'snippets' ? (document.model.snippets ?? []) : []
  const snippet = snippets.find(({ id }) => id === name.slice(name.indexOf('/') + 1))
  return paragraphs(
    `**${plain(term.title ?? '') || plain(name)}** (${code(name)})`,
    snippet?.description && plain(snippet.description),
    facts([...(snippet ? snippetFacts(snippet) : []), code(term.path)]),
    snippet && snippetText(snippet),
  )
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
