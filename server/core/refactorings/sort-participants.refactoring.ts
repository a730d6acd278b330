import { find } from '../syntax/locate.ts'
import type { Node } from '../syntax/tree.ts'
import { fold } from '../text/words.ts'
import { heldAt, sortName, textOf } from './named-entries.ts'
import type { Refactoring, Setting } from './refactoring.ts'
import { sorted } from './reorder.ts'

/** Hosts and those who lead first, observers and guests last, as the vocabulary has the roles; in a role by name. */
export const refactoring: Refactoring = {
  id: 'sort-participants',
  nature: 'rewrite',
  propose: (spot) => {
    const held = spot.part.document.kind === 'engagement' ? heldAt(spot, 'participants') : undefined
    if (held?.node.kind !== 'sequence') return undefined
    const edits = sorted(
      spot,
      held,
      held.node.items.map((item) => rankOf(item, spot.setting)),
    )
    return edits && { title: 'Sort the participants by role and name', edits }
  },
}

function rankOf(item: Node, setting: Setting): readonly (string | number)[] {
  const roles = setting.vocabulary.builtIn.enumerations['participant-role'] ?? []
  const role = textOf(item, 'role')
  const index = roles.findIndex(({ id }) => id === role)
  return [index < 0 ? roles.length : index, ...nameOf(item, setting)]
}

/** States before organizations, and those before others. */
function nameOf(item: Node, setting: Setting): readonly (string | number)[] {
  const { node: countries } = find(item, ['countries'])
  const code = textOf(item, 'country') ?? (countries && textOf(countries, 0))
  if (code !== undefined) return [0, sortName(code, setting)]
  const id = textOf(item, 'organization')
  if (id !== undefined) return [1, fold(setting.vocabulary.organizations.get(id)?.name ?? id)]
  return [2, fold(textOf(item, 'name') ?? '')]
}
