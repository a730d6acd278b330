import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Position } from 'vscode-languageserver-types'
import { complete, resolve } from '../../server/core/features/completion.feature.ts'
import { hover } from '../../server/core/features/hover.feature.ts'
import { corpus } from '../support/corpus.ts'
import { projectOf } from '../support/files.ts'
import { below, mutate, seeded } from '../support/mutate.ts'
import { atCursor, completionAt, contextOf, itemsAt } from './at-cursor.ts'
import { brokenItem, checkItems } from './check-answers.ts'
import { type Case, keys, references } from './completion-keys.ts'
import { dates, values } from './completion-values.ts'

const check = async (wanted: Case) => {
  const place = await atCursor(wanted.at)
  checkItems(wanted, place, itemsAt(place))
}

describe('completion', () => {
  it('has cases enough', () => expect(keys.length + values.length + references.length).toBeGreaterThan(120))
  it.each(keys)('of keys: $name', check)
  it.each(values)('of values: $name', check)
  it.each(dates)('of dates: $name', check)
  it.each(references)('of references: $name', check)

  it('says what an item is', async () => {
    const [norway] = itemsAt(await atCursor('chancery: engagement/1\nlocation: { country: Norge<|> }'))
    expect(norway).toMatchObject({ label: 'Norway', detail: 'NOR; Norge in its own words', filterText: 'Norge' })
  })

  it('says what an item means when it is asked, and not before', async () => {
    const place = await atCursor('chancery: engagement/1\nlocation: { country: Norge<|> }')
    const [norway] = itemsAt(place)
    expect(norway).not.toHaveProperty('documentation')
    expect(await resolve(place.context, norway ?? { label: '' })).toMatchObject({
      ...norway,
      documentation: { kind: 'markdown', value: expect.stringContaining('Kingdom of Norway') },
    })
  })

  it('asks to be asked again where it looks beyond the label, and only there', async () => {
    expect(completionAt(await atCursor('chancery: engagement/1\nstatus: pl<|>')).isIncomplete).toBe(true)
    expect(completionAt(await atCursor('chancery: engagement/1\nexercise: { live_fire: <|>')).isIncomplete).toBe(false)
  })

  it('says nothing once nobody waits', async () => {
    const place = await atCursor('<|>')
    expect(itemsAt({ ...place, context: { ...place.context, cancelled: () => true } })).toEqual([])
  })

  it('takes positions beyond the text for its end', async () => {
    const { context } = await atCursor('chancery: engagement/1\nstatus: <|>\n')
    const count = (position: Position) => complete(context, { textDocument: { uri: 'file:///a' }, position }).items.length
    expect(count({ line: 1, character: 999 })).toBeGreaterThan(5)
    expect(count({ line: 999, character: 0 })).toBeGreaterThan(5)
  })
})

describe('a sign that ends a word', () => {
  const commits = async (at: string) => itemsAt(await atCursor(`chancery: engagement/1\n${at}`))[0]?.commitCharacters
  it('takes a code between brackets and braces', async () => {
    expect(await commits('location: { countries: [NOR, swe<|> ] }')).toEqual([',', ']'])
    expect(await commits('location: { country: swe<|> }')).toEqual([',', '}'])
    expect(await commits('participants: [{ role: ho<|>')).toEqual([',', '}'])
  })

  it.each([
    ['where nothing is typed, for it may be the end of the list', 'location: { countries: [NOR, <|>] }'],
    ['on a line of its own', 'location:\n  country: swe<|>\n'],
    ['between quotation marks', 'location: { country: "swe<|>" }'],
    ['of a word that is only near', 'location: { country: Norwya<|> }'],
    ['of a source, which may be still to be added', 'sources: { cnn2024: {} }\noutcomes: [{ sources: [cnn<|>] }]'],
    ['of an actor, who may have a name of its own', 'concerns: [{ raised_by: nat<|> }]'],
    ['of a key', 'location: { coun<|> }'],
    ['of a date', 'dates: { start: tod<|> }'],
  ])('takes nothing %s', async (_, at) => {
    const [item] = itemsAt(await atCursor(`chancery: engagement/1\n${at}`))
    expect(item).toBeDefined()
    expect(item?.commitCharacters).toBeUndefined()
  })
})

describe('completion in any text', () => {
  it('never fails, and changes only the line of the cursor', { timeout: 60_000 }, async () => {
    const texts = corpus().filter(({ path }, i) => i % 5 === 0 || path.startsWith('briefs/'))
    let tried = 0
    for (const { files, path } of texts) {
      const text = files[path] ?? ''
      const project = await projectOf(files)
      for (let end = 1; end <= text.length; end += 1 + Math.floor(text.length / 12)) {
        for (const whole of [text, text.slice(0, end)]) {
          const document = TextDocument.create('file:///a', 'yaml', 1, whole)
          const items = itemsAt({ context: contextOf(project, path, whole, tried % 2 === 0), document, offset: end })
          expect(items.flatMap((item) => brokenItem({ document, offset: end }, item) ?? [])).toEqual([])
          tried++
        }
      }
    }
    expect(tried).toBeGreaterThan(500)
  })

  it('never fails in damaged text', { timeout: 60_000 }, async () => {
    const texts = corpus()
    const random = seeded(7)
    for (let i = 0; i < 400; i++) {
      const { files, path } = texts[below(random, texts.length)] ?? { files: {}, path: '' }
      const text = mutate(files[path] ?? '', random)
      const document = TextDocument.create('file:///a', 'yaml', 1, text)
      const at = document.positionAt(below(random, text.length + 1))
      const context = contextOf(await projectOf({ [path]: text }), path, text, i % 2 === 0)
      const items = itemsAt({ context, document, offset: document.offsetAt(at) })
      expect(items.flatMap((item) => brokenItem({ document, offset: document.offsetAt(at) }, item) ?? [])).toEqual([])
      await expect(hover(context, at)).resolves.not.toThrow()
    }
  })
})
