import type { Tree } from '../syntax/parse.ts'
import { find } from '../syntax/locate.ts'
import type { Field } from '../model/fields.ts'
import { isText } from '../schema/schema.ts'
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
    if (typeof field.value !== 'string' || field.isKey || !isText(field.schema) || hasOwnRule(field)) return []
    const { value, path } = field
    const [, meaning] = misread.find(([form]) => form.test(value)) ?? []
    const { node } = meaning ? find(tree.root, path) : {}
    if (!meaning || node?.kind !== 'scalar' || node.style !== 'plain') return []
    return [
      {
        rule: 'yaml-norway',
        at: path,
        message: `Programs that read YAML 1.1 take ${value} without quotes for ${meaning}. Put it in quotes.`,
        fixes: [{ title: 'Put the value in quotes', safe: true, steps: [{ do: 'quote', at: path }] }],
      },
    ]
  })
}

function hasOwnRule({ schema }: Field): boolean {
  return schema['x-finding'] !== undefined || schema['x-vocabulary'] !== undefined || schema['x-is'] === 'level' || schema.enum !== undefined
}
