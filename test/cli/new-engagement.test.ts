import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtIn } from '../../server/core/index.ts'
import { check, folderWith, run } from '../support/cli.ts'
import { newFile, today } from '../support/new-file.ts'
import { engagement } from '../support/sample.ts'

/** What the blocks ask for, in the words of a writer. */
const answers: Readonly<Record<string, readonly string[]>> = {
  exercise: ['--form', 'TTX'],
  cyber: ['--aspect', 'threat-sharing'],
  visit: ['--purpose', 'goodwill'],
  agreement: ['--instrument', 'MoU'],
  channel: ['--medium', 'secure phone'],
  csbm: ['--regime', 'Vienna Document'],
  operation: ['--consent', 'yes'],
  education: ['--institution', 'Staff College'],
  industry: ['--programme', 'Mission: help'],
}

describe('new engagement', () => {
  it.each(builtIn.engagementTypes)('$id lints clean', async ({ id, temporal, block, also }) => {
    const date = temporal[0] === 'instrument' ? '--signed' : '--start'
    const given = [
      '--type',
      id,
      '--title',
      'Talks: "first" round #1',
      '--country',
      'Norway',
      '--country',
      'Türkiye',
      date,
      '2024-05-03',
      '--stdout',
    ]
    const { status, printed } = await newFile(
      'engagement',
      [...given, ...[...block, ...also].flatMap((b) => answers[b] ?? [])],
      folderWith(),
    )
    // What is written was checked before; a refusal would be in the place of the status.
    expect(status).toBe(0)
    expect(printed).toContain(`type: ${id}`)
  })

  it('is found clean by the program', () => {
    const args = [
      '--type',
      'joint drill',
      '--title',
      'Exercise Northern Light',
      '--country',
      'Norway',
      '--country',
      'Sweden, Finland',
      '--organization',
      'NATO',
      '--start',
      '3 May 2024',
      '--end',
      '2024-05-10',
      '--form',
      'TTX',
      '--out',
      'engagements',
    ]
    const { folder } = check({
      name: '',
      args: ['new', 'engagement', '--today', today, ...args],
      status: 0,
      stdout: [
        /^Wrote engagements\/exercise-northern-light-2024\.engagement\.yaml\nNext: /,
        'chancery lint engagements/exercise-northern-light-2024.engagement.yaml',
      ],
    })
    const text = readFileSync(join(folder, 'engagements/exercise-northern-light-2024.engagement.yaml'), 'utf8')
    expect(text).toMatch(/^status: completed\ndates: \{ start: 2024-05-03, end: 2024-05-10 \}$/m)
    expect(text).toMatch(/^participants:\n {2}- \{ country: NOR \} +# Norway\n {2}- \{ country: SWE \}/m)
    expect(text).toMatch(/^exercise:\n {2}form: \[table-top\]$/m)
    expect(run({ args: ['lint', '--today', today, '--fail-on', 'warning', folder] })).toMatchObject({ status: 0 })
  })

  it('asks on a terminal, and asks again', async () => {
    const folder = folderWith({ 'a/x.engagement.yaml': engagement })
    const typed = [
      'deck landing',
      '2',
      '',
      'HMAS Sydney in Manila',
      'Australia',
      'Australia, Phillipines',
      '03/04/2026',
      '3 March 2026',
      '1 March 2026',
      '',
      'courtesy',
      '',
      '',
    ]
    const { status, said } = await newFile('engagement', ['--out', 'a'], folder, typed)
    expect({ status, said }).toMatchObject({ status: 0 })
    const text = readFileSync(join(folder, 'a/hmas-sydney-in-manila-2026.engagement.yaml'), 'utf8')
    expect(text).toMatch(/^type: port-call .*\ntitle: HMAS Sydney in Manila\nstatus: completed\ndates: \{ start: 2026-03-03 \}$/m)
    expect(text).toMatch(/^visit:\n {2}purpose: goodwill$/m)
    for (const words of [
      '"deck landing" is no type',
      'Naval port call',
      'at least 2 parties',
      'Australia (AUS), Philippines (PHL)',
      '"03/04/2026" is no date',
      'cannot be before the first',
    ])
      expect(said).toContain(words)
  })

  it('writes nothing when the writer stops', async () => {
    const folder = folderWith()
    expect(await newFile('engagement', [], folder, ['port call', 'A title'])).toMatchObject({ status: 'Stopped; nothing was written.' })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    [['--start', '2027-01'], 'planned'],
    [['--start', '2026-11-20', '--end', '2026-11-25'], 'ongoing'],
    [['--start', '2024'], 'completed'],
    [['--start', '2024', '--status', 'called off'], 'cancelled'],
  ])('with %j says that it is %s', async (dates, status) => {
    const { printed } = await newFile(
      'engagement',
      ['--stdout', '--type', 'staff-talks', '--title', 'Talks', '--country', 'JPN', '--country', 'PHL', ...dates],
      folderWith(),
    )
    expect(printed).toMatch(new RegExp(`^status: ${status}$`, 'm'))
  })

  it('keeps signature and force of an agreement apart', async () => {
    const args = ['--stdout', '--type', 'VFA', '--title', 'Access', '--country', 'JPN', '--country', 'PHL', '--instrument', 'treaty']
    expect((await newFile('engagement', args, folderWith())).printed).toMatch(/^status: negotiating$/m)
    expect((await newFile('engagement', [...args, '--signed', '2024-07-08'], folderWith())).printed).toMatch(/^status: signed$/m)
    expect((await newFile('engagement', [...args, '--signed', '2024-07-08', '--in-force', '2025-09-11'], folderWith())).printed).toMatch(
      /^status: in-force$[\s\S]*^agreement:\n {2}instrument: treaty\n {2}signed: 2024-07-08\n {2}in_force: 2025-09-11$/m,
    )
  })
})
