import { describe, expect, it } from 'vitest'
import { builtIn, openFile } from '../../server/core/index.ts'
import type { SnippetsSnippet } from '../../server/core/model/types.generated.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { expand } from '../../server/core/snippets/expand.ts'
import { withSnippets } from '../../server/core/snippets/include.ts'
import { scopeOf } from '../../server/core/snippets/scope.ts'

const vocabulary = vocabularyOf(builtIn)

/** A library from its YAML, as it would be read from a file. */
function library(text: string): (name: string) => SnippetsSnippet | undefined {
  const [part] = openFile('a.snippets.yaml', `chancery: snippets/1\nid: a\nversion: 1\nsnippets:\n${text}`).parts
  const snippets = part?.document.kind === 'snippets' ? (part.document.model.snippets ?? []) : []
  return (name) => snippets.find(({ id }) => `a/${id}` === name)
}

const engagements: Readonly<Record<string, { title: string; start: string; end: string | undefined }>> = {
  late: { title: 'Late Talks', start: '2024-05-14', end: '2024-05-15' },
  early: { title: 'Early Talks', start: '2023-11', end: undefined },
}

function houseOf(text: string) {
  return { snippet: library(text), engagement: (id: string) => engagements[id], vocabulary }
}

type Answers = Readonly<Record<string, string | number | boolean>>

function filled(text: string, name = 'a/x', answers: Answers = {}, file = {}) {
  const { body, problems } = expand(name, { ...houseOf(text), answers, file })
  return { body: body && JSON.parse(JSON.stringify(body)), problems: problems.map(({ kind }) => kind) }
}

describe('a snippet that is filled in', () => {
  it.each<readonly [string, string, Answers, unknown, readonly string[]]>([
    ['is its text', '  - { id: x, text: Plain }', {}, { text: 'Plain' }, []],
    [
      'has the answer in its blank',
      '  - { id: x, params: { o: {} }, text: "By {{o}} and {{ o }}." }',
      { o: 'us' },
      { text: 'By us and us.' },
      [],
    ],
    [
      'has the default where nothing is said',
      '  - { id: x, params: { o: { default: us } }, text: "By {{o}}." }',
      {},
      { text: 'By us.' },
      [],
    ],
    [
      'calls a country by its name among words',
      '  - { id: x, params: { c: { type: country } }, text: "With {{c}}." }',
      { c: 'NOR' },
      { text: 'With Norway.' },
      [],
    ],
    [
      'keeps its code alone',
      '  - { id: x, params: { c: { type: country } }, yaml: { c: "{{c}}" } }',
      { c: 'NOR' },
      { yaml: { c: 'NOR' } },
      [],
    ],
    [
      'knows countries',
      '  - { id: x, params: { c: { type: country } }, yaml: { c: "{{c}}" } }',
      { c: 'XXX' },
      { yaml: { c: 'XXX' } },
      ['not-an-answer'],
    ],
    [
      'knows dates',
      '  - { id: x, params: { d: { type: date } }, text: "{{d}}" }',
      { d: '2024-13' },
      { text: '2024-13' },
      ['not-an-answer'],
    ],
    ['knows numbers', '  - { id: x, params: { n: { type: number } }, text: "{{n}}" }', { n: 'some' }, { text: 'some' }, ['not-an-answer']],
    [
      'knows the words of a field',
      '  - { id: x, params: { i: { type: brief.risks.impact } }, text: "{{i}}" }',
      { i: 'huge' },
      { text: 'huge' },
      ['not-an-answer'],
    ],
    [
      'takes the words of a field',
      '  - { id: x, params: { i: { type: brief.risks.impact } }, text: "{{i}}" }',
      { i: 'high' },
      { text: 'high' },
      [],
    ],
    [
      'fills in what a choice asks and takes in',
      '  - { id: x, params: { c: { choices: ["by {{o}}, {{> a/y}}", none] }, o: { default: us } }, text: "Made {{c}}." }\n  - { id: y, text: all of it }',
      { c: 'by {{o}}, {{> a/y}}' },
      { text: 'Made by us, all of it.' },
      [],
    ],
    [
      'ends a choice that takes itself in',
      '  - { id: x, params: { c: { choices: ["so {{c}}"] } }, text: "Made {{c}}." }',
      { c: 'so {{c}}' },
      { text: 'Made so .' },
      ['cycle'],
    ],
    [
      "leaves the writer's own braces alone",
      '  - { id: x, params: { c: {} }, text: "Made {{c}}." }',
      { c: 'by {{o}}' },
      { text: 'Made by {{o}}.' },
      [],
    ],
    ['may lack what is not needed', '  - { id: x, params: { o: {} }, text: "By {{o}}." }', {}, { text: 'By .' }, []],
    ['needs what is needed', '  - { id: x, params: { o: { required: true } }, text: "{{o}}" }', {}, { text: '' }, ['missing']],
    ['takes no answer that it did not ask for', '  - { id: x, text: a }', { o: 'us' }, { text: 'a' }, ['unasked']],
    ['knows its blanks', '  - { id: x, text: "{{o}}" }', {}, { text: '' }, ['undeclared']],
    [
      'keeps to its choices',
      '  - { id: x, params: { n: { choices: [1, 2] } }, text: "{{n}}" }',
      { n: 3 },
      { text: '3' },
      ['not-an-answer'],
    ],
    [
      'compares choices as they are read',
      '  - { id: x, params: { n: { choices: [1, 2] } }, text: "{{n}}" }',
      { n: '2' },
      { text: '2' },
      [],
    ],
    [
      'keeps the type of an answer',
      '  - { id: x, params: { n: {} }, yaml: { percent: "{{n}}", text: "{{n}} of 100" } }',
      { n: 5 },
      { yaml: { percent: 5, text: '5 of 100' } },
      [],
    ],
    ['is no prototype', '  - { id: x, text: "{{constructor}}{{__proto__}}" }', {}, { text: '' }, ['undeclared', 'undeclared']],
    ['takes in others', '  - { id: x, text: "A {{> a/y}} C" }\n  - { id: y, text: B }', {}, { text: 'A B C' }, []],
    ['takes in lists', '  - { id: x, yaml: ["{{> a/y}}", 3] }\n  - { id: y, yaml: [1, 2] }', {}, { yaml: [1, 2, 3] }, []],
    [
      'hands on its answers',
      '  - { id: x, params: { o: {} }, text: "{{> a/y}}" }\n  - { id: y, params: { o: {} }, text: "{{o}}" }',
      { o: 'us' },
      { text: 'us' },
      [],
    ],
    ['tells what it cannot take in', '  - { id: x, text: "{{> b/y}}" }', {}, { text: '' }, ['unknown']],
    [
      'ends where it would take itself in',
      '  - { id: x, text: "a {{> a/y}}" }\n  - { id: y, text: "b {{> a/x}}" }',
      {},
      { text: 'a b' },
      ['cycle'],
    ],
    ['leaves what is no blank', '  - { id: x, text: "{{}} {{ a b }} {% c %} $1 %s" }', {}, { text: '{{}} {{ a b }} {% c %} $1 %s' }, []],
  ])('%s', (_, text, answers, body, problems) => {
    expect(filled(text, 'a/x', answers)).toEqual({ body, problems })
  })

  it('makes a list of members on a date, or of a field of the file', () => {
    const made = (on: string, file = {}) => filled(`  - { id: x, generate: { organization: nato, on: "${on}" } }`, 'a/x', {}, file)
    const countries = (result: ReturnType<typeof filled>): readonly string[] => result.body?.yaml?.[0]?.countries ?? []
    expect(countries(made('1950'))).toHaveLength(12)
    expect(countries(made('2024-04-01'))).toHaveLength(32)
    expect(countries(made('{{dates.start}}', { dates: { start: '1950-01-01' } }))).toHaveLength(12)
    expect(made('{{dates.start}}').problems).toEqual(['no-data'])
    expect(made('{{constructor.name}}').problems).toEqual(['no-data'])
  })

  it('is cut off where it would never end, within a moment', () => {
    const many = Array.from({ length: 30 }, (_, i) => `  - { id: n${i}, text: "{{> a/n${i + 1}}}{{> a/n${i + 1}}}" }`).join('\n')
    expect(filled(many, 'a/n0')).toEqual({ body: undefined, problems: expect.arrayContaining(['too-large']) })
    const long = `  - { id: x, params: { o: {} }, text: "${'{{o}}'.repeat(2000)}" }`
    expect(filled(long, 'a/x', { o: 'x'.repeat(10_000) }).problems).toEqual(['too-large'])
  })
})

describe('the place of a snippet', () => {
  it.each([
    ['brief.risks', true],
    ['engagement.exercise.scale', true],
    ['brief', true],
    ['brief.rsks', false],
    ['letter.risks', false],
    ['brief.constructor', false],
    ['', false],
  ])('%s is one: %s', (words, isOne) => {
    expect(scopeOf(words) !== undefined).toBe(isOne)
  })
})

describe('what is made from the data', () => {
  const timeline = '  - { id: x, generate: { timeline: engagements } }'
  const risks = (type: string) => `  - { id: x, generate: { risks: ${type} } }`
  it.each([
    [
      'a timeline in the order of dates',
      timeline,
      { engagements: ['late', 'early', 'none', 'late'] },
      ['November 2023: Early Talks [@early]. 14 May 2024 to 15 May 2024: Late Talks [@late].'],
    ],
    [
      'a timeline of precedents',
      timeline.replace('engagements', 'history'),
      { history: [{ engagement: 'early' }, { title: 'x' }] },
      ['November 2023: Early Talks [@early].'],
    ],
    ['no timeline of nothing', timeline, {}, ['no-data']],
    ['no risks without the library that has them', risks('port-call'), {}, ['no-data']],
    ['no risks of what is no type', risks('tea-party'), {}, ['no-data']],
  ])('%s', (_, text, file, expected) => {
    const { body, problems } = filled(text, 'a/x', {}, file)
    expect([...(body ? [body.text] : []), ...problems]).toEqual(expected)
  })
})

describe('a brief that takes in snippets', () => {
  const texts = `  - { id: note, title: Note, scope: [brief.annexes], text: "By {{o}}.", params: { o: { required: true } } }
  - { id: past, scope: [brief.background], text: They met before. }
  - { id: risk, scope: [engagement.participants, brief.risks], yaml: { text: It rains. } }
  - { id: when, scope: [brief.timing], yaml: { why: House rule, decide_by: 2026-01-01 } }
  - { id: nowhere, text: x }
  - { id: wrong, scope: [brief.timing], text: x }`
  const included = (brief: object) => withSnippets(brief, houseOf(texts))

  it('has them behind what it says itself', () => {
    const brief = {
      background: 'Once.',
      timing: { decide_by: '2025-01-01' },
      risks: [{ text: 'It snows.' }],
      snippets: ['past', 'risk', 'when'].map((id) => ({ use: `a/${id}` })),
    }
    expect(included(brief)).toMatchObject({
      problems: [],
      brief: {
        background: 'Once.\n\nThey met before.',
        timing: { decide_by: '2025-01-01', why: 'House rule' },
        risks: [{ text: 'It snows.' }, { text: 'It rains.' }],
      },
      borrowed: [
        { path: ['background'], from: 5, use: 0 },
        { path: ['risks', 1], use: 1 },
        { path: ['timing', 'why'], use: 2 },
      ],
    })
  })

  it('has an answer in the type that its place wants', () => {
    const texts =
      '  - { id: x, scope: [brief.risks], params: { n: {} }, yaml: { text: "{{n}}", percent: "{{n}}", accept: "{{n}}", x-n: "{{n}}" } }'
    const risks = (n: string) => withSnippets({ snippets: [{ use: 'a/x', with: { n } }] }, houseOf(texts)).brief.risks
    expect(risks('30')).toEqual([{ text: '30', percent: 30, accept: '30' }])
    expect(risks('soon')).toEqual([{ text: 'soon', accept: 'soon' }])
  })

  it('has them alone where it says nothing', () => {
    const brief = { snippets: [{ use: 'a/note', with: { o: 'us' } }, { use: 'a/past' }] }
    expect(included(brief).brief).toMatchObject({ annexes: [{ title: 'Note', text: 'By us.' }], background: 'They met before.' })
  })

  it('tells what cannot stand anywhere, and goes on', () => {
    const brief = { snippets: [{ use: 'a/nowhere' }, { use: 'a/wrong' }, { use: 'a/gone' }, {}, { use: 'a/past' }] }
    const { brief: made, problems } = included(brief)
    expect(problems.map(({ use, problem }) => [use, problem.kind])).toEqual([
      [0, 'misplaced'],
      [1, 'misplaced'],
    ])
    expect(made.background).toBe('They met before.')
  })

  it('is the very same where it takes in none', () => {
    const brief = { background: 'Once.' }
    expect(included(brief).brief).toBe(brief)
  })
})
