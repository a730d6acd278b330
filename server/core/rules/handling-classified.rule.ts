import type { Field } from '../model/fields.ts'
import { markingNamed } from '../schema/handling.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'handling-classified',
  topic: 'handling',
  level: 'error',
  certainty: 'exact',
  summary: 'A file bears a classified marking, or its text looks as if it came from a classified document.',
  reason:
    'Chancery works on open sources and is not accredited for classified material. Such a file must not be kept here: take it to the system that it belongs on and tell your security officer. In text the finding is a warning, because a marking may be spoken of without being meant.',
  source: 'The marking schemes listed in schemas/vocab/handling.yaml: United Kingdom, NATO, European Union, United States.',
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
handling: { marking: NATO SECRET }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
notes: (S//NF) The ships sailed a day early.
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
handling: { tlp: "TLP:AMBER", marking: OFFICIAL-SENSITIVE }
notes: The secretary held a secret ballot; the talks were confidential and the waters restricted.
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { marking: HOUSE USE }
`,
    ],
  },
  check,
}

interface Pattern {
  readonly form: RegExp
  readonly meaning: string
}

function* check({ fields, vocabulary }: Context): Iterable<Report> {
  const { handling } = vocabulary.builtIn
  const patterns = vocabulary.kept(patternsOf)
  for (const field of fields) {
    const is = field.schema['x-is']
    const marking = is === 'marking' ? markingNamed(String(field.value), handling) : undefined
    if (marking?.marking.level === 'classified') yield classified(field, marking)
    else if (is === 'marking' && /^(?:TS|S|C)\/\//.test(String(field.value)))
      yield classified(field, { spelling: String(field.value), certain: true })
    else if (is === 'prose' || (is === 'marking' && !marking)) yield* suspicious(field, patterns)
  }
}

function patternsOf({ builtIn }: Vocabulary): readonly Pattern[] {
  return builtIn.handling.patterns.map(({ pattern, meaning }) => ({ form: new RegExp(pattern, 'gu'), meaning }))
}

function classified({ path }: Field, { spelling, certain }: { readonly spelling: string; readonly certain: boolean }): Report {
  const remedy = 'Take the file to the system that it belongs on; if it holds open sources only, correct the marking.'
  return {
    at: path,
    ...(certain ? {} : { atMost: 'info' as const }),
    message: `${spelling} is a classified marking, and Chancery is not accredited for classified material. ${remedy}`,
  }
}

/** Of patterns that meet on the same text the first one speaks. */
function* suspicious({ path, value }: Field, patterns: readonly Pattern[]): Iterable<Report> {
  const text = String(value)
  let told: Uint8Array | undefined
  for (const { form, meaning } of patterns) {
    for (const match of text.matchAll(form)) {
      const words = match[0].trim()
      const from = match.index + match[0].indexOf(words)
      const to = from + words.length
      told ??= new Uint8Array(text.length)
      if (told.subarray(from, to).includes(1)) continue
      told.fill(1, from, to)
      const message = `"${words}" looks like ${meaning}. Chancery is for open sources only: if the text comes from a classified document, take it out and tell your security officer; if not, put it in other words.`
      yield { at: path, within: [from, to], atMost: 'warning', message }
    }
  }
}
