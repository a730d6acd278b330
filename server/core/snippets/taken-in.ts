import type { SnippetsSnippet as Snippet, Snippets } from '../model/types.generated.ts'
import { blanks } from './expand.ts'
import type { House } from './house.ts'

/**
 * All that a text takes in, and what these take in, by the full names of snippets,
 * each with the one that takes it in first; nothing stands for the text itself.
 * `textOf` gives whatever holds the texts of one.
 */
export function takenIn(text: unknown, textOf: (name: string) => unknown): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  const open: (readonly [holder: string | undefined, text: unknown])[] = [[undefined, text]]
  for (const [holder, held] of open) {
    // A blank may go on in the next line, which JSON writes as two signs.
    const words = JSON.stringify(held ?? '').replace(/\\[nrt]/g, ' ')
    for (const [, takes, id = ''] of words.matchAll(blanks)) {
      if (takes !== '>' || found.has(id)) continue
      found.set(id, holder)
      open.push([id, textOf(id)])
    }
  }
  return found
}

/** The way on which a snippet leads back to itself, whatever is chosen, from its own name to its own name; undefined where it does not. */
export function roundFrom(name: string, { snippet }: Pick<House, 'snippet'>): readonly string[] | undefined {
  const found = takenIn(printedOf(snippet(name)), (other) => printedOf(snippet(other)))
  if (!found.has(name)) return undefined
  const way = [name]
  for (let at = found.get(name); at !== undefined; at = found.get(at)) way.unshift(at)
  return [name, ...way]
}

/** What a library takes in that is nowhere to be found, so that its place would stay empty. */
export function missingIn({ snippets = [] }: Snippets, { snippet }: House): readonly string[] {
  return [...takenIn(snippets.map(printedOf), (name) => printedOf(snippet(name))).keys()].filter((name) => !snippet(name)).sort()
}

/** What of a snippet comes to stand in a file; not what it said in former versions. */
function printedOf({ text, yaml, generate, params = {} }: Snippet = {}): unknown {
  return [text, yaml, generate, ...Object.values(params).map(({ choices }) => choices)]
}
