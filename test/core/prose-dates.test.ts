import { describe, expect, it } from 'vitest'
import { periodsIn } from '../../server/core/model/prose-dates.ts'

describe('periods in prose', () => {
  it.each([
    ['held from 22 April to 10 May 2024', '2024-04-22 2024-05-10: 22 April to 10 May 2024'],
    ['on 3-4 April 2024', '2024-04-03 2024-04-04: 3-4 April 2024'],
    ['on 3 and 4 April 2024', '2024-04-03 2024-04-04: 3 and 4 April 2024'],
    ['6–8 November 2024', '2024-11-06 2024-11-08: 6–8 November 2024'],
    ['between 3 and 10 May 2024', '2024-05-03 2024-05-10: 3 and 10 May 2024'],
    ['27 December 2023 to 4 January 2024', '2023-12-27 2024-01-04: 27 December 2023 to 4 January 2024'],
    ['22 April\nuntil 10 May 2024', '2024-04-22 2024-05-10: 22 April\nuntil 10 May 2024'],
    ['April 22 to May 10, 2024', '2024-04-22 2024-05-10: April 22 to May 10, 2024'],
    ['Aug. 11, 2023', undefined],
    ['May 3-4, 2024', '2024-05-03 2024-05-04: May 3-4, 2024'],
    ['December 27, 2023 through January 4, 2024', '2023-12-27 2024-01-04: December 27, 2023 through January 4, 2024'],
    ['2024-04-22 to 2024-05-10', '2024-04-22 2024-05-10: 2024-04-22 to 2024-05-10'],
  ])('reads %s', (text, expected) => {
    const read = periodsIn(text).map(({ start, end, from, to }) => `${from} ${to}: ${text.slice(start, end)}`)
    expect(read).toEqual(expected === undefined ? [] : [expected])
  })

  it.each([
    'on 22 April 2024',
    'from 22 April to 10 May',
    'on 3 and 10 April 2024',
    '30 February to 3 March 2024',
    '10 May to 22 April 2024',
    'Articles 3-4 of May 2024',
    'in 2023-2024',
    'April to May 2024',
    'hull 71-72 May 2024',
  ])('leaves %s alone', (text) => {
    expect(periodsIn(text)).toEqual([])
  })

  it('takes time in proportion to the text', () => {
    const before = performance.now()
    for (const piece of ['3 ', '3-', 'May ', '3 May ', '2024-04-22 ', ' ', '3 to ']) periodsIn(piece.repeat(1e5 / piece.length))
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
