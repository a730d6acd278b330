import { blufLength } from '../model/length.ts'
import { counted } from '../text/words.ts'
import { checkOf, numberOption, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'bluf-length',
  topic: 'form',
  level: 'warning',
  certainty: 'exact',
  summary: 'The bottom line up front is longer than its profile allows.',
  reason:
    'The bottom line is read in fifteen seconds, often on the way to a meeting, and may be all that is read. What does not fit belongs in the background. Keep what to decide, why, and by when.',
  source:
    'US Department of State guidance for memos (a bottom line of at most four lines); the limits of each house stand in schemas/vocab/profiles.yaml.',
  options: {
    words: { type: 'number', description: 'The most words that the bottom line may have, in place of the limit of the profile.' },
  },
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: >-
  The two navies met again in May after a pause of more than two years, in which there had been no talks at all between
  them at any level, and they have now set a date for the next talks, which are to be held in the spring of next year in
  a place that has yet to be found, with an agenda that the two staffs are to write together over the winter months.
background: The staffs met in May.
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
    ],
  },
  check: checkOf('brief', function* (brief, context) {
    const profile = context.vocabulary.profiles.get(context.settings.profile ?? '')
    const limit = numberOption(context, 'words', profile?.words.bluf ?? Number.POSITIVE_INFINITY)
    const words = blufLength(brief)
    if (words <= limit) return
    const whose = profile && limit === profile.words.bluf ? `the profile ${profile.id} allows` : 'this workspace allows'
    yield {
      at: ['bluf'],
      on: 'key',
      message: `The bottom line has ${counted(words, 'word')}, and ${whose} ${limit}: a reader takes it in at one glance or not at all. Move what is not the decision, its reason or its date to the background.`,
    }
  }),
}
