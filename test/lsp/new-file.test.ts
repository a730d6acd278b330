import { describe, expect, it } from 'vitest'
import { builtIn, memoryWorkspace } from '../../server/core/index.ts'
import type { Desk } from '../../server/lsp/answers.ts'
import { newFile, questions } from '../../server/lsp/new-file.ts'
import { createOffice } from '../../server/lsp/office.ts'
import type { NewFileParams } from '../../server/protocol.ts'
import { today } from '../support/files.ts'
import { engagement } from '../support/sample.ts'

const root = process.platform === 'win32' ? 'C:\\office' : '/office'

/** A desk over a few files in memory. */
function deskWith(files: Readonly<Record<string, string>>): Pick<Desk, 'office' | 'today' | 'folders'> {
  const office = createOffice({
    workspace: () => memoryWorkspace(files),
    rootOf: () => root,
    buffer: () => undefined,
    buffers: () => [],
    today: () => today,
  })
  return { office, today: () => today, folders: () => [root] }
}

const talks = {
  kind: 'engagement',
  type: 'staff-talks',
  title: 'Staff talks',
  start: '2024-05-14',
  countries: ['JPN', 'PHL'],
  folder: root,
} as const

describe('a new file', () => {
  it.each(builtIn.engagementTypes.map(({ id }) => id))('of the type %s is made from the answers to its questions', async (type) => {
    const desk = deskWith({})
    const asked = await questions(desk, { type })
    const blocks = Object.fromEntries(asked?.questions.map(({ block, choices }) => [block, [choices?.[0]?.id ?? 'One']]) ?? [])
    const when = asked?.dates === 'signature' ? { signed: '2024-05-14' } : { start: '2024-05-14' }
    const { title, countries, folder } = talks
    expect(await newFile(desk, { kind: 'engagement', type, title, countries, folder, blocks, ...when })).toMatchObject({
      fileName: 'staff-talks-2024.engagement.yaml',
      text: expect.stringContaining(`\ntype: ${type}`),
    })
  })

  it('has an id and a name that are free', async () => {
    const files = { 'a/staff-talks-2024.engagement.yaml': engagement, 'staff-talks-2024-2.engagement.yaml': '' }
    const desk = deskWith(files)
    expect(await newFile(desk, talks)).toMatchObject({
      fileName: 'staff-talks-2024-3.engagement.yaml',
      text: expect.stringContaining('\nid: staff-talks-2024-3\n'),
    })
    // Nothing of what was only proposed is remembered.
    expect(await newFile(desk, talks)).toMatchObject({ fileName: 'staff-talks-2024-3.engagement.yaml' })
  })

  it.each<[string, Partial<NewFileParams>, RegExp]>([
    ['the form of an exercise', { type: 'joint-exercise', form: 'table-top' }, /^exercise:\n {2}form: \[table-top\]$/m],
    ['a form where there is no place for one', { form: 'table-top' }, /^type: staff-talks/m],
    [
      'the day of a signature as the first day',
      { type: 'memorandum-of-understanding', blocks: { agreement: ['memorandum'] } },
      /^agreement:\n {2}instrument: .*\n {2}signed: 2024-05-14$/m,
    ],
  ])('is made from %s', async (_, change, text) => {
    expect(await newFile(deskWith({}), { ...talks, ...change } as NewFileParams)).toMatchObject({ text: expect.stringMatching(text) })
  })

  it('of a brief begins with its bottom line', async () => {
    const brief = { kind: 'brief', title: 'Keep it open', profile: 'idrc', folder: root } as const
    expect(await newFile(deskWith({}), brief)).toEqual({ problems: [expect.stringContaining('Write the bottom line')] })
    expect(await newFile(deskWith({}), { ...brief, bluf: 'Agree by March.' })).toMatchObject({ fileName: 'keep-it-open.brief.yaml' })
    expect(await newFile(deskWith({}), { ...brief, bluf: 'TODO' })).toEqual({ problems: [expect.stringContaining('TODO')] })
  })

  it('is asked for in the words of the team', async () => {
    const files = {
      'chancery.yaml': 'chancery: config/1\nvocabularies: [team.vocabulary.yaml]\n',
      'team.vocabulary.yaml':
        'chancery: vocabulary/1\nengagement_types:\n  reading-circle: { label: Reading circle, group: dialogue, temporal: [event], block: [education], definition: Officers read together. }\n',
    }
    expect(await questions(deskWith(files), { type: 'reading-circle' })).toMatchObject({ questions: [{ block: 'education' }] })
    expect(await questions(deskWith({}), { type: 'reading-circle' })).toBeNull()
  })
})
