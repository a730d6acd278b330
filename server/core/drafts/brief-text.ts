import type { Vocabulary } from '../schema/vocabulary.ts'
import { keysOf, partsInBrief, partsWithExamples, remarked } from './guide.ts'
import { entry } from './yaml.ts'

/** What is known of a new brief; an empty text says that nothing is. */
export interface BriefFacts {
  readonly id: string
  readonly title: string
  readonly profile: string
  readonly date: string
  readonly bluf: string
  readonly to: string
  readonly from: string
  readonly audience: string
  readonly decideBy: string
  /** Texts of the document by their keys. */
  readonly parts: ReadonlyMap<string, string>
}

/** The text of a new brief: what is known, and comments on the parts that its profile needs, in their order. */
export function briefText(facts: BriefFacts, vocabulary: Vocabulary): string {
  const { id, title, profile, date, to, from, audience } = facts
  const required = vocabulary.profiles.get(profile)?.required ?? []
  return `${[
    '# A brief: what to do about it, for whoever decides.',
    '# A line that begins with # is a note for you; it is not part of the brief, and you may delete it.',
    'chancery: brief/1',
    entry('id', id),
    entry('title', title),
    remarked(entry('profile', profile), vocabulary.profiles.get(profile)?.label ?? profile),
    remarked('stage: draft', 'draft, review or final: the nearer to final, the stricter the checks'),
    entry('date', date),
    ...Object.entries({ to, from, audience }).flatMap(([key, value]) => (value === '' ? [] : [entry(key, value)])),
    '',
    ...written(facts, required),
    ...guideLines(facts, required, vocabulary),
  ].join('\n')}\n`
}

/** The parts that are known, in the order in which the profile prints them. */
function written({ bluf, parts, decideBy }: BriefFacts, required: readonly string[]): readonly string[] {
  const all = new Map<string, unknown>([
    ['bluf', bluf],
    ...parts,
    ...(decideBy === '' ? [] : [['timing', { decide_by: decideBy }] as const]),
  ])
  const order = [...new Set(['bluf', ...required, ...all.keys()])]
  return order.filter((key) => all.has(key)).map((key) => `${entry(key, all.get(key))}\n`)
}

function guideLines(
  { parts, decideBy, profile, to, from, audience }: BriefFacts,
  required: readonly string[],
  vocabulary: Vocabulary,
): readonly string[] {
  const known = ['bluf', ...parts.keys(), ...(decideBy === '' ? [] : ['timing'])]
  const open = required.filter((part) => !known.includes(part))
  const never = vocabulary.profiles.get(profile)?.never ?? []
  const frame = [
    'chancery',
    'id',
    'title',
    'profile',
    'stage',
    'date',
    ...Object.entries({ to, from, audience }).flatMap(([key, value]) => (value === '' ? [] : [key])),
  ]
  const rest = keysOf('brief').filter((key) => ![...frame, ...known, ...open, ...never].includes(key))
  const label = vocabulary.profiles.get(profile)?.label ?? profile
  return [
    ...(open.length > 0
      ? [
          `# ---- Still to come for this form (${label}), in the order of the printed page. The lines show how other`,
          '# briefs say it; write yours without the "# ".',
          '#',
          partsWithExamples('brief', open),
          '',
        ]
      : []),
    '# ---- There is also room for these. In the editor, rest on a key to read more about it.',
    '#',
    partsInBrief(
      'brief',
      rest.map((key) => [key]),
    ),
  ]
}
