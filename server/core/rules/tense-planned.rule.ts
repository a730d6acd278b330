import { citationsIn } from '../model/citations.ts'
import type { Passage } from '../model/passages.ts'
import type { Span } from '../text/span.ts'
import { type Context, checkOf, type Rule } from './rule.ts'
import { inOneLine, listedIn, ofSentence } from './wording.ts'

export const rule: Rule = {
  id: 'tense-planned',
  topic: 'prose',
  level: 'hint',
  certainty: 'heuristic',
  summary: 'A planned event is told as if it had taken place.',
  reason:
    'A sentence that cites a planned engagement and says that it "took place" is either ahead of the event, or the record of the engagement is behind it. Write what is planned, or bring the record up to date. Only sentences are judged that cite planned engagements and nothing else, and none that speaks of an earlier edition or of the planning.',
  source: 'Common editing practice; a matter of opinion, hence a hint.',
  examples: {
    bad: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Shield 2027 took place in the strait [@shield-2027].
#- shield-2027.engagement.yaml
chancery: engagement/1
id: shield-2027
type: joint-exercise
title: Shield 2027
status: planned
dates: { start: 2027-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [table-top], focus: [mine-countermeasures] }
`,
    ],
    good: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Shield 2027 is to take place in the strait [@shield-2027]. The last edition took place in May [@shield-2027].
#- shield-2027.engagement.yaml
chancery: engagement/1
id: shield-2027
type: joint-exercise
title: Shield 2027
status: planned
dates: { start: 2027-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [table-top], focus: [mine-countermeasures] }
`,
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Shield 2027 took place in the strait [@shield-2027].
#- shield-2027.engagement.yaml
chancery: engagement/1
id: shield-2027
type: joint-exercise
title: Shield 2027
status: completed
dates: { start: 2026-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [table-top], focus: [mine-countermeasures] }
`,
    ],
  },
  check: checkOf('brief', function* (_, context) {
    const plannedIn = ofSentence((passage, sentence) => plannedIds(passage, sentence, context))
    for (const { passage, from, to } of listedIn(context, 'tense-planned')) {
      const ids = plannedIn(passage, from)
      if (ids.length === 0) continue
      yield {
        at: passage.path,
        within: [from, to],
        message: `"${inOneLine(passage.text, from, to)}" tells of ${ids} as of the past, and its file calls it planned. Write what is planned, or bring that file up to date.`,
      }
    }
  }),
}

/** What a sentence cites, where all of it is planned. */
function plannedIds({ text }: Passage, { start, end }: Span, { portfolio }: Context): string {
  const ids = [...new Set(citationsIn(text).flatMap(({ id, from }) => (start <= from && from < end ? [id] : [])))]
  const cited = ids.map((id) => portfolio.defined('engagement', id))
  const allPlanned = cited.every((entries) => entries.length === 1 && isPlanned(entries[0]?.status))
  return allPlanned && !aside.test(text.slice(start, end)) ? ids.join(', ') : ''
}

/** What is said of the planning, or of an earlier time. */
const aside =
  /\b(?:plann(?:ed|ing)|conference|meeting|announced|last|previous|earlier|former|before|since|edition|editions|iteration|first|second|third)\b/iu

function isPlanned(status: string | undefined): boolean {
  return status === 'planned' || status === 'confirmed'
}
