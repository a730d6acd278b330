import { describe, expect, it } from 'vitest'
import { format } from '../../server/core/features/formatting.feature.ts'
import {
  briefDraft,
  builtIn,
  type Draft,
  type EngagementAnswers,
  engagementDraft,
  memoryWorkspace,
  objections,
  openFile,
  openProject,
  questionsOf,
  rulePage,
  rules,
} from '../../server/core/index.ts'
import { printable } from '../../server/core/text/printable.ts'
import { today } from '../support/files.ts'

const project = await openProject(memoryWorkspace({}))
const vocabulary = project.vocabularyOf(undefined)

/** Answers to nothing but what the type asks, the first choice wherever there is one. */
function answersFor(type: string): EngagementAnswers {
  const asked = questionsOf(type, vocabulary)
  const blocks = Object.fromEntries(
    asked?.questions.map(({ block, choices }) => [block, [choices?.[0]?.id ?? 'Staff College, Oslo']]) ?? [],
  )
  const dates = asked?.dates === 'dates' ? { start: '3 May 2024' } : {}
  return { type, title: 'Talks: "first" round #1', countries: ['Norway', 'TUR'].slice(0, asked?.parties), blocks, ...dates }
}

function textOf(draft: Draft): string {
  return 'text' in draft ? draft.text : draft.problems.join('\n')
}

/** What formatting would change. */
function untidy(draft: Draft): readonly unknown[] {
  const text = textOf(draft)
  return format({ text, file: openFile('', text), cancelled: () => false }, { tabSize: 2, insertSpaces: true })
}

function problemsOf(draft: Draft): readonly string[] {
  return 'problems' in draft ? draft.problems : []
}

describe('a draft of an engagement', () => {
  it.each(builtIn.engagementTypes.map(({ id }) => id))('%s lints clean', (type) => {
    const draft = engagementDraft(answersFor(type), vocabulary, today)
    expect(problemsOf(draft)).toEqual([])
    expect(textOf(draft)).toContain(`\ntype: ${type}`)
    if ('text' in draft) expect(objections(project, `${draft.id}.engagement.yaml`, draft.text, { today })).toEqual([])
    expect(untidy(draft)).toEqual([])
    expect(project.portfolio.ids('engagement')).toEqual([])
  })

  it.each(builtIn.engagementTypes.map(({ id }) => id))('%s says what is missing', (type) => {
    const asked = questionsOf(type, vocabulary)
    const empty = problemsOf(engagementDraft({ type, title: ' ', countries: [] }, vocabulary, today))
    expect(empty[0]).toMatch(/^Give it a title/)
    expect(empty.filter((words) => words.startsWith('An answer is needed: '))).toHaveLength(asked?.questions.length ?? 0)
    expect(empty.some((words) => /^Say (?:on which day|since when)/.test(words))).toBe(asked?.dates === 'dates')
    for (const words of empty) expect(words).toMatch(/^[A-Z].*[.?]$/)
  })

  it.each([
    ['no type', { type: '' }, 'Say what kind of engagement it is.'],
    ['an unknown type', { type: 'port cal' }, 'Did you mean port-call?'],
    ['one State', { countries: ['Norway'] }, 'at least 2 parties'],
    ['an unknown State', { countries: ['Norway', 'Atlantis'] }, '"Atlantis" is no country'],
    ['an end before the start', { end: '2024-05-01' }, 'cannot be before the first'],
    ['a month that is not over', { start: '2026-11' }, 'leave open how things stand'],
    [
      'a block that is out of place',
      { blocks: { visit: ['goodwill'], channel: ['video'] } },
      '"channel" does not belong to the type port-call',
    ],
    ['a word that is no choice', { blocks: { visit: ['pleasure'] } }, '"pleasure" is not among'],
  ])('%s is told', (_, change, words) => {
    expect(problemsOf(engagementDraft({ ...answersFor('port-call'), ...change }, vocabulary, today))).toEqual([
      expect.stringContaining(words),
    ])
  })

  it('has an id where the title makes none', () => {
    expect(engagementDraft({ ...answersFor('port-call'), title: '訪問' }, vocabulary, today)).toMatchObject({ id: 'port-call-2024' })
  })

  it('says when an agreement was signed and is in force', () => {
    const draft = engagementDraft({ ...answersFor('memorandum-of-understanding'), signed: '2024', inForce: '2025' }, vocabulary, today)
    expect(textOf(draft)).toMatch(/^status: in-force$[\s\S]*^agreement:\n {2}instrument: .*\n {2}signed: 2024\n {2}in_force: 2025$/m)
  })
})

describe('questions', () => {
  it('name the fact, and what there is to choose from', () => {
    expect(questionsOf('port-call', vocabulary)).toMatchObject({
      parties: 2,
      dates: 'dates',
      questions: [{ block: 'visit', key: 'purpose', isList: false, choices: builtIn.enumerations['visit-purpose'] }],
    })
    expect(questionsOf('attache-accreditation', vocabulary)).toMatchObject({ parties: 2, questions: [] })
    expect(questionsOf('memorandum-of-understanding', vocabulary)).toMatchObject({ dates: 'signature' })
    expect(questionsOf('nothing', vocabulary)).toBeUndefined()
  })
})

describe('a draft of a brief', () => {
  it.each(builtIn.profiles.map(({ id }) => id))('%s lints clean', (profile) => {
    const draft = briefDraft({ title: 'Keep it: open', profile, bluf: 'Agree by March.' }, vocabulary, today)
    expect(problemsOf(draft)).toEqual([])
    if ('text' in draft) expect(objections(project, `${draft.id}.brief.yaml`, draft.text, { today })).toEqual([])
    expect(untidy(draft)).toEqual([])
  })

  it('says what is missing', () => {
    const problems = problemsOf(briefDraft({ title: '', profile: '', bluf: '', audience: 'nobody at all' }, vocabulary, today))
    expect(problems.map((words) => words.split(/[ :]/, 3).join(' '))).toEqual([
      'Give it a',
      'Say which house',
      'Write the bottom',
      '"nobody at all"',
    ])
  })

  it('has an id where the title makes none', () => {
    expect(briefDraft({ title: '訪問', profile: 'idrc', bluf: 'Agree.' }, vocabulary, today)).toMatchObject({ id: `idrc-${today}` })
  })
})

describe('the page of a rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const page = rulePage(rule)
    expect(page.startsWith(`# ${id}\n\n`)).toBe(true)
    expect(page).toContain(`- **Level:** ${typeof rule.level === 'string' ? rule.level : rule.level.draft}`)
    expect(page.replace(/\\(.)/g, '$1')).toContain(rule.reason)
    const fences = page.match(/^`{3,}(?:yaml)?$/gm) ?? []
    expect(fences.length % 2).toBe(0)
    for (const [title, sample] of [
      ['Not like this', rule.examples.bad[0]],
      ['But like this', rule.examples.good[0]],
    ] as const) {
      expect(page.includes(`\n## ${title}\n`)).toBe(sample !== undefined)
      for (const file of (sample ?? '').split(/^#- .*\n/m)) expect(page).toContain(file.trimEnd().split('\n').map(printable).join('\n'))
    }
  })
})
