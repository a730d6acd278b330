import { describe, expect, it } from 'vitest'
import { examples, run } from '../support/cli.ts'

/** A library of these snippets. */
function library(snippets: string, id = 'house'): string {
  return `chancery: snippets/1\nid: ${id}\nversion: 1\ntitle: Texts\nsnippets:\n${snippets}`
}

const sound = `  - { id: note, title: Note, scope: [brief.annexes, engagement.notes], params: { office: { required: true, label: Your office } }, text: "By {{office}}." }
  - { id: risk, title: Rain, scope: [brief.risks], params: { how: { choices: [unlikely, likely] } }, yaml: { text: It rains., likelihood: "{{how}}", impact: low, mitigation: Wait., owner: Staff } }
  - { id: allies, title: Allies, scope: [engagement.participants], generate: { organization: nato, on: "{{dates.start}}" } }
`

describe('chancery snippets list', () => {
  it('names each snippet with its title, its places and its uses', () => {
    const { status, stdout } = run({ args: ['snippets', 'list'], folder: examples })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^house\/open-source-note +Open-source note +brief\.annexes +used in 3$/m)
    const names = stdout.split('\n').map((line) => line.split(' ')[0])
    expect(names.filter((name) => name?.startsWith('house/'))).toHaveLength(5)
    expect(names).toContain('chancery-participants/nato-members')
  })

  it('says that there are none, where the team wants none of Chancery either', () => {
    const files = { 'chancery.yaml': 'chancery: config/1\nbuilt_in_libraries: false\n' }
    expect(run({ args: ['snippets', 'list'], files })).toMatchObject({ status: 0, stdout: expect.stringContaining('no snippet') })
  })
})

describe('chancery snippets show', () => {
  const shown = (name: string) => run({ args: ['snippets', 'show', name], files: { 'house.snippets.yaml': library(sound) } })

  it.each([
    ['house/note', ['Note', 'For: brief.annexes, engagement.notes', 'Asks for office: Your office; needed', '', 'By [Your office].']],
    ['house/risk', ['Asks for how: one of unlikely, likely', 'text: It rains.', 'likelihood: unlikely', 'owner: Staff']],
    ['house/allies', [expect.stringMatching(/^- countries: \[BEL, CAN,/), '  as: member']],
  ])('%s as it would stand in a file', (name, lines) => {
    const { status, stdout } = shown(name)
    expect(status).toBe(0)
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(lines))
  })

  it('asks for a name that there is', () => {
    expect(shown('house/note-').stderr).toContain('Did you mean house/note?')
    expect(run({ args: ['snippets', 'show'] })).toMatchObject({ status: 2, stderr: expect.stringContaining('Which snippet?') })
  })
})

describe('chancery snippets check', () => {
  const checked = (snippets: string) =>
    run({ args: ['snippets', 'check', 'texts'], files: { 'texts/house.snippets.yaml': library(snippets) } })

  it('passes a sound library, each snippet at each place with each choice', () => {
    expect(checked(sound)).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing to report') })
    expect(checked(sound).stdout).toContain('19 trials')
  })

  it.each([
    [
      'a key that does not belong there',
      '{ id: a, title: A, scope: [brief.risks], yaml: { txt: It rains. } }',
      'There is no key "txt" at this place. Did you mean text?',
    ],
    [
      'a choice that is no value there',
      '{ id: a, title: A, scope: [brief.risks], params: { c: { choices: [low, perhaps] } }, yaml: { text: It rains., impact: "{{c}}" } }',
      'At brief.risks with c: perhaps:',
    ],
    ['a text where a part is needed', '{ id: a, title: A, scope: [brief.timing], text: Soon. }', 'A text cannot stand at brief.timing'],
    ['one of several places', '{ id: a, title: A, scope: [brief.background, brief.risks], text: Soon. }', undefined],
    [
      'a code that is none',
      '{ id: a, title: A, scope: [engagement.participants], yaml: [{ country: XXY, role: host }] }',
      '"XXY" is not a country code',
    ],
    ['a blank that nothing fills', '{ id: a, title: A, scope: [brief.annexes], text: "{{x}}" }', 'Nothing fills in "x"'],
    ['a place that is none', '{ id: a, title: A, scope: [brief.nothing], text: x }', 'There is no "nothing" in brief'],
  ])('finds %s', (_, snippet, words) => {
    const { status, stdout } = checked(`  - ${snippet}\n`)
    expect(status).toBe(words === undefined ? 0 : 1)
    if (words !== undefined) expect(stdout).toContain(words)
  })

  it('passes the library of the examples, and without a path those of Chancery as well', () => {
    const { status, stdout } = run({ args: ['snippets', 'check'], folder: examples, seconds: 60 })
    expect(status).toBe(0)
    expect(Number(/([\d,]+) trials/.exec(stdout)?.[1]?.replace(',', ''))).toBeGreaterThan(500)
  })

  it('tells where there is nothing to check, and what cannot be read', () => {
    expect(run({ args: ['snippets', 'check', '.'], files: { 'a.brief.yaml': 'chancery: brief/1\n' } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no snippet library'),
    })
    const broken = run({ args: ['snippets', 'check', '.'], files: { 'a.snippets.yaml': 'chancery: snippets/1\nid: [\n' } })
    expect(broken.status).toBe(1)
  })
})
