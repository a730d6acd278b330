import { readdirSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { mendingOf, pageTitles, printable, prose, type Rule, rulePage, rules, topics } from '../../server/core/index.ts'
import { exampleFiles } from '../../server/core/rules/example-files.ts'
import { textOf } from '../support/source.ts'

/** All parts of one kind in a page, in their order. */
function partsOf<T extends Nodes['type']>(markdown: string, type: T): readonly Extract<Nodes, { type: T }>[] {
  const visit = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(visit) : [])]
  return visit(fromMarkdown(markdown)).filter((node): node is Extract<Nodes, { type: T }> => node.type === type)
}

function wordsOf(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The text of a page as it is read: without marks, and with the code that stands in a line. */
function readingOf(markdown: string): string {
  return wordsOf(fromMarkdown(markdown))
}

const plainly = (text: string) => text.replaceAll('`', '').replace(/\s+/g, ' ').trim()

function shownExample(text: string | undefined): readonly string[] {
  const lines = (file: string) => file.trimEnd().split(/\r\n|\r|\n/)
  return text === undefined ? [] : exampleFiles(text).map((file) => lines(file.text).map(printable).join('\n'))
}

describe.each(rules)('the page of $id', (rule) => {
  const page = textOf(`docs/rules/${rule.id}.md`)

  it('reads as the rule says, with its examples whole', () => {
    const reading = readingOf(page)
    for (const words of [rule.summary, rule.reason, rule.source, ...Object.values(rule.options ?? {}).map((o) => o.description)])
      expect(reading).toContain(plainly(words))
    const blocks = partsOf(page, 'code').map(({ value }) => value)
    const examples = [...shownExample(rule.examples.bad[0]), ...shownExample(rule.examples.good[0])]
    expect(blocks.filter((block) => examples.includes(block))).toEqual(examples)
  })

  it('has no headings, pictures or HTML but its own, and links to its topic', () => {
    const titles = new Set<string>([rule.id, ...Object.values(pageTitles)])
    expect(
      partsOf(page, 'heading')
        .map(wordsOf)
        .filter((title) => !titles.has(title)),
    ).toEqual([])
    expect([...partsOf(page, 'image'), ...partsOf(page, 'html').slice(1)]).toEqual([])
    const landing = textOf('docs/rules/README.md')
    const own = partsOf(page, 'link').find(({ url }) => url.startsWith('README.md#'))
    expect(own && wordsOf(own)).toBe(topics[rule.topic])
    // The landing page links to its own headings in the same way.
    expect(landing).toContain(`- [${topics[rule.topic]}](${own?.url.replace('README.md', '')}) (`)
  })
})

describe('the list of rules', () => {
  const landing = textOf('docs/rules/README.md')

  it('has each rule once, below its topic, and each page belongs to a rule', () => {
    const sections = landing.split(/^## /m).slice(1)
    const listed = sections.flatMap((section) => {
      const [title = ''] = section.split('\n')
      return [...section.matchAll(/^\| \[`([a-z0-9-]+)`\]\(\1\.md\) \|/gm)].map((match) => `${title}: ${match[1]}`)
    })
    expect(listed.sort()).toEqual(rules.map(({ id, topic }) => `${topics[topic]}: ${id}`).sort())
    const pages = readdirSync(new URL('../../docs/rules/', import.meta.url)).filter((name) => name !== 'README.md')
    expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort())
  })

  it('has seven cells in every row', () => {
    const rows = landing.split('\n').filter((line) => line.startsWith('|'))
    expect(rows.length).toBeGreaterThan(rules.length)
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(8)
  })

  it('leads to headings that are there, as GitHub names them', () => {
    const headings = partsOf(landing, 'heading').map(wordsOf)
    const named = headings.map((title) => `#${title.toLowerCase().replaceAll(' ', '-').replace(/[:,]/g, '')}`)
    const links = partsOf(landing, 'link').filter(({ url }) => url.startsWith('#'))
    expect(links.length).toBeGreaterThan(5)
    for (const { url } of links) expect(named).toContain(url)
  })

  it('knows what is mended from what the rules proposed', () => {
    expect(mendingOf('country-code')).toEqual({ fixes: true, suggestions: true })
    expect(mendingOf('rec-owner')).toEqual({ fixes: false, suggestions: false })
    expect(landing).toMatch(/^\| \[`country-code`\].*\| fix, suggestion \|$/m)
  })
})

describe('a page', () => {
  const hostile =
    '<script>alert(1)</script> *no* _no_ [no](https://example.org) ![no](x.png) # no | no ~~no~~ &copy; $a$ :no: \\* | `a | b` "x"'
  const rule: Rule = {
    id: 'hostile',
    topic: 'prose',
    level: 'warning',
    certainty: 'exact',
    summary: hostile,
    reason: `1. ${hostile}\n\n- ${hostile}`,
    source: 'See https://example.org/a_b_(c)?d=*e*, and 10.1000/x.',
    options: { words: { type: 'number', description: hostile, default: 3 } },
    examples: {
      bad: ['title: "```"\r\nbluf: |\n  ````\n  # heading\n  <b>\u202edlrow\u0007\t|</b>\n~~~\n'],
      good: ['#- a`b.brief.yaml\n# A\n#- b.brief.yaml\n---\n'],
    },
  }

  it('shows hostile words as they are', () => {
    const page = rulePage(rule)
    expect(partsOf(page, 'heading').map(wordsOf)).toEqual([
      'hostile',
      'Why',
      'Options',
      'Not like this',
      'But like this',
      pageTitles.level,
      pageTitles.directive,
    ])
    expect([...partsOf(page, 'html'), ...partsOf(page, 'image'), ...partsOf(page, 'emphasis'), ...partsOf(page, 'delete')]).toEqual([])
    expect(new Set(partsOf(page, 'link').map(({ url }) => url))).toEqual(
      new Set(['https://example.org', 'https://example.org/a_b_(c)?d=*e']),
    )
    expect(readingOf(page)).toContain(plainly(`1. ${hostile} - ${hostile}`))
  })

  it('keeps an example in its block, and shows what cannot be seen', () => {
    expect(
      partsOf(rulePage(rule), 'code')
        .map(({ value }) => value)
        .slice(1, 4),
    ).toEqual(['title: "```"\nbluf: |\n  ````\n  # heading\n  <b>\ufffddlrow\u2407\u2409|</b>\n~~~', '# A', '---'])
  })

  it.each([
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['a `b_c` d_e', 'a `b_c` d\\_e'],
    ['at 12:30:15 :bell:', 'at 12\\:30:15 \\:bell:'],
  ])('takes nothing in "%s" for Markdown', (words, markdown) => {
    expect(prose(words)).toBe(markdown)
  })
})
