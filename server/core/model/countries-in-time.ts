import { existenceOf } from '../schema/existence.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import type { Path } from '../text/path.ts'
import type { Field } from './fields.ts'
import type { Engagement } from './types.generated.ts'
import { type EngagementTime, known, later, whenOf } from './when.ts'

/** A country named in an engagement whose code does not fit the engagement's dates. */
export interface OutOfTime {
  readonly at: Path
  readonly country: Country
  readonly when: EngagementTime
  readonly existence: 'not-yet' | 'ended'
  /** It is where the engagement took place, which writers often give by today's map. */
  readonly isPlace: boolean
}

interface Given {
  readonly fields: readonly Field[]
  readonly vocabulary: Vocabulary
  readonly today: string
}

/** Every country of an engagement that existed only before or only after it. */
export function countriesOutOfTime(engagement: Engagement, { fields, vocabulary, today }: Given): readonly OutOfTime[] {
  const time = whenOf(engagement, vocabulary, today)
  if (!time) return []
  return fields.flatMap(({ path, value, schema }) => {
    const country = schema['x-is'] === 'country' ? vocabulary.countries.get(String(value)) : undefined
    if (!country) return []
    const when = mayJoinLater(path) ? untilRatified(engagement, country.code, { ...time, today }) : time
    const existence = existenceOf(country, when)
    return existence === 'existed' ? [] : [{ at: path, country, when: time, existence, isPlace: path[0] === 'location' }]
  })
}

function mayJoinLater(path: Path): boolean {
  return path[0] === 'participants' || path[0] === 'agreement'
}

/** A State may join an agreement long after its signature: any day up to its ratification may be meant. */
function untilRatified({ agreement }: Engagement, code: string, time: EngagementTime & { readonly today: string }): EngagementTime {
  const own = agreement?.ratification?.find((r) => r.country === code)
  return own ? { ...time, end: later(time.end, known(own.date) ?? time.today) } : time
}
