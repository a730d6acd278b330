import { describe, expect, it } from 'vitest'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types'
import { builtIn, openFile, schemas } from '../../server/core/index.ts'
import { lintFiles } from '../support/check.ts'
import { splitFiles } from '../support/files.ts'
import { atCursor, contextOf, filled, itemsAt, mark } from './at-cursor.ts'

/** The items at a mark for a client with tab stops. */
async function offered(at: string): Promise<{ readonly items: readonly CompletionItem[]; readonly document: TextDocument }> {
  const place = await atCursor(at)
  const { project, path, text } = place.context
  return { items: itemsAt({ ...place, context: contextOf(project, path, text, true) }), document: place.document }
}

/** What must be true of any text that was put in: it can be read, and every key of it is one that may stand there. */
const broken = ['yaml-syntax', 'unknown-key', 'duplicate-key', 'wrong-type']

async function complaints(text: string, path: string): Promise<readonly string[]> {
  const found = (await lintFiles({ [path]: text })).get(path) ?? []
  return found.filter(({ rule }) => broken.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`)
}

/** Lists whose entries have one key as a rule, which is offered as such. */
const single = ['engagement.precedents', 'brief.history', 'brief.snippets']

const lists = Object.entries(schemas).flatMap(([kind, { properties = {} }]) =>
  Object.entries(properties).flatMap(([key, { items, additionalProperties }]) => {
    const isMap = typeof additionalProperties === 'object' && additionalProperties.properties !== undefined
    return (isMap || items?.properties) && !single.includes(`${kind}.${key}`) ? [{ kind, key, isMap }] : []
  }),
)
const forms = {
  list: {
    'behind a dash': `KEY:\n  - ${mark}\n`,
    'behind a dash without a space': `KEY:\n  -${mark}\n`,
    'behind a dash at the column of the key': `KEY:\n- ${mark}\n`,
    'without its dash': `KEY:\n  ${mark}\n`,
    'on the line of the key': `KEY: ${mark}\n`,
    'right behind the colon': `KEY:${mark}\n`,
    'in brackets': `KEY: [ ${mark} ]\n`,
    'as a word': `KEY:\n  - new${mark}\n`,
  },
  map: { 'below its key': `KEY:\n  ${mark}\n`, 'on the line of the key': `KEY: ${mark}\n`, 'in braces': `KEY: { ${mark} }\n` },
}
const cases = lists.flatMap(({ kind, key, isMap }) =>
  Object.entries(isMap ? forms.map : forms.list).map(([form, text]) => ({
    kind,
    key,
    isMap,
    form,
    text: `chancery: ${kind}/1\n${text.replace('KEY', key)}`,
  })),
)

describe('a whole entry', () => {
  it('is there for the lists of every kind of file', () => {
    expect(lists.length).toBeGreaterThan(20)
    expect(cases.length).toBeGreaterThan(150)
  })

  it.each(cases)('of $kind $key $form is sound', async ({ kind, key, isMap, text }) => {
    const { items, document } = await offered(text)
    const [entry, ...others] = items.filter((item) => item.kind === CompletionItemKind.Snippet && item.data.topic.is === 'key')
    expect(entry?.label).toMatch(/^New /)
    expect(others).toEqual([])
    expect(items.indexOf(entry ?? { label: '' })).toBe(0)
    expect(entry?.insertTextFormat).toBe(InsertTextFormat.Snippet)
    if (entry?.textEdit?.newText.includes('\n')) expect(entry.insertTextMode).toBe(InsertTextMode.asIs)
    const after = filled(document, entry ?? { label: '' })
    const path = Object.keys(splitFiles(text))[0] ?? ''
    expect(await complaints(after, path)).toEqual([])
    const value = Object(openFile(path, after).parts[0]?.document.value)[key] as object
    const [first] = Object.values(value ?? {})
    const named = entry?.detail?.replace('with ', '').split(/, | and /)
    expect(Object.keys(first ?? {})).toEqual(named)
    expect([kind, Array.isArray(value)]).toEqual([kind, !isMap])
  })

  it('is not offered to an editor without tab stops, nor where none may begin', async () => {
    const brief = 'chancery: brief/1\n'
    expect(itemsAt(await atCursor(`${brief}risks:\n  - ${mark}`)).filter(({ kind }) => kind === CompletionItemKind.Snippet)).toEqual([])
    for (const at of [
      'risks:\n  - text: x\n    ',
      'risks:\n  - { text: x, ',
      'engagements: [',
      'bluf: ',
      'sources:\n  a:\n    ',
      'timing:\n  ',
    ]) {
      const { items } = await offered(`${brief}${at}${mark}`)
      expect(items.filter(({ kind }) => kind === CompletionItemKind.Snippet)).toEqual([])
    }
  })

  it('counts on, and offers what the file has', async () => {
    const { items } = await offered(
      `chancery: brief/1\noptions:\n  - { id: wait }\n  - { id: act }\nclaims: [{ id: c1 }]\nrecommendations:\n  - id: r1\n  - id: r2\n  - ${mark}`,
    )
    const text = items[0]?.textEdit?.newText
    expect(text).toMatch(/id: \$\{1:r3\}/)
    expect(text).toMatch(/option: \$\{3\|wait,act\|\}/)
    expect(text).toMatch(/supported_by: \[\$\{7\|c1,wait,act\|\}\]/)
  })

  it('offers a co-host where there is a host', async () => {
    const { items } = await offered(`chancery: engagement/1\nparticipants:\n  - { country: PHL, role: host }\n  - ${mark}`)
    expect(items[0]?.textEdit?.newText).toMatch(/\{2\|participant,co-host,/)
    expect(items[0]?.textEdit?.newText).not.toMatch(/[|,]host[|,]/)
  })
})

describe('a type with what it needs', () => {
  const head = 'chancery: engagement/1\nid: a\n'
  const foot = 'title: A title\nstatus: planned\nparticipants: [{ countries: [PHL, USA], role: participant }]\n'
  const needy = builtIn.engagementTypes.filter(({ block, temporal }) => block.length > 0 || !temporal.includes('instrument'))

  it.each(needy.map(({ id }) => id))('%s brings the parts', async (id) => {
    const { items, document } = await offered(`${head}type: ${id}${mark}\n${foot}`)
    const [alone, whole] = items
    expect(alone?.textEdit?.newText).toBe(id)
    expect(whole?.label).toBe(`${alone?.label}, with what it needs`)
    const after = filled(document, whole ?? { label: '' })
    const found = (await lintFiles({ 'a.engagement.yaml': after })).get('a.engagement.yaml') ?? []
    expect(found.filter(({ rule }) => [...broken, 'type-required-fields', 'type-block-mismatch'].includes(rule))).toEqual([])
    expect(after.startsWith(head) && after.endsWith(foot)).toBe(true)
  })

  it('is offered only where it is needed and has room', async () => {
    const labels = async (at: string) => (await offered(at)).items.map(({ label }) => label).filter((label) => label.includes('with what'))
    expect(await labels(`${head}type: port-call${mark}\n`)).toHaveLength(1)
    expect(await labels(`${head}type: port-call${mark}\ndates: { start: 2024 }\nvisit: { port: x }\n`)).toEqual([])
    expect(await labels(`${head}type: port-call${mark} # to be checked\n`)).toEqual([])
    expect(await labels(`${head}type: "port-call${mark}"\n`)).toEqual([])
    expect(await labels(`{ chancery: engagement/1, type: port-call${mark} }`)).toEqual([])
    expect(await labels(`${head}type: memorandum-of-understanding${mark}\nagreement: { signed: 2024 }\n`)).toEqual([])
    expect(await labels(`${head}type: ${mark}\n`)).toEqual([])
  })
})
