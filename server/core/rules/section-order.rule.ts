import { isObject } from '../model/read.ts'
import { checkOf, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'section-order',
  topic: 'form',
  level: 'off',
  certainty: 'exact',
  summary: 'The parts of a brief stand in the file in another order than its profile prints them.',
  reason:
    'The printed page follows the order of the profile whatever the file does, and in the file keys may stand in any order. So this check is off; a house in which briefs are read as files may switch it on. Only the parts that the profile asks for are compared.',
  source: 'The guidance of each house, named with its profile in schemas/vocab/profiles.yaml.',
  examples: {
    bad: [
      `#- chancery.yaml
chancery: config/1
rules:
  section-order: info
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
background: The staffs met in May.
bluf: The two navies met again and set a date for the next talks.
`,
    ],
    good: [
      `#- chancery.yaml
chancery: config/1
rules:
  section-order: info
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
background: The staffs met in May.
bluf: The two navies met again and set a date for the next talks.
`,
    ],
  },
  check: checkOf('brief', function* (_, { document, settings, vocabulary }) {
    const order = vocabulary.profiles.get(settings.profile ?? '')?.required ?? []
    const there = isObject(document.value) ? Object.keys(document.value).filter((key) => order.includes(key)) : []
    const printed = [...there].sort((a, b) => order.indexOf(a) - order.indexOf(b))
    const place = there.findIndex((key, i) => key !== printed[i])
    const key = there[place]
    if (key === undefined) return
    yield {
      at: [key],
      on: 'key',
      message: `The profile prints "${printed[place]}" before "${key}". Put the parts in the order ${printed.join(', ')}, so that the file reads like the page.`,
    }
  }),
}
