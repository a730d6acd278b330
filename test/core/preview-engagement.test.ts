import { describe, expect, it } from 'vitest'
import type { Engagement } from '../../server/core/index.ts'
import { durationWords } from '../../server/core/preview/formats.ts'
import { periodWords } from '../../server/core/schema/date-words.ts'
import { pageOf, sectionOf, tagsOf, visibleText } from './preview-pages.ts'

function words(model: Engagement, id: string): string {
  return visibleText(`<body>${sectionOf(pageOf('engagement', model), id)}`).trim()
}

function head(model: Engagement): string {
  const html = pageOf('engagement', model)
  return visibleText(`<body>${html.slice(html.indexOf('<header>'), html.indexOf('</header>'))}`)
}

describe('the fact sheet of an engagement', () => {
  it('says what it was, when, where and how it stands', () => {
    const sheet = head({
      title: 'Balikatan',
      type: 'joint-exercise',
      status: 'completed',
      dates: { start: '2024-04-22', end: '2024-05-10', announced: '2024-04-17' },
      location: {
        country: 'PHL',
        places: ['Palawan', 'Luzon'],
        area: 'South China Sea',
        disputed: true,
        coordinates: { lat: 9.75, lon: -118.5 },
      },
      series: 'balikatan',
      iteration: 39,
    })
    expect(sheet).toMatch(/What Combined \(joint\) exercise [A-Z][^.]+\./)
    expect(sheet).toContain(
      'Status Completed When 22 April to 10 May 2024 Announced 17 April 2024 Where Palawan, Luzon, Philippines; South China Sea The area is disputed. 9.75° N, 118.5° W',
    )
    expect(sheet).toContain('Series balikatan, edition 39')
  })

  it('says since when a standing arrangement holds, and when an agreement was signed', () => {
    expect(head({ type: 'hotline', dates: { start: '1963-08-30' } })).toContain('When Since 30 August 1963')
    expect(head({ type: 'hotline', dates: { start: '1963', end: '1991' } })).toContain('When 1963 to 1991')
    expect(head({ type: 'visiting-forces-agreement', agreement: { signed: '2024-07-08', in_force: '2025-09-11' } })).toContain(
      'When Signed 8 July 2024, in force from 11 September 2025',
    )
  })

  it('keeps a type that nobody knows as it was typed', () => expect(head({ type: 'tea-party' })).toContain('What tea-party'))

  it.each([
    ['2024-04-03', '2024-04-04', '3 to 4 April 2024'],
    ['2024-04-22', '2024-05-10', '22 April to 10 May 2024'],
    ['2023-12-20', '2024-01-03', '20 December 2023 to 3 January 2024'],
    ['2024-04', '2024-06', 'April to June 2024'],
    ['2024-04', '2024-04', 'April 2024'],
    ['2024', '2024-06-01', '2024 to 1 June 2024'],
    ['2023-02-06', '2023-02', '6 February 2023 to an unknown day of that month'],
    ['2023-02', '2023', 'February 2023 to an unknown day of that year'],
    ['2024', '2025', '2024 to 2025'],
    ['2024-06-27', undefined, '27 June 2024'],
    [undefined, '2024-06-27', 'until 27 June 2024'],
    ['2024-13', '2024-06', '2024-13 to 2024-06'],
    [undefined, undefined, ''],
  ])('puts %s and %s into words', (start, end, expected) => expect(periodWords(start, end)).toBe(expected))

  it.each([
    ['P1Y', '1 year'],
    ['P2Y', '2 years'],
    ['P1Y6M', '1 year, 6 months'],
    ['P10D', '10 days'],
    ['P', 'P'],
    ['until 2026', 'until 2026'],
  ])('puts the period %s into words', (period, expected) => expect(durationWords(period)).toBe(expected))
})

describe('the participants of an engagement', () => {
  const participants: Engagement['participants'] = [
    { countries: ['BRN', 'CAN'], role: 'observer' },
    { organization: 'nato', role: 'participant', as: 'partner' },
    { country: 'PHL', role: 'host', services: ['navy', 'marines'], personnel: 16000 },
    { name: 'An institute' },
  ]
  const html = sectionOf(pageOf('engagement', { participants, participants_complete: false }), 'participants')

  it('stand in the order of their roles', () => {
    const rows = [...html.matchAll(/<th scope="row"[\s\S]*?<\/th>/g)].map(([cell]) => visibleText(`<body>${cell}`).trim())
    expect(rows).toEqual(['Philippines', 'North Atlantic Treaty Organization (NATO)', 'Brunei, Canada', 'An institute'])
  })

  it('have a column for all that is known of any, and none for the rest', () => {
    const titles = [...html.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map((match) => match[1])
    expect(titles).toEqual(['Participant', 'Role', 'Standing', 'Services', 'People'])
    expect(tagsOf(html).filter(({ attributes }) => attributes['data-label'] === 'People')).toHaveLength(4)
    expect(visibleText(`<body>${html}`)).toContain('Navy, Marines 16,000')
  })

  it('say where the list is not complete', () =>
    expect(visibleText(`<body>${html}`)).toContain('The published list of participants is not complete.'))
})

describe('the blocks of an engagement', () => {
  it('are laid out by the schema, with labels', () => {
    expect(
      words(
        {
          exercise: {
            form: ['field-training'],
            focus: ['hadr'],
            domains: ['land', 'air'],
            live_fire: false,
            scale: { personnel: 16000, personnel_qualifier: 'at-least', ships: 43 },
          },
        },
        'exercise',
      ),
    ).toBe(
      'Exercise Form Field training exercise Focus Humanitarian assistance and disaster relief Domains Land, Air Scale People At least 16,000 Ships 43 Live fire No',
    )
    expect(words({ csbm: { regime: 'vienna-document', requesting: 'RUS', receiving: 'GBR', quota_used: 2 } }, 'csbm')).toBe(
      'Confidence-building measure Regime Vienna Document Requesting State Russia Receiving State United Kingdom Quota used up 2',
    )
  })

  it('tell small things in a line', () => {
    const visit: Engagement['visit'] = {
      principals: [{ name: 'Gilberto Teodoro', office: 'Secretary of National Defense', country: 'PHL', note: 'Acting' }],
    }
    expect(words({ visit }, 'visit')).toBe('Visit Principals Gilberto Teodoro, Secretary of National Defense, Philippines (Acting)')
    const agreement: Engagement['agreement'] = {
      depositary: 'USA',
      review_period: 'P1Y',
      ratification: [{ country: 'PHL', date: '2024-12' }],
    }
    expect(words({ agreement }, 'agreement')).toBe(
      'Agreement Ratification Philippines, December 2024 Depositary United States Review period 1 year',
    )
  })

  it('give a date, a yes or an honest not-known where either may stand', () => {
    for (const [agrement, expected] of [
      ['true', 'Yes'],
      ['false', 'No'],
      ['unknown', 'Not known'],
      ['2025-03-14', '14 March 2025'],
    ] as const)
      expect(words({ attache: { agrement } }, 'attache')).toBe(`Attaché Agrément ${expected}`)
    expect(words({ operation: { consent: 'unknown', beneficiaries: '5000' } }, 'operation')).toBe(
      'Operation Consent Not known Beneficiaries 5,000',
    )
  })

  it('count the money with its currency', () => {
    expect(words({ industry: { value: { amount: 250000000, currency: 'EUR', note: 'All phases.' } } }, 'industry')).toBe(
      'Defence industry Value EUR 250,000,000 Note All phases.',
    )
  })

  it('have concerns beside outcomes, with the answer and the sources', () => {
    const model: Engagement = {
      concerns: [{ kind: 'escalation', raised_by: 'CHN', text: 'It is close.', response: 'It is far.', sources: ['a'] }],
      outcomes: [{ text: 'They met.', status: 'disputed', grade: 'C3', sources: ['a'] }],
      sources: { a: { title: 'A' } },
    }
    expect(words(model, 'concerns')).toBe('Concerns Escalation, raised by China It is close.1 Response It is far.')
    expect(words(model, 'outcomes')).toBe('Outcomes They met.1 Disputed. Grade C3: fairly reliable, possibly true')
  })
})
