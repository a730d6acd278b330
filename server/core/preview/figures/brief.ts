import type { Brief, BriefRisk } from '../../model/types.generated.ts'
import { rangeWords, termOnScales } from '../../schema/likelihood.ts'
import { enumerationLabel } from '../../schema/value-words.ts'
import type { Scale } from '../../schema/vocabulary-types.ts'
import { capital } from '../../text/words.ts'
import type { Entry } from '../../workspace/portfolio.ts'
import type { Context } from '../context.ts'
import { definition, type Figure, paragraph, phrase, table } from '../document-model.ts'
import { lookOf } from '../pictures/looks.ts'
import { matrixDrawing } from '../pictures/matrix.ts'
import { figure, mapFigure, participationFigure, purposeFigure, type Subject, timelineFigure } from './engagements.ts'
import { networkFigure } from './network.ts'

/** The pictures of the engagements that a brief names, in its list or in its text. */
export function citedFigures({ engagements }: Brief, cited: readonly string[], context: Context): readonly Figure[] {
  const ids = [...new Set([...(engagements ?? []), ...cited])]
  const entries = ids.flatMap((id): readonly Entry[] => context.portfolio.defined('engagement', id).slice(0, 1))
  const subject: Subject = { entries, id: 'cited', words: 'the engagements cited' }
  const draw = () =>
    [timelineFigure, mapFigure, participationFigure, networkFigure, purposeFigure].flatMap((make) => make(subject, context))
  return context.again(['cited figures', context.vocabulary, context.naming, ...entries], draw)
}

/** Risks by likelihood and impact. Those of which either is not said stand in the list below alone. */
export function riskFigure({ risks = [] }: Brief, context: Context): readonly Figure[] {
  const placed = risks.flatMap((risk, i) => placeOf(risk, i, context))
  const scale = placed[0]?.scale
  if (placed.length < 2 || !scale) return []
  const impacts = (context.vocabulary.builtIn.enumerations['impact'] ?? []).map(({ id }) => id)
  const rows = [...scale.terms].reverse().map((term) => ({
    words: `${capital(term.term)} (${rangeWords(term).replace(' per cent', ' %').replace(' to ', '–')})`,
    cells: impacts.map((impact, column) => {
      const here = placed.filter((risk) => risk.impact === impact && risk.term === term.term)
      const weight = column + scale.terms.indexOf(term)
      const heat = (weight / (impacts.length + scale.terms.length - 2)) * (grounds.length - 1)
      const look = { fill: grounds[Math.round(heat)] ?? 'tint' }
      return { words: here.map(({ name }) => name).join(', '), look }
    }),
  }))
  const columns = impacts.map((impact) => ({ words: enumerationLabel(context, 'impact', impact) }))
  const drawing = matrixDrawing({ columns, rows, legend: [], axes: { columns: 'Impact', rows: 'Likelihood' } })
  const words = placed.map((risk) => [
    ...definition('Risk', paragraph([phrase(risk.name)])),
    ...definition('Likelihood', paragraph(capital(risk.term))),
    ...definition('Impact', paragraph(enumerationLabel(context, 'impact', risk.impact))),
  ])
  return figure(
    'risk-matrix',
    'Risks by likelihood and impact',
    drawing,
    table('Each risk with both', ['Risk', 'Likelihood', 'Impact'], words),
  )
}

/** From what may be left alone to what must not: darker, whatever the colours. */
const grounds = ['tint', 'tint', 'rule', 'six'] as const

interface PlacedRisk {
  readonly name: string
  readonly impact: string
  readonly term: string
  readonly scale: Scale
}

function placeOf({ id, likelihood, impact }: BriefRisk, index: number, { vocabulary, scale }: Context): readonly PlacedRisk[] {
  if (likelihood === undefined || impact === undefined) return []
  const found = termOnScales(vocabulary.scales, scale, likelihood)
  return found ? [{ name: id || `${index + 1}`, impact, term: found.term.term, scale: found.scale }] : []
}

/** Which line of strategy each option takes. */
export function strategyFigure({ options = [] }: Brief, context: Context): readonly Figure[] {
  const taking = options.filter(({ strategy }) => (strategy ?? []).length > 0)
  const strategies = (context.vocabulary.builtIn.enumerations['strategy'] ?? []).filter(({ id }) =>
    taking.some((o) => (o.strategy ?? []).some((s) => s === id)),
  )
  if (options.length < 2 || strategies.length < 2) return []
  const nameOf = (index: number) => options[index]?.title ?? options[index]?.id ?? `Option ${index + 1}`
  const drawing = matrixDrawing({
    columns: strategies.map(({ label }) => ({ words: label })),
    rows: options.map(({ strategy = [] }, i) => ({
      words: nameOf(i),
      cells: strategies.map(({ id }) => (strategy.some((s) => s === id) ? { words: '', look: lookOf(0) } : undefined)),
    })),
    legend: [{ look: lookOf(0), words: 'The option takes this line' }],
  })
  const rows = options.map(({ strategy = [] }, i) => [
    ...definition('Option', paragraph([phrase(nameOf(i))])),
    ...definition('Strategies', paragraph(strategy.map((id) => enumerationLabel(context, 'strategy', id)).join(', ') || 'None named')),
  ])
  return figure(
    'option-strategies',
    'Strategies of the options',
    drawing,
    table('What each option follows', ['Option', 'Strategies'], rows),
  )
}
