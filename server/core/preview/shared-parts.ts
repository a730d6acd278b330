import type { Handling, Precedent } from '../model/types.generated.ts'
import { fieldLabel } from '../schema/labels.ts'
import type { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { fieldBlocks, fieldEntries, schemaOf } from './details.ts'
import {
  type Banner,
  type Blocks,
  type Definition,
  definition,
  definitions,
  type Inlines,
  joined,
  key,
  type Place,
  paragraph,
  partlyKnown,
  phrase,
  type Section,
  section,
  text,
  withEnd,
} from './document-model.ts'
import { historicWords, languageTag, languageWords } from './formats.ts'
import { placed } from './places.ts'
import { entryName } from './references.ts'

/** The marking in words. A label that the protocol does not know is printed as it was typed. */
export function bannerOf({ vocabulary }: Context, handling: Handling | undefined): Banner | undefined {
  const { tlp, marking } = handling ?? {}
  const words = [tlp, marking].filter((part) => part !== undefined && part !== '') as readonly string[]
  if (words.length === 0) return undefined
  const label = vocabulary.builtIn.handling.tlp.find((entry) => entry.label === tlp)
  return { words, meaning: label?.definition ?? '', colour: colourOf(label?.label) }
}

function colourOf(label: string | undefined): Banner['colour'] {
  switch (label) {
    case 'TLP:CLEAR':
      return 'clear'
    case 'TLP:GREEN':
      return 'green'
    case 'TLP:AMBER':
      return 'amber'
    case 'TLP:AMBER+STRICT':
      return 'amber-strict'
    case 'TLP:RED':
      return 'red'
    default:
      return 'none'
  }
}

/** A brief or an engagement, and how those of its parts are told that have words of their own. */
interface Telling<M> {
  readonly kind: 'brief' | 'engagement'
  readonly model: M
  readonly told: Readonly<Record<string, (model: M, context: Context) => Blocks>>
}

/** Makes a section of a root field; what is not told in words of its own is laid out by its schema. */
export function partTeller<M extends object>({ kind, model, told }: Telling<M>, context: Context): (name: string) => readonly Section[] {
  const make = (name: string) => (from: M, watched: Context) => {
    const label = fieldLabel(name, schemaOf(kind, name))
    const tell = Object.hasOwn(told, name) ? told[name] : undefined
    const blocks = tell ? tell(from, watched) : fieldBlocks(from, name, schemaOf(kind), watched)
    const at = watched.at(from, name)
    return section(name.replaceAll('_', '-'), label, placed(blocks, at), at ? { at } : {})
  }
  return (name) => context.parts(name, model, context, make(name))
}

/** Earlier events with their dates; one that the workspace keeps brings its title and date along. */
export function precedentBlocks(context: Context, precedents: readonly Precedent[] | undefined, schema: Schema): Blocks {
  return definitions(
    (precedents ?? []).flatMap((precedent): readonly Definition[] => {
      const { engagement, title, date } = precedent
      const entry = engagement === undefined ? undefined : context.portfolio.defined('engagement', engagement)[0]
      const known: Inlines = entry ? entryName(entry) : engagement === undefined ? [] : [key(engagement)]
      const name = title === undefined ? known : [phrase(title), ...(known.length > 0 ? [text(': '), ...known] : [])]
      const day = date ?? entry?.start
      const more = definitions(fieldEntries(precedent, schema, context, ['engagement', 'title', 'date']))
      const details = placed([...paragraph(name), ...more], context.at(precedent))
      return partlyKnown(day && historicWords(day), details, { term: 'Undated', details: 'Not named' })
    }),
  )
}

/** A text followed by the id by which people refer to it. */
export function withKey(blocks: Blocks, id: string | undefined): Blocks {
  if (id === undefined || id === '') return blocks
  return withEnd(blocks, [text('\u00a0'), key(id)], [key(id)])
}

/** How the page came about: from which file in which format. The day of printing is not told, so that the same file gives the same page. */
export function colophonOf({ id, chancery }: { readonly id?: string; readonly chancery?: string }): Inlines {
  const from = [id, chancery].filter((words) => words !== undefined && words !== '').map((words): Inlines => [phrase(words ?? '')])
  return joined(from, ' · ')
}

/** Without a language of its own the page is in English, as its headings are. */
export function pageLanguage(tag: string | undefined): string {
  return languageTag(tag) ?? 'en'
}

export function languageEntry(tag: string | undefined, at: Place | undefined): readonly Definition[] {
  return tag === undefined ? [] : definition('Language', placed(paragraph(languageWords(tag)), at))
}
