import { json } from './json.ts'
import type { Format } from './run.ts'
import { stylish } from './stylish.ts'
import { unix } from './unix.ts'

/** The formats of a report by their names. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['stylish', stylish],
  ['json', json],
  ['unix', unix],
])
