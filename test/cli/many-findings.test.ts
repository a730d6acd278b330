import { expect, it } from 'vitest'
import { run } from '../support/cli.ts'

/** Only the rule in question, for any other would be counted too. */
const config = `chancery: config/1
rules: { section-missing: off, brief-length: off, bluf-no-ask: off }
`

const brief = `chancery: brief/1
id: many
title: Many gaps
profile: idrc
stage: draft
date: 2024-05-01
bluf: Agree.
background: |
${'  The number is TBC.\n'.repeat(1200)}`

it('shows people as many findings of one file as anybody reads, and programs all of them', () => {
  const files = { 'many.brief.yaml': brief, 'chancery.yaml': config }
  const shown = run({ args: ['lint'], files })
  expect(shown.stdout).toContain('700 more findings in this file')
  expect(shown.stdout).toContain('1,200 warnings in 1 of 2 files')
  expect(shown.stdout.match(/TBC" stands/g)).toHaveLength(500)
  expect(JSON.parse(run({ args: ['lint', '--format', 'json'], files }).stdout).files[0].findings).toHaveLength(1200)
})
