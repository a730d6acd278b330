import { allowedBlocks, blocks as everyBlock } from '../model/blocks.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { inFlow } from '../text/quote.ts'
import { keysOf, partsInBrief, partsWithExamples, remarked } from './guide.ts'
import { entry } from './yaml.ts'

/** A block with the entries that are known. */
export interface BlockValue {
  readonly block: string
  readonly entries: readonly (readonly [key: string, value: string | readonly string[]])[]
}

export interface EngagementFacts {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly status: string
  readonly start?: string
  readonly end?: string
  readonly countries: readonly string[]
  readonly organizations: readonly string[]
  readonly blocks: readonly BlockValue[]
}

/** The parts that are shown with an example; the rest is listed. */
const shownInFull = ['location', 'objectives', 'outcomes', 'sources']

/** The text of a new engagement: what is known, and comments on what may follow. */
export function engagementText(facts: EngagementFacts, vocabulary: Vocabulary): string {
  const { id, type, title, status } = facts
  return `${[
    '# An engagement: what happened or is to happen, who took part, and how that is known.',
    '# A line that begins with # is a note for you; it is not part of the record, and you may delete it.',
    'chancery: engagement/1',
    entry('id', id),
    remarked(entry('type', type), vocabulary.engagementTypes.get(type)?.label ?? type),
    entry('title', title),
    entry('status', status),
    ...dateLines(facts),
    '# Each participant may also have a role, as host or observer, and its services, level and personnel.',
    'participants:',
    ...participantLines(facts, vocabulary),
    ...blockLines(facts),
    '',
    ...guideLines(facts, vocabulary),
  ].join('\n')}\n`
}

function dateLines({ start, end }: EngagementFacts): readonly string[] {
  return start ? [entry('dates', { start, ...(end ? { end } : {}) })] : []
}

function participantLines({ countries, organizations, blocks }: EngagementFacts, vocabulary: Vocabulary): readonly string[] {
  const roles = blocks.some(({ block }) => block === 'attache') ? ['sending', 'receiving'] : []
  return [
    ...countries.map((country, i) =>
      remarked(`  - ${inFlow({ country, ...(roles[i] ? { role: roles[i] } : {}) })}`, vocabulary.countries.get(country)?.name ?? country),
    ),
    ...organizations.map((organization) =>
      remarked(`  - ${inFlow({ organization })}`, vocabulary.organizations.get(organization)?.name ?? organization),
    ),
  ]
}

function blockLines({ blocks }: EngagementFacts): readonly string[] {
  return blocks.flatMap(({ block, entries }) => [`${block}:`, ...entries.map(([key, value]) => `  ${entry(key, scalarOf(value))}`)])
}

/** Yes and no are no words in YAML. */
function scalarOf(value: string | readonly string[]): unknown {
  return value === 'true' ? true : value === 'false' ? false : value
}

function guideLines({ type, blocks }: EngagementFacts, vocabulary: Vocabulary): readonly string[] {
  const known = vocabulary.engagementTypes.get(type)
  const own = blocks.map(({ block }) => block)
  const allowed = new Set([...own, ...(known ? allowedBlocks(known) : [])])
  const frame = ['chancery', 'id', 'type', 'title', 'status', 'dates', 'participants', ...own, ...shownInFull]
  const isOpen = (key: string) => !frame.includes(key) && (!everyBlock.some((block) => block === key) || allowed.has(key))
  const inBlocks = blocks.flatMap(({ block, entries }) =>
    keysOf('engagement', block)
      .filter((key) => !entries.some(([k]) => k === key))
      .map((key) => [block, key]),
  )
  return [
    '# ---- What most records have besides. The lines show how other files say it; write yours without the "# ".',
    '#',
    partsWithExamples('engagement', shownInFull),
    '',
    '# ---- There is also room for these. In the editor, rest on a key to read more about it.',
    '#',
    partsInBrief('engagement', [
      ...inBlocks,
      ...keysOf('engagement')
        .filter(isOpen)
        .map((key) => [key]),
    ]),
  ]
}
