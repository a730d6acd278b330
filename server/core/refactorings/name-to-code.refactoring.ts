import type { Vocabulary } from '../schema/vocabulary.ts'
import { find } from '../syntax/locate.ts'
import { asScalar } from '../text/quote.ts'
import { commentsWithin, isMovable, partSpan } from './extent.ts'
import { participantAt } from './participant-groups.ts'
import type { Refactoring } from './refactoring.ts'

/** Under `name` a State or an organization is not counted, and nothing is known of it. */
export const refactoring: Refactoring = {
  id: 'name-to-code',
  nature: 'rewrite',
  propose: (spot) => {
    const at = participantAt(spot)
    const item = at?.list.items[at.index]
    if (item?.kind !== 'mapping' || ['country', 'countries', 'organization'].some((key) => item.entries.has(key))) return undefined
    const { pair, node } = find(item, ['name'])
    if (node?.kind !== 'scalar' || !pair) return undefined
    const meant = entryFor(spot.setting.vocabulary, node.text)
    const span = partSpan(spot.file.text, pair)
    const isWhole = isMovable(spot, span) && commentsWithin(spot.comments, span).length === 0
    return meant && isWhole ? { title: `Write it as ${meant}`, edits: [{ span, text: meant }] } : undefined
  },
}

/** Of two that have the same name only the writer knows which is meant. */
function entryFor({ countries, organizations }: Vocabulary, name: string): string | undefined {
  const [country, organization] = [countries.named(name), organizations.named(name)]
  if (country !== undefined && organization !== undefined) return undefined
  if (country !== undefined) return `country: ${asScalar(country)}`
  return organization === undefined ? undefined : `organization: ${asScalar(organization)}`
}
