import { keyText } from '../syntax/tree.ts'
import { heldAt } from './named-entries.ts'
import type { Refactoring } from './refactoring.ts'
import { sorted } from './reorder.ts'

export const refactoring: Refactoring = {
  id: 'sort-sources',
  nature: 'rewrite',
  propose: (spot) => {
    const held = heldAt(spot, 'sources')
    if (held?.node.kind !== 'mapping') return undefined
    const edits = sorted(
      spot,
      held,
      held.node.pairs.map(({ key }) => [keyText(key) ?? '']),
    )
    return edits && { title: 'Sort the sources by id', edits }
  },
}
