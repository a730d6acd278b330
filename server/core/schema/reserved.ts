import type { BuiltIn } from './built-in.ts'
import type { ReservedCode } from './vocabulary-types.ts'

/** What ISO 3166-1 keeps a two-letter code back for, where it does so: UK, EU, SU. */
export function reservedCode({ reserved }: BuiltIn, word: string): ReservedCode | undefined {
  const code = word.toUpperCase()
  return Object.hasOwn(reserved, code) ? reserved[code] : undefined
}
