import { schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { sortName } from './named-entries.ts'
import type { Refactoring } from './refactoring.ts'
import { sorted } from './reorder.ts'

export const refactoring: Refactoring = {
  id: 'sort-countries',
  nature: 'rewrite',
  propose: (spot) => {
    const { steps, part, setting } = spot
    const step = steps.findLast(({ node }) => node?.kind === 'sequence')
    if (step?.node?.kind !== 'sequence' || !step.pair) return undefined
    const { items } = step.node
    const is = schemaAt(schemas[part.document.kind], step.path)?.items?.['x-is']
    if (is !== 'country' || items.some(({ kind }) => kind !== 'scalar')) return undefined
    const names = items.map((item) => [item.kind === 'scalar' ? sortName(item.text, setting) : ''])
    const edits = sorted(spot, { pair: step.pair, node: step.node }, names)
    return edits && { title: 'Sort these countries by name', edits }
  },
}
