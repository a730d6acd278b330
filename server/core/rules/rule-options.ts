import { isList, isObject, type Value } from '../model/read.ts'
import type { RuleOption } from './rule.ts'

/** Whether an option can have this value; one that it cannot have is told of and has no effect. */
export function fitsOption({ type }: RuleOption, value: Value): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'string':
      return !isList(value)
    case 'strings':
      return isList(value) && value.every((item) => !isObject(item) && !isList(item))
    default:
      return type satisfies never
  }
}
