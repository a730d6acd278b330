import { gradeLabel, labelIn } from '../schema/labels.ts'
import { rangeWords, termOnScales } from '../schema/likelihood.ts'
import { countryName as nameOf } from '../schema/names.ts'
import type { Schema } from '../schema/schema.ts'
import { lexiconOf } from '../schema/vocabulary.ts'
import { capital } from '../text/words.ts'
import type { Context } from './context.ts'

/** The name of a country as the house has it; a code that names none stays as it was typed. */
export function countryName({ vocabulary, naming }: Context, code: string): string {
  const country = vocabulary.countries.get(code)
  return country ? nameOf(country, vocabulary, naming) : code
}

/** The name of an organization with the abbreviation by which readers know it. */
export function organizationName(context: Context, id: string): string {
  const found = context.vocabulary.organizations.get(id)
  if (!found) return id
  const [short] = found.abbreviations
  return short === undefined || found.name.includes(short) ? found.name : `${found.name} (${short})`
}

/** Whoever acts or speaks: a country, an organization, or a name of its own. */
export function actorName(context: Context, actor: string): string {
  if (context.vocabulary.countries.get(actor)) return countryName(context, actor)
  return organizationName(context, actor)
}

/** The printed form of a word of an enumeration or a vocabulary; undefined where the schema knows none. */
export function labelOf(context: Context, schema: Schema, value: string): string | undefined {
  const { 'x-enumeration': enumeration, 'x-vocabulary': vocabulary } = schema
  if (enumeration !== undefined) return enumerationLabel(context, enumeration, value)
  if (vocabulary === 'countries') return countryName(context, value)
  if (vocabulary === 'organizations') return organizationName(context, value)
  const entry = lexiconOf(context.vocabulary, vocabulary)?.get(value)
  return entry && 'label' in entry ? String(entry.label) : undefined
}

export function enumerationLabel({ vocabulary }: Context, enumeration: string, id: string): string {
  return labelIn(vocabulary, enumeration, id)
}

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
