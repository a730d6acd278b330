import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtIn } from '../../server/core/index.ts'
import { check, folderWith, run } from '../support/cli.ts'
import { newFile, today } from '../support/new-file.ts'

describe('new brief', () => {
  it.each(builtIn.profiles.map(({ id }) => id))('%s lints clean', async (profile) => {
    const { status, printed } = await newFile(
      'brief',
      ['--stdout', '--profile', profile, '--title', 'Keep it: open', '--bluf', `Agree by March. ${'The talks cost little. '.repeat(9)}`],
      folderWith(),
    )
    expect(status).toBe(0)
    expect(printed).toContain(`profile: ${profile}`)
    expect(printed).toMatch(/^bluf: >-\n(?: {2}\S.*\n)+$/m)
  })

  it('is found clean by the program', () => {
    const texts =
      '--issue|Whether to meet yearly.|--background|They met in May.|--analysis|A date is hard to cancel.|--presentation|No announcement.'
    const frame =
      '--title|Keep the channel open|--profile|UK submission|--bluf|Agree by March.|--to|Minister|--from|Policy Office|--audience|minister'
    const dates = '--decide-by|2027-03-01|--date|2026-11-20|--out|briefs/keep-open.brief.yaml'
    const args = [texts, frame, dates].flatMap((part) => part.split('|'))
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
    const { status, said } = await newFile('brief', [], folder, [
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
