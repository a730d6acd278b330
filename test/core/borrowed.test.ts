import { describe, expect, it } from 'vitest'
import { lintFiles } from '../support/check.ts'

const brief = (use: string, more = '') => `chancery: brief/1
id: talks
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
${more}snippets:
  - { use: house/${use} }
`

const house = `chancery: snippets/1
id: house
version: 1
title: Texts of the house
snippets:
  - { id: sound, title: Sound, scope: [brief.annexes], text: Prepared from open sources alone. }
  - { id: open, title: Open, scope: [brief.annexes], text: The costs are TBC. }
  - { id: past, title: Past, scope: [brief.background], text: The costs are TBC. }
  - { id: risk, title: Risk, scope: [brief.risks], yaml: { text: It rains., likelihood: rather likely, impact: low, mitigation: Wait., owner: Navy Staff } }
`

async function found(text: string): Promise<readonly string[]> {
  const all = (await lintFiles({ 'talks.brief.yaml': text, 'house.snippets.yaml': house })).get('talks.brief.yaml') ?? []
  return all.map(
    ({ rule, start, message, fixes }) =>
      `${start.line}:${start.column} ${rule}${fixes.length > 0 ? ' fix' : ''}${message.startsWith('In house/') ? ' in the library' : ''}`,
  )
}

describe('text that a brief takes in', () => {
  it.each([
    ['sound', '', []],
    ['open', '', ['10:12 todo in the library']],
    ['past', '', ['10:12 todo in the library']],
    // What the brief says itself is told once, at its own place.
    ['past', 'issue: The place is TBC.\n', ['9:21 todo', '11:12 todo in the library']],
    ['risk', '', ['10:12 likelihood-term in the library']],
  ])('%s is judged with it, at the place where it is named', async (use, more, findings) => {
    expect(await found(brief(use, more))).toEqual(findings)
  })

  it('can be silenced there, with a reason', async () => {
    const text = brief('open').replace('  - { use', '  # chancery-disable-next-line todo -- The costs come in March.\n  - { use')
    expect(await found(text)).toEqual([])
  })
})
