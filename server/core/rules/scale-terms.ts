import type { Field } from '../model/fields.ts'
import { termNamed } from '../schema/likelihood.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Scale, ScaleTerm } from '../schema/vocabulary-types.ts'
import type { Context } from './rule.ts'

/** A field of likelihood whose term is on other scales than the one that the document keeps to. */
export interface Stray {
  readonly field: Field
  readonly scale: Scale
}

/** The terms of a document that are taken from two scales, or two rows of one. */
export interface Mixture {
  /** The scale that the document keeps to: the one in use where it has a term of it, else that of its first term. */
  readonly main: Scale
  /** The first field with a term of that scale. */
  readonly first: Field
  readonly strays: readonly Stray[]
}

/** Undefined where one scale has all the terms; that it may not be the one in use is another matter. */
export function mixtureOf({ fields, vocabulary, settings }: Pick<Context, 'fields' | 'vocabulary' | 'settings'>): Mixture | undefined {
  const used = fields.flatMap((field) => {
    const scales = field.schema['x-is'] === 'likelihood' ? scalesWith(String(field.value), vocabulary) : []
    return scales.length > 0 ? [{ field, scales }] : []
  })
  const [opening] = used
  if (!opening) return undefined
  const scales = [...vocabulary.scales.entries.values()]
  if (scales.some((scale) => used.every((each) => each.scales.includes(scale)))) return undefined
  const inUse = vocabulary.scales.get(settings.scale)
  const main = used.some((each) => inUse && each.scales.includes(inUse)) ? inUse : opening.scales[0]
  const first = used.find((each) => main && each.scales.includes(main))
  if (!main || !first) return undefined
  const strays = used.flatMap(({ field, scales: [scale, ...others] }) =>
    scale && scale !== main && !others.includes(main) ? [{ field, scale }] : [],
  )
  return { main, first: first.field, strays }
}

function scalesWith(word: string, { scales }: Vocabulary): readonly Scale[] {
  return word === '' ? [] : [...scales.entries.values()].filter((scale) => termNamed(scale, word) !== undefined)
}

/** The term of a scale that stands for the very same range as one of another. */
export function sameRange(scale: Scale, { from, to, toExcluded }: ScaleTerm): ScaleTerm | undefined {
  return scale.terms.find((term) => term.from === from && term.to === to && term.toExcluded === toExcluded)
}
