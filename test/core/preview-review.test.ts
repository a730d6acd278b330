import { describe, expect, it } from 'vitest'
import { type Brief, lintFile, openFile, placedFindings, switchedOff } from '../../server/core/index.ts'
import { briefPaper } from '../../server/core/preview/brief.ts'
import type { Block, Blocks, Inlines, Paper, Place } from '../../server/core/preview/document-model.ts'
import { locate } from '../../server/core/syntax/locate.ts'
import { pathAt } from '../../server/core/syntax/path-at.ts'
import type { PlacedFinding } from '../../server/core/text/finding.ts'
import { projectOf, today } from '../support/files.ts'
import { emptyContext, exampleFiles } from './preview-pages.ts'

const none: readonly PlacedFinding[] = []

function paperOf(brief: Brief, findings: readonly PlacedFinding[] | undefined = none): Paper {
  return briefPaper(brief, { ...emptyContext, editor: { findings } })
}

function words(inlines: Inlines): string {
  return inlines.map((part) => ('content' in part ? words(part.content) : 'text' in part ? part.text : '')).join('')
}

function lines(blocks: Blocks): readonly string[] {
  return blocks.flatMap((block: Block): readonly string[] => {
    if (block.kind === 'paragraph') return [words(block.content)]
    if (block.kind === 'list') return block.items.flatMap((item) => lines(item.blocks))
    return block.kind === 'section' ? lines(block.blocks) : []
  })
}

function leads(blocks: Blocks): readonly Place[] {
  return blocks.flatMap((block: Block): readonly Place[] => {
    if (block.kind === 'paragraph') return block.content.flatMap((part) => (part.kind === 'lead' ? [part.to] : []))
    if (block.kind === 'list') return block.items.flatMap((item) => leads(item.blocks))
    return block.kind === 'section' ? leads(block.blocks) : block.kind === 'table' ? block.rows.flat().flatMap(leads) : []
  })
}

/** The answer to the question that holds a word, and the place that it leads to. */
function answer(
  brief: Brief,
  word: string,
  findings: readonly PlacedFinding[] = none,
  off: ReadonlySet<string> = new Set(),
): readonly [string, string] {
  const part = briefPaper(brief, { ...emptyContext, editor: { findings, off } }).review?.blocks.find(
    (block) => block.kind === 'section' && block.id === 'review-checklist',
  )
  const table = part?.kind === 'section' ? part.blocks[0] : undefined
  const row =
    table?.kind === 'table'
      ? table.rows.find(([first]) =>
          lines(first ?? [])
            .join()
            .includes(word),
        )
      : undefined
  if (!row) throw new Error(`no question with "${word}"`)
  return [lines(row[1] ?? []).join(), (leads(row[0] ?? [])[0]?.path ?? []).join('.')]
}

function finding(rule: string, severity: PlacedFinding['severity'], path: readonly (string | number)[], message = rule): PlacedFinding {
  return { rule, severity, message, at: { path } }
}

describe('the part for a reviewer', () => {
  it('says of a file that is left alone that nothing is checked, and asks nothing', () => {
    const { review } = briefPaper({ bluf: 'Agree.' }, { ...emptyContext, editor: { findings: undefined, isIgnored: true } })
    expect(lines(review?.blocks ?? []).join()).toBe('The chancery.yaml of this folder leaves this file alone, so nothing in it is checked.')
  })

  it('is made for an editor alone', () => {
    expect(briefPaper({ bluf: 'Agree.' }, emptyContext).review).toBeUndefined()
    expect(paperOf({ bluf: 'Agree.' }).review?.id).toBe('review')
  })

  it('has the gravest finding first, each with its rule and leading to its place', () => {
    const review = paperOf({}, [
      finding('jargon', 'hint', ['issue'], 'Say it plainly.'),
      finding('bluf-missing', 'error', ['bluf'], 'Say it first.'),
    ]).review
    const found = review?.blocks.filter((block) => block.kind === 'section' && block.id === 'review-findings') ?? []
    expect(lines(found)).toEqual(['Error: Say it first.\u00a0bluf-missing', 'Hint: Say it plainly.\u00a0jargon'])
    expect(leads(found)).toEqual([{ path: ['bluf'] }, { path: ['issue'] }])
  })

  it('tells apart that nothing was found and that nothing was checked', () => {
    expect(lines(paperOf({}).review?.blocks ?? [])).toContain('The checks found nothing.')
    expect(lines(briefPaper({}, { ...emptyContext, editor: { findings: undefined } }).review?.blocks ?? [])).toContain(
      'The paper is being checked.',
    )
  })

  it('says how many findings it leaves out', () => {
    const many = Array.from({ length: 130 }, (_, i) => finding('todo', 'warning', ['issue'], `Number ${i}`))
    const shown = lines(paperOf({}, many).review?.blocks ?? [])
    expect(shown).toContain('30 more findings in the list of problems.')
    expect(shown.filter((line) => line.startsWith('Warning: Number'))).toHaveLength(100)
  })
})

const open = 'Open'
const met = 'Met'
const judge = 'For you to judge'
const costed = [{ id: 'status-quo' }, { id: 'a', cost: { amount: 1, currency: 'EUR' } }]

const answers: readonly (readonly [word: string, brief: Brief, answer: string, place: string, findings?: readonly PlacedFinding[]])[] = [
  ['one topic', { title: 'T' }, judge, 'title'],
  ['bottom line', {}, open, 'bluf'],
  ['bottom line', { bluf: 'Agree.' }, judge, 'bluf'],
  ['bottom line', { bluf: 'It was.' }, open, 'bluf', [finding('bluf-no-ask', 'warning', ['bluf'])]],
  ['who decides', {}, open, 'to'],
  ['who decides', { to: 'Minister' }, open, 'timing.decide_by'],
  ['who decides', { to: 'Minister', timing: { decide_by: '2026-12-01' } }, met, 'timing.decide_by'],
  ['who decides', { profile: 'state-info-memo' }, met, 'to'],
  ['source?', { claims: [{ text: 'a', sources: ['s'] }, { text: 'b' }] }, open, 'claims.1'],
  ['source?', { claims: [{ text: 'a', sources: ['s'] }] }, judge, 'claims'],
  ['opposing', {}, open, 'perspectives'],
  ['opposing', { perspectives: [{ actor: 'CHN', view: 'No.' }] }, judge, 'perspectives'],
  ['opposing', { claims: [{ text: 'a' }, { text: 'b', counter: 'But.' }] }, judge, 'claims.1.counter'],
  ['as they are', { options: costed }, met, 'options.0'],
  ['as they are', { options: [{ id: 'a' }] }, judge, 'options'],
  ['as they are', { options: [{ id: 'a' }, { id: 'b' }] }, open, 'options', [finding('options-status-quo', 'info', ['options'])]],
  ['cost', { options: [{ id: 'a' }] }, open, 'options.0.cost'],
  ['cost', { options: costed }, judge, 'options'],
  ['cost', { options: costed, clearances: [{ office: 'Legal Adviser' }] }, met, 'clearances.0'],
  ['cost', { options: costed, risks: [{ category: 'international-law' }] }, met, 'risks.0'],
  ['risks', {}, open, 'risks'],
  ['risks', { risks: [{ category: 'ethics' }, { category: 'arms-race' }] }, met, 'risks.1'],
  ['risks', { risks: [{ category: 'ethics' }] }, judge, 'risks'],
  ['names', {}, met, 'title'],
  ['names', {}, open, 'issue', [finding('country-naming', 'warning', ['issue'])]],
  ['acronyms', {}, open, 'issue', [finding('acronym-undefined', 'warning', ['issue'])]],
  ['marking', {}, open, 'handling'],
  ['marking', { handling: { tlp: 'TLP:GREEN' } }, met, 'handling'],
  ['marking', { handling: { tlp: 'TLP:CLEAR' } }, open, 'handling.tlp', [finding('handling-aggregate', 'error', ['handling', 'tlp'])]],
  ['cleared', {}, judge, 'clearances'],
  ['cleared', { clearances: [{ office: 'A', status: 'cleared' }] }, met, 'clearances'],
  ['cleared', { clearances: [{ office: 'A', status: 'cleared' }, { office: 'B' }] }, open, 'clearances.1'],
  ['annexes', {}, met, 'annexes'],
  ['annexes', { annexes: [{ title: 'A' }] }, judge, 'annexes'],
]

describe('the checklist', () => {
  it.each(answers.map(([word, brief, expected, place, findings]) => ({ word, brief, expected, place, findings })))(
    '$word of $brief: $expected',
    ({ word, brief, expected, place, findings }) => expect(answer(brief, word, findings)).toEqual([expected, place]),
  )

  it.each([
    ['names', ['country-naming', 'spelling-variant', 'jargon']],
    ['acronyms', ['acronym-undefined']],
    ['marking', ['handling-aggregate']],
  ] as const)('does not count %s as met where a rule of it is switched off', (word, rules) => {
    const brief: Brief = { handling: { tlp: 'TLP:GREEN' } }
    const off = new Set<string>(rules)
    expect(answer(brief, word, none, off)[0]).toBe('Not checked')
    expect(answer(brief, word, none, new Set(['jargon']))[0]).toBe(met)
    const told = [finding(rules[0], 'warning', ['issue']), finding('nationality-adjective', 'hint', ['issue'])]
    expect(answer(brief, word, word === 'names' ? told.slice(1) : told, off)[0]).toBe(open)
  })

  it('knows from the settings of the workspace which rules are off', async () => {
    const text = 'chancery: brief/1\nid: a\n'
    const project = await projectOf({ 'chancery.yaml': 'chancery: config/1\nrules: { country-naming: off }\n', 'a.brief.yaml': text })
    const file = openFile('a.brief.yaml', text)
    const [part] = file.parts
    if (!part?.document.kind) throw new Error('The file has no document.')
    const off = switchedOff(project, file, part.document, { today })
    expect([off.has('country-naming'), off.has('spelling-variant'), off.has('passive')]).toEqual([true, false, true])
  })

  it('leaves to the checks what they alone can tell', () => {
    const brief = briefPaper({ handling: { tlp: 'TLP:GREEN' } }, { ...emptyContext, editor: { findings: undefined } })
    expect(JSON.stringify(brief.review).split('The paper is being checked.')).toHaveLength(5)
  })
})

describe('a finding by its field', () => {
  const files = exampleFiles()

  it.each(Object.entries(files))('%s: every field is found again from its place', (path, text) => {
    const file = openFile(path, text)
    for (const { tree, fields } of file.parts) {
      for (const field of fields) {
        const { start } = locate(tree.root, field.path)
        expect(pathAt(tree.root, start, file.inside).path).toEqual(field.path)
      }
    }
  })

  it('is told with the place of the very word', async () => {
    const path = 'a.brief.yaml'
    const text =
      'chancery: brief/1\nid: a\ntitle: T\nissue: |\n  One line.\n  Of great synergies.\n---\nchancery: brief/1\nid: b\ntitle: T\nissue: Some synergies.\n'
    const file = openFile(path, text)
    const { findings } = lintFile(await projectOf({ [path]: text }), file, { today })
    const [first, second] = file.parts.map((part) =>
      placedFindings(findings, file, part).filter(({ at }) => at.path[0] === 'issue' && at.offset !== undefined),
    )
    expect(first?.map(({ at }) => at.offset)).toContain('One line.\nOf great '.length)
    expect(second?.map(({ at }) => at.offset)).toContain('Some '.length)
  })
})
