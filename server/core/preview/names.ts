import { rangeWords, termOnScales } from '../schema/likelihood.ts'
import { gradeLabel } from '../schema/value-words.ts'
import { capital } from '../text/words.ts'
import type { Context } from './context.ts'

/** What an Admiralty grade means: "B2: usually reliable, probably true". */
export function gradeWords({ vocabulary }: Context, grade: string): string {
  return gradeLabel(vocabulary, grade)
}

/** A term of likelihood with the range that it stands for, and the writer's own figure: "Likely (55 to 80 per cent)". */
export function likelihoodWords(context: Context, term: string | undefined, percent: number | undefined): string {
  const figure = percent === undefined ? '' : `${percent} per cent`
  if (term === undefined) return figure
  const found = termOnScales(context.vocabulary.scales, context.scale, term)
  return [capital(found ? `${term} (${rangeWords(found.term)})` : term), figure && `here ${figure}`].filter(Boolean).join(', ')
}

/** By what name the workspace's scale goes. */
export function scaleName({ vocabulary, scale }: Context): string | undefined {
  return vocabulary.scales.get(scale)?.label
}
