import { describe, expect, it } from 'vitest'
import { applySafeFixes, lintFiles } from '../support/check.ts'

/** What a safe fix makes of a text; where it would have to guess, the text stays as it is. */
const cases: readonly (readonly [name: string, path: string, text: string, fixed: string])[] = [
  [
    'keeps the line break behind a block',
    'a.engagement.yaml',
    'chancery: engagement/1\nid: |\n  Rimpac 2024\ntype: staff-talks\n',
    'chancery: engagement/1\nid: rimpac-2024\ntype: staff-talks\n',
  ],
  [
    'keeps a comment in the header of a block',
    'a.engagement.yaml',
    'chancery: engagement/1\nid: | # short\n  Rimpac 2024\n',
    'chancery: engagement/1\nid: | # short\n  Rimpac 2024\n',
  ],
  [
    'takes a quoted number as it is written',
    'a.engagement.yaml',
    'chancery: engagement/1\nlocation: { coordinates: { lat: "51.500", lon: 7.5 } }\n',
    'chancery: engagement/1\nlocation: { coordinates: { lat: 51.5, lon: 7.5 } }\n',
  ],
  [
    'does not guess what a point means',
    'a.brief.yaml',
    'chancery: brief/1\noptions: [{ id: a, cost: { amount: "1,500", currency: EUR } }]\n',
    'chancery: brief/1\noptions: [{ id: a, cost: { amount: "1,500", currency: EUR } }]\n',
  ],
  [
    'drops the commas of a count',
    'a.engagement.yaml',
    'chancery: engagement/1\niteration: "1,250"\n',
    'chancery: engagement/1\niteration: 1250\n',
  ],
  [
    'makes one entry of one text',
    'a.brief.yaml',
    'chancery: brief/1\noptions:\n  - { id: a }\n  - id: b\n    pros: It is cheap, and quick\n    cons: see [1] there\n',
    'chancery: brief/1\noptions:\n  - { id: a }\n  - id: b\n    pros: ["It is cheap, and quick"]\n    cons: ["see [1] there"]\n',
  ],
  ['puts no first line before brackets', 'a.brief.yaml', '{ id: a }\n', '{ id: a }\n'],
  ['puts no first line before an indented text', 'a.brief.yaml', '  id: a\n  title: b\n', '  id: a\n  title: b\n'],
  ['puts no first line into a document mark', 'a.brief.yaml', '---\n# nothing\n', '---\n# nothing\n'],
  ['puts the first line behind a document mark', 'a.brief.yaml', '---\nid: a\n', '---\nchancery: brief/1\nid: a\n'],
  [
    'does not hand an anchor on',
    'a.engagement.yaml',
    'chancery: engagement/1\nparticipants: [{ countries: [JPN, &a JPN, PHL] }]\nlocation: { country: *a }\n',
    'chancery: engagement/1\nparticipants: [{ countries: [JPN, &a JPN, PHL] }]\nlocation: { country: *a }\n',
  ],
  [
    'finds its place behind an escaped picture',
    'a.brief.yaml',
    'chancery: brief/1\nid: A B\nbackground: "\\U0001F600 TBD"\n',
    'chancery: brief/1\nid: a-b\nbackground: "\\U0001F600 TBD"\n',
  ],
]

describe('a safe fix', () => {
  it.each(cases)('%s', async (_, path, text, fixed) => {
    const found = await lintFiles({ [path]: text })
    expect(applySafeFixes({ [path]: text }, found)).toEqual({ [path]: fixed })
  })
})

describe('a place in a text', () => {
  it('is right behind an escape that stands for two characters', async () => {
    const text = 'chancery: brief/1\nbackground: "\\U0001F600 Hello TBD there"\n'
    const found = (await lintFiles({ 'a.brief.yaml': text })).get('a.brief.yaml')?.find((f) => f.rule === 'todo')
    expect(text.slice(found?.span.start, found?.span.end)).toBe('TBD')
  })
})

describe('a text made to keep a reader busy', () => {
  const chain = (link: (i: number) => string, count: number) =>
    `chancery: brief/1\n${Array.from({ length: count }, (_, i) => link(i)).join('\n')}\n`

  it('by merge keys within merge keys is given up in time', async () => {
    const text = `chancery: brief/1\nx-a0: &a0 { p: 1, q: 2 }\n${Array.from({ length: 30 }, (_, i) => `x-a${i + 1}: &a${i + 1} { p: { <<: *a${i} }, q: { <<: *a${i} } }`).join('\n')}\n`
    const rules = (await lintFiles({ 'a.brief.yaml': text })).get('a.brief.yaml')?.map((f) => f.rule)
    expect(rules).toContain('yaml-syntax')
  })

  it('by a long chain of merge keys is read', async () => {
    const text = chain((i) => (i === 0 ? 'x-0: &a0 { k0: 1 }' : `x-${i}: &a${i} { <<: *a${i - 1}, k${i}: 1 }`), 4000)
    expect((await lintFiles({ 'a.brief.yaml': text })).get('a.brief.yaml')?.length).toBeGreaterThan(0)
  })
})
