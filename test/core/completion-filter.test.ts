import { describe, expect, it } from 'vitest'
import type { CompletionItem } from 'vscode-languageserver-types'
import { feature } from '../../server/core/features/completion.feature.ts'
import { atCursor, completionAt } from './at-cursor.ts'

/**
 * What an editor does with a list while the writer types on: it keeps the items
 * whose filter text begins with the word, whatever its case. Editors are less
 * strict than that, but none of them folds accents. A list that says that it is
 * incomplete is asked for again at the next letter, and any at a sign for which
 * the server asked to be told; at others, such as an apostrophe, none is.
 */
function keeps({ filterText, label }: CompletionItem, word: string): boolean {
  return (filterText ?? label).toLowerCase().startsWith(word.toLowerCase())
}

const { triggerCharacters: signs } = feature.capabilities['completionProvider'] as { readonly triggerCharacters: readonly string[] }

const inserted = ({ textEdit }: CompletionItem) => textEdit?.newText.trim()

async function listAt(before: string, typed: string) {
  return completionAt(await atCursor(`${before}${typed}<|>\n`))
}

const country = 'chancery: engagement/1\nlocation:\n  country: '
const body = 'chancery: engagement/1\nframework:\n  organizations:\n    - '
const status = 'chancery: engagement/1\nstatus: '

describe('the editor finds', () => {
  it.each([
    [country, 'turkiye', 'TUR'],
    [country, 'Türkiye', 'TUR'],
    [country, 'TURKEY', 'TUR'],
    [country, "cote d'ivoire", 'CIV'],
    [country, "Côte d'Ivoire", 'CIV'],
    [country, 'Åland Islands', 'ALA'],
    [country, 'aland', 'ALA'],
    [country, 'curacao', 'CUW'],
    [country, 'sao tome and principe', 'STP'],
    [country, 'bosnia and herzegovina', 'BIH'],
    [country, 'zealand', 'NZL'],
    [country, 'republic of korea', 'KOR'],
    [country, 'viet nam', 'VNM'],
    [country, 'nor', 'NOR'],
    [country, '"Norw', '"NOR'],
    [body, 'north atlantic treaty', 'nato'],
    [body, 'ADMM-Plus', 'admm-plus'],
    [status, 'in force', 'in-force'],
    [status, 'in-force', 'in-force'],
  ])('%j %j at every key', async (before, word, code) => {
    for (let end = 1; end <= word.length; end++) {
      const typed = word.slice(0, end)
      const { items, isIncomplete } = await listAt(before, typed)
      const wanted = items.find((item) => inserted(item)?.replace(/"$/, '') === code)
      expect([typed, wanted && keeps(wanted, typed)]).toEqual([typed, true])
      const next = word.slice(0, end + 1)
      const isAskedAgain = signs.includes(next.at(-1) ?? '') || (isIncomplete && /[\p{L}\p{N}]$/u.test(next))
      if (!isAskedAgain) expect([next, wanted && keeps(wanted, next)]).toEqual([next, true])
    }
    const { items } = await listAt(before, word)
    expect(inserted(items[0] ?? { label: '' })?.replace(/"$/, '')).toBe(code)
  })

  it('the same in a list that is complete as in a new one', async () => {
    const place = 'chancery: engagement/1\nexercise:\n  live_fire: '
    const first = await listAt(place, '')
    expect(first.isIncomplete).toBe(false)
    for (const typed of ['t', 'f', 'fa', 'x']) {
      const kept = first.items.filter((item) => keeps(item, typed)).map(inserted)
      expect(kept).toEqual((await listAt(place, typed)).items.map(inserted))
    }
  })

  it('more than it was given, where there are more than anybody reads', async () => {
    const files = Array.from(
      { length: 700 },
      (_, i) => `#- e/v${i}.engagement.yaml\nchancery: engagement/1\nid: visit-${i}\ntitle: visit-${i}\n`,
    )
    const at = (typed: string) =>
      atCursor(`${files.join('')}#- b.brief.yaml\nchancery: brief/1\nengagements: [visit-699]\nclaims: [{ supports: [${typed}<|>`)
    const all = completionAt(await at(''))
    expect(all.items).toHaveLength(300)
    expect(all.isIncomplete).toBe(true)
    expect(inserted(all.items[0] ?? { label: '' })).toBe('visit-699')
    expect(completionAt(await at('visit-39')).items.map(inserted)).toEqual([
      'visit-39',
      ...Array.from({ length: 10 }, (_, i) => `visit-39${i}`),
    ])
  })
})
