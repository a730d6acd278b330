import { describe, expect, it } from 'vitest'
import { needed, notBefore } from '../../client/commands/words.ts'
import { lengthSentences, shortLength } from '../../client/length.ts'
import { summaryOf } from '../../client/summary.ts'

describe('answers that a writer types', () => {
  it('know which day comes last', () => {
    const late = (first: string, date: string) => notBefore(first, 'too early')(date)
    expect(late('2024-06-27', '2024-06-26')).toBe('too early')
    expect(late('2024-06-27', '2024-06')).toBeUndefined()
    expect(late('2024', '2024-01-01')).toBeUndefined()
    expect(late('2024-06-27', '')).toBeUndefined()
  })

  it('are asked for again where something is needed', () => {
    expect(needed('')).toBe('This is needed.')
    expect(needed('Talks')).toBeUndefined()
  })
})

describe('the sum of findings', () => {
  it.each([
    [{ errors: 0, warnings: 0, infos: 0, hints: 0 }, undefined],
    [{ errors: 1, warnings: 0, infos: 0, hints: 0 }, '1 error'],
    [{ errors: 2, warnings: 1, infos: 0, hints: 0 }, '2 errors and 1 warning'],
    [{ errors: 1200, warnings: 2, infos: 1, hints: 1 }, '1,200 errors, 2 warnings and 2 remarks'],
  ])('of %j is %j', (counts, words) => {
    expect(summaryOf(counts)).toBe(words)
  })
})

describe('the length of a file', () => {
  const findings = { errors: 0, warnings: 0, infos: 0, hints: 0 }

  it.each([
    [{}, undefined, []],
    [{ words: 0, limit: 900, minutes: 0, bluf: { words: 0, limit: 60 } }, '0/900 words', ['The brief has 0 of 900 words.']],
    [
      { words: 812, limit: 1000, minutes: 3, bluf: { words: 48, limit: 60 } },
      '812/1,000 words, 3 min',
      ['The brief has 812 of 1,000 words.', 'Its bottom line has 48 of 60 words.', 'It takes about 3 minutes to read.'],
    ],
    [
      { words: 1203, limit: 1000, minutes: 5, bluf: { words: 61, limit: 60 } },
      '1,203/1,000 words, 5 min',
      [
        'The brief has 1,203 of 1,000 words, 203 too many.',
        'Its bottom line has 61 of 60 words, 1 too many.',
        'It takes about 5 minutes to read.',
      ],
    ],
    [
      { words: 1, minutes: 1, bluf: { words: 1 } },
      '1 word, 1 min',
      ['The brief has 1 word.', 'Its bottom line has 1 word.', 'It takes about 1 minute to read.'],
    ],
  ] as const)('of %j is told', (length, short, sentences) => {
    expect(shortLength({ ...findings, ...length })).toBe(short)
    expect(lengthSentences({ ...findings, ...length })).toEqual(sentences)
  })
})
