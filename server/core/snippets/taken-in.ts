import type { SnippetsSnippet as Snippet, Snippets } from '../model/types.generated.ts'
import { blanks } from './expand.ts'
import type { House } from './house.ts'

/** All that a text takes in, and what these take in, by the full names of snippets. `textOf` gives whatever holds the texts of one. */
export function takenIn(text: unknown, textOf: (name: string) => unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [text]
  while (open.length > 0) {
    // A blank may go on in the next line, which JSON writes as two signs.
    const words = JSON.stringify(open.pop() ?? '').replace(/\\[nrt]/g, ' ')
    for (const [, takes, id = ''] of words.matchAll(blanks)) {
      if (takes !== '>' || found.has(id)) continue
      found.add(id)
      open.push(textOf(id))
    }
  }
  return found
}

/** What a library takes in that is nowhere to be found, so that its place would stay empty. */
export function missingIn({ snippets = [] }: Snippets, { snippet }: House): readonly string[] {
  return [...takenIn(snippets.map(printedOf), (name) => printedOf(snippet(name)))].filter((name) => !snippet(name)).sort()
}

/** What of a snippet comes to stand in a file; not what it said in former versions. */
function printedOf({ text, yaml, generate, params = {} }: Snippet = {}): unknown {
  return [text, yaml, generate, ...Object.values(params).map(({ choices }) => choices)]
}
