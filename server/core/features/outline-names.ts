import { withoutCitations } from '../model/prose.ts'
import { engagementPeriod, periodWords } from '../schema/date-words.ts'
import { dateWords } from '../schema/dates.ts'
import { bodyName } from '../schema/names.ts'
import { child, type Schema } from '../schema/schema.ts'
import { countryName, labelOf, type Words } from '../schema/value-words.ts'
import { textOf } from '../syntax/extent.ts'
import { type Mapping, type Node, resolved } from '../syntax/tree.ts'
import { listed, shortened } from '../text/words.ts'
import type { Portfolio } from '../workspace/portfolio.ts'

/** What the names in an outline are made from. */
export interface Naming extends Words {
  readonly portfolio: Portfolio
}

/** An item of a list, or an entry under an id of its own. */
export interface Named {
  /** The key of the list or map that it stands in. */
  readonly list: string
  readonly node: Node | undefined
  readonly schema: Schema | undefined
  /** The id under which an entry of a map stands. */
  readonly id?: string
  /** Its number in a list, from 1. */
  readonly number?: number
}

/** Fields that say in words what an item is, the best first. */
const telling = ['title', 'name', 'label', 'text', 'view', 'lesson', 'use', 'office', 'response', 'definition']

/** A name by which a writer knows the item: "r1: Propose a yearly meeting", "Philippines (host)". */
export function itemName(item: Named, naming: Naming): string {
  const node = resolved(item.node)
  if (node?.kind === 'scalar') return scalarName(item, node.text, naming)
  if (node?.kind !== 'mapping') return item.id ?? untold(item)
  const head = item.id ?? textOf(node, 'id') ?? (whoOf(node, naming) || undefined)
  const words = wordsOf(node, item.list, naming)
  const name = [head, words].filter((part) => part !== undefined && part !== '').join(': ')
  const role = textOf(node, 'role')
  const label = role && (labelOf(naming, child(item.schema, 'role') ?? {}, role) ?? role)
  return shortened(`${name === '' ? untold(item) : name}${label ? ` (${label.toLowerCase()})` : ''}`, mostInName)
}

/** As much as fits into an outline beside the text. */
const mostInName = 90

function scalarName(item: Named, text: string, naming: Naming): string {
  const { id, schema } = item
  const words = schema?.['x-is'] === 'engagement' ? engagementName(text, naming) : printed(text, schema, naming)
  const name = [id, words].filter((part) => part !== undefined && part !== '').join(': ')
  return shortened(name === '' ? untold(item) : name, mostInName)
}

/** What is half-typed has no name yet: "Recommendation 3". */
function untold({ schema, list, number }: Named): string {
  return [schema?.title ?? list.replaceAll('_', ' '), number].filter((part) => part !== undefined && part !== '').join(' ')
}

/** States, organizations and others that act, at most three of them by name. */
function whoOf(node: Mapping, naming: Naming): string {
  const country = textOf(node, 'country')
  const actor = textOf(node, 'actor') ?? textOf(node, 'raised_by')
  const body = textOf(node, 'organization')
  const all = [
    ...(country ? [countryName(naming, country)] : []),
    ...textsOf(node, 'countries').map((code) => countryName(naming, code)),
    ...[body, actor].flatMap((id) => (id ? actorName(id, naming) : [])),
  ]
  return all.length <= 4 ? listed(all) : `${all.slice(0, 3).join(', ')} and ${all.length - 3} others`
}

function actorName(id: string, naming: Naming): string {
  const body = naming.vocabulary.organizations.get(id)
  return body ? bodyName(body) : countryName(naming, id)
}

/** A word of a vocabulary as it is printed; an organization as people call it. */
function printed(text: string, schema: Schema | undefined, naming: Naming): string {
  if (schema?.['x-is'] === 'organization') return actorName(text, naming)
  return labelOf(naming, schema ?? {}, text) ?? text
}

function wordsOf(node: Mapping, list: string, naming: Naming): string | undefined {
  for (const key of list === 'rules' ? ['level'] : telling) {
    const text = textOf(node, key)
    if (text) return withoutCitations(text)
  }
  const cited = textOf(node, 'engagement') ?? textsOf(node, 'engagements')[0]
  return cited ? engagementName(cited, naming) : textsOf(node, 'files').join(', ')
}

/** An engagement by its title, behind the id that stands in the text. */
function engagementName(id: string, { portfolio }: Naming): string {
  const title = portfolio.defined('engagement', id)[0]?.title
  return title ? `${id}: ${title}` : id
}

function engagementDates(id: string, { portfolio, vocabulary }: Naming): string | undefined {
  const [entry] = portfolio.defined('engagement', id)
  if (!entry) return undefined
  return engagementPeriod(vocabulary.engagementTypes.get(entry.type ?? ''), entry.start, entry.end) || undefined
}

function textsOf(node: Mapping, key: string): readonly string[] {
  const list = resolved(node.entries.get(key)?.pair.value)
  return list?.kind === 'sequence' ? list.items.flatMap((item) => textOf(item) || []) : []
}

/** What is worth knowing of an item beside its name. */
const besides: Readonly<Record<string, readonly string[]>> = {
  claims: ['confidence'],
  clearances: ['status', 'date'],
  concerns: ['kind'],
  history: ['date'],
  next_steps: ['owner', 'due'],
  objectives: ['kind'],
  outcomes: ['status'],
  outlook: ['likelihood', 'horizon'],
  precedents: ['date'],
  ratification: ['date'],
  recommendations: ['owner', 'due'],
  risks: ['likelihood'],
  sources: ['publisher', 'date'],
}

/** "Office for Regional Engagement, 30 April 2025". */
export function itemDetail({ list, node, schema }: Named, naming: Naming): string | undefined {
  const keys = Object.hasOwn(besides, list) ? (besides[list] ?? []) : []
  const holder = resolved(node)
  if (holder?.kind !== 'mapping') return schema?.['x-is'] === 'engagement' ? engagementDates(textOf(node) ?? '', naming) : undefined
  const words = keys.flatMap((key) => valueWords(holder.entries.get(key)?.pair.value, child(schema, key), naming) ?? [])
  return words.length > 0 ? words.join(', ') : undefined
}

/** What stands in a field, in a few words; nothing for running text. */
export function valueWords(node: Node | undefined, schema: Schema | undefined, naming: Naming): string | undefined {
  const value = resolved(node)
  if (value?.kind === 'scalar') return scalarWords(value.text, schema, naming)
  if (value?.kind === 'mapping') return blockWords(value, naming)
  const words = value?.items.flatMap((item) => (resolved(item)?.kind === 'scalar' ? (valueWords(item, schema?.items, naming) ?? []) : []))
  return words && words.length > 0 ? shortened(words.join(', '), mostInDetail) : undefined
}

const mostInDetail = 60

function scalarWords(text: string, schema: Schema | undefined, naming: Naming): string | undefined {
  if (text === '' || schema?.['x-is'] === 'prose') return undefined
  if (schema?.['x-is'] === 'date' || schema?.['x-is'] === 'historic-date') return dateWords(text)
  return shortened(printed(text, schema, naming), mostInDetail)
}

/** The gist of a block: its days, its marking, the day of decision, the place. */
function blockWords(block: Mapping, naming: Naming): string | undefined {
  const text = (key: string) => textOf(block, key) || undefined
  const [start, end, decide, signed, country] = [text('start'), text('end'), text('decide_by'), text('signed'), text('country')]
  if (start ?? end) return periodWords(start, end)
  if (decide) return `decide by ${dateWords(decide)}`
  if (signed) return `signed ${dateWords(signed)}`
  const marking = [text('tlp'), text('marking')].filter((part) => part !== undefined).join(', ')
  if (marking !== '') return marking
  return [text('area'), country && countryName(naming, country)].filter(Boolean).join(', ') || undefined
}
