import type { Field } from '../model/fields.ts'
import type { Value } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { countryName, type FoldedNames, foldedNames, sharedName, withArticle } from '../schema/names.ts'
import { reservedCode } from '../schema/reserved.ts'
import type { Country } from '../schema/vocabulary-types.ts'
import { fold, listed } from '../text/words.ts'
import { codeWriter, organizationInstead } from './country-change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'country-code',
  topic: 'countries',
  level: 'error',
  certainty: 'exact',
  summary: 'A country is not given by its three-letter code.',
  reason:
    'A State has many names and spellings, and only one code. Counts, membership on a date and comparisons between files all go by the code, so Turkey, Türkiye and TUR must not stand side by side. Write the three letters of ISO 3166-1, XKX for Kosovo, or the code of a former State such as SUN. A body that is no State is an organization: write `organization: nato`.',
  source: 'ISO 3166-1 alpha-3; ISO 3166-3 for former States; XKX as used by the European Union and the World Bank',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: port-call
title: Port call at Souda Bay
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: Turkey, role: guest }
  - { country: GRC, role: host }
visit: { port: Souda Bay, purpose: routine }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks of three neighbours
status: completed
dates: { start: 2023-05-02, end: 2023-05-03 }
participants:
  - { countries: [SWE, FIN, NO], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks with the Alliance
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: NATO, role: participant }
  - { country: JPN, role: participant }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: port-call
title: Port call at Souda Bay
status: completed
dates: { start: 2023-05-02 }
participants:
  - { country: TUR, role: guest }
  - { country: GRC, role: host }
visit: { port: Souda Bay, purpose: routine }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks with the Alliance, Kosovo and a ministry
status: completed
dates: { start: 2023-05-02 }
participants:
  - { organization: nato, role: participant }
  - { countries: [XKX, NOR], role: participant }
  - { name: Ministry of Defence of Norway, role: organizer }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Talks of two States that are no more
status: completed
dates: { start: 1975-05-02 }
participants:
  - { countries: [SUN, DDR], role: participant }
`,
    ],
  },
  *check(context) {
    const { countries, builtIn } = context.vocabulary
    const place = { ...context, names: namesOnce(countries) }
    for (const field of context.fields) {
      const { path, value, schema } = field
      if (schema['x-is'] !== 'country' || typeof value !== 'string') continue
      if (countries.get(value) || reservedCode(builtIn, value) || !isWritten(context.document.value, field)) continue
      yield { at: path, ...(field.isKey ? { on: 'key' } : {}), ...wordsFor(field, value, place) }
    }
  },
}

type Words = Pick<Report, 'message' | 'fixes'>

interface Place extends Context {
  readonly names: () => FoldedNames
}

/** The names of today's countries, folded once for a document: it may have thousands of words to look for in them. */
function namesOnce(countries: Context['vocabulary']['countries']): () => FoldedNames {
  let names: FoldedNames | undefined
  return () => {
    names ??= foldedNames(countries.entries.values())
    return names
  }
}

function wordsFor(field: Field, value: string, context: Place): Words {
  const { countries, organizations } = context.vocabulary
  if (value.trim() === '') return { message: `No country is given here. ${howToFind}` }
  const meant = countries.get(countries.named(value) ?? '')
  if (meant) return named(field, value, meant, context)
  const body = organizations.named(value)
  if (body !== undefined) {
    const { advice, fixes } = organizationInstead(field.path, body)
    return { message: `"${value}" is an organization, not a country. ${advice}`, fixes }
  }
  return several(value, context) ?? namesakes(field, value, context) ?? guess(field, value, context)
}

const howToFind = 'Write three capital letters (ISO 3166-1 alpha-3), as PHL; type the name of the country to choose from the list.'

function named(field: Field, value: string, meant: Country, context: Context): Words {
  const { code } = meant
  const name = withArticle(countryName(meant, context.vocabulary, context.settings.naming))
  const fixes = codeWriter(field, context.fields)(code, true)
  if (value.toUpperCase() === code) return { message: `Country codes are written in capital letters. Write ${code}.`, fixes }
  if (value.toUpperCase() !== meant.alpha2)
    return {
      message: `"${value}" is not a country code. Write ${code}, the code of ${name}, so that the country is the same in every file.`,
      fixes,
    }
  return { message: `"${value}" is the two-letter code of ${name}. Write the three-letter one, ${code}.${misread(value)}`, fixes }
}

/** Without quotes these are no text for YAML 1.1 programs: the Norway problem. */
function misread(value: string): string {
  const meaning = /^(?:y|yes|on)$/i.test(value) ? 'true' : /^(?:n|no|off)$/i.test(value) ? 'false' : undefined
  return meaning === undefined ? '' : ` Other programs read ${value} without quotes as "${meaning}", and the country is lost.`
}

/** "USA, Japan" in the place of one country. */
function several(value: string, { vocabulary: { countries } }: Context): Words | undefined {
  const parts = value
    .split(/[,;/&]|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const codes = parts.flatMap((part) => countries.named(part) ?? [])
  if (parts.length < 2 || codes.length < parts.length) return undefined
  return {
    message: `"${value}" names several countries in one place. Give each its own code; a participant can have \`countries: [${codes.join(', ')}]\`.`,
  }
}

/** A name that several countries share, as Korea and Congo. */
function namesakes(field: Field, value: string, context: Place): Words | undefined {
  const found = sharedName(value, context.names())
  if (found.length === 0) return undefined
  const shown = found.map((c) => `${c.code} (${countryName(c, context.vocabulary, context.settings.naming)})`)
  return {
    message: `"${value}" can be ${listed(shown, 'or')}. Write the code of the one that is meant.`,
    fixes: found.flatMap((c) => codeWriter(field, context.fields)(c.code, false)),
  }
}

/** In a word of three letters or fewer, one letter more or less is another country. */
function guess(field: Field, value: string, { fields, vocabulary, settings }: Context): Words {
  const near = fold(value).length > 3 ? vocabulary.countries.get(vocabulary.countries.near(value) ?? '') : undefined
  if (!near) return { message: `"${value.slice(0, 60)}" is not a country code.${misread(value)} ${howToFind}` }
  return {
    message: `"${value}" is not a country code. Did you mean ${near.code} (${countryName(near, vocabulary, settings.naming)})?`,
    fixes: codeWriter(field, fields)(near.code, false),
  }
}

/** In a list, an entry that is no text at all has been read as an empty one; its form has been told already. */
function isWritten(root: Value, { path, value, isKey }: Field): boolean {
  return isKey === true || value !== '' || valueAt(root, path) === ''
}
