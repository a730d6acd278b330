import { isList, isObject, type Value } from '../model/read.ts'
import { changedStretches, isSame } from '../snippets/merge.ts'
import type { Path } from '../text/path.ts'
import type { AddedValue, Step } from './change.ts'

/** The steps that make one value of another, the least of each text; undefined where it takes more than words, entries and single values. */
export function stepsTo(at: Path, from: Value, to: Value): readonly Step[] | undefined {
  if (isSame(from, to)) return []
  if (isObject(from) && isObject(to)) return stepsOfPart(at, from as Part, to as Part)
  if (isList(from) || isList(to) || isObject(from) || isObject(to) || to === null) return undefined
  if (typeof from !== 'string' || typeof to !== 'string') return [{ do: 'replace', at, with: to }]
  const stretches = changedStretches(from, to)
  // A new line in the middle of a text needs the form of that text.
  if (stretches.some(({ words }) => words.includes('\n'))) return undefined
  return stretches.map(({ within, words }) => ({ do: 'replace', at, within, with: words }))
}

type Part = Readonly<Record<string, Value>>

function stepsOfPart(at: Path, from: Part, to: Part): readonly Step[] | undefined {
  const steps: Step[] = []
  for (const [key, value] of Object.entries(from)) {
    const own = [...at, key]
    const inner = Object.hasOwn(to, key) && to[key] !== undefined ? stepsTo(own, value, to[key]) : [{ do: 'remove' as const, at: own }]
    if (!inner) return undefined
    steps.push(...inner)
  }
  for (const [key, value] of Object.entries(to))
    if (!Object.hasOwn(from, key)) steps.push({ do: 'add', at: [...at, key], value: value as AddedValue })
  return steps
}
