import { describe, expect, it } from 'vitest'
import { needed, notBefore } from '../../client/commands/words.ts'
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
