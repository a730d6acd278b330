import type { Field } from '../model/fields.ts'
import { isId, kebab, notAnId } from '../text/ids.ts'
import { type Use, usesIn } from '../workspace/references.ts'
import type { Change, Step } from './change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'id-format',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'An id is not written in small letters, digits and hyphens.',
  reason:
    'Ids stand in references, file names and addresses of web pages, where spaces, capitals and accents are read differently from one system to the next. Write rimpac-2024 for "RIMPAC 2024"; the title is the place for the name as readers know it.',
  source: 'Chancery: ids are in kebab case, the common form of names in web addresses.',
  examples: {
    bad: [
      `chancery: engagement/1
id: RIMPAC 2024
type: staff-talks
title: Planning talks for RIMPAC
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [USA, JPN], role: participant }
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The navies met in May [@CNN_2024].
sources:
  CNN_2024: { type: news, title: Navies talk again, publisher: CNN, date: 2024-05-15, url: "https://example.org/talks" }
`,
    ],
    good: [
      `#- rimpac-2024.engagement.yaml
chancery: engagement/1
id: rimpac-2024
type: staff-talks
title: Planning talks for RIMPAC
series: rimpac
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [USA, JPN], role: participant }
`,
      `#- 2024.brief.yaml
chancery: brief/1
id: 2024
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
    ],
  },
  check,
}

function* check(context: Context): Iterable<Report> {
  const { document, fields } = context
  // The names of rules in a configuration are checked as such.
  if (document.kind === 'config') return
  const ids = fields.filter(({ schema }) => schema['x-finding'] === 'id-format')
  const wrong = ids.filter(({ value }) => !isId(String(value)))
  if (wrong.length === 0) return
  const forms = counts(ids.map((field) => `${field.path[0]} ${kebab(String(field.value))}`))
  const uses = usesIn(document, fields, context.portfolio)
  for (const field of wrong) {
    const value = String(field.value)
    const form = kebab(value)
    const taken = form !== undefined && (isOwnId(field) ? isDefined(form, context) : (forms.get(`${field.path[0]} ${form}`) ?? 0) > 1)
    const fixes = form === undefined || taken ? [] : [fixFor(field, form, uses(field), context)]
    yield { at: field.path, ...(field.isKey ? { on: 'key' as const } : {}), message: messageFor(value, form, taken), fixes }
  }
}

function messageFor(value: string, form: string | undefined, taken: boolean): string {
  if (value === '') return 'The id is empty. Write a short name in small letters, digits and hyphens, as rimpac-2024.'
  const problem = notAnId(value)
  if (form === undefined) return `${problem} Write it in letters from a to z, as rimpac-2024.`
  return taken ? `${problem} As ${form} is in use already, choose another.` : `${problem} Write ${form}.`
}

function counts(keys: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

function isOwnId({ path }: Field): boolean {
  return path.length === 1 && path[0] === 'id'
}

function isDefined(id: string, { document, portfolio }: Context): boolean {
  return (document.kind === 'engagement' || document.kind === 'brief') && portfolio.defined(document.kind, id).length > 0
}

/** The new id at its definition and wherever the file uses it; other files cannot be changed from here. */
function fixFor(field: Field, form: string, uses: readonly Use[], { document, portfolio }: Context): Change {
  const elsewhere =
    isOwnId(field) &&
    document.kind === 'engagement' &&
    portfolio.cited('engagement', String(field.value)).some((path) => path !== document.path)
  const definition: Step = field.isKey ? { do: 'rename-key', at: field.path, to: form } : { do: 'replace', at: field.path, with: form }
  const others = uses.map((use): Step => ({ do: 'replace', ...use, with: form }))
  return {
    title: others.length > 0 ? `Write ${form} here and where it is used` : `Write ${form}`,
    safe: !elsewhere,
    steps: [definition, ...others],
  }
}
