import type { Field } from '../model/fields.ts'
import { reservedCode } from '../schema/reserved.ts'
import type { ReservedCode } from '../schema/vocabulary-types.ts'
import { codeWriter, organizationInstead } from './country-change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'country-reserved',
  topic: 'countries',
  level: 'error',
  certainty: 'exact',
  summary: 'A country is given by letters that ISO 3166 only keeps in reserve.',
  reason:
    'ISO 3166 keeps some pairs of letters back for bodies, parts of countries and States of the past. UK and EU are the best known; they look like country codes and are none. Write the three-letter code of the State, or name a body as an organization.',
  source: 'ISO 3166-1, codes that are exceptionally, transitionally or indeterminately reserved',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: UK, role: host }
  - { country: FRA, role: guest }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Dialogue with the Union
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: EU, role: host }
  - { country: JPN, role: guest }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Naval staff talks
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: GBR, role: host }
  - { country: FRA, role: guest }
`,
      `chancery: engagement/1
id: example
type: strategic-dialogue
title: Dialogue with the Union
status: completed
dates: { start: 2023-05-02 }
participants:
  - { organization: eu, role: host }
  - { country: JPN, role: guest }
`,
    ],
  },
  *check(context) {
    for (const field of context.fields) {
      const { path, value, schema } = field
      const reserved = schema['x-is'] === 'country' ? reservedCode(context.vocabulary.builtIn, String(value)) : undefined
      if (reserved) yield { at: path, ...(field.isKey ? { on: 'key' } : {}), ...wordsFor(field, reserved, context) }
    }
  },
}

function wordsFor(field: Field, reserved: ReservedCode, { vocabulary, fields }: Context): Pick<Report, 'message' | 'fixes'> {
  const write = codeWriter(field, fields)
  const word = String(field.value)
  const { code, name } = reserved
  if (code !== undefined) {
    // Only letters that people use for the country are certain to mean it; of the others few writers know.
    const certain = vocabulary.countries.named(word) === code
    return {
      message: `"${word}" is not a country code: ISO 3166 keeps these letters in reserve (${name}). Write ${code}.`,
      fixes: write(code, certain),
    }
  }
  const body = vocabulary.organizations.named(name) ?? vocabulary.organizations.named(word)
  const { advice, fixes } =
    body === undefined
      ? { advice: 'Write the three-letter code of the country that is meant.', fixes: [] }
      : organizationInstead(field.path, body)
  return { message: `"${word}" is not a country code: ISO 3166 keeps these letters in reserve (${name}). ${advice}`, fixes }
}
