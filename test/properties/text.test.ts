import distance from 'damerau-levenshtein'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, type Edit, lineStarts, lineText, nearest, placeAt } from '../../server/core/index.ts'
import { foldTight } from '../../server/core/text/words.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r', '\r\n', '\u2028'), maxLength: 40 })

/** The same, counted without cleverness: walk to the offset and begin anew behind each line break. */
function naivePlace(whole: string, offset: number): { line: number; column: number } {
  const lines = whole.slice(0, offset).split(/\r\n|\r|\n/)
  // Between CR and LF one is still on the line that they end.
  const between = whole[offset - 1] === '\r' && whole[offset] === '\n'
  const line = lines.length - (between ? 1 : 0)
  return { line, column: (between ? (lines[line - 1] ?? '').length + 1 : (lines.at(-1) ?? '').length) + 1 }
}

describe('lines', () => {
  it('are counted as a patient reader counts them', () => {
    fc.assert(
      fc.property(text, fc.nat(50), (whole, at) => {
        const offset = Math.min(at, whole.length)
        expect(placeAt(lineStarts(whole), offset)).toEqual(naivePlace(whole, offset))
      }),
    )
  })

  it('put together are the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const starts = lineStarts(whole)
        const lines = starts.map((_, i) => lineText(whole, starts, i + 1))
        expect(lines).toEqual(whole.split(/\r\n|\r|\n/))
      }),
    )
  })
})

/** Stretches of a text in turn left alone and replaced: edits that do not touch, and what must come of them. */
const pieces = fc.array(
  fc.record({ kept: fc.string({ minLength: 1, maxLength: 5 }), gone: fc.string({ maxLength: 5 }), put: fc.string({ maxLength: 5 }) }),
  { maxLength: 8 },
)

function editing(parts: readonly { kept: string; gone: string; put: string }[]): { before: string; after: string; edits: Edit[] } {
  let before = ''
  const edits: Edit[] = []
  for (const { kept, gone, put } of parts) {
    before += kept
    edits.push({ span: { start: before.length, end: before.length + gone.length }, text: put })
    before += gone
  }
  return { before, after: parts.map(({ kept, put }) => kept + put).join(''), edits }
}

describe('edits', () => {
  it('change what they name and nothing else, in whatever order they come', () => {
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.nat()), (parts, stream) => {
        const { before, after, edits } = editing(parts)
        const shuffled = edits.map((edit) => ({ edit, at: stream.next().value ?? 0 })).sort((a, b) => a.at - b.at)
        expect(
          applyEdits(
            before,
            shuffled.map(({ edit }) => edit),
          ),
        ).toBe(after)
      }),
    )
  })

  it('can be taken back', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const forth = editing(parts)
        const back = editing(parts.map(({ kept, gone, put }) => ({ kept, gone: put, put: gone })))
        expect(applyEdits(forth.after, back.edits)).toBe(forth.before)
      }),
    )
  })

  it('of two that overlap leave out the one that starts later', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 20 }), fc.nat(), (whole, seed) => {
        const start = seed % (whole.length - 2)
        const first = { span: { start, end: start + 2 }, text: 'first' }
        const second = { span: { start: start + 1, end: whole.length }, text: 'second' }
        expect(applyEdits(whole, [second, first])).toBe(applyEdits(whole, [first]))
      }),
    )
  })
})

describe('the nearest word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeÉ日 ß-'), maxLength: 9 })

  it('is the first of those that a patient reader finds by comparing all', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 8 }), (written, candidates) => {
        const target = foldTight(written)
        const most = Math.min(3, Math.max(1, Math.floor(target.length / 3)))
        const slips = candidates.map((candidate) => distance(target, foldTight(candidate)).steps)
        const fewest = Math.min(...slips)
        const expected = fewest <= most ? candidates[slips.indexOf(fewest)] : undefined
        // A candidate that is shorter as it was typed is out, though folding may write out its letters.
        fc.pre(!candidates.some((candidate) => candidate.length < foldTight(candidate).length))
        expect(nearest(written, candidates)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })
})
