import type { Field } from '../model/fields.ts'
import { markingNamed, tlpNamed } from '../schema/handling.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'handling-legacy',
  topic: 'handling',
  level: 'warning',
  certainty: 'exact',
  tag: 'deprecated',
  summary: 'A handling label has been replaced by another.',
  reason:
    'TLP:WHITE became TLP:CLEAR in 2022, and FOUO gave way to CUI. Readers who learned the present labels may not know what an old one asks of them. Write the label that took its place.',
  source: 'FIRST, Traffic Light Protocol version 2.0, August 2022; 32 CFR part 2002 (Controlled Unclassified Information).',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: "TLP:WHITE" }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: "TLP:GREEN", marking: FOUO }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: "TLP:CLEAR", marking: OFFICIAL }
`,
    ],
  },
  check,
}

function* check({ fields, vocabulary }: Context): Iterable<Report> {
  const labels = vocabulary.builtIn.handling
  for (const field of fields) {
    const value = String(field.value)
    if (field.schema['x-is'] === 'tlp') {
      const named = tlpNamed(value, labels)
      if (named?.legacy) yield replaced(field, value, named.label)
    } else if (field.schema['x-is'] === 'marking') {
      const named = markingNamed(value, labels)
      if (named?.marking.replacement) yield replaced(field, named.spelling, named.marking.replacement)
    }
  }
}

/** Only the marking itself is written anew; a descriptor behind it stays. */
function replaced({ path, value }: Field, old: string, now: string): Report {
  const within = String(value) === old ? {} : { within: [0, old.length] as const }
  return {
    at: path,
    ...within,
    message: `${old} is a label of an earlier scheme and may no longer be understood. ${now} took its place: write that.`,
    fixes: [{ title: `Write ${now}`, safe: true, steps: [{ do: 'replace', at: path, with: now, ...within }] }],
  }
}
