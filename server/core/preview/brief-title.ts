import { blufLength, briefLength, minutesToRead, wordsPerMinute } from '../model/length.ts'
import type { Brief, BriefAuthor, BriefClearance } from '../model/types.generated.ts'
import { dateWords } from '../schema/dates.ts'
import { fieldLabel } from '../schema/labels.ts'
import { enumerationLabel } from '../schema/value-words.ts'
import { counted } from '../text/words.ts'
import type { Context } from './context.ts'
import { fieldEntries, schemaOf } from './details.ts'
import { type Blocks, definition, definitions, type Inlines, joined, paragraph, phrase, strong, text } from './document-model.ts'
import { numberWords } from './formats.ts'
import { placed } from './places.ts'

/** The lines above the text: from whom to whom, when, and how far it has come. */
export function briefTitleBlock(brief: Brief, context: Context): Blocks {
  const { to, from, date, timing, audience, authors, clearances, handling, id } = brief
  const line = (key: keyof Brief, words: string | undefined) =>
    definition(fieldLabel(key, undefined), placed(paragraph(words && [phrase(words)]), context.at(brief, key)))
  const lines = definitions([
    ...line('to', to),
    ...line('from', from),
    ...line('date', date && dateWords(date)),
    ...definition(
      'Decide by',
      placed(paragraph(timing?.decide_by && [strong(dateWords(timing.decide_by))]), context.at(timing, 'decide_by')),
    ),
    ...line('audience', audience && enumerationLabel(context, 'brief-audience', audience)),
    ...definition(
      fieldLabel('authors', undefined),
      (authors ?? []).flatMap((author) => authorLines(author, context)),
    ),
    ...definition(
      fieldLabel('clearances', undefined),
      (clearances ?? []).flatMap((clearance) => clearanceLines(clearance, context)),
    ),
    ...definition('Handling', definitions(fieldEntries(handling, schemaOf('brief', 'handling'), context, ['tlp', 'marking']))),
    ...line('id', id),
  ])
  return [...lines, ...lengthOf(brief, context)]
}

function authorLines(author: BriefAuthor, context: Context): Blocks {
  const { name, office, role } = author
  const who: Inlines = joined(
    [name, office].filter((part) => part !== undefined && part !== '').map((part) => [phrase(part ?? '')]),
    ', ',
  )
  const what = role === undefined ? '' : enumerationLabel(context, 'author-role', role)
  const part = what === '' ? [] : [text(who.length > 0 ? ` (${what.toLowerCase()})` : what)]
  const more = definitions(fieldEntries(author, schemaOf('brief', 'authors', 0), context, ['name', 'office', 'role']))
  return placed([...paragraph([...who, ...part]), ...more], context.at(author))
}

function clearanceLines(clearance: BriefClearance, context: Context): Blocks {
  const { office, status, date, by } = clearance
  const parts: readonly Inlines[] = [
    status === undefined
      ? []
      : [status === 'cleared' ? text('cleared') : strong(enumerationLabel(context, 'clearance-status', status).toLowerCase())],
    date === undefined ? [] : [text(dateWords(date))],
    by === undefined ? [] : [phrase(by)],
  ]
  const line = joined([office === undefined ? [] : [phrase(office)], joined(parts, ', ')], ': ')
  const more = definitions(fieldEntries(clearance, schemaOf('brief', 'clearances', 0), context, ['office', 'status', 'date', 'by']))
  return placed([...paragraph(line), ...more], context.at(clearance))
}

/** How long it is and may be, and how long that takes to read; the rate is told because readers differ. */
function lengthOf(brief: Brief, { vocabulary, profile, limits }: Context): Blocks {
  const words = briefLength(brief)
  if (words === 0) return []
  const most = limits?.(brief) ?? vocabulary.profiles.get(brief.profile ?? profile ?? '')?.words
  const bluf = blufLength(brief)
  const sentences = [
    `${ofMost(words, most?.whole)}, about ${counted(minutesToRead(words), 'minute')} to read at ${wordsPerMinute} words a minute.`,
    ...(bluf > 0 && most?.bluf !== undefined ? [`Bottom line: ${ofMost(bluf, most.bluf)}.`] : []),
  ]
  return paragraph(sentences.join(' '), 'quiet')
}

function ofMost(words: number, most: number | undefined): string {
  if (most === undefined) return counted(words, 'word')
  const over = words > most ? `, ${numberWords(words - most)} too many` : ''
  return `${numberWords(words)} of at most ${counted(most, 'word')}${over}`
}
