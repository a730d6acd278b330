import { isId, kebab } from '../text/ids.ts'
import { type Change, replaceWith } from './change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'ref-snippet',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'A snippet is not named by its library and its own name.',
  reason:
    'Two libraries may hold a snippet of the same name, so its full name is the library, a slash and its own name. Without both, the text that belongs there cannot be found and the printed brief lacks it. Write it as `standard/disclaimer`.',
  source: 'Chancery: a snippet is referred to as library/snippet.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
snippets: [{ use: disclaimer }]
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
snippets: [{ use: standard/disclaimer, with: { office: Navy Staff } }]
`,
    ],
  },
  check,
}

function* check({ fields }: Context): Iterable<Report> {
  for (const { path, value, schema } of fields) {
    if (schema['x-is'] !== 'snippet') continue
    const [library = '', name = '', ...more] = String(value).split('/')
    if (more.length === 0 && isId(library) && isId(name)) continue
    yield { at: path, message: messageFor(String(value)), fixes: fixFor(path, String(value)) }
  }
}

function messageFor(value: string): string {
  if (value === '') return 'The snippet has no name. Write the library, a slash and the snippet, as standard/disclaimer.'
  if (!value.includes('/'))
    return `"${value}" does not say from which library the snippet comes. Write the library, a slash and the snippet, as standard/${kebab(value) ?? 'disclaimer'}.`
  return `"${value}" is not the full name of a snippet. It consists of the library, a slash and the snippet, each in small letters, digits and hyphens, as standard/disclaimer.`
}

function fixFor(path: Report['at'], value: string): readonly Change[] {
  const parts = value.split('/').map(kebab)
  return parts.length === 2 && parts.every((part) => part !== undefined) ? [replaceWith(path, parts.join('/'), false)] : []
}
