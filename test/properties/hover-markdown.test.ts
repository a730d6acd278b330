import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { hover } from '../../server/core/features/hover.feature.ts'
import { block, code, facts, plain } from '../../server/core/features/markdown.ts'
import { contextOf } from '../core/at-cursor.ts'
import { projectOf } from '../support/files.ts'

/** What Markdown has signs for, and what looks like them. */
const token = fc.constantFrom(
  ...[
    '*',
    '_',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '#',
    '-',
    '+',
    '1.',
    '1)',
    '|',
    '~',
    '\\',
    '&amp;',
    '&#35;',
    '<b>',
    '</b>',
    '<!--',
  ],
  ...[
    '[a](b)',
    '![a](b)',
    'https://example.org/a_b',
    'www.example.org',
    'a@example.org',
    ' ',
    '\n',
    '    ',
    '\t',
    '===',
    '---',
    ':',
    'word',
    'é',
    '$(x)',
  ],
)
const anyWords = fc.array(token, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

function nodesIn(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesIn)]
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('words of a writer in Markdown', () => {
  it('stay words, alone and in a list', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        const words = plain(text)
        for (const written of [words, facts([words]), words === '' ? '' : `**${words}**`]) {
          const nodes = nodesIn(fromMarkdown(written) as Node)
          const shown = nodes.filter(({ type }) => type === 'text').map(({ value }) => value ?? '')
          expect(shown.join('')).toBe(flat(text))
          expect(
            nodes.filter(({ type }) =>
              ['html', 'link', 'image', 'heading', 'code', 'inlineCode', 'blockquote', 'thematicBreak'].includes(type),
            ),
          ).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('stay words in code', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        if (flat(text) === '') return
        const inline = nodesIn(fromMarkdown(`a ${code(flat(text))} b`) as Node).filter(({ type }) => type === 'inlineCode')
        expect(inline.map(({ value }) => flat(value ?? ''))).toEqual([flat(text)])
        const fenced = nodesIn(fromMarkdown(block(text)) as Node).filter(({ type }) => type === 'code')
        expect(fenced.map(({ value }) => value)).toEqual([text])
      }),
      { numRuns: 500 },
    )
  })

  it('stay words on a hover', async () => {
    await fc.assert(
      fc.asyncProperty(anyWords, anyWords, async (title, name) => {
        const engagement = `chancery: engagement/1\nid: visit\ntitle: ${JSON.stringify(title)}\nparticipants: [{ name: ${JSON.stringify(name)} }]\n`
        const brief = 'chancery: brief/1\nengagements: [visit]\n'
        const project = await projectOf({ 'a.engagement.yaml': engagement, 'b.brief.yaml': brief })
        const found = await hover(contextOf(project, 'b.brief.yaml', brief), { line: 1, character: 16 })
        const contents = (found?.contents ?? { value: '' }) as { readonly value: string }
        const nodes = nodesIn(fromMarkdown(contents.value) as Node)
        expect(
          nodes.filter(({ type }) => ['html', 'link', 'image', 'heading', 'code', 'blockquote', 'thematicBreak'].includes(type)),
        ).toEqual([])
        expect(nodes.filter(({ type }) => type === 'list').length).toBe(1)
      }),
      { numRuns: 100 },
    )
  })
})
