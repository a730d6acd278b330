import { replaceWith } from './change.ts'
import type { Rule } from './rule.ts'

export const rule: Rule = {
  id: 'url-http',
  topic: 'evidence',
  level: 'hint',
  certainty: 'exact',
  summary: 'A web address begins with http and not with https.',
  reason:
    'What comes over plain http can be changed on its way, and browsers warn of it. Nearly every site answers to https by now. Try the address with https, and keep it as it is where the site has no other; nothing is fetched to find out, so the change is only proposed.',
  source: 'The HTTPS-Only Standard for federal websites, US Office of Management and Budget, memorandum M-15-13, 2015.',
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
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "http://example.org/talks" }
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
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks", archived: "https://web.archive.org/web/2024/http://example.org/talks" }
`,
    ],
  },
  check: function* ({ fields }) {
    for (const { path, value, schema } of fields) {
      // An address that is none is told by url-form.
      if (schema['x-is'] !== 'url' || !/^http:\/\/[^\s/?#]+\.[^\s/?#]/i.test(String(value)) || /\s/.test(String(value))) continue
      yield {
        at: path,
        message:
          'This address begins with http, and what comes that way can be changed on its way. If the site answers to https, write that.',
        fixes: [replaceWith(path, String(value).replace(/^http:/i, 'https:'), false, 'Write https')],
      }
    }
  },
}
