import type { Field } from '../model/fields.ts'
import { replaceWith } from '../rules/change.ts'
import { isText } from '../schema/schema.ts'
import { find } from '../syntax/locate.ts'
import type { Tree } from '../syntax/parse.ts'
import { isId } from '../text/ids.ts'
import type { Ruled } from './structure-words.ts'

/** Plain words that YAML 1.1 programs (PyYAML, Ruby, older editors) read as a truth value, a number or a time. */
const misread: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|yes|on)$/i, 'true'],
  [/^(?:n|no|off)$/i, 'false'],
  [/^0[0-7]+$/, 'a number in base eight'],
  [/^\d+(?::[0-5]?\d)+$/, 'a number in base sixty'],
]

/**
 * Text that is right here and wrong elsewhere: `office: NO` is "NO" in YAML 1.2
 * and false in 1.1. Where the field has a form of its own (a country, a date, an
 * id, a level) its own rule speaks.
 */
export function norwayReports(tree: Tree, fields: readonly Field[]): readonly Ruled[] {
  return fields.flatMap((field): Ruled[] => {
    const { value, path } = field
    if (field.isKey || hasOwnRule(field) || (typeof value === 'string' ? !isText(field.schema) : typeof value !== 'number')) return []
    // A number has lost its leading zero by now, so any whole number is looked up as it was written.
    if (typeof value === 'string' && !misread.some(([form]) => form.test(value))) return []
    const { node } = find(tree.root, path)
    if (node?.kind !== 'scalar' || node.style !== 'plain') return []
    const [, meaning] = misread.find(([form]) => form.test(node.text)) ?? []
    if (!meaning) return []
    const quotes = typeof value === 'string'
    return [
      {
        rule: 'yaml-norway',
        at: path,
        message: `Programs that read YAML 1.1 take ${node.text} without quotes for ${meaning}. ${quotes ? 'Put it in quotes.' : 'Drop the leading zero.'}`,
        fixes: quotes
          ? [{ title: 'Put the value in quotes', safe: true, steps: [{ do: 'quote', at: path }] }]
          : [replaceWith(path, Number(value), true)],
      },
    ]
  })
}

function hasOwnRule({ schema, value }: Field): boolean {
  // An id that is well-formed, such as "no", is accepted by the rule on ids.
  if (schema['x-finding'] === 'id-format') return !isId(String(value))
  return (
    schema['x-finding'] !== undefined || schema['x-vocabulary'] !== undefined || schema['x-is'] === 'level' || schema.enum !== undefined
  )
}
