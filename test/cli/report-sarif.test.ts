import { describe, expect, it } from 'vitest'
import { gitlab } from '../../server/cli/report/gitlab.ts'
import type { Run } from '../../server/cli/report/run.ts'
import { sarif } from '../../server/cli/report/sarif.ts'
import { applyEdits, catalogue, type Finding, lineStarts } from '../../server/core/index.ts'
import { type SarifResult, type SarifRun, sarifRun } from '../support/reports/read-json.ts'
import { findingAt, reportOf, runOf } from '../support/sample-run.ts'

const text = 'chancery: brief/1\ntitle: "\u{1f1f5}\u{1f1ed} talks"\nrecommendations: [{ text: Talk. }, { text: Talk. }]\n'
const owner = findingAt(text, 'Talk.')

function logOf(findings: readonly Finding[], more: Partial<Run> = {}): SarifRun {
  return sarifRun(sarif(runOf([reportOf('a.brief.yaml', text, findings)], more)))
}

describe('the rules of a SARIF log', () => {
  it('are those that spoke, each with what its page says', () => {
    const ruleUrl = (id: string) => `https://chancery.example/${id}`
    const { rules, informationUri } = logOf([owner], { ruleUrl, tool: { version: '1.2.3', homepage: 'https://chancery.example' } }).tool
      .driver
    expect(informationUri).toBe('https://chancery.example')
    const { summary, reason, topic, certainty } = catalogue.get('rec-owner') ?? {}
    expect(rules).toEqual([
      {
        id: 'rec-owner',
        shortDescription: { text: summary },
        fullDescription: { text: reason },
        helpUri: 'https://chancery.example/rec-owner',
        help: { text: expect.stringMatching(/^rec-owner\n/), markdown: expect.stringMatching(/^# rec-owner\n/) },
        defaultConfiguration: { level: expect.stringMatching(/^(?:note|warning|error)$/) },
        properties: { topic, certainty, tags: [topic], precision: 'very-high', 'problem.severity': expect.any(String) },
      },
    ])
  })

  it('can all be told', () => {
    const every = [...catalogue.keys()].map((rule) => ({ ...owner, rule }))
    const { tool, results } = logOf(every)
    expect(tool.driver.rules.map(({ id }) => id)).toEqual([...catalogue.keys()].sort())
    expect(results.map(({ ruleId, ruleIndex }) => [ruleId, tool.driver.rules[ruleIndex]?.id])).toEqual(
      every.map(({ rule }) => [rule, rule]),
    )
  })
})

describe('places', () => {
  it('count UTF-16 units, and end behind the last', () => {
    const [result] = logOf([findingAt(text, 'talks')]).results
    expect(result?.locations[0]?.physicalLocation.region).toEqual({ startLine: 2, startColumn: 14, endLine: 2, endColumn: 19 })
  })

  it.each([
    ['a b/c#d%20e?.brief.yaml', 'a%20b/c%23d%2520e%3F.brief.yaml'],
    ['x:y.brief.yaml', 'x%3Ay.brief.yaml'],
    ['../up/\u00e9.brief.yaml', '../up/%C3%A9.brief.yaml'],
  ])('at %s have a URI from the working folder', (path, uri) => {
    const related = [{ path, start: owner.start, end: owner.end, message: 'Here too.' }]
    const log = sarifRun(sarif(runOf([reportOf(path, text, [{ ...owner, related }])])))
    expect(log.originalUriBaseIds).toEqual({ ROOT: { uri: 'file:///house/of%20briefs/' } })
    const location = { uri, uriBaseId: 'ROOT' }
    expect(log.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual(location)
    expect(log.results[0]?.relatedLocations).toMatchObject([
      { physicalLocation: { artifactLocation: location }, message: { text: 'Here too.' } },
    ])
  })
})

describe('corrections', () => {
  const region = (fix: unknown) => JSON.stringify(fix)

  it('say the same as the edits, to the character', () => {
    const edits = [
      { span: { start: text.indexOf('talks'), end: text.indexOf('talks') + 5 }, text: 'Talks' },
      { span: { start: text.length, end: text.length }, text: 'date: 2026\n' },
    ]
    const [result] = logOf([{ ...owner, fixes: [{ title: 'Write it', safe: true, edits }] }]).results
    const [fix] = (result?.fixes ?? []) as readonly SarifFix[]
    expect(fix?.description.text).toBe('Write it')
    expect(fix?.properties.safe).toBe(true)
    expect(mendedBy(fix)).toBe(applyEdits(text, edits))
  })

  it('that are suggestions say so, and those that change nothing here are left out', () => {
    const edits = [{ span: owner.span, text: '' }]
    const fixes = [
      { title: 'Rename the file', safe: false, edits: [] },
      { title: 'Delete it', safe: false, edits },
    ]
    const [result] = logOf([{ ...owner, fixes }]).results
    expect(result?.fixes.map(region)).toEqual([expect.stringMatching(/"Suggestion: Delete it".*"safe":false/)])
  })
})

interface SarifFix {
  readonly description: { readonly text: string }
  readonly properties: { readonly safe: boolean }
  readonly artifactChanges: readonly {
    readonly replacements: readonly {
      readonly deletedRegion: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
      readonly insertedContent: { readonly text: string }
    }[]
  }[]
}

/** The text as a program has it that knows nothing but the log. */
function mendedBy(fix: SarifFix | undefined): string {
  const starts = lineStarts(text)
  const offset = (line: number, column: number) => (starts[line - 1] ?? 0) + column - 1
  const replacements = fix?.artifactChanges.flatMap((change) => change.replacements) ?? []
  return [...replacements].reverse().reduce((now, { deletedRegion: at, insertedContent }) => {
    return now.slice(0, offset(at.startLine, at.startColumn)) + insertedContent.text + now.slice(offset(at.endLine, at.endColumn))
  }, text)
}

describe('what was silenced or known', () => {
  const known = findingAt(text, 'title', { rule: 'bluf-length', severity: 'warning' })
  const suppressed = [{ finding: { ...owner, rule: 'ref-engagement' }, reason: 'It is "agreed".' }]
  const states = ({ results }: SarifRun) => results.map(({ ruleId, suppressions, baselineState }) => [ruleId, suppressions, baselineState])

  it('is in the log with its reason, and nothing is said of a baseline where there is none', () => {
    expect(states(sarifRun(sarif(runOf([reportOf('a.brief.yaml', text, [owner], { suppressed })]))))).toEqual([
      ['rec-owner', [], undefined],
      ['ref-engagement', [{ kind: 'inSource', justification: 'It is "agreed".' }], undefined],
    ])
  })

  it('is told from what is new, where there is a baseline', () => {
    const files = [reportOf('a.brief.yaml', text, [owner], { suppressed, baselined: [known] }), reportOf('b.brief.yaml', text, [owner])]
    expect(states(sarifRun(sarif(runOf(files)))).map(([id, , state]) => [id, state])).toEqual([
      ['rec-owner', 'new'],
      ['ref-engagement', 'unchanged'],
      ['bluf-length', 'unchanged'],
      ['rec-owner', 'new'],
    ])
  })

  it('is left out of a quiet run unless it is an error', () => {
    const files = [reportOf('a.brief.yaml', text, [owner], { suppressed, baselined: [known] })]
    expect(sarifRun(sarif(runOf(files, { quiet: true }))).results.map(({ ruleId }) => ruleId)).toEqual(['rec-owner', 'ref-engagement'])
  })
})

describe('the fingerprint of a finding', () => {
  const mark = ({ partialFingerprints }: SarifResult) => partialFingerprints['chancery/v1']
  const marks = (now: string, words: readonly string[], more: Partial<Finding> = {}) => {
    const found = words.map((word) => findingAt(now, word, more))
    return sarifRun(sarif(runOf([reportOf('a.brief.yaml', now, found)]))).results.map(mark)
  }
  const lines = ['alpha: one', 'beta: two', 'gamma: three']
  const sorted = lines.join('\n')
  const before = marks(sorted, ['one', 'two', 'three'])

  it.each([
    ['lines were put above', `# new\n\n${sorted}`],
    ['the lines changed places', [...lines].reverse().join('\n')],
    ['the indentation changed', lines.map((line) => `    ${line}`).join('\n')],
  ])('is the same when %s', (_, now) => {
    expect(marks(now, ['one', 'two', 'three'])).toEqual(before)
  })

  it.each([
    ['the line', 'alpha: one more\nbeta: two\ngamma: three', {}],
    ['the rule', sorted, { rule: 'bluf-length' }],
    ['the message', sorted, { message: 'Another.' }],
  ])('is another when %s is', (_, now, more) => {
    expect(marks(now, ['one'], more)[0]).not.toBe(before[0])
  })

  it('does not go by the numbers in a message, which change with the text', () => {
    expect(marks(sorted, ['one'], { message: 'It has 61 words.' })).toEqual(marks(sorted, ['one'], { message: 'It has 70 words.' }))
  })

  it('tells two that are alike apart, in a file and between files', () => {
    expect(new Set(marks(sorted, ['one', 'one', 'two'])).size).toBe(3)
    const files = ['a.brief.yaml', 'b.brief.yaml'].map((path) => reportOf(path, text, [owner, { ...owner }]))
    const issues: readonly { readonly fingerprint: string }[] = JSON.parse(gitlab(runOf(files)))
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4)
  })

  it('stays the same for what is left when a finding before it is known', () => {
    const all = [findingAt(sorted, 'one'), findingAt(sorted, 'one')]
    const file = reportOf('a.brief.yaml', sorted, all.slice(1), { baselined: all.slice(0, 1) })
    expect(new Set(sarifRun(sarif(runOf([file]))).results.map(mark))).toEqual(new Set(marks(sorted, ['one', 'one'])))
  })
})
