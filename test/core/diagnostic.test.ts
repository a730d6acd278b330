import { describe, expect, it } from 'vitest'
import { diagnosticOf, lintText } from '../../server/core/index.ts'
import { projectOf, today } from '../support/files.ts'
import { engagement } from '../support/sample.ts'

/** The diagnostics of a rule in a text, as an editor gets them. */
async function diagnostics(text: string, rule: string) {
  const project = await projectOf({ 'staff-talks-2024.engagement.yaml': text, 'old/staff-talks-2024.engagement.yaml': engagement })
  const { findings } = lintText(project, 'staff-talks-2024.engagement.yaml', text, { today })
  return findings.filter((finding) => finding.rule === rule).map((finding) => diagnosticOf(finding, (path) => `file:///${path}`))
}

describe('a diagnostic', () => {
  it.each([
    ['a directive that does nothing', `# chancery-disable-file url-form -- It was needed once.\n${engagement}`, 'suppression-unused', [1]],
    ['a label that was replaced', `${engagement}handling: { tlp: "TLP:WHITE" }\n`, 'handling-legacy', [2]],
    ['a State that is over', engagement.replace('PHL', 'SUN'), 'country-anachronism', [2]],
    [
      'a State that was not yet',
      engagement.replace('PHL', 'RUS').replace('2024-05-14', '1972-05-14').replace('id: staff', 'id: x'),
      'country-anachronism',
      undefined,
    ],
    ['any other mistake', engagement.replace('PHL', 'Philippines'), 'country-code', undefined],
  ])('of %s is shown as what it is', async (_, text, rule, tags) => {
    const [found] = await diagnostics(text, rule)
    expect(found?.tags).toEqual(tags)
    expect(found).toMatchObject({ source: 'chancery', code: rule, codeDescription: { href: `chancery-rule:/${rule}.md` } })
  })

  it('leads to the other places that belong to it', async () => {
    const [found] = await diagnostics(engagement, 'id-duplicate')
    const range = { start: { line: 1, character: 4 }, end: { line: 1, character: 20 } }
    expect(found?.range).toEqual(range)
    expect(found?.relatedInformation).toEqual([
      { location: { uri: 'file:///old/staff-talks-2024.engagement.yaml', range }, message: expect.any(String) },
    ])
  })
})
