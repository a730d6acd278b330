import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBibliography } from '../../server/core/bibliography/bibliography.ts'
import { patience } from '../support/laws.ts'
import { below, mutate, seeded } from '../support/mutate.ts'

const bib = `@string{pn = {Palawan News}}
@article{themner2014, author = {Themn{\\'e}r, Lotta and Wallensteen, Peter}, title = "Armed {C}onflicts", year = 2014, month = jul}
@online{palawan2024, title={14 nations}, organization = pn # { Online}, date={2024-04-18}, url={https://example.org/a}}
@comment{x}
@book(a, title={A})
`
const json = JSON.stringify([
  { id: 'a', type: 'book', title: 'A', author: [{ family: 'B', given: 'C' }], issued: { 'date-parts': [[2024, 1, 2]] } },
  { id: 'b', 'citation-key': 'c', type: 'webpage', URL: 'https://example.org' },
])
const pieces = fc.constantFrom(
  '@',
  'book',
  '{',
  '}',
  '"',
  ',',
  '=',
  '#',
  '\n',
  ' ',
  '\\',
  "'",
  'e',
  '(',
  ')',
  '@book{a,',
  'title',
  '~',
  'and',
)

/** What every reading of a file of references keeps to. */
function check(path: string, text: string): void {
  const { references, isComplete, problem } = readBibliography(path, text)
  expect(isComplete).toBe(problem === undefined)
  const lines = text.split(/\r\n|\r|\n/)
  for (const [id, { range, source }] of references) {
    expect(id).not.toBe('')
    expect(range.start.line).toBeLessThanOrEqual(lines.length)
    expect(Object.values(source).every((part) => typeof part === 'string' && part !== '')).toBe(true)
    if (path === 'r.bib') expect(lines[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1)).toBe(id)
  }
}

describe('a file of references', () => {
  it('is read whatever is in it', () => {
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => check('r.bib', parts.join(''))))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => check('r.bib', text)))
    fc.assert(fc.property(fc.json(), (text) => check('r.json', text)))
  })

  it('is read when it is damaged', () => {
    const random = seeded(11)
    for (let i = 0; i < 500; i++) {
      const [path, text] = below(random, 2) === 0 ? ['r.bib', bib] : ['r.json', json]
      check(path ?? '', mutate(text ?? '', random))
    }
  })

  it('loses no entry to a slip in another one', () => {
    const keys = ['a', 'b', 'c', 'd']
    fc.assert(
      fc.property(fc.nat(3), fc.constantFrom('{', '"', ',', '}', '='), fc.nat(20), (which, slip, at) => {
        const entries = keys.map((key, i) => {
          const entry = `@book{${key}, title = {The title}, year = 2024}`
          const from = entry.indexOf(',') + 1 + (at % (entry.length - 8))
          return i === which ? entry.slice(0, from) + slip + entry.slice(from) : entry
        })
        const { references } = readBibliography('r.bib', entries.join('\n'))
        expect([...references.keys()]).toEqual(keys)
      }),
    )
  })

  it.each([
    ['braces', '@book{a, title={'.repeat(60_000)],
    ['entries that do not end', '@book{a, title={\n'.repeat(50_000)],
    ['remarks that do not end', '@comment{'.repeat(100_000)],
    ['spaces', `@book{a, author={${' '.repeat(900_000)}}}`],
    ['signs of accents', `@book{a, title={${"\\'".repeat(400_000)}}}`],
    ['abbreviations', `@string{m={${'x'.repeat(900)}}}\n${'@book{a,title=m}\n'.repeat(50_000)}`],
    ['brackets of JSON', '['.repeat(900_000)],
    ['items', `[${'{"id":"a"},'.repeat(80_000)}{}]`],
  ])('of nothing but %s is read in time', (_, text) => {
    const start = performance.now()
    for (const path of ['r.bib', 'r.json']) check(path, text)
    expect(performance.now() - start).toBeLessThan(patience)
  })
})
