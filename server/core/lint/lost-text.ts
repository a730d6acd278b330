import type { Field } from '../model/fields.ts'
import { find } from '../syntax/locate.ts'
import type { Tree } from '../syntax/parse.ts'
import { lineAround } from '../text/lines.ts'
import { quote } from '../text/quote.ts'
import type { Ruled } from './structure-words.ts'

/**
 * Text behind a `#` is a comment, so of `title: Brief #3` the reader sees "Brief".
 * A real comment has a space behind its `#`; without one the writer most likely
 * meant the character.
 */
export function lostTextReports(text: string, tree: Tree, fields: readonly Field[]): readonly Ruled[] {
  return fields.flatMap(({ path, schema, isKey }): Ruled[] => {
    if (isKey || (schema['x-is'] !== 'line' && schema['x-is'] !== 'prose')) return []
    const { node } = find(tree.root, path)
    if (node?.kind !== 'scalar' || node.style !== 'plain') return []
    const rest = text.slice(node.end, lineAround(text, node.end).end)
    const lost = /^[ \t]+(#[^\s#!].*?)[ \t]*$/.exec(rest)
    if (!lost) return []
    const meant = quote(`${node.text} ${lost[1]}`)
    return [
      {
        rule: 'yaml-syntax',
        at: path,
        atMost: 'warning',
        message: `"${lost[1]}" is left out: behind a space, "#" begins a comment. If it belongs to the text, put the whole in quotes: ${meant}. If it is a comment, put a space behind the "#".`,
      },
    ]
  })
}
