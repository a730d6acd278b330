import type { Entry } from '../../workspace/portfolio.ts'
import { contextOf, type PageContext } from '../context.ts'
import { type Section, section } from '../document-model.ts'
import { mapFigure, purposeFigure, timelineFigure } from './engagements.ts'
import { networkFigure } from './network.ts'

/** Engagements of a portfolio in pictures: who met whom, where, when and what for. Nothing where there is nothing to draw. */
export function portfolioPictures(entries: readonly Entry[], page: PageContext, words = 'all engagements'): readonly Section[] {
  const subject = { entries, id: 'all', words }
  const context = contextOf(page, {})
  const figures = [networkFigure, mapFigure, timelineFigure, purposeFigure].flatMap((draw) => draw(subject, context))
  const title = `${words.slice(0, 1).toUpperCase()}${words.slice(1)} in pictures`
  return section('pictures', title, figures)
}
