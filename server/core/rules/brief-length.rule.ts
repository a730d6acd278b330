import { briefLength } from '../model/length.ts'
import { counted } from '../text/words.ts'
import { checkOf, numberOption, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'brief-length',
  topic: 'form',
  level: { draft: 'info', review: 'warning', final: 'warning' },
  certainty: 'exact',
  summary: 'The brief is longer than its profile allows.',
  reason:
    'A paper of two pages is read, one of five is put aside for the weekend. Move what the reader may want to look up to `annexes`, which are not counted, and take out what does not bear on the decision. Counted are the words that a reader meets, without annexes, sources, names of offices and snippets.',
  source:
    'The guidance of each house, named with its profile; the limits stand in schemas/vocab/profiles.yaml, turned from pages into words.',
  options: { words: { type: 'number', description: 'The most words that a brief may have, in place of the limit of the profile.' } },
  examples: {
    bad: [
      `#- chancery.yaml
chancery: config/1
rules:
  brief-length: { words: 30 }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May, for the first time in two years, and set a date for the next talks in the spring of the coming year.
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
    const limit = numberOption(context, 'words', profile?.words.whole ?? Number.POSITIVE_INFINITY)
    const words = briefLength(brief)
    if (words <= limit) return
    const whose = profile && limit === profile.words.whole ? `the profile ${profile.id} allows` : 'this workspace allows'
    yield {
      at: ['profile'],
      message: `The brief has ${counted(words, 'word')}, and ${whose} ${limit.toLocaleString('en')}: what is too long is put aside. Move what may be looked up into "annexes", and take out what does not bear on the question.`,
    }
  }),
}
