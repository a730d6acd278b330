import { describe, expect, it } from 'vitest'
import type { Finding } from '../../server/core/index.ts'
import { citationsIn } from '../../server/core/model/citations.ts'
import { createPortfolio } from '../../server/core/workspace/portfolio.ts'
import { lintFiles } from '../support/check.ts'

/** Texts that nobody writes by hand, each of a kind that once took time in the square of its length. */

const engagement = 'chancery: engagement/1\nid: example\ntype: staff-talks\nstatus: completed\ndates: { start: 2024-05-14 }\n'

async function lint(path: string, text: string, files: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> {
  return (await lintFiles({ ...files, [path]: text })).get(path) ?? []
}

function many(n: number, line: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => line(i)).join('')
}

describe('an index', () => {
  it('takes in a file that cites a hundred thousand ids, and lets it go', () => {
    const portfolio = createPortfolio()
    const cites = (...ids: readonly string[]) => ({
      entries: [],
      terms: [],
      citations: ids.map((to) => ({ kind: 'engagement', to }) as const),
      remarks: [],
      targets: [],
    })
    portfolio.set('c', cites('e1'))
    portfolio.set('a', cites('e1'))
    portfolio.set('b', cites(...Array.from({ length: 100_000 }, (_, i) => `e${i}`)))
    expect(portfolio.cited('engagement', 'e1')).toEqual(['a', 'b', 'c'])
    portfolio.set('b', undefined)
    expect(portfolio.cited('engagement', 'e1')).toEqual(['a', 'c'])
    expect(portfolio.cited('engagement', 'e2')).toEqual([])
  })
})

describe('a search for the nearest word', () => {
  it('is made for each of thousands of unknown countries', async () => {
    const words = Array.from({ length: 4000 }, (_, i) => `Q${[...String(i)].map((d) => 'kjvxqzwbgy'[Number(d)]).join('')}`)
    const found = await lint('a.engagement.yaml', `${engagement}title: Talks\nparticipants:\n  - countries: [${words.join(', ')}]\n`)
    expect(found.filter(({ rule }) => rule === 'country-code')).toHaveLength(4000)
  })
})

describe('a text below tens of thousands of notes of origin', () => {
  it('is a copy as each of them says', async () => {
    const brief = 'chancery: brief/1\nid: example\ntitle: Talks\nprofile: state-info-memo\nstage: draft\ndate: 2026-11-02\n'
    const notes = many(40_000, () => '# x-from: house/note@1\n')
    const library = 'chancery: snippets/1\nid: house\nversion: 2\ntitle: Texts\nsnippets: []\n'
    const found = await lint('a.brief.yaml', `${brief}${notes}background: They met.\n`, { 'house.snippets.yaml': library })
    expect(found.map(({ rule }) => rule)).toContain('snippet-stale')
  })
})

describe('a long line', () => {
  const gap = ' '.repeat(100_000)

  it('of spaces in the place of a country is one mistake', async () => {
    const text = `${engagement}title: Talks\nparticipants:\n  - { country: "Japan${gap}x", role: host }\n  - { country: "Japan${gap}and${gap}Norway", role: host }\n`
    const found = await lint('a.engagement.yaml', text)
    const told = found.filter(({ rule }) => rule === 'country-code').map(({ message }) => message.slice(-150))
    expect(told).toEqual([expect.stringContaining('is not a country code'), expect.stringContaining('[JPN, NOR]')])
  })

  it.each([
    ['behind a value in need of quotes', `title: @Navy${gap}x${gap}# why\n`, `@Navy${gap}x`],
    ['inside brackets', `tags: [ @Navy${gap}x${gap}]\n`, `@Navy${gap}x`],
    ['inside a value with a colon', `title: a: b${gap}c${gap}# why\n`, `a: b${gap}c`],
  ])('of spaces %s is put in quotes as far as it goes', async (_, line, value) => {
    const text = `${engagement}${line}`
    const fix = (await lint('a.engagement.yaml', text))
      .flatMap(({ fixes }) => fixes)
      .find(({ title }) => title === 'Put the value in quotes')
    expect(fix?.edits.map(({ span }) => text.slice(span.start, span.end))).toEqual([value])
  })

  it('of backticks without an end is no code', () => {
    expect(citationsIn(`[@one] ${'x'.repeat(10)}\n${'`'.repeat(300_000)}`)).toEqual([{ id: 'one', from: 2, to: 5 }])
    expect(citationsIn('````\n[@one]\n```\n[@two]\n````\n[@three]').map(({ id }) => id)).toEqual(['three'])
  })
})

describe('thousands of the same mistake', () => {
  it('in the keys of a list are told once each', async () => {
    const text = `${engagement}title: Talks\nconcerns:\n${many(8000, () => '  - { kind: ethics, tetx: A concern }\n')}`
    const found = await lint('a.engagement.yaml', text)
    expect(found.filter(({ rule }) => rule === 'unknown-key')).toHaveLength(8000)
  })

  it('are silenced each by its own directive', async () => {
    const lines = many(
      8000,
      (i) => `  # chancery-disable-next-line unknown-key -- said ${i}\n  key${i}: "# chancery-disable-file unknown-key"\n`,
    )
    const found = await lint(
      'a.engagement.yaml',
      `${engagement}title: Talks\nvisit:\n${lines}  # chancery-disable-line unknown-key -- idle\n`,
    )
    expect(found.filter(({ rule }) => rule === 'unknown-key')).toEqual([])
    expect(found.filter(({ rule }) => rule.startsWith('suppression')).map(({ rule, start }) => [rule, start.line])).toEqual([
      ['suppression-unused', 16_008],
    ])
  })
})

describe('a configuration', () => {
  it('reads a file once, however many ways lead to it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 15 }, (_, i) => [
        `c${i}.yaml`,
        `chancery: config/1\nextends: [./c${i + 1}.yaml, ./c${i + 2}.yaml, ./c${i + 3}.yaml]\n`,
      ]),
    )
    const last = 'chancery: config/1\nrules: { bluf-length: "off" }\n'
    const text = 'chancery: config/1\nextends: [./c0.yaml, ./c0.yaml]\n'
    expect(await lint('chancery.yaml', text, { ...files, 'c15.yaml': last, 'c16.yaml': last, 'c17.yaml': last })).toEqual([])
  })

  it('says where a chain is too long', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`c${i}.yaml`, `chancery: config/1\nextends: ./c${i + 1}.yaml\n`]),
    )
    const found = await lint('chancery.yaml', 'chancery: config/1\nextends: [./c39.yaml, ./c0.yaml]\n', {
      ...files,
      'c40.yaml': 'chancery: config/1\n',
    })
    expect(found.map(({ rule, start, message }) => [rule, start.column, message])).toEqual([
      ['config-invalid', 23, expect.stringContaining('through more than 20 files')],
    ])
  })
})
