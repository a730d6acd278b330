import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { compareDates, dateWords, lastDay } from '../schema/dates.ts'
import { membersOn } from '../schema/membership.ts'
import { kebab } from '../text/ids.ts'
import type { House } from './house.ts'

type Generate = NonNullable<Snippet['generate']>

/** What is made of the data: a text or a part, or why there is none, in words. */
export type Made = { readonly text: string } | { readonly yaml: Value } | { readonly nothing: string }

/** The members of an organization on a date, as one entry of the participants. */
export function membersMade({ organization = '', on }: Generate, { vocabulary }: House, file: Value): Made {
  const body = vocabulary.organizations.get(organization)
  const day = on === undefined ? body?.asOf : dateIn(String(on), file)
  const members = body && day !== undefined ? membersOn(body, lastDay(day)) : undefined
  if (members) return { yaml: [{ countries: members, role: 'participant', as: 'member' }] }
  const when = day === undefined ? 'on a date that the file does not tell yet' : `on ${day}`
  return { nothing: `Who was a member of ${organization || 'the organization'} ${when} is not known, so the list stays empty.` }
}

/** A date as it is written, or the field of the file that a blank names. */
function dateIn(on: string, file: Value): string | undefined {
  const field = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(on)?.[1]
  if (field === undefined) return on
  const value = field.split('.').reduce<Value | undefined>((inner, step) => entryOf(inner, step), file)
  return typeof value === 'string' && /^[1-9]\d{3}(-\d\d(-\d\d)?)?$/.test(value) ? value : undefined
}

function entryOf(value: Value | undefined, key: string): Value | undefined {
  return isObject(value ?? null) && Object.hasOwn(value as object, key) ? (value as Readonly<Record<string, Value>>)[key] : undefined
}

/** The engagements that a brief names, one after the other in a paragraph: the day, the title, the citation. */
export function timelineMade(key: 'engagements' | 'history', { engagement }: House, file: Value): Made {
  const named = idsIn(entryOf(file, key))
  const known = [...new Set(named)].flatMap((id) => {
    const { title, start, end } = engagement(id) ?? {}
    return start === undefined ? [] : [{ id, title: title ?? id, start, end: end ?? start }]
  })
  if (known.length === 0)
    return { nothing: `No engagement with a date stands under "${key}", so there is no timeline. Name some there by their ids.` }
  const sentences = known
    .sort((a, b) => compareDates(a.start, b.start) || (a.id < b.id ? -1 : 1))
    .map(
      ({ id, title, start, end }) => `${start === end ? dateWords(start) : `${dateWords(start)} to ${dateWords(end)}`}: ${title} [@${id}].`,
    )
  return { text: sentences.join(' ') }
}

/** `engagements` is a list of ids, `history` one of entries with an id each. */
function idsIn(value: Value | undefined): readonly string[] {
  if (!isList(value ?? null)) return []
  return (value as readonly Value[]).flatMap((item) => {
    const id = isObject(item) ? entryOf(item, 'engagement') : item
    return typeof id === 'string' ? [id] : []
  })
}

/** The kinds of concern that engagements of a type usually bring, by its group. */
export function usualRisks(type: string, { vocabulary }: House): readonly string[] {
  const group = vocabulary.engagementTypes.get(kebab(type) ?? '')?.group
  return vocabulary.builtIn.engagementGroups.find(({ id }) => id === group)?.risks ?? []
}
