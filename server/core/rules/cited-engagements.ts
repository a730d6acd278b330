import { citationsIn } from '../model/citations.ts'
import type { Path } from '../text/path.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { citationReader } from '../workspace/references.ts'
import type { Context, SharedContext } from './rule.ts'

/** A place at which a document refers to an engagement of the workspace. */
export interface CitedEngagement {
  readonly entry: Entry
  readonly at: Path
  /** Of a citation in prose. */
  readonly within?: readonly [from: number, to: number]
}

/** Every place at which the document refers to an engagement, in its order; of two files of one id both. */
export function citedEngagements({ kept }: Context): readonly CitedEngagement[] {
  return kept(citedIn)
}

function citedIn({ document, fields, portfolio }: SharedContext): readonly CitedEngagement[] {
  const meaningOf = citationReader(document, portfolio)
  return fields.flatMap(({ path: at, value, schema }) => {
    const is = schema['x-is']
    if (is === 'engagement' || is === 'support')
      return portfolio.defined('engagement', String(value)).map((entry): CitedEngagement => ({ entry, at }))
    if (is !== 'prose') return []
    return citationsIn(String(value))
      .filter(({ id }) => meaningOf(id).is === 'engagement')
      .flatMap(({ id, from, to }) =>
        portfolio.defined('engagement', id).map((entry): CitedEngagement => ({ entry, at, within: [from, to] })),
      )
  })
}
