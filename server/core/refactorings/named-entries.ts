import { countryName } from '../schema/names.ts'
import { find } from '../syntax/locate.ts'
import type { Node } from '../syntax/tree.ts'
import { fold } from '../text/words.ts'
import type { Setting, Spot } from './refactoring.ts'
import type { Held } from './reorder.ts'

/** The list or mapping at a root key, where the selection lies in it. */
export function heldAt({ steps }: Spot, key: string): Held | undefined {
  const step = steps.find(({ path }) => path.length === 1 && path[0] === key)
  return step?.pair && (step.node?.kind === 'sequence' || step.node?.kind === 'mapping') ? { pair: step.pair, node: step.node } : undefined
}

/** The text of a single value at a key of an entry; undefined where there is none. */
export function textOf(entry: Node, key: string | number): string | undefined {
  const { node, missing } = find(entry, [key])
  return missing === 0 && node?.kind === 'scalar' && node.text !== '' ? node.text : undefined
}

/** A country by the name under which readers look for it. */
export function sortName(code: string, { vocabulary, naming }: Setting): string {
  const country = vocabulary.countries.get(code)
  return fold(country ? countryName(country, vocabulary, naming) : code)
}
