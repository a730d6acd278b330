import type { Path } from '../text/path.ts'
import { isList, isObject, type Value } from './read.ts'

/** What stands at a path, or nothing where the path leads nowhere. */
export function valueAt(root: Value, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((at, step) => (isList(at) ? at[Number(step)] : isObject(at) ? at[String(step)] : undefined), root)
}
