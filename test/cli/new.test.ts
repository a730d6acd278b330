import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { newBrief, newBriefOptions } from '../../server/cli/new/brief.ts'
import { newEngagement, newEngagementOptions } from '../../server/cli/new/engagement.ts'
import { readArguments } from '../../server/cli/options.ts'
import { isRefusal } from '../../server/cli/refusal.ts'
import { plain } from '../../server/cli/terminal.ts'
import { builtIn } from '../../server/core/index.ts'
import { type Case, check, folderWith, run } from '../support/cli.ts'
import { engagement } from '../support/sample.ts'

const today = '2026-11-23'

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

/** Runs a command here, with lines typed on a terminal where there are any. */
async function call(kind: 'engagement' | 'brief', args: readonly string[], folder: string, typed?: readonly string[]) {
  const input = new PassThrough()
  const said: string[] = []
  const printed: string[] = []
  const shell = {
    cwd: folder,
    today,
    input,
    out: {
      screen: plain,
      write: (text: string) => {
        printed.push(text)
      },
    },
    err: {
      screen: plain,
      write: (text: string) => {
        said.push(text)
      },
    },
    dialogue: typed ? { input, output: new PassThrough() } : undefined,
  }
  if (typed) input.end(typed.map((line) => `${line}\n`).join(''))
  const [command, options] = kind === 'brief' ? [newBrief, newBriefOptions] : [newEngagement, newEngagementOptions]
  const status = await command(readArguments(args, `new ${kind}`, options), shell).catch((error: unknown) =>
    isRefusal(error) ? error.message : Promise.reject(error),
  )
  return { status, printed: printed.join(''), said: said.join('') }
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
    const { status, printed } = await call('engagement', [...given, ...[...block, ...also].flatMap((b) => answers[b] ?? [])], folderWith())
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
    const { status, said } = await call('engagement', ['--out', 'a'], folder, typed)
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
    expect(await call('engagement', [], folder, ['port call', 'A title'])).toMatchObject({ status: 'Stopped; nothing was written.' })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    [['--start', '2027-01'], 'planned'],
    [['--start', '2026-11-20', '--end', '2026-11-25'], 'ongoing'],
    [['--start', '2024'], 'completed'],
    [['--start', '2024', '--status', 'called off'], 'cancelled'],
  ])('with %j says that it is %s', async (dates, status) => {
    const { printed } = await call(
      'engagement',
      ['--stdout', '--type', 'staff-talks', '--title', 'Talks', '--country', 'JPN', '--country', 'PHL', ...dates],
      folderWith(),
    )
    expect(printed).toMatch(new RegExp(`^status: ${status}$`, 'm'))
  })

  it('keeps signature and force of an agreement apart', async () => {
    const args = ['--stdout', '--type', 'VFA', '--title', 'Access', '--country', 'JPN', '--country', 'PHL', '--instrument', 'treaty']
    expect((await call('engagement', args, folderWith())).printed).toMatch(/^status: negotiating$/m)
    expect((await call('engagement', [...args, '--signed', '2024-07-08'], folderWith())).printed).toMatch(/^status: signed$/m)
    expect((await call('engagement', [...args, '--signed', '2024-07-08', '--in-force', '2025-09-11'], folderWith())).printed).toMatch(
      /^status: in-force$[\s\S]*^agreement:\n {2}instrument: treaty\n {2}signed: 2024-07-08\n {2}in_force: 2025-09-11$/m,
    )
  })
})

describe('new brief', () => {
  it.each(builtIn.profiles.map(({ id }) => id))('%s lints clean', async (profile) => {
    const { status, printed } = await call(
      'brief',
      ['--stdout', '--profile', profile, '--title', 'Keep it: open', '--bluf', `Agree by March. ${'The talks cost little. '.repeat(9)}`],
      folderWith(),
    )
    expect(status).toBe(0)
    expect(printed).toContain(`profile: ${profile}`)
    expect(printed).toMatch(/^bluf: >-\n(?: {2}\S.*\n)+$/m)
  })

  it('is found clean by the program', () => {
    const args = [
      '--title',
      'Keep the channel open',
      '--profile',
      'UK submission',
      '--bluf',
      'Agree by March.',
      '--issue',
      'Whether to meet yearly.',
      '--background',
      'They met in May.',
      '--analysis',
      'A date is hard to cancel.',
      '--presentation',
      'No announcement.',
      '--decide-by',
      '2027-03-01',
      '--audience',
      'minister',
      '--to',
      'Minister',
      '--from',
      'Policy Office',
      '--date',
      '2026-11-20',
      '--out',
      'briefs/keep-open.brief.yaml',
    ]
    const { folder } = check({
      name: '',
      args: ['new', 'brief', '--today', today, ...args],
      status: 0,
      stdout: [/^Wrote briefs\/keep-open\.brief\.yaml\n/],
    })
    const text = readFileSync(join(folder, 'briefs/keep-open.brief.yaml'), 'utf8')
    expect(text).toMatch(/^id: keep-open$/m)
    // The parts stand in the order of the profile; what it needs besides follows in comments.
    expect(text.match(/^#? ?(?:bluf|issue|recommendations|timing|background|analysis|presentation):/gm)).toEqual([
      'bluf:',
      'issue:',
      'timing:',
      'background:',
      'analysis:',
      'presentation:',
      '# recommendations:',
    ])
    expect(run({ args: ['lint', '--today', today, '--fail-on', 'warning', folder] })).toMatchObject({ status: 0 })
  })

  it('asks on a terminal for what the profile needs', async () => {
    const folder = folderWith({ 'chancery.yaml': 'chancery: config/1\nprofile: idrc\n' })
    const { status, said } = await call('brief', [], folder, [
      'Keep the channel open',
      '',
      'Agree by March.',
      'They met in May.',
      '',
      '',
      '',
      'secretary',
      '',
      '',
    ])
    expect({ status, said }).toMatchObject({ status: 0 })
    const text = readFileSync(join(folder, 'keep-the-channel-open.brief.yaml'), 'utf8')
    expect(text).toMatch(
      /^profile: idrc .*\nstage: draft .*\ndate: 2026-11-23\naudience: minister\n\nbluf: Agree by March\.\n\nbackground: They met in May\.\n\n#/m,
    )
  })
})

const port = [
  'new',
  'engagement',
  '--type',
  'port-call',
  '--title',
  'Visit',
  '--country',
  'AUS',
  '--country',
  'PHL',
  '--start',
  '2024-05-03',
]
const refusals: readonly Case[] = [
  { name: 'nothing said', args: ['new', 'engagement'], status: 2, stderr: [/^chancery: --type is needed\. .*\n$/] },
  { name: 'a type that is not known', args: ['new', 'engagement', '--type', 'port cal'], status: 2, stderr: ['Did you mean port-call?'] },
  { name: 'no title', args: port.slice(0, 4), status: 2, stderr: ['--title is needed.'] },
  { name: 'one country', args: [...port.slice(0, 8), '--start', '2024'], status: 2, stderr: ['--country is needed twice'] },
  { name: 'a country that is not known', args: [...port, '--country', 'Norwegia'], status: 2, stderr: ['"Norwegia" is no country'] },
  {
    name: 'an organization that is not known',
    args: [...port, '--organization', 'nattoo'],
    status: 2,
    stderr: ['"nattoo" is no organization'],
  },
  { name: 'no fact for the block of the type', args: port, status: 2, stderr: ['--purpose is needed.'] },
  {
    name: 'a fact that the type has no place for',
    args: [...port, '--purpose', 'goodwill', '--medium', 'video'],
    status: 2,
    stderr: ['--medium does not belong to the type port-call'],
  },
  {
    name: 'a date that is none',
    args: [...port.slice(0, 10), '--start', '31/12/2024'],
    status: 2,
    stderr: ['--start: "31/12/2024" is no date'],
  },
  { name: 'an end before the start', args: [...port, '--end', '2024-05-01'], status: 2, stderr: ['cannot be before the first'] },
  {
    name: 'a status that does not fit',
    args: [...port, '--purpose', 'goodwill', '--status', 'in force'],
    status: 2,
    stderr: ['--status: "in force" is not among planned'],
  },
  {
    name: 'a month that is not over, without a status',
    args: [...port.slice(0, 10), '--start', '2026-11', '--today', today, '--purpose', 'goodwill'],
    status: 2,
    stderr: ['--status is needed.'],
  },
  { name: 'an id that is none', args: [...port, '--purpose', 'goodwill', '--id', 'Visit 2024'], status: 2, stderr: ['as visit-2024'] },
  {
    name: 'a title that makes no id',
    args: [...port.slice(0, 4), '--title', '訪問', ...port.slice(6), '--purpose', 'goodwill'],
    status: 2,
    stderr: ['--id is needed.'],
  },
  {
    name: 'a file that is there',
    args: [...port, '--purpose', 'goodwill'],
    files: { 'visit-2024.engagement.yaml': 'mine' },
    status: 2,
    stderr: ['Choose another id with --id.'],
  },
  {
    name: 'a file that is there, by its name',
    args: [...port, '--purpose', 'goodwill', '--out', 'visit-2024.engagement.yaml'],
    files: { 'visit-2024.engagement.yaml': 'mine' },
    status: 2,
    stderr: ['nothing is ever overwritten'],
  },
  {
    name: 'an id that another file has',
    args: [...port, '--purpose', 'goodwill', '--id', 'staff-talks-2024', '--out', 'b'],
    files: { 'a/staff-talks-2024.engagement.yaml': engagement },
    status: 2,
    stderr: [/^chancery: Nothing was written, .*\n {2}\S/],
  },
  {
    name: 'a name that says something else',
    args: [...port, '--purpose', 'goodwill', '--out', 'visit.brief.yaml'],
    status: 2,
    stderr: ['must end in .engagement.yaml'],
  },
  { name: 'words that belong to no option', args: ['new', 'brief', 'Keep', 'open'], status: 2, stderr: ['--title'] },
  { name: 'no profile', args: ['new', 'brief', '--title', 'x'], status: 2, stderr: ['--profile is needed.', 'think-tank'] },
  { name: 'no bottom line', args: ['new', 'brief', '--title', 'x', '--profile', 'idrc'], status: 2, stderr: ['--bluf is needed.'] },
  {
    name: 'text that is not ready',
    args: ['new', 'brief', '--title', 'x', '--profile', 'idrc', '--bluf', 'TODO'],
    status: 2,
    stderr: ['Nothing was written'],
  },
]

describe('new refuses', () => {
  it.each(refusals)('$name', (given) => {
    const { folder } = check(given)
    const there = Object.keys(given.files ?? {})
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())).toHaveLength(there.length)
    if (existsSync(join(folder, 'visit-2024.engagement.yaml')))
      expect(readFileSync(join(folder, 'visit-2024.engagement.yaml'), 'utf8')).toBe('mine')
  })
})
