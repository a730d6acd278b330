import { describe, expect, it } from 'vitest'
import { json } from '../../server/cli/report/json.ts'
import { ruleUrl } from '../../server/cli/rule-url.ts'
import { lintText, memoryWorkspace, openProject } from '../../server/core/index.ts'
import { misspelt } from '../support/sample.ts'
import { runOf } from '../support/sample-run.ts'

describe('the address of a rule', () => {
  it.each([
    ['https://chancery.example', 'https://chancery.example/docs/rules/rec-owner.md'],
    ['https://chancery.example/briefs/?a=1', 'https://chancery.example/briefs/docs/rules/rec-owner.md'],
    ['https://github.com/house/chancery#readme', 'https://github.com/house/chancery/blob/HEAD/docs/rules/rec-owner.md'],
  ])('below %s', (homepage, url) => {
    expect(ruleUrl('rec-owner', homepage)).toBe(url)
  })

  it('is left out while there is no homepage, and stands beside the place where there is one', async () => {
    const project = await openProject(memoryWorkspace({}))
    const files = [lintText(project, 'a.brief.yaml', misspelt, { today: '2026-11-23' })]
    const entry = (url: string | undefined) => JSON.parse(json(runOf(files, { ruleUrl: () => url }))).files[0].findings[0]
    expect(Object.keys(entry(undefined))).toEqual(['rule', 'severity', 'message', 'start', 'end', 'fixes', 'related'])
    expect(Object.keys(entry('x:y'))).toEqual(['rule', 'severity', 'message', 'start', 'end', 'url', 'fixes', 'related'])
  })
})
