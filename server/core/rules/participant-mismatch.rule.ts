import { countryName, withArticle } from '../schema/names.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import { listed } from '../text/words.ts'
import { type OnOneEngagement, sentencesOnOneEngagement } from './one-citation.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'
import { inOneLine } from './wording.ts'

export const rule: Rule = {
  id: 'participant-mismatch',
  topic: 'references',
  level: 'info',
  certainty: 'heuristic',
  summary: 'A brief names other parties to an engagement than its own file does.',
  reason:
    'A reader who follows the citation finds that somebody else took part. Correct the name or the citation; often the engagement of another pair of States was cited. The rule is narrow on purpose: it reads sentences that begin as "The talks between Japan and the Philippines" and cite this one engagement and nothing else, and only where the file lists all participants, all of them States. A State and the one that it succeeded count as the same.',
  source: 'Chancery: a brief agrees with what it cites.',
  examples: {
    bad: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The talks between Japan and Australia lasted a day [@staff-talks-2024].
`,
    ],
    good: [
      `#- staff-talks-2024.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The talks between Japan and the Philippines lasted a day [@staff-talks-2024]. They follow the talks between Japan and Australia [@staff-talks-2024].
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    for (const sentence of sentencesOnOneEngagement(context)) {
      const parties = partiesOf(sentence, context)
      const named = parties ? pairIn(sentence, context) : []
      for (const each of named) if (!codesOf(each.country).some((code) => parties?.has(code))) yield stranger(sentence, each, context)
    }
  }),
}

interface Named {
  readonly country: Country
  readonly from: number
  readonly to: number
}

/** The codes of those that took part, where the file lists them all and they are States. */
function partiesOf({ entry: { engagement } }: OnOneEngagement, { vocabulary }: Context): ReadonlySet<string> | undefined {
  if (!engagement?.isComplete || engagement.organizations.length > 0 || engagement.countries.length < 2) return undefined
  const states = engagement.countries.flatMap((code) => vocabulary.countries.get(code) ?? [])
  return new Set(states.flatMap(codesOf))
}

/** With those of the States that it succeeded, or that succeeded it. */
function codesOf({ code, successors = [], predecessors = [] }: Country): readonly string[] {
  return [code, ...successors, ...predecessors]
}

const what =
  'talks|meeting|consultations|dialogue|exercise|exercises|drill|drills|agreement|memorandum|treaty|hotline|line|link|visit|exchange'
const name = "(?:the )?(\\p{Lu}[\\p{L}.'’-]{1,30}(?: (?:of |and )?\\p{Lu}[\\p{L}.'’-]{1,30}){0,3})"
/** The whole subject of the sentence, so that nothing can stand before it which makes it another engagement. */
const opening = new RegExp(
  `^[^\\p{L}\\p{N}]{0,5}(?:The|This) (?:\\p{L}{2,20} ){0,2}(?:${what}) (?:of \\d{4} |in \\d{4} )?between ${name} and ${name}(?= [\\p{Ll}\\ufffc]|[,.\\ufffc]|$)`,
  'u',
)

function pairIn({ passage, start, end }: OnOneEngagement, { vocabulary }: Context): readonly Named[] {
  const sentence = passage.own.slice(start, end).replace(/\s/g, ' ')
  const match = opening.exec(sentence)
  const [first = '', second = ''] = match?.slice(1) ?? []
  if (!match || first === '' || second === '') return []
  const at = match[0].lastIndexOf(second)
  const begin = match[0].lastIndexOf(first, at - 1)
  const places = [
    { word: first, from: start + begin },
    { word: second, from: start + at },
  ]
  const named = places.flatMap(({ word, from }): readonly Named[] => {
    const country = vocabulary.countries.get(vocabulary.countries.named(word) ?? '')
    return country ? [{ country, from, to: from + word.length }] : []
  })
  return named.length === 2 ? named : []
}

function stranger({ passage, entry }: OnOneEngagement, { from, to }: Named, { vocabulary, settings }: Context): Report {
  const range = entry.places['participants']
  const parties = (entry.engagement?.countries ?? []).map((code) => {
    const country = vocabulary.countries.get(code)
    return country ? withArticle(countryName(country, vocabulary, settings.naming)) : code
  })
  return {
    at: passage.path,
    within: [from, to],
    message: `${inOneLine(passage.text, from, to)} is named here as a party, and ${entry.id}, which this sentence cites, lists ${listed(parties)} alone. Correct the name or the citation, or add the State to the record.`,
    related: range ? [{ path: entry.path, ...range, message: `The participants of ${entry.id} are ${listed(parties)}.` }] : [],
  }
}
