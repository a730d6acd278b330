import { describe, expect, it } from 'vitest'
import type { Block } from '../../server/core/preview/document-model.ts'
import { markdownBlocks } from '../../server/core/preview/markdown.ts'
import { parseMarkdown } from '../../server/core/preview/markdown-tree.ts'
import { pageOf, sectionOf } from './preview-pages.ts'

/** The HTML of a text in a section of a brief. */
function rendered(text: string): string {
  const html = sectionOf(pageOf('brief', { background: text }), 'background')
  return html.slice(html.indexOf('</h2>') + 5)
}

const texts: readonly (readonly [string, string])[] = [
  ['words', '<p dir="auto">words</p>'],
  ['*a* **b** `c`', '<p dir="auto"><em>a</em> <strong>b</strong> <code>c</code></p>'],
  ['a\\\nb', '<p dir="auto">a<br>b</p>'],
  ['- a\n- b', '<ul><li><p dir="auto">a</p></li><li><p dir="auto">b</p></li></ul>'],
  ['3. a', '<ol start="3"><li><p dir="auto">a</p></li></ol>'],
  ['> a', '<blockquote><p dir="auto">a</p></blockquote>'],
  ['a\n\n---\n\nb', '<p dir="auto">a</p><hr><p dir="auto">b</p>'],
  ['    a <b>', '<pre dir="auto"><code>a &lt;b&gt;</code></pre>'],
  ['a <b>c</b>', '<p dir="auto">a &lt;b&gt;c&lt;/b&gt;</p>'],
  ['<div>\nd\n</div>', '<p dir="auto">&lt;div&gt;\nd\n&lt;/div&gt;</p>'],
  ['![a picture](https://example.org/x.png)', '<p dir="auto">a picture</p>'],
  ['[l](https://example.org/)', '<p dir="auto"><a href="https://example.org/">l</a></p>'],
  ['[l](#claims)', '<p dir="auto"><a href="#claims">l</a></p>'],
  ['[l](mailto:a@example.org)', '<p dir="auto"><a href="mailto:a@example.org">l</a></p>'],
  ['[l][1]\n\n[1]: https://example.org/', '<p dir="auto"><a href="https://example.org/">l</a></p>'],
  ['<https://example.org/>', '<p dir="auto"><a href="https://example.org/" class="spelled">https://example.org/</a></p>'],
  ...[
    'javascript:x',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'file:///x',
    'ftp://example.org',
    '//example.org',
    '/x',
    'x.html',
    'https:x',
    '',
  ].map((to) => [`[l](${to})`, '<p dir="auto">l</p>'] as const),
  ['[l][none]', '<p dir="auto">[l][none]</p>'],
]

describe('a text in Markdown', () => {
  it.each(texts)('%j', (text, html) => expect(rendered(text)).toBe(html))

  it('keeps the outline of the page without gaps', () => {
    const levels = [...rendered('# A\n\n### B\n\n###### C\n\n# D\n\n### E').matchAll(/<h(\d)/g)].map((match) => match[1])
    expect(levels).toEqual(['3', '4', '5', '3', '4'])
    expect([...rendered('### A\n\n# B').matchAll(/<h(\d)/g)].map((match) => match[1])).toEqual(['3', '3'])
    expect(rendered('- # A')).not.toMatch(/<h\d/)
  })

  it.each([
    ['quotations in quotations', '>'.repeat(5000)],
    ['lists in lists', '- '.repeat(5000)],
    ['lists that go in ever deeper', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')],
    ['images in images', `${'!['.repeat(5000)}a${'](b)'.repeat(5000)}`],
    ['marks that never close', `${'*_'.repeat(6000)}a`],
    ['spaces without end', `a${' '.repeat(300_000)}b`],
    ['brackets that never close', '[@'.repeat(100_000)],
    ['a very long text', 'word [@x] '.repeat(50_000)],
  ])('of %s is read to its end', (_, text) => expect(rendered(`${text} end`)).toContain('end'))

  it('shows what is nested out of all measure as it was typed', () => {
    const depth = (blocks: readonly Block[]): number =>
      Math.max(0, ...blocks.map((block) => (block.kind === 'quote' ? 1 + depth(block.blocks) : 1)))
    expect(depth(markdownBlocks(`${'> '.repeat(24)}a`, parseMarkdown))).toBeLessThanOrEqual(26)
    expect(rendered(`${'> '.repeat(60)}a`)).toContain('&gt; &gt;')
  })
})
