import { isList, isObject, type Value } from '../model/read.ts'
import { isSame } from '../snippets/merge.ts'
import type { Path } from '../text/path.ts'
import type { AddedValue, Step } from './change.ts'

/** The steps that make one value of another, the least of each text; undefined where it takes more than words, entries and single values. */
export function stepsTo(at: Path, from: Value, to: Value): readonly Step[] | undefined {
  if (isSame(from, to)) return []
  if (isObject(from) && isObject(to)) return stepsOfPart(at, from as Part, to as Part)
  if (isList(from) && isList(to)) return stepsOfList(at, from, to)
  if (isList(from) || isList(to) || isObject(from) || isObject(to) || to === null) return undefined
  if (typeof from !== 'string' || typeof to !== 'string') return [{ do: 'replace', at, with: to }]
  return [{ do: 'reword', at, to }]
}

/** Items that change and items that come behind them; which of them has gone, nobody can tell. */
function stepsOfList(at: Path, from: readonly Value[], to: readonly Value[]): readonly Step[] | undefined {
  if (from.length === 0 || to.length < from.length) return undefined
  const steps = from.map((item, i) => stepsTo([...at, i], item, to[i] ?? null))
  const more = to.slice(from.length).map((item, i): Step => ({ do: 'add', at: [...at, from.length + i], value: item as AddedValue }))
  return steps.some((each) => each === undefined) ? undefined : [...steps.flatMap((each) => each ?? []), ...more]
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
