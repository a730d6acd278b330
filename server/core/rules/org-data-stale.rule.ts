import { participantStates } from '../model/parties.ts'
import { whenOf } from '../model/when.ts'
import { datesAsWritten, onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'org-data-stale',
  topic: 'countries',
  level: 'hint',
  certainty: 'exact',
  summary: 'The list of members that this release holds ends before the engagement, so the word in `as` was not checked.',
  reason:
    'A check that could not be made must not look like one that was passed. Look up whether a State joined or left since, or take a newer release; a house that keeps the list itself gives it, with its day in `as_of`, in a vocabulary. The rule speaks only where `as` claims something, and not of engagements that are still to come.',
  source: 'Chancery: what is not known is not judged',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks after the last look at the list
status: completed
dates: { start: 2026-05-14 }
participants:
  - { country: SWE, role: host, as: member }
  - { country: NOR, role: guest, as: member }
framework: { organizations: [nato] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Talks within the list
status: completed
dates: { start: 2025-05-14 }
participants:
  - { country: SWE, role: host, as: member }
  - { country: NOR, role: guest, as: member }
framework: { organizations: [nato] }
`,
    ],
  },
  check: checkOf('engagement', function* (engagement, { vocabulary, today }) {
    const when = whenOf(engagement, vocabulary, today)
    if (!when || before(today, when.start) || !participantStates(engagement).some(({ participant }) => participant.as)) return
    for (const [index, id] of (engagement.framework?.organizations ?? []).entries()) {
      const body = vocabulary.organizations.get(id)
      // Without a list, or a day on which it was looked up, nothing ever was checked.
      if (!body?.members || body.asOf === '' || !before(body.asOf, when.start) || body.dissolved !== undefined) continue
      yield {
        at: ['framework', 'organizations', index],
        message: `The list of members of the ${body.name} ends here ${onDate(body.asOf)}, and this engagement is dated ${datesAsWritten(when)}, so nobody checked who was a member. Look up whether a State joined or left since.`,
      }
    }
  }),
}
