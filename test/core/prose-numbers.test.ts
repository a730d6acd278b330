import { describe, expect, it } from 'vitest'
import { numbersIn } from '../../server/core/model/prose-numbers.ts'

const read = (text: string) =>
  [...numbersIn(text)].map(({ value, counts, bound, start, end }) => `${bound} ${value} ${counts}: ${text.slice(start, end)}`)

describe('numbers in prose', () => {
  it.each([
    ['16,700 troops took part', 'exact 16700 personnel: 16,700'],
    ['with 90 000 personnel', 'exact 90000 personnel: 90 000'],
    ['about 16,000 military personnel', 'about 16000 personnel: 16,000'],
    ['more than 50 ships sailed', 'at-least 50 ships: 50'],
    ['up to 80 aircraft', 'at-most 80 aircraft: 80'],
    ['nearly 1,100 combat vehicles', 'nearly 1100 vehicles: 1,100'],
    ['a total of 16 thousand soldiers', 'exact 16000 personnel: 16 thousand'],
    ['over a total of 9,000 service members', 'at-least 9000 personnel: 9,000'],
    ['an estimated 500 troops or more', 'at-least 500 personnel: 500'],
    ['29 countries joined', 'exact 29 countries: 29'],
    ['31 States', 'exact 31 countries: 31'],
    ['trade rose 40 %', 'exact 40 per-cent: 40'],
    ['trade rose by 12.5 per cent', 'exact 12.5 per-cent: 12.5'],
    ['it cost $3.5 billion', 'exact 3500000000 money: 3.5 billion'],
    ['it cost EUR 250 million', 'exact 250000000 money: 250 million'],
    ['€400 a head', 'exact 400 money: 400'],
    ['home to 12 million people', 'exact 12000000 other: 12 million'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it.each([
    'in May 2024 troops left',
    'on 22 April 2024',
    'Resolution 1325',
    'the USS Carl Vinson (CVN-70) and ships',
    '8,000-10,000 troops',
    'from 8,000 to 10,000 troops',
    '200 Australian troops',
    '9,000 land troops',
    'in 2024 States met',
    'at 10:30 troops left',
    'Article 5 States',
    'the 7th fleet',
  ])('leaves %s alone', (text) => {
    expect(read(text)).toEqual([])
  })

  it('takes time in proportion to the text', () => {
    const before = performance.now()
    for (const text of ['1'.repeat(1e5), '1,'.repeat(5e4), ' '.repeat(1e5), '1 '.repeat(5e4), '5 the '.repeat(2e4), '1 000 '.repeat(2e4)])
      read(text)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
