import { describe, expect, it } from 'vitest'
import { applyEdits, lintText, memoryWorkspace, openFile, openProject } from '../../server/core/index.ts'
import { mend } from '../../server/core/lint/mend.ts'
import { lone } from '../support/sample.ts'

const path = 'talks-at-sea.brief.yaml'
const today = '2026-11-23'

async function mended(text: string): Promise<string> {
  const project = await openProject(memoryWorkspace({ [path]: text }))
  return applyEdits(text, mend(project, openFile(path, text), { today }).edits)
}

async function told(text: string): Promise<readonly string[]> {
  const project = await openProject(memoryWorkspace({ [path]: text }))
  return lintText(project, path, text, { today }).findings.map(({ rule }) => rule)
}

/** What is left of a text when the needless directive in it has gone. */
const removals: readonly (readonly [name: string, text: string, left: string])[] = [
  ['a line of its own', `# chancery-disable-file todo -- why\n${lone}`, lone],
  [
    'a line that ends as in Windows',
    `${lone}# chancery-disable-file todo -- why\n`.replaceAll('\n', '\r\n'),
    lone.replaceAll('\n', '\r\n'),
  ],
  ['the last line, without a break', `${lone}# chancery-disable-file todo -- why`, lone],
  ['behind an entry', lone.replace('stage: draft', 'stage: draft  # chancery-disable-line todo -- why'), lone],
  [
    'behind another comment',
    lone.replace('stage: draft', 'stage: draft # so far # chancery-disable-line todo -- why'),
    lone.replace('stage: draft', 'stage: draft # so far'),
  ],
  ['of two rules neither of which is needed', `# chancery-disable-file todo,url-form -- why\n${lone}`, lone],
]

describe('a needless directive', () => {
  it.each(removals)('goes: %s', async (_, text, left) => {
    expect(await mended(text)).toBe(left)
  })

  it('keeps the rules that are needed, and its day', async () => {
    const text = lone.replace('in May.', 'TBD.')
    const directive = (rules: string) => `# chancery-disable-file ${rules} -- why\n${text}`
    for (const rules of ['url-form, todo', 'todo, url-form', 'url-form todo date-order', 'date-order,todo , url-form'])
      expect(await mended(directive(rules))).toBe(directive('todo'))
    expect(await mended(directive('todo, url-form until=2027-01-01'))).toBe(directive('todo until=2027-01-01'))
    expect(await mended(directive('url-form until=2027-01-01 todo'))).toBe(directive('until=2027-01-01 todo'))
  })

  it('is not told where part of the file cannot be read, for it may be needed again', async () => {
    const text = `# chancery-disable-file todo -- why\n${lone}objective: "The\n`
    expect(await told(text)).toContain('yaml-syntax')
    expect(await told(text)).not.toContain('suppression-unused')
    const other = lone.replace('brief/1', 'engagement/1')
    expect(await told(`# chancery-disable-file todo -- why\n${other}`)).toEqual(['first-key'])
  })

  it('that has expired stays where part of the file cannot be read', async () => {
    const text = `# chancery-disable-file todo until=2026-01-01 -- why\n${lone}objective: "The\n`
    expect(await told(text)).toContain('suppression-expired')
    expect(await mended(text)).toBe(text)
  })

  it('stays where its rule is switched off', async () => {
    const text = `# chancery-disable-file todo -- why\n${lone}`
    const project = await openProject(memoryWorkspace({ [path]: text, 'chancery.yaml': 'chancery: config/1\nrules: { todo: "off" }\n' }))
    expect(mend(project, openFile(path, text), { today }).edits).toEqual([])
  })

  it('is no comment within a block, and stays', async () => {
    const text = `${lone}objective: |\n  # chancery-disable-file todo -- why\n  Meet.\n`
    expect(await mended(text)).toBe(text)
  })
})
