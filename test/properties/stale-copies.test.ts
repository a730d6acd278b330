import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, lintText } from '../../server/core/index.ts'
import { mergedText } from '../../server/core/snippets/merge.ts'
import { givenIn, withGiven } from '../../server/core/snippets/pieces.ts'
import { mark } from '../../server/core/snippets/written.ts'
import { projectOf, today } from '../support/files.ts'

const word = fc.constantFrom('open', 'sources', 'alone', 'of', 'which', 'each', 'is', 'named', 'staff', 'é')
const words = fc.array(word, { minLength: 1, maxLength: 10 }).map((all) => `${all.join(' ')}.`)
/** A text and the same with some words put in, as a writer does it. */
const edited = fc.tuple(words, fc.nat({ max: 10 })).map(([text, at]) => {
  const all = text.split(' ')
  all.splice(at % (all.length + 1), 0, 'OURS')
  return { text, ours: all.join(' ') }
})

const none = (): string => '?'

describe('what a library and a writer changed', () => {
  it('is the text of the writer where the library changed nothing, and the other way about', () => {
    fc.assert(
      fc.property(words, words, (base, other) => {
        expect(mergedText({ base, theirs: base, ours: other })).toEqual({ value: other, isContested: false })
        expect(mergedText({ base, theirs: other, ours: base })).toEqual({ value: other, isContested: false })
        expect(mergedText({ base, theirs: other, ours: other })).toEqual({ value: other, isContested: false })
      }),
    )
  })

  it.each([
    { base: 'Costs rise.', theirs: 'In June costs rise.', ours: 'COSTS rise.', value: 'In June COSTS rise.' },
    { base: 'NATO staffs met.', theirs: 'The NATO staffs met.', ours: 'Nato staffs met.', value: 'The Nato staffs met.' },
    { base: 'The navy met.', theirs: 'The Navy met.', ours: 'The\nnavy met.', value: 'The\nNavy met.' },
    { base: 'They met.', theirs: 'They met again.', ours: '  ', value: '  ' },
  ])('keeps apart how words are written and what is between them: $value', ({ value, ...three }) => {
    expect(mergedText(three).value).toBe(value)
  })

  it('never loses what the writer put in', () => {
    fc.assert(
      fc.property(edited, words, ({ text, ours }, theirs) => {
        expect(mergedText({ base: text, theirs, ours }).value).toContain('OURS')
      }),
    )
  })

  it('finds the answers again, wherever the blank stood', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const template = `${before} ${mark}who${mark} ${after}`
        const ours = withGiven(template, new Map([['who', 'NAVY']]), none)
        expect(withGiven(template, givenIn(template, ours), none)).toBe(ours)
      }),
    )
  })
})

const library = (version: number, body: string, former: string) => `chancery: snippets/1
id: house
version: ${version}
title: Texts
snippets:
  - id: note
    title: Note
    scope: [brief.annexes, brief.background]
    params: { office: { default: us } }
    ${body}
    former:
      - version: 1
        ${former}
`

const brief = (text: string) => `chancery: brief/1
id: a
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
annexes:
  - title: Note # kept
    text: ${text}
    x-from: house/note@1
`

/** The brief once the correction for the stale copy is made; undefined where there is none. */
async function mended(text: string, now: string, former: string): Promise<string | undefined> {
  return mendedBy(text, `text: ${JSON.stringify(now)}`, `text: ${JSON.stringify(former)}`)
}

/** The same of a snippet of which the keys and their values are given. */
async function mendedBy(text: string, now: string, former: string): Promise<string | undefined> {
  const project = await projectOf({ 'house.snippets.yaml': library(2, now, former) })
  const finding = lintText(project, 'a.brief.yaml', text, { today }).findings.find(({ rule }) => rule === 'snippet-stale')
  const [fix] = finding?.fixes ?? []
  return fix && applyEdits(text, fix.edits)
}

describe('a copy that is brought up to date', () => {
  it.each([
    ['as it was', 'By Navy Staff from public sources.', 'By Navy Staff from open sources alone.'],
    [
      'with words of the writer',
      '"In short: by Navy Staff from public sources. More follows."',
      '"In short: by Navy Staff from open sources alone. More follows."',
    ],
    [
      'in a block',
      '|\n      By Navy Staff\n      from public sources. More follows.',
      '|\n      By Navy Staff\n      from open sources alone. More follows.',
    ],
  ])('%s', async (_, ours, expected) => {
    const after = await mended(brief(ours), 'By {{office}} from open sources alone.', 'By {{office}} from public sources.')
    expect(after).toBe(brief(expected).replace('note@1', 'note@2'))
  })

  it.each([
    ['a block with a key below it', '|\n      By us.', 'text: By them.', 'text: By us.', '|\n      By them.'],
    ['a block of a library', 'By us.', 'text: |\n      By them.', 'text: |\n          By us.', 'By them.'],
    ['words that ask for quotes', 'By us.', "text: 'By us: all of us.'", 'text: By us.', '"By us: all of us."'],
    ['more at the end', 'By us', 'text: By us alone', 'text: By us', 'By us alone'],
    [
      'a capital of its own',
      '"In short: by Navy Staff."',
      'text: "By {{office}} alone."',
      'text: "By {{office}}."',
      '"In short: by Navy Staff alone."',
    ],
    [
      'a line that was broken elsewhere',
      '|\n      By\n      us and all.',
      'text: By us alone and all.',
      'text: By us and all.',
      '|\n      By\n      us alone and all.',
    ],
    [
      'a new paragraph in the place of a word',
      '|\n      By us and all.',
      'text: "By us.\\n\\nBy all."',
      'text: By us and all.',
      '|\n      By us.\n\n      By all.',
    ],
    ['new lines', 'By us.', 'text: "By us.\\n\\nBy all."', 'text: By us.', '|\n      By us.\n\n      By all.'],
  ])('takes over %s', async (_, ours, now, former, expected) => {
    expect(await mendedBy(brief(ours), now, former)).toBe(brief(expected).replace('note@1', 'note@2'))
  })

  it.each([
    ['what one takes back and the other changes', 'This is closed.', 'This is not open.', 'This is open.', 'This is closed.'],
    ['a text of which nothing is left', 'Hello', 'Prepared from open sources. Do not copy.', 'Prepared from open sources.', 'Hello'],
    ['words behind words of the writer', '"In short: by us."', 'From us.', 'By us.', '"In short: by us."'],
  ])('does not mix %s', async (_, ours, now, former, expected) => {
    expect(await mended(brief(ours), now, former)).toBe(brief(expected).replace('note@1', 'note@2'))
  })

  it('prints the usual answer of a question that is new', async () => {
    const now =
      'text: "By us for {{land}}. {{closing}}"\n    params: { land: { type: country, default: NOR }, closing: { default: "By {{land}}.", choices: ["By {{land}}.", None.] } }'
    const project = await projectOf({
      'house.snippets.yaml': `chancery: snippets/1\nid: house\nversion: 2\ntitle: T\nsnippets:\n  - id: note\n    title: N\n    scope: [brief.annexes]\n    ${now}\n    former: [{ version: 1, text: By us. }]\n`,
    })
    const text = brief('By us.')
    const finding = lintText(project, 'a.brief.yaml', text, { today }).findings.find(({ rule }) => rule === 'snippet-stale')
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toContain('text: By us for Norway. [closing]')
  })

  it.each([
    [
      'a note that another comment names as well',
      '# x-from: house/note@1\n# See house/note@1 and house/note@12.\n',
      '# x-from: house/note@2\n# See house/note@1 and house/note@12.\n',
    ],
    [
      'a note beside that of another library',
      '# x-from: house/note@1\n# x-from: myhouse/note@1\n',
      '# x-from: house/note@2\n# x-from: myhouse/note@1\n',
    ],
  ])('renews %s', async (_, above, expected) => {
    const text = brief('As ever.')
      .replace('background: The staffs met in May.', `${above}background: By us.`)
      .replace('    x-from: house/note@1\n', '')
    const after = await mended(text, 'By them.', 'By us.')
    expect(after).toBe(text.replace(above, expected).replace('By us.', 'By them.'))
  })

  it.each(['{ a: b }', '[{ a: b }]', '[house/note@1]', 'null'])('is not taken for one where the note is %s', async (note) => {
    expect(await mended(brief('By us.').replace('house/note@1', note), 'By them.', 'By us.')).toBeUndefined()
  })

  it('is left alone where its text or a part of it is used elsewhere', async () => {
    const text = brief('&t By us.')
    expect(await mended(`${text}notes: *t\n`, 'By them.', 'By us.')).toBeUndefined()
  })

  it.each<readonly [string, string, string, string | undefined]>([
    // Two edits at one place would undo each other, so there is no correction.
    ['a key that goes where another comes', '{ title: N, text: T, x-b: two }', '{ title: N, text: T, x-c: three }', undefined],
    ['a key that asks for quotes', '{ title: N, text: T }', '{ title: N, text: T, "x: a": b }', '"x: a": b\n'],
  ])('is made with care where the library has %s', async (_, former, now, expected) => {
    const copy = former.includes('x-b')
      ? '  - title: N\n    text: T\n    x-from: house/note@1\n    x-b: two\n'
      : '  - title: N\n    text: T\n    x-from: house/note@1\n'
    const after = await mendedBy(brief('T').replace(/ {2}- title[\s\S]*$/, copy), `yaml: ${now}`, `yaml: ${former}`)
    if (expected === undefined) expect(after).toBeUndefined()
    else expect(after).toContain(expected)
  })

  it('takes over what changed in its own item of a list, and nothing of another', async () => {
    const list = (second: string) => `yaml: [{ title: First, text: Of the first. }, { title: Second, text: ${second} }]`
    const text = brief('Of the second.').replace('title: Note #', 'title: Second #')
    const after = await mendedBy(text, list('Of the second now.'), list('Of the second.'))
    expect(after).toBe(text.replace('Of the second.', 'Of the second now.').replace('note@1', 'note@2'))
  })

  it('is not called stale while its words are those of the library', async () => {
    const project = await projectOf({
      'house.snippets.yaml': library(3, 'text: By {{office}} alone.', 'text: x').replace(/ {4}former:[\s\S]*$/, ''),
    })
    const told = (text: string) =>
      lintText(project, 'a.brief.yaml', brief(text), { today }).findings.some(({ rule }) => rule === 'snippet-stale')
    expect([told('By Navy Staff alone.'), told('By Navy Staff.')]).toEqual([false, true])
  })

  it('keeps the words of the writer where both changed the same', async () => {
    const after = await mended(brief('By us from good sources.'), 'By {{office}} from open sources.', 'By {{office}} from public sources.')
    expect(after).toBe(brief('By us from good sources.').replace('note@1', 'note@2'))
  })

  it('is brought up to date in a text, which notes in a comment whence it came', async () => {
    const text = brief('As ever.').replace(
      'background: The staffs met in May.',
      '# x-from: house/note@1\n# Checked.\nbackground: The staffs met in May. By Navy Staff from public sources. They meet again.',
    )
    const now = 'By {{office}} from open sources alone.'
    const after = await mended(text, now, 'By {{office}} from public sources.')
    expect(after).toBe(text.replace('note@1', 'note@2').replace('public sources', 'open sources alone'))
  })

  it('is no longer stale, and the rest of the file is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(edited, words, async ({ text, ours }, theirs) => {
        fc.pre(text !== theirs)
        const before = brief(JSON.stringify(ours))
        const after = await mended(before, theirs, text)
        if (after === undefined) return
        expect(after.replace(/text: .*\n/, '').replace('note@2', 'note@1')).toBe(before.replace(/text: .*\n/, ''))
        expect(after).toContain('OURS')
        expect(await mended(after, theirs, text)).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })
})
