import { describe, expect, it } from 'vitest'
import { type Answers, briefFacts, briefQuestions, engagementFacts, engagementQuestions, namedChoice } from '../../client/questions.ts'
import type { ChoicesResult, QuestionsResult } from '../../server/protocol.ts'

const choice = { id: 'x', label: 'X', detail: '' }
const choices: ChoicesResult = {
  engagementTypes: [choice],
  exerciseForms: [choice],
  profiles: [choice],
  audiences: [choice],
  countries: [choice],
  rules: [],
}
const exercise: QuestionsResult = {
  parties: 2,
  who: 'Who?',
  dates: 'dates',
  questions: [{ block: 'exercise', key: 'form', text: 'How was it run?', isList: true, choices: [choice] }],
}
const agreement: QuestionsResult = { parties: 2, who: 'Who?', dates: 'signature', questions: [] }

const keys = (answers: Answers, more: QuestionsResult | null) => engagementQuestions(answers, choices, more).map(({ key }) => key)

describe('the questions about an engagement', () => {
  it('begin with its type, which decides the others', () => {
    expect(keys(new Map(), null)).toEqual(['type'])
    expect(keys(new Map([['type', 'x']]), exercise)).toEqual(['type', 'title', 'block:exercise', 'start', 'end', 'countries'])
  })

  it('ask when an agreement was signed, and only then since when it is in force', () => {
    expect(keys(new Map([['type', 'x']]), agreement)).toContain('inForce')
    expect(keys(new Map([['signed', '2024-07-08']]), agreement)).toContain('inForce')
    expect(keys(new Map([['signed', '']]), agreement)).not.toContain('inForce')
  })

  it('want as many States as the type needs', () => {
    expect(engagementQuestions(new Map(), choices, exercise).find(({ key }) => key === 'countries')).toMatchObject({
      least: 2,
      answer: 'many',
    })
  })

  it('lead to what the checker wants', () => {
    const answers = new Map<string, string | readonly string[]>([
      ['type', 'joint-exercise'],
      ['title', 'Exercise'],
      ['block:exercise', ['table-top']],
      ['start', '2024-05-16'],
      ['end', ''],
      ['countries', ['NOR', 'SWE']],
    ])
    expect(engagementFacts(answers, '/a')).toEqual({
      kind: 'engagement',
      type: 'joint-exercise',
      title: 'Exercise',
      start: '2024-05-16',
      blocks: { exercise: ['table-top'] },
      countries: ['NOR', 'SWE'],
      folder: '/a',
    })
  })
})

describe('the questions about a brief', () => {
  it('ask for form, reader, title and bottom line', () => {
    expect(briefQuestions(choices).map(({ key }) => key)).toEqual(['profile', 'audience', 'title', 'bluf'])
  })

  it.each([
    ['minister', { audience: 'minister' }],
    ['', {}],
  ])('lead to what the checker wants, for the reader %j', (audience, more) => {
    const answers = new Map([
      ['profile', 'idrc'],
      ['audience', audience],
      ['title', 'Talks'],
      ['bluf', 'Talk.'],
    ])
    expect(briefFacts(answers, '/a')).toEqual({ kind: 'brief', profile: 'idrc', title: 'Talks', bluf: 'Talk.', folder: '/a', ...more })
  })
})

describe('a name that is typed', () => {
  const named = (label: string, ...names: readonly string[]) => ({ label, names })
  const labels = [
    named('Niger'),
    named('Nigeria'),
    named('Türkiye', 'TUR', 'Turkish'),
    named('Congo - Brazzaville'),
    named('Congo - Kinshasa'),
    named('Ukraine', 'UKR', 'UA', 'Ukrainian'),
    named('United Kingdom', 'GBR', 'GB', 'UK', 'British'),
    named('United States', 'USA', 'US', 'American'),
    named('American Samoa', 'ASM', 'AS', 'American Samoan'),
    named('Norway', 'NOR', 'Norge'),
  ]

  it.each([
    ['niger', 'Niger'],
    ['Nigeri', 'Nigeria'],
    ['turk ', 'Türkiye'],
    ['Ni', undefined],
    ['congo', undefined],
    ['Atlantis', undefined],
    ['UK', 'United Kingdom'],
    ['usa', 'United States'],
    ['america', undefined],
    ['american', 'United States'],
    ['Norge', 'Norway'],
    ['brit', 'United Kingdom'],
  ])('%j is %j', (typed, label) => {
    expect(namedChoice(labels, typed)?.label).toBe(label)
  })
})
