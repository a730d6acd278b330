import type { Field } from '../model/fields.ts'
import { isObject } from '../model/read.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'ref-organization',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'An organization is named that no list has.',
  reason:
    'Organizations are named by their id, so that membership on the date can be checked and every file means the same body. Write the id; an organization of your own goes into a vocabulary file, and a body that takes part only once is written as `name`.',
  source: "Chancery: list of organizations in schemas/vocab/organizations.yaml, and the team's own vocabularies.",
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { country: JPN, role: guest }
  - { organization: NATO, role: host }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
framework: { organizations: [nato-pact] }
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
  - { country: JPN, role: guest }
  - { organization: nato, role: host }
  - { name: Institute of Naval Studies, role: observer }
`,
      `#- chancery.yaml
chancery: config/1
vocabularies: [house.vocabulary.yaml]
#- house.vocabulary.yaml
chancery: vocabulary/1
organizations:
  strait-group: { name: Strait Group, source: Founding statement, as_of: 2026-01-10 }
#- example.engagement.yaml
chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2026-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
framework: { organizations: [strait-group] }
`,
    ],
  },
  check,
}

function* check(context: Context): Iterable<Report> {
  const own = ownOrganizations(context)
  for (const field of context.fields) {
    if (field.schema['x-is'] !== 'organization') continue
    const id = String(field.value)
    if (!context.vocabulary.organizations.get(id) && !own.includes(id)) yield unknown(field, context)
  }
}

function unknown({ path, value }: Field, { vocabulary }: Context): Report {
  const word = String(value)
  if (word === '') return { at: path, message: 'The organization is empty. Write its id, as nato.' }
  const { organizations } = vocabulary
  const id = organizations.named(word)
  if (id !== undefined) {
    return {
      at: path,
      message: `An organization is named by its id, so that its members are known: write ${id} for "${word}".`,
      fixes: didYouMean(path, { id, same: true }).fixes,
    }
  }
  const near = organizations.near(word)
  const meant = didYouMean(path, near === undefined ? undefined : { id: near, same: false })
  const name = near === undefined ? undefined : organizations.get(near)?.name
  const words = name === undefined ? ` ${remedyAt(path)}` : `${meant.words.replace(/\?$/, '')} (${name})?`
  return {
    at: path,
    message: `No organization has the id "${word}", so nothing about its members can be checked.${words}`,
    fixes: meant.fixes,
  }
}

function remedyAt(path: Field['path']): string {
  const add = 'Add it to a vocabulary file'
  return path[0] === 'participants' ? `${add}, or write it as "name".` : `${add} of the team.`
}

/** A vocabulary may name an organization that it adds itself. */
function ownOrganizations({ document }: Context): readonly string[] {
  if (document.kind !== 'vocabulary' || !isObject(document.value)) return []
  const added = document.value['organizations']
  return isObject(added) ? Object.keys(added) : []
}
