import { describe, expect, it } from 'vitest'
import { catalogue, checkLibrary, openFile } from '../../server/core/index.ts'
import { trySnippets } from '../../server/core/lint/snippet-trials.ts'
import { aboutOtherFiles, aboutTheRest } from '../../server/core/lint/trial-files.ts'
import { projectOf, today } from '../support/files.ts'

const library = `chancery: snippets/1
id: house
version: 1
snippets:
  - { id: advice, title: Advice, scope: [brief.recommendations], yaml: { text: Meet again., option: wait, owner: Navy Staff, due: 2026-12, supported_by: [c1] } }
  - { id: cited, title: Cited, scope: [brief.background], text: "They met in May [@press-of-the-day]." }
`

describe('snippets that are tried at their places', () => {
  it('are excused by rules that there are', () => {
    expect([...aboutTheRest, ...aboutOtherFiles].filter((id) => !catalogue.has(id))).toEqual([])
  })

  it('may name what the rest of the file is to have', async () => {
    const project = await projectOf({ 'house.snippets.yaml': library })
    const trials = trySnippets(project, openFile('house.snippets.yaml', library), { today })
    expect(new Set(trials.map(({ name }) => name))).toEqual(new Set(['house/advice', 'house/cited']))
    expect(trials.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('come to an end, and the library hears of it', async () => {
    const choices = Array.from({ length: 6000 }, (_, i) => `c${i}`).join(', ')
    const many = `${library}  - { id: many, title: Many, scope: [brief.annexes], params: { p: { choices: [${choices}] } }, text: "{{p}}" }\n`
    const project = await projectOf({ 'house.snippets.yaml': many })
    const trials = trySnippets(project, openFile('house.snippets.yaml', many), { today })
    expect(trials.length).toBeLessThan(3000)
    expect(trials.at(-1)?.faults.map(({ message }) => message)).toEqual([expect.stringContaining('tried no further than here')])
  })

  const wrongAt = (level: string, scope: string) => ({
    level,
    text: `chancery: snippets/1
id: house
version: 1
title: Texts
snippets:
  - { id: cost, title: Cost, scope: [${scope}], yaml: { category: cost, text: It costs more., impact: hgih, mitigation: Wait., owner: Navy Staff } }
`,
  })

  it.each([
    { ...wrongAt('error', 'brief.risks'), rules: ['snippet-body'] },
    { ...wrongAt('warning', 'brief.risks'), rules: ['snippet-body', 'unknown-value'] },
    { ...wrongAt('off', 'brief.risks'), rules: ['unknown-value'] },
    { ...wrongAt('error', 'brief.risks, brief.bluf'), rules: ['snippet-body', 'snippet-body'] },
  ])('are not told twice, and told where lint is silent: $level', async ({ level, text, rules }) => {
    const project = await projectOf({ 'house.snippets.yaml': text, 'chancery.yaml': `rules: { snippet-body: ${level} }\n` })
    const { report } = checkLibrary(project, openFile('house.snippets.yaml', text), { today })
    expect(report.findings.map(({ rule }) => rule).sort()).toEqual(rules)
  })
})
