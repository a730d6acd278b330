import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../server/core/index.ts'
import { lintFiles } from '../support/check.ts'

/** What a suggestion that adds something makes of a text. */
const cases: readonly (readonly [name: string, rule: string, text: string, added: string])[] = [
  [
    'an entry between braces',
    'risk-mitigation',
    'chancery: brief/1\nrisks: [{ text: Fog., owner: Navy }]\n',
    'chancery: brief/1\nrisks: [{ text: Fog., owner: Navy, accept: true }]\n',
  ],
  [
    'an entry before a comma that ends the braces',
    'risk-mitigation',
    'chancery: brief/1\nrisks:\n  - {\n      text: Fog., # at sea\n    }\n',
    'chancery: brief/1\nrisks:\n  - {\n      text: Fog., accept: true, # at sea\n    }\n',
  ],
  [
    'an entry in its place among others, behind a comment on the line',
    'risk-mitigation',
    'chancery: brief/1\nrisks:\n  - text: Fog. # at sea\n    owner: Navy\n',
    'chancery: brief/1\nrisks:\n  - text: Fog. # at sea\n    accept: true\n    owner: Navy\n',
  ],
  [
    'an entry behind a block',
    'risk-mitigation',
    'chancery: brief/1\r\nrisks:\r\n- text: |\r\n    Fog.\r\n    And ice.\r\n\r\ntitle: Sea\r\n',
    'chancery: brief/1\r\nrisks:\r\n- text: |\r\n    Fog.\r\n    And ice.\r\n  accept: true\r\n\r\ntitle: Sea\r\n',
  ],
  [
    'an item between brackets',
    'options-status-quo',
    'chancery: brief/1\noptions: [{ id: a, title: A }, { id: b, title: B }]\n',
    'chancery: brief/1\noptions: [{ id: a, title: A }, { id: b, title: B }, { id: status-quo, title: Leave things as they are }]\n',
  ],
  [
    'an item below the last, without a line break at the end',
    'options-status-quo',
    'chancery: brief/1\noptions:\n- id: a\n  title: A\n- id: b\n  title: B',
    'chancery: brief/1\noptions:\n- id: a\n  title: A\n- id: b\n  title: B\n- { id: status-quo, title: Leave things as they are }',
  ],
  [
    'a part in its place in the document',
    'section-missing',
    'chancery: brief/1\nprofile: state-info-memo\nbluf: Talks.\n\nclaims: []\n',
    'chancery: brief/1\nprofile: state-info-memo\nbluf: Talks.\nbackground:\n\nclaims: []\n',
  ],
  [
    'nothing behind an alias',
    'risk-mitigation',
    'chancery: brief/1\nx-risk: &fog { text: Fog. }\nrisks: [*fog]\n',
    'chancery: brief/1\nx-risk: &fog { text: Fog. }\nrisks: [*fog]\n',
  ],
]

describe('a suggestion adds', () => {
  it.each(cases)('%s', async (_, rule, text, added) => {
    const found = (await lintFiles({ 'a.brief.yaml': text })).get('a.brief.yaml') ?? []
    const own = found.filter((finding) => finding.rule === rule)
    expect(own).toHaveLength(1)
    expect(own.every(({ fixes }) => fixes.every(({ safe }) => !safe))).toBe(true)
    const after = applyEdits(text, own[0]?.fixes[0]?.edits ?? [])
    expect(after).toBe(added)
    const left = (await lintFiles({ 'a.brief.yaml': after })).get('a.brief.yaml') ?? []
    expect(left.filter((finding) => finding.rule === 'yaml-syntax')).toEqual([])
  })
})
