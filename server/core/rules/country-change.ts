import type { Field } from '../model/fields.ts'
import { type Path, startsWith } from '../text/path.ts'
import { type Change, replaceWith } from './change.ts'

/**
 * Writes a code in the place of what stands there, be it a value or the key of a
 * map. A key that the map already has cannot be written: one of the two entries
 * would be lost.
 */
export function codeWriter(field: Field, fields: readonly Field[]): (code: string, safe: boolean) => readonly Change[] {
  const { path, isKey } = field
  if (!isKey) return (code, safe) => [replaceWith(path, code, safe)]
  const beside = fields.filter((f) => f.isKey && f.path.length === path.length && startsWith(f.path, path.slice(0, -1)))
  return (code, safe) =>
    beside.some((f) => f.value === code) ? [] : [{ title: `Write ${code}`, safe, steps: [{ do: 'rename-key', at: path, to: code }] }]
}

/** How to name an organization that stands where a country belongs: what to do, and the change where one is possible. */
export function organizationInstead(at: Path, id: string): { readonly advice: string; readonly fixes: readonly Change[] } {
  if (at[0] !== 'participants') return { advice: 'Only a country can stand here.', fixes: [] }
  if (at.at(-1) !== 'country') return { advice: `Give it an entry of its own: \`- { organization: ${id} }\`.`, fixes: [] }
  const steps = [
    { do: 'rename-key', at, to: 'organization' },
    { do: 'replace', at, with: id },
  ] as const
  return {
    advice: `Write \`organization: ${id}\` instead of a country.`,
    fixes: [{ title: `Write organization: ${id}`, safe: false, steps }],
  }
}
