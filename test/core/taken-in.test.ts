import { describe, expect, it } from 'vitest'
import { builtIn, missingIn } from '../../server/core/index.ts'
import type { SnippetsSnippet as Snippet } from '../../server/core/model/types.generated.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'

const elsewhere: Readonly<Record<string, Snippet>> = {
  'house/note': { id: 'note', text: 'Words.' },
  'house/far': { id: 'far', text: '{{> other/x}}' },
  'house/round': { id: 'round', text: '{{> house/round}}' },
}
const house = { snippet: (name: string) => elsewhere[name], engagement: () => undefined, vocabulary: vocabularyOf(builtIn) }

describe('what a library takes in and nobody has', () => {
  it.each<[string, Omit<Snippet, 'id'>, readonly string[]]>([
    ['nothing', { text: 'By {{office}}.' }, []],
    ['what is there', { text: '{{> house/note}} {{> house/round}}' }, []],
    ['in a text', { text: '{{> b/y}} {{> a/x}} {{> b/y}}' }, ['a/x', 'b/y']],
    ['over the end of a line', { text: '{{>\n  a/x\r\n}}' }, ['a/x']],
    ['in a part', { yaml: { risks: [{ text: '{{> a/x}}' }] } }, ['a/x']],
    ['in a choice', { text: '{{o}}', params: { o: { choices: ['{{> a/x}}', 'One'] } } }, ['a/x']],
    ['by what is taken in', { text: '{{> house/far}}' }, ['other/x']],
    ['in former words alone', { text: 'Now.', former: [{ version: 1, text: '{{> a/x}}' }] }, []],
    ['in words about it alone', { title: '{{> a/x}}', description: '{{> a/x}}', text: 'Now.' }, []],
  ])('%s', (_, snippet, missing) => {
    expect(missingIn({ id: 'l', snippets: [{ id: 's', ...snippet }] }, house)).toEqual(missing)
  })
})
