import { type SourcePart, sourceLine } from '../model/source-line.ts'
import type { Source } from '../model/types.generated.ts'
import { engagementPeriod } from '../schema/date-words.ts'
import { dateWords } from '../schema/dates.ts'
import { enumerationLabel } from '../schema/value-words.ts'
import { doiAddress } from '../text/web.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { numbering, withoutCitations } from './citations.ts'
import { type Context, sourceOf } from './context.ts'
import {
  type Block,
  type Blocks,
  bullets,
  cite,
  type Inline,
  type Inlines,
  joined,
  key,
  type Note,
  paragraph,
  phrase,
  type Section,
  section,
  text,
  withEnd,
} from './document-model.ts'
import { languageWords } from './formats.ts'
import { isOutsideLink, pageOf } from './links.ts'
import { gradeWords } from './names.ts'
import { placed } from './places.ts'
import { prose } from './prose.ts'

/** The title of an engagement, linked to its page; an id that nobody knows stays an id. */
export function engagementName({ portfolio }: Context, id: string): Inlines {
  const [entry] = portfolio.defined('engagement', id)
  return entry ? entryName(entry) : [key(id)]
}

export function entryName({ id, title }: Entry): Inlines {
  const href = pageOf(id)
  const name = phrase(title ?? id)
  return [href === undefined ? name : { kind: 'link', href, content: [name] }]
}

/** What kind of engagement it was, and when. */
export function entryFacts(context: Context, entry: Entry): string {
  const { type } = entry
  const known = type === undefined ? undefined : context.vocabulary.engagementTypes.get(type)
  return [known?.label ?? type, entryPeriod(context, entry)].filter(Boolean).join(', ')
}

/** The days of an engagement; an agreement has none but that of its signature. */
export function entryPeriod({ vocabulary }: Context, { type, start, end, date }: Entry): string {
  const period = engagementPeriod(type === undefined ? undefined : vocabulary.engagementTypes.get(type), start, end)
  return period === '' && date !== undefined ? `signed ${dateWords(date)}` : period
}

/** An engagement as evidence: its title, and the note on it. */
export function citedEngagement(context: Context, id: string): Inlines {
  return [...engagementName(context, id), cite(id)]
}

/** A source as evidence: who published it and when, and the note on it. */
export function citedSource(context: Context, id: string): Inlines {
  return [...shortSource(context, id), cite(id)]
}

/** The same with how far it is to be trusted, as its grade says. */
export function gradedSource(context: Context, id: string): Inlines {
  const grade = sourceOf(context, id)?.grade
  return [...shortSource(context, id), ...(grade === undefined ? [] : [text(` (grade ${grade})`)]), cite(id)]
}

/** Marks for the sources of a text, put close to its last word. */
export function withSources(blocks: Blocks, ids: readonly string[] | undefined): Blocks {
  const marks = (ids ?? []).map(cite)
  return marks.length === 0 ? blocks : withEnd(blocks, marks, [text('Source'), ...marks])
}

function shortSource(context: Context, id: string): Inlines {
  const source = sourceOf(context, id)
  const name = source?.publisher ?? source?.author ?? source?.title
  if (source === undefined || name === undefined) return [key(id)]
  return joined([[phrase(name)], source.date === undefined ? [] : [text(dateWords(source.date))]], ', ')
}

/**
 * Numbers the citations of the whole document and puts the notes that they
 * point to at its end, with the sources that no text cites after them.
 */
export function withReferences(
  titleBlock: Blocks,
  sections: readonly Section[],
  context: Context,
): { readonly titleBlock: Blocks; readonly sections: readonly Section[] } {
  const numbers = numbering(context.of)
  const head = numbers.blocks(titleBlock)
  const body = sections.map(numbers.section)
  const ids = numbers.ids()
  const notes = ids.map(
    (id, i): Note => ({ id, source: noteSource(context, id), number: i + 1, places: numbers.places(id), blocks: noteBlocks(context, id) }),
  )
  const uncited = Object.entries(context.sources).filter(([id]) => numbers.places(id) === 0 && !id.startsWith('x-'))
  const further = bullets(uncited.map(([id, source]) => sourceBlocks(context, source, id)))
  const list: Blocks = notes.length > 0 ? [{ kind: 'notes', notes }] : []
  const heading: Blocks =
    notes.length > 0 && further.length > 0 ? [{ kind: 'heading', level: 1, content: [text('Not cited in the text')] }] : []
  return { titleBlock: head, sections: [...body, ...section('references', 'References', [...list, ...heading, ...further])] }
}

/** A source as the file has it; an engagement is cited by its title and its dates. */
function noteSource(context: Context, id: string): Source | undefined {
  const source = sourceOf(context, id)
  if (source) return source
  const [entry] = context.portfolio.defined('engagement', id)
  const date = entry?.start ?? entry?.date
  return entry && { title: entry.title ?? id, ...(date === undefined ? {} : { date }) }
}

function noteBlocks(context: Context, id: string): Blocks {
  const source = sourceOf(context, id)
  if (source) return sourceBlocks(context, source, id)
  const [entry] = context.portfolio.defined('engagement', id)
  if (!entry) return missingNote(context, id)
  const facts = entryFacts(context, entry)
  return paragraph([...entryName(entry), text(facts === '' ? '.' : ` (${facts}).`)])
}

function missingNote({ bibliography }: Context, id: string): Blocks {
  if (bibliography === undefined) return paragraph([key(id), text(' is neither a source of this file nor an engagement of the workspace.')])
  if (bibliography.held?.isComplete !== true) return paragraph([key(id), text(' in '), phrase(bibliography.named), text('.')])
  return paragraph([
    key(id),
    text(' is neither a source of this file nor one of '),
    phrase(bibliography.named),
    text(', and no engagement of the workspace.'),
  ])
}

/** A source in the house style: author, title, publisher, date, address, when read; then what else is known of it. */
function sourceBlocks(context: Context, source: Source, id: string): Blocks {
  const parts = sourceLine(source).map((part) => partInlines(part, source.language))
  const line = joined(parts, ', ')
  const remark = withoutCitations(prose(context, source, 'note'), (other) => [text('('), ...shortSource(context, other), text(')')])
  const facts = sourceFacts(context, source)
  const name = line.length > 0 ? paragraph([...line, text('.')]) : paragraph([key(id)])
  return placed([...name, ...paragraph(facts, 'quiet'), ...remark.map(quiet)], context.at(source))
}

function partInlines({ is, text: words }: SourcePart, language: string | undefined): Inlines {
  switch (is) {
    case 'name':
      return [phrase(words)]
    case 'title':
      return [text('“'), phrase(words, language), text('”')]
    case 'words':
      return [text(words)]
    case 'address':
      return [address(words)]
    default:
      return is satisfies never
  }
}

function sourceFacts(context: Context, { type, language, grade, doi, archived }: Source): Inlines {
  return joined(
    [
      type === undefined ? [] : [text(enumerationLabel(context, 'source-type', type))],
      language === undefined ? [] : [text(`in ${languageWords(language)}`)],
      grade === undefined ? [] : [text(`grade ${gradeWords(context, grade)}`)],
      doi === undefined ? [] : [doiLink(doi)],
      archived === undefined ? [] : [text('saved copy '), address(archived)],
    ],
    '; ',
  )
}

/** An address as its own link; one that cannot be followed stays text. */
export function address(href: string): Inline {
  return isOutsideLink(href) ? { kind: 'link', href, content: [text(href)] } : phrase(href)
}

export function doiLink(doi: string): Inline {
  const name = text(`DOI ${doi}`)
  const href = doiAddress(doi)
  return href === undefined ? name : { kind: 'link', href, content: [name] }
}

function quiet(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, tone: 'quiet' } : block
}
