import type { Path } from '../text/path.ts'
import { replaceWith } from './change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'url-form',
  topic: 'evidence',
  level: 'warning',
  certainty: 'exact',
  summary: 'A web address cannot be followed as it stands.',
  reason:
    'A reader who clicks on the address must arrive. Without https:// at the start, or with a space in it, programs take it for text. Copy the whole address from the browser; nothing is fetched to check it.',
  source: 'RFC 3986, the form of web addresses.',
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
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: www.nato.int/talks }
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
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://www.nato.int/talks?lang=en#top" }
  study2024: { type: article, title: Talks at sea, publisher: Journal of Naval Studies, date: 2024, doi: 10.1177/0022343314542076 }
`,
    ],
  },
  check,
}

function* check({ fields }: Context): Iterable<Report> {
  for (const { path, value, schema } of fields) {
    if (schema['x-is'] === 'url' && !isAddress(String(value))) yield wrongAddress(path, String(value))
  }
}

/** A host with a dot in it, and no space anywhere. */
function isAddress(text: string): boolean {
  const host = /^https?:\/\/([^\s/?#<>"]+)(?:[/?#]\S*)?$/i.exec(text)?.[1]
  return host !== undefined && /[^.]\.[^.]/.test(host)
}

function wrongAddress(at: Path, value: string): Report {
  const advice = 'Write the whole address as the browser shows it, as https://www.nato.int.'
  if (value === '') return { at, message: `The web address is empty. ${advice}` }
  const meant = [value.trim(), inner(value), withScheme(value), asDoi(value)].find((text) => text !== undefined && isAddress(text))
  const reason = /\s/.test(value.trim()) ? 'there is a space in it' : 'it does not begin with https:// and the name of a site'
  const remedy = meant === undefined ? advice : `Did you mean ${meant}?`
  return {
    at,
    message: `"${value}" cannot be followed as a web address: ${reason}. ${remedy}`,
    fixes: meant === undefined ? [] : [replaceWith(at, meant, false)],
  }
}

/** The address in Markdown's or a mail program's brackets. */
function inner(value: string): string | undefined {
  return /[<(](https?:\/\/[^\s<>()]+)[>)]\s*$/i.exec(value)?.[1]
}

function withScheme(value: string): string | undefined {
  const rest = value.trim().replace(/^h?t?t?ps?\s*:?\s*\/*/i, (start) => (/[:/]/.test(start) ? '' : start))
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(rest) ? `https://${rest}` : undefined
}

function asDoi(value: string): string | undefined {
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(value.trim())?.[1]
  return doi === undefined ? undefined : `https://doi.org/${doi}`
}
