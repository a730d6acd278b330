import { entriesAt } from '../model/gaps.ts'
import type { Brief } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Path } from '../text/path.ts'
import type { EngagementFacts } from '../workspace/portfolio.ts'
import { addAt } from './change.ts'
import { type CitedEngagement, citedEngagements } from './cited-engagements.ts'
import { type Context, checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'risk-coverage',
  topic: 'recommendations',
  level: 'warning',
  certainty: 'exact',
  summary: 'A brief builds on a live exercise in a disputed area and names no risk of escalation.',
  reason:
    'Troops and ships near an area that several States claim may be answered by others, and whoever decides wants to see that this was thought of. Add a risk of the category `escalation`. Where a recommendation rests on such an exercise the finding is a warning; where the brief only cites one, the level is `info`. It goes by the files cited: a live form (`exercise.form`) or `live_fire`, and `location.disputed: true`. A risk that speaks of escalation in its text will do, whatever its category.',
  source:
    'Practice of risk assessment for exercises near disputed areas; compare the confidence-building measures of the Vienna Document 2011, which exist because large exercises can be misread.',
  examples: {
    bad: [
      `#- island-shield-2024.engagement.yaml
chancery: engagement/1
id: island-shield-2024
type: joint-exercise
title: Exercise Island Shield 2024
status: completed
dates: { start: 2024-05-14, end: 2024-05-20 }
location: { country: PHL, area: South China Sea, disputed: true }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: participant }
exercise: { form: [field-training], focus: [maritime-security] }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
recommendations:
  - { id: r1, text: Take part again., owner: Navy Staff, due: 2027-03-31, supported_by: [island-shield-2024] }
risks:
  - { category: cost, text: Fuel becomes dearer., mitigation: Order early., owner: Navy Staff }
`,
    ],
    good: [
      `#- island-shield-2024.engagement.yaml
chancery: engagement/1
id: island-shield-2024
type: joint-exercise
title: Exercise Island Shield 2024
status: completed
dates: { start: 2024-05-14, end: 2024-05-20 }
location: { country: PHL, area: South China Sea, disputed: true }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: participant }
exercise: { form: [field-training], focus: [maritime-security] }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
recommendations:
  - { id: r1, text: Take part again., owner: Navy Staff, due: 2027-03-31, supported_by: [island-shield-2024] }
risks:
  - { category: escalation, text: The exercise is answered with one of the other side., mitigation: Announce it early., owner: Navy Staff }
`,
      `#- table-talk-2024.engagement.yaml
chancery: engagement/1
id: table-talk-2024
type: joint-exercise
title: Exercise Table Talk 2024
status: completed
dates: { start: 2024-05-14, end: 2024-05-20 }
location: { country: PHL, area: South China Sea, disputed: true }
participants:
  - { country: PHL, role: host }
  - { country: JPN, role: participant }
exercise: { form: [table-top], focus: [maritime-security] }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
recommendations:
  - { id: r1, text: Take part again., owner: Navy Staff, due: 2027-03-31, supported_by: [table-talk-2024] }
`,
    ],
  },
  check: checkOf('brief', function* (brief, context) {
    const { document, vocabulary } = context
    if (entriesAt(document, ['recommendations']).length === 0 || document.damaged.has('risks') || isTold(brief)) return
    const cited = citedEngagements(context).filter(({ entry }) => isTense(entry.engagement, vocabulary))
    const first = cited.find(({ at }) => isAskedFor(at)) ?? cited[0]
    if (first) yield report(first, context)
  }),
}

/** In English, French, German, Spanish and their like the word is nearly the same. */
const escalation = /es[ck]al/i

function isTold({ risks = [], options = [] }: Brief): boolean {
  return (
    risks.some(({ category, text = '' }) => category === 'escalation' || escalation.test(text)) ||
    options.some(({ risk = '' }) => escalation.test(risk))
  )
}

function isTense(facts: EngagementFacts | undefined, { exerciseForms }: Vocabulary): boolean {
  if (!facts?.isDisputed) return false
  return facts.isLiveFire || facts.forms.some((form) => exerciseForms.get(form)?.class === 'live')
}

function isAskedFor([list]: Path): boolean {
  return list === 'recommendations'
}

function report({ entry, at, within }: CitedEngagement, { document }: Context): Report {
  const place = entry.places['location.disputed']
  const risks = entriesAt(document, ['risks']).length
  const stub = { category: 'escalation' }
  return {
    at,
    ...(within ? { within } : {}),
    ...(isAskedFor(at) ? {} : { atMost: 'info' as const }),
    message: `${entry.title ?? entry.id} is a live exercise in a disputed area, and no risk of this brief speaks of escalation: whoever decides will ask how others may answer. Add a risk of the category "escalation".`,
    fixes: [addAt(risks > 0 ? ['risks', risks] : ['risks'], risks > 0 ? stub : [stub], 'Add a risk of escalation')],
    related: place ? [{ path: entry.path, ...place, message: `${entry.id} lies in a disputed area.` }] : [],
  }
}
