import { describe, expect, it } from 'vitest'
import { html } from '../../server/cli/report/html.ts'
import { severityPalettes, stylesheet } from '../../server/cli/report/html-style.ts'
import { markdown } from '../../server/cli/report/markdown.ts'
import { type Finding, pagePalettes, type Severity, severities } from '../../server/core/index.ts'
import { contrast } from '../support/contrast.ts'
import { classOf, elementsIn, htmlTree, readMarkdown, textIn } from '../support/reports/read-pages.ts'
import { findingAt, reportOf, runOf } from '../support/sample-run.ts'

const text = 'chancery: brief/1\nrecommendations: [{ text: Talk. }]\n'
const found = findingAt(text, 'Talk.')
const ruleUrl = (id: string) => `https://chancery.example/${id}`

function fileOf(path: string, count: number, severity: Severity, message = 'No owner.') {
  return reportOf(path, text, Array(count).fill({ ...found, severity, message }))
}

describe('markdown', () => {
  it('begins with what was found, and has a table for each file', () => {
    const comment = markdown(runOf([reportOf('a.brief.yaml', text, [found]), reportOf('b.brief.yaml', '', [])], { ruleUrl }))
    expect(comment).toBe(`**Chancery:** 1 error in 1 of 2 files.

<details open>
<summary><code>a.brief.yaml</code>: 1 error</summary>

| Place | Level | Finding |
|---|---|---|
| 2:27 | error | No owner. [\`rec-owner\`](<https://chancery.example/rec-owner>) |

</details>
`)
  })

  it.each([
    [20, 20],
    [21, 0],
  ])('of %i findings leaves %i unfolded', (count, open) => {
    const files = Array.from({ length: count }, (_, i) => fileOf(`${i}.brief.yaml`, 1, 'hint'))
    expect(markdown(runOf(files)).match(/<details open>/g)?.length ?? 0).toBe(open)
  })

  it('keeps to what a comment may hold, tells the gravest, and says how many are left', () => {
    const long = 'Long words without an end. '.repeat(10)
    const files = [
      fileOf('a.brief.yaml', 300, 'hint', long),
      fileOf('b.brief.yaml', 20, 'error', long),
      fileOf('c.brief.yaml', 9000, 'info', long),
    ]
    const comment = markdown(runOf(files))
    expect(comment.length).toBeLessThan(65_536)
    const told = readMarkdown(comment)
    expect(told.filter(({ level }) => level === 'error')).toHaveLength(20)
    expect(told.filter(({ level }) => level === 'hint')).toHaveLength(0)
    expect(told.length).toBeGreaterThan(150)
    expect(comment).toContain(`\n\n${(9320 - told.length).toLocaleString('en')} more findings would not fit in a comment.`)
  })

  it('says what a quiet run keeps back', () => {
    expect(markdown(runOf([fileOf('a.brief.yaml', 2, 'hint')], { quiet: true }))).toBe(
      '**Chancery:** 1 file, no errors. Not shown: 2 hints.\n',
    )
  })
})

describe('html', () => {
  const page = (...findings: readonly Finding[]) => htmlTree(html(runOf([reportOf('a.brief.yaml', text, findings)], { ruleUrl })))
  const attributes = (name: string, tree = page(found)) =>
    elementsIn(tree).flatMap(({ attrs }) => attrs.filter((a) => a.name === name).map((a) => a.value))

  it('loads nothing and runs nothing', () => {
    const names = elementsIn(page(found)).map(({ tagName }) => tagName)
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form']) expect(names).not.toContain(name)
    expect(attributes('src')).toEqual([])
    expect(attributes('href')).toEqual(['https://chancery.example/rec-owner'])
    expect(attributes('content').join(' ')).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(stylesheet).not.toMatch(/url\(|@import|<\//)
  })

  it('shows the line with the place marked, as far as there is room', () => {
    const long = `text: ${'before '.repeat(60)}TBC${' after'.repeat(60)}\n`
    const tree = htmlTree(html(runOf([reportOf('a.brief.yaml', long, [findingAt(long, 'TBC')])])))
    const [source] = elementsIn(tree).filter(({ tagName }) => tagName === 'pre')
    expect(textIn(source)).toMatch(/^\.\.\..*before TBC after.*\.\.\.$/)
    expect(textIn(source).length).toBeLessThan(180)
    expect(
      elementsIn(tree)
        .filter(({ tagName }) => tagName === 'mark')
        .map(textIn),
    ).toEqual(['TBC'])
  })

  it('shows corrections and related places', () => {
    const related = Array(12).fill({ path: 'b.brief.yaml', start: found.start, end: found.end, message: 'Here too.' })
    const fixes = [{ title: 'Write it', safe: true, edits: [] }]
    const notes = elementsIn(page({ ...found, fixes, related })).filter((element) => classOf(element) === 'note')
    expect(notes.map(textIn)).toEqual(['Fix: Write it', `${'b.brief.yaml:2:27 Here too.'.repeat(10)}and 2 more places`])
  })

  it('offers to leave out what is milder, where there is something milder', () => {
    const labels = (tree = page(found)) =>
      elementsIn(tree)
        .filter(({ tagName }) => tagName === 'label')
        .map(textIn)
    expect(labels()).toEqual([])
    const all = severities.map((severity) => ({ ...found, severity }))
    expect(labels(page(...all))).toEqual(['Only errors', 'Only errors and warnings', 'Only errors, warnings and infos', 'All'])
    // What a choice hides is named in the styles by the very words of the page.
    for (const id of attributes('id', page(...all)).filter((id) => /^least-(?!hint)/.test(id)))
      expect(stylesheet).toContain(`#${id}:checked`)
    expect(attributes('class', page(...all)).filter((name) => severities.includes(name as Severity))).toEqual(['error', ...severities])
  })

  it('leads to each file, where there are several', () => {
    const tree = htmlTree(html(runOf([fileOf('a.brief.yaml', 1, 'error'), fileOf('b.brief.yaml', 2, 'hint')])))
    const [nav] = elementsIn(tree).filter(({ tagName }) => tagName === 'nav')
    expect(textIn(nav)).toBe('a.brief.yaml 1 errorb.brief.yaml 2 hints')
    for (const href of attributes('href', tree)) expect(attributes('id', tree)).toContain(href.slice(1))
  })

  it.each(Object.keys(severityPalettes) as (keyof typeof severityPalettes)[])('can be read in the colours of %s', (theme) => {
    const { mark, ...tones } = severityPalettes[theme]
    const { paper, ink } = pagePalettes[theme]
    for (const tone of Object.values(tones)) expect(contrast(tone, paper), tone).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ink, mark)).toBeGreaterThanOrEqual(4.5)
  })
})
