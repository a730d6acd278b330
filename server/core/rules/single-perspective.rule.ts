import { fold } from '../text/words.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'single-perspective',
  topic: 'evidence',
  level: 'info',
  certainty: 'exact',
  summary: 'The brief gives the view of one actor alone.',
  reason:
    'A reader who is told how one side sees it will ask how the others do, those that are opposed first. Add the view of at least one more actor, as that actor would put it and with a source, or leave the part out.',
  source: 'Practice of neutral analysis: the views of all who are concerned are put as they would put them.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
perspectives:
  - { actor: JPN, view: Talks should be held every year., sources: [navy2024] }
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
perspectives:
  - { actor: JPN, view: Talks should be held every year., sources: [navy2024] }
  - { actor: PHL, view: Talks should be held when there is a cause., sources: [navy2024] }
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: idrc
stage: draft
date: 2026-11-02
bluf: Agree to yearly talks between the two navies.
background: The staffs met in May.
analysis: A fixed date is harder to cancel.
claims:
  - { id: c1, text: The talks are held every year., sources: [navy2024] }
recommendations:
  - { id: r1, text: Propose yearly talks., owner: Navy Staff, due: 2027-03-31, supported_by: [c1] }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
  },
  check: checkOf('brief', function* ({ perspectives = [] }) {
    const actors = new Set(perspectives.map(({ actor = '' }) => fold(actor)))
    // An actor that is not named yet may be another one.
    if (actors.size !== 1 || actors.has('')) return
    yield {
      at: ['perspectives'],
      on: 'key',
      message: `Only ${perspectives[0]?.actor} is heard here, and the reader will ask how others see it. Add the view of at least one more actor, with a source.`,
    }
  }),
}
