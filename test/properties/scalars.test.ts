import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document, Scalar as YamlScalar } from 'yaml'
import { insideOf } from '../../server/core/syntax/inside.ts'
import { parse } from '../../server/core/syntax/parse.ts'
import { type Node, resolved, type Scalar, type ScalarStyle } from '../../server/core/syntax/tree.ts'

const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const

const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019éß😀"\'\\:#-,[]{}&*!|>%@`.~'), minLength: 1, maxLength: 9 })
const gap = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\n  ', ' \n', '\t')
const prose = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 25 }).map((parts) => parts.flat().join(''))
const written = fc.record({
  text: fc.oneof(
    prose,
    prose.map((text) => text.trim()),
    word,
  ),
  style: fc.constantFrom(...styles),
  width: fc.integer({ min: 20, max: 90 }),
  depth: fc.integer({ min: 0, max: 3 }),
  ends: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
})

type Written = typeof written extends fc.Arbitrary<infer T> ? T : never

/** The text as the `yaml` library writes it, as deep in lists and maps as wanted. */
function write({ text, style, width, depth, ends }: Written): string {
  const scalar = new YamlScalar(text)
  scalar.type = style
  let value: unknown = { before: 1, text: scalar, after: 2 }
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { inner: value }
  const source = new Document(value).toString({ lineWidth: width })
  return source.replaceAll('\n', ends)
}

function scalarIn(node: Node | undefined): Scalar | undefined {
  const target = resolved(node)
  if (target?.kind === 'sequence') return scalarIn(target.items[0])
  if (target?.kind !== 'mapping') return undefined
  const pair = target.pairs.find(({ key }) => key.kind === 'scalar' && ['text', 'inner'].includes(key.text))
  return pair?.value?.kind === 'scalar' ? pair.value : scalarIn(pair?.value)
}

/** What a stretch of the source stands for: itself, or what its escape means. */
function meant(source: string, { style }: Scalar): string {
  if (style === 'single') return source.replaceAll("''", "'")
  return style === 'double' && source.startsWith('\\') ? (JSON.parse(`"${source}"`) as string) : source
}

describe('a place inside a text', () => {
  const seen = new Map<ScalarStyle, number>()

  it('is where its character stands in the file, in every style', () => {
    fc.assert(
      fc.property(written, (choice) => {
        const source = write(choice)
        const tree = parse(source)[0]
        // The library writes some texts in a way that no YAML program reads: a colon alone on a line, half an emoji.
        fc.pre(tree?.problems.length === 0)
        const scalar = scalarIn(tree.root)
        if (!scalar) throw new Error(`no scalar in ${source}`)
        seen.set(scalar.style, (seen.get(scalar.style) ?? 0) + 1)
        const inside = insideOf(source)
        for (let i = 0; i < scalar.text.length; i++) {
          const { start, end } = inside(scalar, i, i + 1)
          expect(start).toBeGreaterThanOrEqual(scalar.start)
          expect(end).toBeLessThanOrEqual(scalar.end)
          if (!/\s/.test(scalar.text.charAt(i))) expect([i, meant(source.slice(start, end), scalar)]).toEqual([i, scalar.text.charAt(i)])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('was looked for in all styles', () => {
    expect([...seen.keys()].sort()).toEqual(['double', 'folded', 'literal', 'plain', 'single'])
  })

  it('comes behind the one before it', () => {
    fc.assert(
      fc.property(written, (choice) => {
        const source = write(choice)
        const scalar = scalarIn(parse(source)[0]?.root)
        const inside = insideOf(source)
        const starts = [...(scalar?.text ?? '')].map((_, i) => (scalar ? inside(scalar, i, i + 1).start : -1))
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }),
    )
  })
})
