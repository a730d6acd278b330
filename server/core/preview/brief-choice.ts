import type { Brief, BriefOption, BriefRecommendation, BriefRisk } from '../model/types.generated.ts'
import { dateWords } from '../schema/dates.ts'
import { fieldLabel } from '../schema/labels.ts'
import { enumerationLabel } from '../schema/value-words.ts'
import type { Context } from './context.ts'
import { fieldBlocks, fieldEntries, fieldLabels, schemaOf } from './details.ts'
import {
  type Blocks,
  bullets,
  type Column,
  type Definition,
  definition,
  definitions,
  type Inlines,
  joined,
  key,
  type ListItem,
  numberedList,
  paragraph,
  phrase,
  strong,
  table,
  text,
} from './document-model.ts'
import { moneyWords } from './formats.ts'
import { anchorOf } from './links.ts'
import { likelihoodWords, scaleName } from './names.ts'
import { placed } from './places.ts'
import { prose } from './prose.ts'
import { citedEngagement } from './references.ts'
import { withKey } from './shared-parts.ts'

/** The options side by side: a column for each, a row for each point of comparison. */
export function optionBlocks({ options }: Brief, context: Context): Blocks {
  const columns = (options ?? []).map((option) => ({ option, entries: optionEntries(option, context) }))
  if (columns.length === 0) return []
  const terms = [
    ...new Set([
      ...optionRows,
      ...fieldLabels(schemaOf('brief', 'options', 0)),
      ...columns.flatMap(({ entries }) => entries.map(({ term }) => term)),
    ]),
  ]
  const cell = (entries: readonly Definition[], term: string) => entries.find((entry) => entry.term === term)?.details ?? []
  const rows = terms
    .map((term) => [paragraph(term), ...columns.map(({ entries }) => cell(entries, term))])
    .filter((row) => row.slice(1).some((blocks) => blocks.length > 0))
  const corner: Column = { id: undefined, title: [] }
  return [
    {
      kind: 'table',
      caption: 'The options side by side',
      columns: [corner, ...columns.map(({ option }, i) => optionColumn(option, i))],
      rows,
    },
  ]
}

const optionRows = ['What it means', 'For', 'Against', 'Cost', 'Strategy', 'Feasibility', 'Main risk']

function optionColumn({ id, title }: BriefOption, index: number): Column {
  const name = title === undefined ? [text(`Option ${index + 1}`)] : [phrase(title)]
  return { id: anchorOf('option', id), title: id === undefined || id === '' ? name : [...name, text(' '), key(id)] }
}

function optionEntries(option: BriefOption, context: Context): readonly Definition[] {
  const { pros, cons, cost, feasibility } = option
  const schema = schemaOf('brief', 'options', 0)
  const points = (texts: readonly string[] | undefined) => bullets((texts ?? []).map((_, i) => prose(context, texts ?? [], i)))
  const row = (name: keyof BriefOption, term: string, details: Blocks) => definition(term, placed(details, context.at(option, name)))
  return [
    ...row('text', 'What it means', prose(context, option, 'text')),
    ...row('pros', 'For', points(pros)),
    ...row('cons', 'Against', points(cons)),
    ...row('cost', 'Cost', costBlocks(cost, context)),
    ...row('strategy', 'Strategy', fieldBlocks(option, 'strategy', schema, context)),
    ...row('feasibility', 'Feasibility', paragraph(feasibility && enumerationLabel(context, 'feasibility', feasibility))),
    ...row('risk', 'Main risk', prose(context, option, 'risk')),
    ...fieldEntries(option, schema, context, ['id', 'title', 'text', 'pros', 'cons', 'cost', 'strategy', 'feasibility', 'risk']),
  ]
}

function costBlocks(cost: BriefOption['cost'], context: Context): Blocks {
  const { amount, currency, per } = cost ?? {}
  const period = per === undefined ? undefined : enumerationLabel(context, 'cost-period', per)
  const more = fieldEntries(cost, schemaOf('brief', 'options', 0, 'cost'), context, ['amount', 'currency', 'per'])
  return [...paragraph(moneyWords(amount, currency, period)), ...definitions(more)]
}

/** What is asked for: what, by whom, by when, and on what it rests. */
export function recommendationBlocks(brief: Brief, context: Context): Blocks {
  return numberedList((brief.recommendations ?? []).map((recommendation) => recommendationItem(recommendation, brief, context)))
}

function recommendationItem(recommendation: BriefRecommendation, brief: Brief, context: Context): ListItem {
  const { id, option, supported_by: supports } = recommendation
  const schema = schemaOf('brief', 'recommendations', 0)
  const rests = joined(
    (supports ?? []).map((ref) => supportName(ref, brief, context)),
    '; ',
  )
  const part = (name: keyof BriefRecommendation, details: Blocks, term = fieldLabel(name, undefined)) =>
    definition(term, placed(details, context.at(recommendation, name)))
  const entries = [
    ...fieldEntries(recommendation, schema, context, ['id', 'text', 'decision', 'owner', 'due', 'option', 'supported_by', 'note']),
    ...part('option', paragraph(option && optionName(option, brief))),
    ...part('supported_by', paragraph(rests), 'Rests on'),
    ...part('note', prose(context, recommendation, 'note')),
  ]
  const blocks = [
    ...withKey(prose(context, recommendation, 'text'), id),
    ...paragraph(chargeOf(recommendation, context)),
    ...definitions(entries),
  ]
  return { id: anchorOf('recommendation', id), blocks: placed(blocks, context.at(recommendation)) }
}

/** Who does it by when and what is asked of the reader, in one line to be taken in at a glance. */
function chargeOf({ owner, due, decision }: BriefRecommendation, context: Context): Inlines {
  const part = (name: string, words: string | undefined): Inlines =>
    words ? [text(`${fieldLabel(name, undefined)}: `), { kind: 'strong', content: [phrase(words)] }] : []
  return joined(
    [
      part('owner', owner),
      part('due', due && dateWords(due)),
      part('decision', decision && enumerationLabel(context, 'decision', decision)),
    ],
    ' · ',
  )
}

/** A claim by its number, an option or an engagement by its title, each linked to where it stands. */
function supportName(id: string, brief: Brief, context: Context): Inlines {
  const claim = (brief.claims ?? []).findIndex((candidate) => candidate.id === id)
  if (claim >= 0) return linked(anchorOf('claim', id), [text(`Claim ${claim + 1}`)])
  if (brief.options?.some((candidate) => candidate.id === id)) return optionName(id, brief)
  return citedEngagement(context, id)
}

function optionName(id: string, { options }: Brief): Inlines {
  const option = options?.find((candidate) => candidate.id === id)
  return option ? linked(anchorOf('option', id), [option.title === undefined ? key(id) : phrase(option.title)]) : [key(id)]
}

function linked(anchor: string | undefined, content: Inlines): Inlines {
  return anchor === undefined ? content : [{ kind: 'link', href: `#${anchor}`, content }]
}

/** What may go wrong, how likely it is, how bad, and what would be done about it. */
export function riskBlocks({ risks }: Brief, context: Context): Blocks {
  const scale = (risks ?? []).some(({ likelihood }) => likelihood !== undefined) ? scaleName(context) : undefined
  const caption = scale === undefined ? 'Risks' : `Risks, with likelihood in the terms of ${scale}`
  const order = ['Risk', 'Likelihood', 'Impact', 'What is done about it', ...fieldLabels(schemaOf('brief', 'risks', 0))]
  return table(
    caption,
    order,
    (risks ?? []).map((risk) => riskEntries(risk, context)),
  )
}

function riskEntries(risk: BriefRisk, context: Context): readonly Definition[] {
  const { id, category, likelihood, percent, impact } = risk
  const kind = category === undefined ? [] : [strong(enumerationLabel(context, 'concern-kind', category))]
  const cell = (name: keyof BriefRisk, term: string, details: Blocks) => definition(term, placed(details, context.at(risk, name)))
  return [
    ...cell('text', 'Risk', withKey([...placed(paragraph(kind), context.at(risk, 'category')), ...prose(context, risk, 'text')], id)),
    ...cell('likelihood', 'Likelihood', paragraph(likelihoodWords(context, likelihood, percent))),
    ...cell('impact', 'Impact', paragraph(impact && enumerationLabel(context, 'impact', impact))),
    ...cell('mitigation', 'What is done about it', [...prose(context, risk, 'mitigation'), ...acceptanceBlocks(risk, context)]),
    ...fieldEntries(risk, schemaOf('brief', 'risks', 0), context, riskCells),
  ]
}

const riskCells = ['id', 'category', 'text', 'likelihood', 'percent', 'impact', 'mitigation', 'accept']

/** A risk may be accepted with a reason or simply so. */
function acceptanceBlocks(risk: BriefRisk, context: Context): Blocks {
  const { accept } = risk
  const at = context.at(risk, 'accept')
  if (accept === undefined || accept === '') return []
  if (accept === 'true' || accept === 'false') return placed(paragraph(accept === 'true' ? 'Accepted.' : 'Not accepted.'), at)
  const [first, ...rest] = prose(context, risk, 'accept')
  if (first?.kind !== 'paragraph') return [...placed(paragraph('Accepted:'), at), ...(first ? [first, ...rest] : [])]
  return [{ ...first, content: [text('Accepted: '), ...first.content] }, ...rest]
}
