import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../server/core/index.ts'
import { fixFor } from '../../server/core/lint/edits.ts'
import { find } from '../../server/core/syntax/locate.ts'
import { openFile } from '../../server/core/workspace/file.ts'

const before = 'chancery: brief/1\nannexes:\n'
const behind = '    title: Note # kept\n'

/** The same words in every form in which a file may write a text; all but those between braces have a key below them. */
const forms: readonly ((words: readonly string[]) => string)[] = [
  (words) => `  - text: ${words.join(' ')}\n${behind}`,
  (words) => `  - text: ${words.join('\n      ')}\n${behind}`,
  (words) => `  - text: "${words.join(' ')}" # why\n${behind}`,
  (words) => `  - text: "${words.join('\n      ')}"\n${behind}`,
  (words) => `  - text: '${words.join(' ')}'\n${behind}`,
  (words) => `  - text: |\n      ${words.join('\n      ')}\n${behind}`,
  (words) => `  - text: |- # why\n      ${words.join(' ')}\n${behind}`,
  (words) => `  - text: |+\n      ${words.join('\n\n        ')}\n\n${behind}`,
  (words) => `  - text: >\n      ${words.join('\n      ')}\n${behind}`,
  (words) => `  - text: >-\n\n      ${words.join('\n\n      ')}\n${behind}`,
  (words) => `  - text: >\n      ${words.join('\n        ')}\n${behind}`,
  (words) => `  - text: "${words.join('\\\n      \\ ')}"\n${behind}`,
  (words) => `  - text: "${words.join('\n      \u00a0')}"\n${behind}`,
  (words) => `  - text: >\n      ${words.join('\n      \u00a0')}\n${behind}`,
  (words) => `  - { text: ${words.join(' ')}, title: Note }\n`,
  (words) => `  - { title: Note, text: "${words.join(' ')}" }\n`,
]

const word = fc.constantFrom('open', 'sources', 'alone', 'each', 'named', 'é', '😀', 'staff.', 'of')
const words = fc.array(word, { minLength: 1, maxLength: 6 })
const anyWord = fc.oneof(
  word,
  fc.constantFrom(': ', ' #', '"', "'", ',', '}', '[Label]', '\\', '\n', '\n\n', '\n  - ', '- ', '\t', '1', '|'),
)
const anyText = fc
  .array(fc.tuple(anyWord, fc.constantFrom(' ', ' ', ' ', '', '\n')), { minLength: 1, maxLength: 8 })
  .map((all) => all.flat().join('').trim())
  .filter((text) => text !== '')

function reworded(text: string, to: string): { readonly now: string; readonly value: unknown; readonly others: string } | undefined {
  const file = openFile('a.brief.yaml', text)
  const change = { title: 'Reword', safe: false, steps: [{ do: 'reword' as const, at: ['annexes', 0, 'text'], to }] }
  const fix = fixFor(change, file, file.parts[0]?.tree.root)
  if (!fix) return undefined
  const now = applyEdits(text, fix.edits)
  const tree = openFile('a.brief.yaml', now).parts[0]?.tree
  const [node, title] = [find(tree?.root, ['annexes', 0, 'text']).node, find(tree?.root, ['annexes', 0, 'title']).node]
  expect(tree?.problems).toEqual([])
  return { now, value: node?.kind === 'scalar' ? node.text : undefined, others: title?.kind === 'scalar' ? title.text : '' }
}

describe('a text that is made another', () => {
  it.each(forms.map((form, i) => [i, form] as const))('is read as the other one, in form %i', (_, form) => {
    fc.assert(
      fc.property(words, anyText, fc.constantFrom('\n', '\r\n'), (from, to, lineBreak) => {
        const text = `${before}${form(from)}`.replaceAll('\n', lineBreak)
        const after = reworded(text, to)
        if (!after) {
          expect(text).toContain('|- # why')
          return
        }
        expect(String(after.value).trimEnd()).toBe(to)
        expect(after.others).toBe('Note')
        expect(after.now.includes('# kept')).toBe(text.includes('# kept'))
        expect(after.now.includes('# why')).toBe(text.includes('# why'))
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['a text', '  - text: &x open\n    title: Note\n'],
    ['an item', '  - &x\n    text: open\n    title: Note\n'],
    ['a list', '', 'annexes: &x\n  - text: open\n    title: Note\n'],
  ])('stays as it is where %s has an anchor, for it stands at other places as well', (_, items, list = '') => {
    expect(reworded(list === '' ? `${before}${items}` : `chancery: brief/1\n${list}`, 'named')).toBeUndefined()
  })
})
