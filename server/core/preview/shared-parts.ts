import type { Handling, Precedent } from '../model/types.generated.ts'
import type { Schema } from '../schema/schema.ts'
import type { Context } from './context.ts'
import { fieldEntries } from './details.ts'
import {
  type Banner,
  type Blocks,
  type Definition,
  definition,
  definitions,
  type Inlines,
  joined,
  key,
  paragraph,
  phrase,
  text,
} from './document-model.ts'
import { dayWords, historicWords, languageWords } from './formats.ts'
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
      const details = [...paragraph(name), ...more]
      if (details.length === 0 && day === undefined) return []
      return [{ term: day === undefined ? 'Undated' : historicWords(day), details: details.length > 0 ? details : paragraph('Not named') }]
    }),
  )
}

/** A text followed by the id by which people refer to it. */
export function withKey(blocks: Blocks, id: string | undefined): Blocks {
  if (id === undefined || id === '') return blocks
  const last = blocks.at(-1)
  if (last?.kind !== 'paragraph') return [...blocks, ...paragraph([key(id)])]
  return [...blocks.slice(0, -1), { ...last, content: [...last.content, text('\u00a0'), key(id)] }]
}

/** How the page came about: from which file in which format, and on which day. */
export function colophonOf({ today }: Context, { id, chancery }: { readonly id?: string; readonly chancery?: string }): Inlines {
  const from = [id, chancery].filter((words) => words !== undefined && words !== '').map((words): Inlines => [phrase(words ?? '')])
  return joined([...from, [text(`Page made on ${dayWords(today)}`)]], ' · ')
}

/** A language tag that may stand in `lang`; without one the page is in English, as its headings are. */
export function pageLanguage(tag: string | undefined): string {
  return tag !== undefined && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : 'en'
}

export function languageEntry(tag: string | undefined): readonly Definition[] {
  return tag === undefined ? [] : definition('Language', paragraph(languageWords(tag)))
}
