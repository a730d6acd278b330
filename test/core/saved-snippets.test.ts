import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendedSnippets, applyEdits, builtIn, openFile } from '../../server/core/index.ts'
import { isList, isObject, type Value } from '../../server/core/model/read.ts'
import { valueAt } from '../../server/core/model/value-at.ts'
import { savedSnippet, snippetFromSelection } from '../../server/core/refactorings/snippet-from-selection.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { expand } from '../../server/core/snippets/expand.ts'
import { placedIn } from '../../server/core/snippets/include.ts'
import { scopeOf } from '../../server/core/snippets/scope.ts'
import { itemExtents, pairExtent } from '../../server/core/syntax/extent.ts'
import { keyText } from '../../server/core/syntax/tree.ts'
import { lintFiles } from '../support/check.ts'
import { exampleFiles } from './preview-pages.ts'

const vocabulary = vocabularyOf(builtIn)
const words = { vocabulary, naming: 'plain' }
const head = '# Ours\nchancery: snippets/1\nid: kept\nversion: 1\ntitle: Texts\nsnippets: []\n'

/** A part of an example that can be selected as a whole, and what it says. */
interface Whole {
  readonly name: string
  readonly path: string
  readonly span: { readonly start: number; readonly end: number }
  readonly value: Value
}

function wholes(path: string, text: string): readonly Whole[] {
  const [part] = openFile(path, text).parts
  const root = part?.tree.root
  if (root?.kind !== 'mapping') return []
  return root.pairs.flatMap((pair): readonly Whole[] => {
    const key = keyText(pair.key) ?? ''
    const value = valueAt(part?.document.value ?? null, [key]) ?? null
    const node = pair.value
    if (node?.kind === 'sequence' && isList(value))
      return itemExtents(text, node).map((span, i) => ({
        name: `${path} ${key} ${i}`,
        path,
        span,
        value: [(value as readonly Value[])[i] ?? null],
      }))
    const isProse = ['bluf', 'issue', 'background', 'analysis', 'presentation', 'notes'].includes(key)
    return isObject(value) && key !== 'sources'
      ? [{ name: `${path} ${key}`, path, span: pairExtent(text, pair), value }]
      : isProse && node
        ? [{ name: `${path} ${key}`, path, span: node, value }]
        : []
  })
}

const files = exampleFiles()
const papers = Object.entries(files).filter(([path]) => /\.(brief|engagement)\.yaml$/.test(path))
const all = papers.flatMap(([path, text]) => wholes(path, text))

/** What comes of the snippet that is kept, at the place for which it is meant. */
function givenBack({ path, span }: Whole, keeps: (key: string) => boolean) {
  const proposal = snippetFromSelection(openFile(path, files[path] ?? ''), span, words)
  if ('refused' in proposal) throw new Error(proposal.refused)
  const keys = proposal.questions.map(({ key }) => key).filter(keeps)
  const edit = appendedSnippets(openFile('kept.snippets.yaml', head), [savedSnippet(proposal, { id: 'it', title: 'It', keys }, words)])
  const library = edit ? applyEdits(head, [edit]) : ''
  const document = openFile('kept.snippets.yaml', library).parts[0]?.document
  const snippet = document?.kind === 'snippets' ? document.model.snippets?.[0] : undefined
  const { body } = expand('kept/it', { snippet: () => snippet, engagement: () => undefined, vocabulary, answers: {}, file: {} })
  const scope = scopeOf(proposal.scope)
  const value = scope && body && valueAt(placedIn({}, scope, { body, title: 'It' }) ?? null, scope.path)
  return { library, value: plain(value) }
}

/** As plain data; lines at the end of a text say nothing. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (_, each) => (typeof each === 'string' ? each.trim() : each)))
}

describe('a selection that is kept as a snippet', () => {
  it('is tried on many', () => {
    expect(all.length).toBeGreaterThan(200)
  })

  it.each(all)('$name comes back as it was', (whole) => {
    for (const keeps of [() => true, () => false]) {
      const { value } = givenBack(whole, keeps)
      expect(value).toEqual(plain(whole.value))
    }
  })

  it.each([
    ['an id that is the name of a question', 'See [@talks] then [@engagement].', 'See [@{{engagement}}] then [@{{engagement-2}}].'],
    [
      'an id that is a word and a part of another',
      '[@talks], [@talks-2023]: the talks went on.',
      '[@{{engagement}}], [@{{engagement-2}}]: the talks went on.',
    ],
    ['a source of the file', 'As [@s1] says of 2024-05-14.', 'As [@s1] says of {{date}}.'],
    [
      'countries and organizations by name',
      'Guinea-Bissau and the African Union (AU) met Japan.',
      '{{country}} and the {{organization}} met {{country-2}}.',
    ],
    ['no name within a link', 'See [it](https://example.org/Japan/2024-05-14).', 'See [it](https://example.org/Japan/2024-05-14).'],
    ['an id that looks like a date', '[@2024-05-14] on 2024-05-14.', '[@{{engagement}}] on 2024-05-14.'],
  ])('asks in a text for whole things alone: %s', (_, text, saved) => {
    const file = openFile(
      'a.brief.yaml',
      `chancery: brief/1\nbackground: ${JSON.stringify(text)}\nsources: { s1: { type: news, title: T } }\n`,
    )
    const at = file.text.indexOf('background')
    const proposal = snippetFromSelection(file, { start: at, end: file.text.indexOf('\nsources') }, words)
    const keys = 'questions' in proposal ? proposal.questions.map(({ key }) => key) : []
    expect('questions' in proposal && savedSnippet(proposal, { id: 'it', title: 'It', keys }, words)).toMatchObject({ text: saved })
  })

  it.each([
    ['a name that is all of a text', 'owner: United States', { owner: 'United States' }],
    ['a name that goes on', 'owner: United States Navy, mitigation: Wait.', { owner: 'United States Navy', mitigation: 'Wait.' }],
    ['a name among words', 'mitigation: Ask Norway first.', { mitigation: 'Ask {{country}} first.' }],
  ])('asks in a part for what a blank can stand for: %s', (_, entry, saved) => {
    const file = openFile('a.brief.yaml', `chancery: brief/1\nrisks:\n  - { text: It fails., ${entry} }\n`)
    const proposal = snippetFromSelection(file, { start: file.text.indexOf('- {'), end: file.text.length }, words)
    const keys = 'questions' in proposal ? proposal.questions.map(({ key }) => key) : []
    const snippet = 'questions' in proposal ? savedSnippet(proposal, { id: 'it', title: 'It', keys }, words) : {}
    expect(snippet).toMatchObject({ yaml: [{ text: 'It fails.', ...saved }] })
    expect(Object.keys(snippet['params'] ?? {})).toEqual(JSON.stringify(saved).includes('{{') ? ['country'] : [])
  })

  it('takes half a word as the whole', () => {
    const file = openFile('a.brief.yaml', 'chancery: brief/1\nbackground: The two navies met again.\n')
    const span = { start: file.text.indexOf('avies'), end: file.text.indexOf('et again') }
    expect(snippetFromSelection(file, span, words)).toMatchObject({ body: { text: 'navies met' } })
  })

  it('leaves a library in which nothing is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.boolean(), async (whole, keeps) => {
        const { library } = givenBack(whole, () => keeps)
        const found = (await lintFiles({ 'kept.snippets.yaml': library })).get('kept.snippets.yaml') ?? []
        expect(
          found.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`),
          library,
        ).toEqual([])
        expect(library.startsWith('# Ours\n')).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
