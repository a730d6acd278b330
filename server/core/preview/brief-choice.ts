import type { Brief, BriefOption, BriefRecommendation, BriefRisk } from '../model/types.generated.ts'
import { fieldLabel } from '../schema/labels.ts'
import { enumerationLabel } from '../schema/value-words.ts'
import type { Context } from './context.ts'
import { fieldEntries, fieldLabels, schemaOf, valueBlocks } from './details.ts'
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
import { markdownBlocks } from './markdown.ts'
import { likelihoodWords, scaleName } from './names.ts'
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
  const { text: words, pros, cons, cost, strategy, feasibility, risk } = option
  const schema = schemaOf('brief', 'options', 0)
  const points = (texts: readonly string[] | undefined) => bullets((texts ?? []).map(markdownBlocks))
  return [
    ...definition('What it means', markdownBlocks(words)),
    ...definition('For', points(pros)),
    ...definition('Against', points(cons)),
    ...definition('Cost', costBlocks(cost, context)),
    ...definition('Strategy', valueBlocks(strategy, schemaOf('brief', 'options', 0, 'strategy'), context, 'Strategy')),
    ...definition('Feasibility', paragraph(feasibility && enumerationLabel(context, 'feasibility', feasibility))),
    ...definition('Main risk', markdownBlocks(risk)),
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
  const { id, text: words, decision, option, supported_by: supports } = recommendation
  const rests = joined(
    (supports ?? []).map((ref) => supportName(ref, brief, context)),
    '; ',
  )
  const entries = [
    ...definition(fieldLabel('decision', undefined), paragraph(decision && [strong(enumerationLabel(context, 'decision', decision))])),
    ...fieldEntries(recommendation, schemaOf('brief', 'recommendations', 0), context, [
      'id',
      'text',
      'decision',
      'option',
      'supported_by',
      'note',
    ]),
    ...definition(fieldLabel('option', undefined), paragraph(option && optionName(option, brief))),
    ...definition('Rests on', paragraph(rests)),
    ...definition(fieldLabel('note', undefined), markdownBlocks(recommendation.note)),
  ]
  return { id: anchorOf('recommendation', id), blocks: [...withKey(markdownBlocks(words), id), ...definitions(entries)] }
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
  const { id, category, text: words, likelihood, percent, impact, mitigation } = risk
  const kind = category === undefined ? [] : [strong(enumerationLabel(context, 'concern-kind', category))]
  return [
    ...definition('Risk', withKey([...paragraph(kind), ...markdownBlocks(words)], id)),
    ...definition('Likelihood', paragraph(likelihoodWords(context, likelihood, percent))),
    ...definition('Impact', paragraph(impact && enumerationLabel(context, 'impact', impact))),
    ...definition('What is done about it', [...markdownBlocks(mitigation), ...acceptanceBlocks(risk)]),
    ...fieldEntries(risk, schemaOf('brief', 'risks', 0), context, [
      'id',
      'category',
      'text',
      'likelihood',
      'percent',
      'impact',
      'mitigation',
      'accept',
    ]),
  ]
}

/** A risk may be accepted with a reason or simply so. */
function acceptanceBlocks({ accept }: BriefRisk): Blocks {
  if (accept === undefined || accept === '') return []
  if (accept === 'true' || accept === 'false') return paragraph(accept === 'true' ? 'Accepted.' : 'Not accepted.')
  const [first, ...rest] = markdownBlocks(accept)
  if (first?.kind !== 'paragraph') return [...paragraph('Accepted:'), ...(first ? [first, ...rest] : [])]
  return [{ ...first, content: [text('Accepted: '), ...first.content] }, ...rest]
}
