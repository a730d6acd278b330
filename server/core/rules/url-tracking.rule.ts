import { listed } from '../text/words.ts'
import { replaceWith } from './change.ts'
import { type Rule, stringsOption } from './rule.ts'

/** What mail programs, search engines and social networks hang on an address to see who came from where. */
const usual = [
  'utm_*',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'twclid',
  'yclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  'vero_id',
] as const

export const rule: Rule = {
  id: 'url-tracking',
  topic: 'evidence',
  level: 'hint',
  certainty: 'exact',
  summary: 'A web address carries additions that only count readers.',
  reason:
    'Parts such as utm_source and fbclid tell the site, or an advertiser, through which mail or post a reader came, and lead to the same page without them. In a brief they give away how you found it, and make two addresses of one. The fix takes out these parts and leaves the rest of the address as it is. The addresses of saved copies are left alone, for an archive may know the page by the long form alone.',
  source: 'Chancery: the parameters that the makers of mail, search and social programs document as theirs.',
  options: {
    parameters: {
      type: 'strings',
      description: 'The parameters that count readers; a star at the end stands for any ending.',
      default: usual,
    },
  },
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
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks?utm_source=newsletter&id=7" }
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
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks?id=7&source=archive" }
`,
    ],
  },
  check: function* (context) {
    const names = stringsOption(context, 'parameters', usual)
    for (const { path, value, schema } of context.fields) {
      if (schema['x-is'] !== 'url' || path.at(-1) === 'archived') continue
      const { clean, tracking } = parted(String(value), names)
      if (tracking.length === 0) continue
      yield {
        at: path,
        message: `${listed(tracking)} in this address only ${tracking.length === 1 ? 'counts' : 'count'} readers and ${tracking.length === 1 ? 'leads' : 'lead'} nowhere else. Take ${tracking.length === 1 ? 'it' : 'them'} out.`,
        fixes: [replaceWith(path, clean, true, `Take out ${listed(tracking)}`)],
      }
    }
  },
}

function parted(address: string, names: readonly string[]): { readonly clean: string; readonly tracking: readonly string[] } {
  const [, page = '', query = '', fragment = ''] = /^(https?:\/\/[^\s?#]+)\?([^\s#]*)(#\S*)?$/i.exec(address) ?? []
  const parts = query.split('&')
  // The address of another page within this one may be known by its long form alone.
  if (page === '' || /:\/\//.test(page.slice(8))) return { clean: address, tracking: [] }
  const kept = parts.filter((part) => !isTracking(nameOf(part), names))
  const tracking = [...new Set(parts.map(nameOf).filter((name) => isTracking(name, names)))]
  return { clean: page + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment, tracking }
}

function nameOf(part: string): string {
  return part.split('=', 1)[0] ?? ''
}

function isTracking(name: string, names: readonly string[]): boolean {
  const low = name.toLowerCase()
  return names.some((known) => (known.endsWith('*') ? low.startsWith(known.slice(0, -1).toLowerCase()) : low === known.toLowerCase()))
}
