import { describe, expect, it } from 'vitest'
import { groupsOf, networkPage, pageSettings } from '../../server/core/index.ts'
import type { Entry } from '../../server/core/workspace/portfolio.ts'
import { type Files, projectOf } from '../support/files.ts'
import { exampleFiles, tagsOf, visibleText } from './preview-pages.ts'

interface Sketch {
  readonly type?: string
  readonly dates?: string
  readonly more?: string
  readonly countries?: readonly string[]
}

function engagement(id: string, { type = 'joint-exercise', dates = '{ start: 2024-05-16 }', more = '', countries = [] }: Sketch): string {
  return `chancery: engagement/1\nid: ${id}\ntype: ${type}\ntitle: ${id}\ndates: ${dates}\nparticipants: [{ countries: [${countries}] }]\n${more}`
}

const files: Files = {
  'a.engagement.yaml': engagement('maritime', { countries: ['USA', 'JPN', 'PHL'], more: 'themes: [cyber]\n' }),
  'b.engagement.yaml': engagement('alpine', { countries: ['FRA', 'ITA'], dates: '{ start: 2010-02, end: 2012-03 }' }),
  'c.engagement.yaml': engagement('line', { type: 'hotline', countries: ['USA', 'RUS'], dates: '{ start: 1963-08-30 }' }),
  'd.engagement.yaml': engagement('unknown-days', { dates: '{}', countries: ['USA'] }),
}

async function found(pairs: readonly (readonly [string, string])[], of: Files = files) {
  const project = await projectOf(of)
  const entries = project.portfolio.ids('engagement').flatMap((id): readonly Entry[] => project.portfolio.defined('engagement', id))
  const page = networkPage(entries, pairs, pageSettings(project, 'chancery.yaml'))
  const listed = [...page.html.slice(page.html.indexOf('<section id="engagements"')).matchAll(/href="([a-z-]+)\.html"/g)].map(
    ([, id]) => id,
  )
  return { ...page, listed: [...new Set(listed)].sort(), entries, settings: pageSettings(project, 'chancery.yaml') }
}

describe('the page of all engagements', () => {
  it.each([
    [[], ['alpine', 'line', 'maritime', 'unknown-days']],
    [[['country', 'USA']], ['line', 'maritime', 'unknown-days']],
    [
      [
        ['country', 'USA'],
        ['country', 'JPN'],
      ],
      ['maritime'],
    ],
    [[['type', 'hotline']], ['line']],
    [
      [
        ['type', 'hotline'],
        ['type', 'joint-exercise'],
        ['country', 'USA'],
      ],
      ['line', 'maritime', 'unknown-days'],
    ],
    [[['theme', 'cyber']], ['maritime']],
    // What goes on is in every year from its first on; what has no dates is in none.
    [
      [
        ['from', '2011'],
        ['to', '2011'],
      ],
      ['alpine', 'line'],
    ],
    [[['from', '2013']], ['line', 'maritime']],
    [[['to', '1990']], ['line']],
    [
      [
        ['country', 'FRA'],
        ['country', 'USA'],
      ],
      [],
    ],
    [
      [
        ['from', 'x'],
        ['colour', 'red'],
        ['country', ''],
      ],
      ['alpine', 'line', 'maritime', 'unknown-days'],
    ],
  ] as const)('for %j shows %j', async (pairs, ids) => {
    const { listed, shown, all } = await found(pairs)
    expect({ listed, shown, all }).toEqual({ listed: ids, shown: ids.length, all: 4 })
  })

  it('offers only what leads to something, with the number of engagements that would be left', async () => {
    const options = async (pairs: readonly (readonly [string, string])[]) => {
      const { html } = await found(pairs)
      return [...html.matchAll(/<option value="([^"]+)">([^<]*\(\d+\))</g)].map(([, value, words]) => `${value}: ${words}`)
    }
    expect(await options([['type', 'hotline']])).toEqual([
      'RUS: Russia (1)',
      'USA: United States (1)',
      // Of a facet of which an engagement has but one value, others can be added.
      'joint-exercise: Combined (joint) exercise (3)',
    ])
    expect(await options([['country', 'JPN']])).toEqual(
      expect.arrayContaining(['PHL: Philippines (1)', 'USA: United States (1)', 'cyber: Cyber (1)']),
    )
  })

  it('says what to do where there is nothing', async () => {
    expect(
      visibleText(
        (
          await found([
            ['country', 'FRA'],
            ['country', 'USA'],
          ])
        ).html,
      ),
    ).toContain('Take back one of the choices')
    expect(visibleText((await found([], {})).html)).toContain('There is no engagement in this folder yet')
  })

  it('shows what was chosen as ticked boxes, and a way back to all', async () => {
    const tags = tagsOf(
      (
        await found([
          ['country', 'USA'],
          ['from', '2000'],
        ])
      ).html,
    )
    const boxes = tags.filter(({ attributes }) => attributes['type'] === 'checkbox')
    expect(boxes.map(({ attributes }) => [attributes['name'], attributes['value']])).toEqual([['country', 'USA']])
    expect(tags.filter(({ attributes }) => attributes['selected'] !== undefined).map(({ attributes }) => attributes['value'])).toEqual([
      '2000',
    ])
    expect(tags.filter(({ attributes }) => attributes['name'] === 'all')).toHaveLength(1)
    expect(tagsOf((await found([])).html).filter(({ attributes }) => attributes['name'] === 'all')).toHaveLength(0)
  })
})

describe('engagements by their sides', () => {
  it('stand under each of their values, with none lost', async () => {
    const { entries, settings } = await found([], exampleFiles())
    const groups = groupsOf(entries, settings)
    expect(groups.map(({ title }) => title)).toEqual(['By type', 'By country', 'By organization', 'By year of beginning'])
    for (const { title, values } of groups.filter(({ title }) => title === 'By type' || title.startsWith('By year')))
      expect([title, values.flatMap(({ entries: of }) => of).length]).toEqual([title, entries.length])
  })
})
