import { expect, it } from 'vitest'
import { lintText, memoryWorkspace, openProject } from '../../server/core/index.ts'
import { misspelt } from '../support/sample.ts'

const line = '# chancery-disable-next-line unknown-key until=2030-01-01 -- Imported -- and to be mended.'
const file = '# chancery-disable-file unknown-key -- Not ours. until=2030-01-01'

it.each([
  ['the one beside the line', (text: string) => text.replace('titel', `${line}\ntitel`), 'Imported -- and to be mended.'],
  ['the one for the file', (text: string) => `${file}\n${text}`, 'Not ours.'],
  ['the nearer of two', (text: string) => `${file}\n${text.replace('titel', `${line}\ntitel`)}`, 'Imported -- and to be mended.'],
])('a silenced finding has the reason of %s', async (_name, write, reason) => {
  const project = await openProject(memoryWorkspace({}))
  const { findings, suppressed } = lintText(project, 'talks-at-sea.brief.yaml', write(misspelt), { today: '2026-11-23' })
  expect(findings).toEqual([])
  expect(suppressed.map(({ finding, reason: why }) => [finding.rule, why])).toEqual([['unknown-key', reason]])
})
