import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendedSnippets, applyEdits, builtIn, fromCode, openFile, type Value } from '../../server/core/index.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { codeSnippets } from '../../server/core/snippets/code-snippets.ts'
import { expand } from '../../server/core/snippets/expand.ts'
import { literal } from '../../server/core/snippets/stops.ts'

const signs = fc.constantFrom(
  'a',
  'é',
  '字',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '{{',
  '}}',
  '{',
  '}',
  '$1',
  '$',
  '$' + '{2:x}',
  '\\',
  '|',
  '#',
  ': ',
  '- ',
  '"',
  "'",
  '[@a]',
  '%',
  '\t',
)
/** Words of a text as a team may have them; trailing space at its end says nothing. */
const words = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}`.trimEnd())

const heads = [
  'snippets: []\n',
  '',
  'snippets:\n',
  'snippets:\n  - { id: a, text: A }\n',
  'snippets:\n- id: a\n  text: |\n    A\n\n    b\n# a remark\n',
  'snippets: [{ id: a, text: A }]\n',
  'snippets:\n  - id: a\n    text: A',
  'snippets:\n  - id: a\n    text: A\nx-more: 1\n',
  'snippets:\n  - id: a\n    text: |+\n      A\n\n\n',
  'snippets:\n  - id: a\n    text: >2+\n      A\n\n\nx-more: 1\n',
]
const libraries = fc
  .tuple(fc.constantFrom(...heads), fc.constantFrom('\n', '\r\n'))
  .map(([list, lineBreak]) => `# Ours\nchancery: snippets/1\nid: h\nversion: 1\n${list}`.replaceAll('\n', lineBreak))

function snippetsIn(text: string) {
  const [part] = openFile('h.snippets.yaml', text).parts
  return part?.document.kind === 'snippets' && part.tree.problems.length === 0 ? (part.document.model.snippets ?? []) : undefined
}

describe('a snippet that is added to a library', () => {
  it('says what it said, behind those that were there, which stay as they are', () => {
    fc.assert(
      fc.property(libraries, words, fc.boolean(), (before, text, isPart) => {
        const body: Readonly<Record<string, Value>> = isPart ? { yaml: [{ text, more: { deep: [text, 1, true] } }] } : { text }
        const edit = appendedSnippets(openFile('h.snippets.yaml', before), [{ id: 'new', ...body }])
        const after = edit ? applyEdits(before, [edit]) : ''
        const found = snippetsIn(after)
        const own = found?.at(-1)
        // A block of several lines ends with a line break, which says nothing.
        const said = isPart
          ? JSON.stringify(own?.yaml, (_, value) => (typeof value === 'string' ? value.trimEnd() : value))
          : own?.text?.trimEnd()
        expect(said, after).toBe(isPart ? JSON.stringify(body['yaml']) : text)
        expect(found?.slice(0, -1)).toEqual(snippetsIn(before) ?? [])
        if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n')
        if (edit && edit.span.start === edit.span.end) expect(after.startsWith(before.slice(0, edit.span.start))).toBe(true)
      }),
    )
  })
})

describe('snippets of other editors', () => {
  /** What is left of a body of theirs once nothing is asked any more. */
  const filled = (body: string) => {
    const { text, params } = fromCode(body)
    const found = expand('h/x', {
      snippet: () => ({ id: 'x', text, params }),
      engagement: () => undefined,
      vocabulary: vocabularyOf(builtIn),
      answers: {},
      file: {},
    }).body
    return found && 'text' in found ? found.text : undefined
  }

  it('say what they said, whatever signs they hold', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(filled(literal(text))).toBe(text)
      }),
    )
  })

  it('say what the library says for which they were made', () => {
    fc.assert(
      fc.property(words, (text) => {
        const safe = text.replaceAll('{{', '{ {')
        const library = {
          id: 'h',
          snippets: [{ id: 'x', title: 'X', scope: ['brief.background'], params: { o: { default: 'us' } }, text: `${safe} {{o}}` }],
        }
        const house = { snippet: () => library.snippets[0], engagement: () => undefined, vocabulary: vocabularyOf(builtIn) }
        const body = codeSnippets(library, house).get('brief')?.['X']?.body.join('\n') ?? ''
        expect(filled(body)).toBe(`${safe} us`)
      }),
    )
  })

  it.each([
    ['a file name without its ending', `x \${TM_FILENAME/(.*)\\..+$/$1/} z`, 'x {{tm-filename}} z'],
    ['a closing brace in the expression', `x \${1/a}b/c/g} z`, 'x {{answer-1}} z'],
    ['braces in what is put in its place', `x \${1/(a)/\${1:/upcase}/} z`, 'x {{answer-1}} z'],
    ['one that does not end', `x \${1/(a)/\${1`, 'x {{answer-1}}'],
  ])('leave nothing of a transform: %s', (_, body, text) => {
    expect(fromCode(body).text).toBe(text)
  })

  it('are read however deep they are nested', () => {
    expect(Object.keys(fromCode(`\${1:`.repeat(50_000)).params)).toEqual(['answer-1'])
  })

  it('each have a title of their own', () => {
    const ids = ['two', 'b', 'two', '__proto__']
    const snippets = ids.map((id) => ({ id, title: 'two', scope: ['brief.background'], text: id }))
    const house = {
      snippet: (name: string) => snippets.find(({ id }) => name === `h/${id}`),
      engagement: () => undefined,
      vocabulary: vocabularyOf(builtIn),
    }
    const made = codeSnippets({ id: 'h', snippets }, house).get('brief') ?? {}
    expect(Object.keys(made)).toEqual(['two', 'b', 'two-2', '__proto__'])
  })

  it('are read whatever stands in them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(fc.constantFrom('$', '{', '}', '|', ':', '1', '\\', ',', '/')),
        (text, parts) => {
          expect(typeof fromCode(text + parts.join('')).text).toBe('string')
        },
      ),
    )
  })
})
