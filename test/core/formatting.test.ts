import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import { format } from '../../server/core/features/formatting.feature.ts'
import { openFile } from '../../server/core/index.ts'

function formatted(text: string, range?: Range): string {
  const document = TextDocument.create('file:///a', 'yaml', 1, text)
  const edits = format({ text, file: openFile('', text), cancelled: () => false }, { tabSize: 4, insertSpaces: false }, range)
  return TextDocument.applyEdits(document, [...edits])
}

/** Before and after; what is the same twice is left as it is. */
const forms: readonly (readonly [string, string, string])[] = [
  ['line ends of Windows', 'a:   1\r\n\r\n\r\nb:\r\n    - x\r\n', 'a: 1\r\n\r\nb:\r\n  - x\r\n'],
  ['line ends of an old Macintosh', 'a:   1\rb:\r    - x\r', 'a: 1\rb:\r  - x\r'],
  ['a line end that is missing', 'a:   1\r\nb:  2', 'a: 1\r\nb: 2\r\n'],
  ['a byte order mark', '\ufeff\n\na:   1\n', '\ufeffa: 1\n'],
  ['tabs between words', 'a:\t1\t# c\n- \t', 'a:\t1\t# c\n- \t'],
  ['tabs behind a colon and before a comment', 'a:\t1\t# c\n', 'a: 1 # c\n'],
  ['an empty file', '\n  \n', ''],
  ['comments alone', '\n\n# a  \n\n\n# b', '# a\n\n# b\n'],
  ['a text that is a whole document', '\n  a word\n   --- no mark\n', '  a word\n   --- no mark\n'],
  ['a root that is indented', '  a: 1\n  b: [\n    c]\n', 'a: 1\nb: [\n  c]\n'],
  ['a root in brackets', '{"a":1,\n"b": [ ]}\n', '{ "a": 1,\n  "b": [] }\n'],
  ['keys with a question mark', '?   a\n:   b\n? - c\n  - d\n:\n     e: 1\n', '? a\n: b\n? - c\n  - d\n:\n  e: 1\n'],
  ['lists in lists', '-   - a\n    -   b\n-\n    - c\n', '- - a\n  - b\n-\n  - c\n'],
  ['brackets in a list', '-   [\n  a\n    ]\n- k:   [\n   a,\n  ]\n', '- [\n    a\n  ]\n- k: [\n    a,\n  ]\n'],
  ['brackets below their key', 'a:\n    [\n   b\n    ]\n', 'a:\n  [\n    b\n  ]\n'],
  ['a placeholder', 'a:   {{office}}\nb: [ {{x}},{{y}} ]\n', 'a: {{office}}\nb: [{{x}}, {{y}}]\n'],
  ['an alias before a colon and a comma', '*a   : [*b ,*c ]\n', '*a : [*b, *c]\n'],
  ['a tag before a comma', 'a: [!t , !t ]\n', 'a: [!t , !t ]\n'],
  ['a block that keeps its empty lines', 'a:\n    b: |+\n        x\n\n\n\n    c:  1\n', 'a:\n  b: |+\n    x\n\n\n\n  c: 1\n'],
  ['a block that says how far it is indented', 'a:\n    - |2\n         x\n      y\n', 'a:\n  - |2\n       x\n    y\n'],
  ['spaces on the empty lines of a block', 'a: |\n    x\n  \n      \n    y\n\n\n\nb: 1\n', 'a: |\n  x\n\n    \n  y\n\nb: 1\n'],
  ['a block of empty lines', 'a:\n    b: |\n        \n    c:  1\n', 'a:\n  b: |\n\n  c: 1\n'],
  ['a comment behind a block', 'a:\n    b: |\n        x\n      # c\n    d: 1\n', 'a:\n  b: |\n    x\n  # c\n  d: 1\n'],
  ['a space behind a backslash', 'a:  "x\\ \n     y"\n', 'a: "x\\ \n  y"\n'],
  ['comments that stand below one another', 'a:\n    b: 1     # x\n    cc:  2   # y\n', 'a:\n  b: 1       # x\n  cc: 2      # y\n'],
  ['comments that do not', 'a:\n    b: 1   # x\n    ccc:  2 # y\n', 'a:\n  b: 1   # x\n  ccc: 2 # y\n'],
  ['a comment that the value runs into', 'a: {b: 1}  # x\nc: 1       # y\n', 'a: { b: 1 } # x\nc: 1       # y\n'],
  ['a comment above what it speaks of', 'a:\n# of b\n    b: 1\n # of c\nc: 1\n', 'a:\n  # of b\n  b: 1\n# of c\nc: 1\n'],
  ['comments at the end', 'a:\n- b\n  # of b\n# of all\n', 'a:\n  - b\n  # of b\n# of all\n'],
  ['an entry with a wide space', 'a:\n\u00a0\u00a0b:   1\nc:   1\n', 'a:\n\u00a0\u00a0b:   1\nc: 1\n'],
  ['entries beside a broken one', 'a:   1\n\n\n\nb: [1\nc:\n    - 1   \n', 'a: 1\n\nb: [1\nc:\n  - 1\n'],
  ['entries that are sound, but not together', 'a:   1\n  b:  2\nc:   3\n', 'a:   1\n  b:  2\nc: 3\n'],
  ['several documents, one of them broken', 'a:   1\n---\nb: [1\n', 'a:   1\n---\nb: [1\n'],
  // The library takes the second half of a doubled quote at the end of a text for the closing one.
  ['an open quote that looks closed', "a:   'b''", "a:   'b''"],
]

describe('the form of the house', () => {
  it.each(forms)('for %s', (_, before, after) => {
    expect(formatted(before)).toBe(after)
    expect(formatted(after)).toBe(after)
  })

  it.each([
    ['one line', { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } }, 'a:   1\nb:\n  - c\nd:   1\n'],
    ['whole lines', { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, 'a: 1\nb:\n    -   c\nd:   1\n'],
    ['what lies outside', { start: { line: 9, character: 0 }, end: { line: 12, character: 0 } }, 'a:   1\nb:\n    -   c\nd: 1\n'],
    [
      'nothing but its end before its start',
      { start: { line: 2, character: 3 }, end: { line: 0, character: 0 } },
      'a:   1\nb:\n  - c\nd:   1\n',
    ],
  ] as const)('for a selection of %s', (_, range, after) => {
    expect(formatted('a:   1\nb:\n    -   c\nd:   1\n', range)).toBe(after)
  })

  it('for nobody who no longer waits', () => {
    const text = 'a:   1\n'
    expect(format({ text, file: openFile('', text), cancelled: () => true }, { tabSize: 2, insertSpaces: true })).toEqual([])
  })
})
