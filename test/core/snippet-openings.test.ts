import { describe, expect, it } from 'vitest'
import { lintFiles } from '../support/check.ts'
import { atCursor, contextOf, filled, itemsAt } from './at-cursor.ts'

const library = `#- house.snippets.yaml
chancery: snippets/1
id: house
version: 2
snippets:
  - { id: note, title: Zeal of the house, prefix: [zeal], scope: [brief.background, brief.bluf], params: { office: { default: Policy } }, text: "By {{office}}: {{office}} speaks." }
  - { id: lines, title: Zebra, scope: [brief.background], text: "One.\\n\\nTwo." }
  - { id: anywhere, title: Zone, scope: [brief], text: Anywhere. }
  - { id: annex, title: Zinc, scope: [brief.annexes], text: An annex. }
  - { id: timing, title: Zest, scope: [brief.timing], yaml: { decide_by: 2026-12-01, why: Soon } }
  - { id: whole, title: Zulu, scope: [brief], profile: [state-info-memo], yaml: { id: "{{id}}", title: Talks at sea, profile: state-info-memo }, params: { id: { default: talks } } }
  - { id: final, title: Zenith, scope: [brief.issue], stage: [final], text: Final. }
  - { id: chosen, title: Zephyr, scope: [brief.issue], params: { how: { type: brief.risks.impact, default: high }, who: { type: country, default: NOR } }, text: "{{how}} for {{who}}." }
  - { id: typed, title: Zorro, scope: [brief.risks], params: { how: { type: brief.risks.impact, default: high } }, yaml: { text: It rains, impact: "{{how}}" } }
  - { id: nested, title: Zebu, scope: [brief.issue], params: { c: { choices: ["By {{o}}", None] }, o: { default: us } }, text: "{{c}}." }
  - { id: zany, title: Zany, scope: [brief.issue], params: { c: { choices: [calm, kind, "firm with {{o}}"] }, o: { default: us } }, text: "A {{c}} tone." }
  - { id: zilch, title: Zilch, scope: [brief.issue], params: { c: { choices: [calm, "firm with {{o}}"], default: calm }, o: { default: us } }, text: "A {{c}} tone." }
  - { id: member, title: Zoo, scope: [engagement.exercise], yaml: { scale: { ships: 3 } } }
`

const brief = 'chancery: brief/1\n'

/** What is typed before the mark, the label of the item that is taken, and the text that is left; nothing where it is not offered. */
const cases: readonly (readonly [what: string, at: string, label: string, after: string | undefined])[] = [
  ['a text at its key', `${brief}backg<|>`, 'Zeal of the house', undefined],
  [
    'a text by its prefix',
    `${brief}zeal<|>`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground: "By Policy: Policy speaks."`,
  ],
  ['a text by its id', `${brief}lin<|>`, 'Zebra', `${brief}# x-from: house/lines@2\nbackground: |\n  One.\n\n  Two.`],
  ['no text whose key is there', `${brief}background: x\nzebr<|>`, 'Zebra', undefined],
  [
    'the other place, where the first is taken',
    `${brief}background: x\nzeal<|>`,
    'Zeal of the house',
    `${brief}background: x\n# x-from: house/note@2\nbluf: "By Policy: Policy speaks."`,
  ],
  [
    'a text behind its key',
    `${brief}background: <|>\nissue: y\n`,
    'Zebra',
    `${brief}# x-from: house/lines@2\nbackground: |\n  One.\n\n  Two.\nissue: y\n`,
  ],
  ['a text that fits anywhere', `${brief}issue: zo<|>`, 'Zone', `${brief}# x-from: house/anywhere@2\nissue: Anywhere.`],
  ['none where no text may stand', `${brief}profile: zo<|>`, 'Zone', undefined],
  [
    'a paragraph in a text',
    `${brief}background: |\n  First.\n\n  zeb<|>\nissue: y\n`,
    'Zebra',
    `${brief}# x-from: house/lines@2\nbackground: |\n  First.\n\n  One.\n\n  Two.\nissue: y\n`,
  ],
  [
    'a word in a text',
    `${brief}background: |\n    As zea<|> and more.\n`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground: |\n    As By Policy: Policy speaks. and more.\n`,
  ],
  [
    'with one remark of the same',
    `${brief}# x-from: house/lines@2\nbackground: |\n  zeb<|>\n`,
    'Zebra',
    `${brief}# x-from: house/lines@2\nbackground: |\n  One.\n\n  Two.\n`,
  ],
  ['none in a text before a word is begun', `${brief}background: |\n  First. <|>\n`, 'Zebra', undefined],
  [
    'a paragraph where one may begin',
    `${brief}issue: |\n  First.\n\n  <|>\n`,
    'Zone',
    `${brief}# x-from: house/anywhere@2\nissue: |\n  First.\n\n  Anywhere.\n`,
  ],
  [
    'in a folded text',
    `${brief}background: >\n  As zea<|>\n`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground: >\n  As By Policy: Policy speaks.\n`,
  ],
  [
    'in double quotes',
    `${brief}background: "As zea<|> and"\n`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground: "As By Policy: Policy speaks. and"\n`,
  ],
  [
    'in single quotes',
    `${brief}background: 'It''s zea<|>'\n`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground: 'It''s By Policy: Policy speaks.'\n`,
  ],
  [
    'on the line below its key',
    `${brief}background:\n  zea<|>\n`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground:\n  "By Policy: Policy speaks."\n`,
  ],
  [
    'among words in no quotes',
    `${brief}background: As zea<|> and more\n`,
    'Zeal of the house',
    `${brief}# x-from: house/note@2\nbackground: "As By Policy: Policy speaks. and more"\n`,
  ],
  ['none where words could end the text', `${brief}background: They met\n  zea<|>\n`, 'Zeal of the house', undefined],
  ['none behind a tab', `${brief}risks:\n\t- zor<|>\n`, 'Zorro', undefined],
  ['none before the sign of a block', `${brief}background: <|>|\n  First.\n`, 'Zebra', undefined],
  [
    'an item with the key of its list',
    `${brief}zinc<|>`,
    'Zinc',
    `${brief}annexes:\n  - title: Zinc\n    text: An annex.\n    x-from: house/annex@2`,
  ],
  ['a part with its key', `${brief}zest<|>`, 'Zest', `${brief}timing:\n  decide_by: 2026-12-01\n  why: Soon\n  x-from: house/timing@2`],
  [
    'a part behind its key',
    `${brief}timing: <|>`,
    'Zest',
    `${brief}timing:\n  decide_by: 2026-12-01\n  why: Soon\n  x-from: house/timing@2`,
  ],
  [
    'a part below its key',
    `${brief}timing:\n  <|>`,
    'Zest',
    `${brief}timing:\n  decide_by: 2026-12-01\n  why: Soon\n  x-from: house/timing@2`,
  ],
  ['a whole file', '<|>', 'Zulu', `${brief}id: talks\ntitle: Talks at sea\nprofile: state-info-memo\nx-from: house/whole@2`],
  [
    'a whole file below its first line',
    `${brief}<|>`,
    'Zulu',
    `${brief}id: talks\ntitle: Talks at sea\nprofile: state-info-memo\nx-from: house/whole@2`,
  ],
  ['no whole file where one is begun', `${brief}id: a\n<|>`, 'Zulu', undefined],
  ['none of another stage', `${brief}stage: draft\nissue: <|>`, 'Zenith', undefined],
  ['one of this stage', `${brief}stage: final\nissue: <|>`, 'Zenith', `${brief}stage: final\n# x-from: house/final@2\nissue: Final.`],
  ['names among words', `${brief}issue: <|>`, 'Zephyr', `${brief}# x-from: house/chosen@2\nissue: "high for Norway."`],
  [
    'words of the schema, the usual one first',
    `${brief}risks:\n  - <|>`,
    'Zorro',
    `${brief}risks:\n  - text: It rains\n    impact: high\n    x-from: house/typed@2`,
  ],
  ['a choice with a blank of its own', `${brief}issue: zebu<|>`, 'Zebu', `${brief}# x-from: house/nested@2\nissue: "By us."`],
  ['none of another kind', `${brief}zoo<|>`, 'Zoo', undefined],
]

async function taken(at: string, label: string): Promise<string | undefined> {
  const place = await atCursor(`#- a.brief.yaml\n${at}${at.endsWith('\n') ? '' : '\n'}${library}`)
  const { project, path, text } = place.context
  const items = itemsAt({ ...place, context: contextOf(project, path, at.endsWith('\n') ? text : text.replace(/\n$/, ''), true) })
  const item = items.find((each) => each.label === label)
  return item && filled(place.document, item).replace(/\n$/, at.endsWith('\n') ? '\n' : '')
}

describe('a snippet at the cursor', () => {
  it.each(cases)('%s', async (_, at, label, after) => {
    expect(await taken(at, label)).toBe(after)
  })

  it.each([
    ['a choice with blanks as a stop around them', 'zebu', ` "\${1:By \${2:us}}."`],
    ['the choices that have none', 'zany', ` "A \${1|calm,kind|} tone."`],
    ['the one choice that has none as words to write over', 'zilch', ` "A \${1:calm} tone."`],
  ])('leaves %s', async (_, word, newText) => {
    const place = await atCursor(`#- a.brief.yaml\n${brief}issue: ${word}<|>\n${library}`)
    const { project, path, text } = place.context
    const [item] = itemsAt({ ...place, context: contextOf(project, path, text, true) })
    expect(item?.textEdit?.newText).toBe(newText)
  })

  it('leaves a library that can be used', async () => {
    const [text = ''] = [library.slice(library.indexOf('\n') + 1)]
    const found = (await lintFiles({ 'house.snippets.yaml': text })).get('house.snippets.yaml') ?? []
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })
})
