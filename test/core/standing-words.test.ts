import { expect, it } from 'vitest'
import { standingWords } from '../../server/core/features/standing-words.ts'
import type { Engagement } from '../../server/core/index.ts'
import { builtIn } from '../../server/core/schema/built-in.generated.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { today } from '../support/files.ts'

const vocabulary = vocabularyOf(builtIn)
const treaty = 'visiting-forces-agreement'

const cases: readonly (readonly [words: string | undefined, engagement: Engagement])[] = [
  ['in force since 12 May 2022', { type: treaty, status: 'in-force', agreement: { signed: '2021-03', in_force: '2022-05-12' } }],
  ['in force since 2026', { type: treaty, status: 'in-force', agreement: { in_force: '2026' } }],
  ['in force since 12 May 2022, now suspended', { type: treaty, status: 'suspended', agreement: { in_force: '2022-05-12' } }],
  ['in force', { type: treaty, status: 'in-force' }],
  ['suspended', { type: treaty, status: 'suspended', agreement: { in_force: 'last year' } }],
  ['not yet in force', { type: treaty, status: 'signed', agreement: { signed: '2026-10-01' } }],
  ['not yet in force', { type: treaty, status: 'negotiating' }],
  ['not yet in force, but from 1 January 2027', { type: treaty, status: 'signed', agreement: { in_force: '2027-01-01' } }],
  ['applied since 1 October 2026, not yet in force', { type: treaty, status: 'signed', agreement: { provisional_from: '2026-10-01' } }],
  ['no longer in force since 2 August 2019', { type: treaty, status: 'terminated', agreement: { in_force: '1988', ended: '2019-08-02' } }],
  ['no longer in force', { type: treaty, status: 'terminated', agreement: { in_force: '1988' } }],
  [undefined, { type: treaty, status: 'signed', agreement: { signed: '2023-08-18', binding: false } }],
  [undefined, { type: treaty }],
  ['since 30 August 1963', { type: 'hotline', status: 'active', dates: { start: '1963-08-30' } }],
  ['since 2020, now dormant', { type: 'hotline', status: 'dormant', dates: { start: '2020' } }],
  ['since 2020, until June 2030', { type: 'hotline', status: 'active', dates: { start: '2020', end: '2030-06' } }],
  ['ended June 2021', { type: 'hotline', status: 'closed', dates: { start: '2020', end: '2021-06' } }],
  ['closed', { type: 'hotline', status: 'closed', dates: { start: '2020' } }],
  ['from March 2027', { type: 'hotline', status: 'planned', dates: { start: '2027-03' } }],
  [undefined, { type: 'hotline', status: 'active', dates: { start: 'soon' } }],
  [undefined, { type: 'port-call', status: 'completed', dates: { start: '2020' } }],
  [undefined, { type: 'no-such-type', dates: { start: '2020' } }],
]

it.each(cases)('says %s', (words, engagement) => {
  expect(standingWords(engagement, vocabulary, today)).toBe(words)
})
