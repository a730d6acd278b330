import { describe, expect, it } from 'vitest'
import { openFile } from '../../server/core/index.ts'
import { pageSettings } from '../../server/core/workspace/page-settings.ts'
import { wholeBrief } from '../../server/core/workspace/whole-brief.ts'
import { lintFiles } from '../support/check.ts'
import { projectOf } from '../support/files.ts'
import { atCursor, contextOf, filled, itemsAt } from './at-cursor.ts'

/** Libraries that nobody writes in good faith: what lint says of them, and what a brief gets of them. */

function many(n: number, line: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => line(i)).join('')
}

const head = (id = 'house') => `chancery: snippets/1\nid: ${id}\nversion: 1\ntitle: Texts\n`
const note = (id: string, text: string, more = '') =>
  `  - { id: ${id}, title: Note, scope: [brief.annexes], text: ${JSON.stringify(text)}${more} }\n`
const library = (...snippets: readonly string[]) => `${head()}snippets:\n${snippets.join('')}`
const use = (name: string) => `  - { use: ${name} }\n`
const brief = (uses: string) => `chancery: brief/1
id: talks
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
snippets:
${uses}`

interface Hostile {
  readonly library: string
  readonly uses?: string
  /** The rules that speak, of the library and of the brief. */
  readonly rules: readonly string[]
  /** How many parts the brief gets. */
  readonly parts: number
}

const wide = (n: number) =>
  many(n, (i) =>
    note(
      `s${i}`,
      many(n, (j) => `{{> house/s${j}}} `),
    ),
  )
const twice = (n: number) => many(n, (i) => note(`s${i}`, `{{> house/s${i + 1}}}{{> house/s${i + 1}}}`)) + note(`s${n}`, 'x')

const cases: Readonly<Record<string, Hostile>> = {
  'thousands of snippets': {
    library: library(many(6000, (i) => note(`s${i}`, 'From open sources alone. '.repeat(4)))),
    uses: use('house/s0'),
    rules: [],
    parts: 1,
  },
  'a text of 900 KB': { library: library(note('a', 'word '.repeat(180_000))), rules: ['ref-snippet'], parts: 0 },
  'thousands of questions that nobody needs': {
    library: library(
      `  - id: a\n    title: A\n    scope: [brief.annexes]\n    params:\n${many(5_000, (i) => `      p${i}: { default: x }\n`)}    text: "${many(5_000, (i) => `{{q${i}}} `)}"\n`,
    ),
    rules: ['snippet-blank'],
    parts: 1,
  },
  'fifty thousand choices, and none of them': {
    library: library(
      `  - { id: a, title: A, scope: [brief.annexes], params: { p: { choices: [${many(50_000, (i) => `c${i}, `)}] } }, text: "{{p}}" }\n`,
    ),
    uses: '  - { use: house/a, with: { p: nothing } }\n',
    rules: ['ref-snippet'],
    parts: 1,
  },
  'a cycle of two': { library: library(note('a', '{{> house/b}}'), note('b', '{{> house/a}}')), rules: ['snippet-blank'], parts: 1 },
  'a cycle of two hundred': {
    library: library(many(200, (i) => note(`s${i}`, `x {{> house/s${(i + 1) % 200}}}`))),
    uses: use('house/s0'),
    rules: ['snippet-blank', 'ref-snippet'],
    parts: 1,
  },
  'forty that all take in all': {
    library: library(wide(40)),
    uses: many(40, (i) => use(`house/s${i}`)),
    rules: ['snippet-blank', 'ref-snippet'],
    parts: 0,
  },
  'each twice the next': {
    library: library(twice(60)),
    uses: use('house/s0') + use('house/s45'),
    rules: ['snippet-blank', 'ref-snippet'],
    parts: 0,
  },
  'each twice the next, within bounds, thousands of times': {
    library: library(
      twice(10),
      many(4000, (i) => note(`t${i}`, '{{> house/s0}}')),
    ),
    uses: use('house/t0'),
    rules: [],
    parts: 1,
  },
  'thousands of blanks that nothing fills': {
    library: library(
      note(
        'a',
        many(60_000, (i) => `{{x${i}}} `),
      ),
    ),
    rules: ['snippet-blank', 'ref-snippet'],
    parts: 0,
  },
  'thousands of snippets that are not there': {
    library: library(
      note(
        'a',
        many(30_000, (i) => `{{> house/x${i}}} `),
      ),
    ),
    rules: ['snippet-blank', 'ref-snippet'],
    parts: 0,
  },
  'blanks that open and never close': {
    library: library(note('a', '{{ '.repeat(30_000)), note('b', '{{>'.repeat(50_000)), note('c', '}}{{'.repeat(40_000))),
    uses: use('house/a') + use('house/b'),
    rules: [],
    parts: 2,
  },
  'names of what every object has': {
    library: library(
      note(
        'constructor',
        '{{constructor}}{{toString}}{{> house/valueOf}}{{> house/__proto__}}',
        ', params: { constructor: { default: a } }',
      ),
      `  - { id: risk, title: Risk, scope: [brief.risks], params: { __proto__: { default: z }, hasOwnProperty: { choices: [a, b] } }, yaml: { text: "{{hasOwnProperty}}{{__proto__}}" } }\n`,
    ),
    uses:
      use('house/constructor') +
      use('house/risk') +
      use('house/__proto__') +
      use('__proto__/constructor') +
      '  - { use: house/risk, with: { __proto__: x, valueOf: y } }\n',
    rules: ['snippet-blank', 'ref-snippet', 'wrong-format'],
    parts: 3,
  },
  'a place a hundred thousand steps down': {
    library: library(`  - { id: a, title: A, scope: [brief${'.x'.repeat(100_000)}], text: x }\n`),
    rules: ['snippet-scope', 'ref-snippet'],
    parts: 0,
  },
  'broken YAML': {
    library: `${head()}snippets:\n  - { id: a, title: A\n  - id: b\n    text: "open\n  : : :\n\t- x\n`,
    rules: ['yaml-syntax'],
    parts: 0,
  },
  'another thing where snippets belong': { library: `${head()}snippets: { a: b }\n`, rules: ['wrong-type', 'ref-snippet'], parts: 0 },
  'aliases that multiply': {
    library: `${head()}x-a: &a [${'x, '.repeat(9)}]\nx-b: &b [${'*a, '.repeat(9)}]\nx-c: &c [${'*b, '.repeat(9)}]\nx-d: &d [${'*c, '.repeat(9)}]\nx-e: &e [${'*d, '.repeat(9)}]\nsnippets:\n  - { id: a, title: A, scope: [brief.annexes], yaml: { text: x, x-y: *e } }\n`,
    rules: ['yaml-syntax'],
    parts: 1,
  },
  'brackets five thousand deep': {
    library: `${head()}snippets:\n  - { id: a, title: A, scope: [brief.annexes], yaml: ${'['.repeat(5000)}${']'.repeat(5000)} }\n`,
    rules: ['yaml-syntax'],
    parts: 0,
  },
  'a thousand uses': { library: library(note('a', 'From open sources alone.')), uses: use('house/a').repeat(1000), rules: [], parts: 1000 },
  'a thousand uses of a long text': {
    library: library(note('a', 'From open sources alone. '.repeat(4000))),
    uses: use('house/a').repeat(1000),
    rules: ['ref-snippet'],
    parts: 4,
  },
  'a thousand uses of what is not there': {
    library: library(many(3000, (i) => note(`s${i}`, 'x'))),
    uses: many(1000, (i) => use(`house/z${i}`)),
    rules: ['ref-snippet'],
    parts: 0,
  },
  'three thousand snippets of one name': { library: library(note('a', 'x').repeat(3000)), rules: ['id-duplicate'], parts: 1 },
}

/** With room for a busy machine; what these found took a minute and more. */
const patience = 8000

describe('a hostile library', () => {
  it.each(Object.entries(cases))(
    '%s',
    async (_, { library: text, uses = use('house/a'), rules, parts }) => {
      const files = { 'house.snippets.yaml': text, 'talks.brief.yaml': brief(uses) }
      const found = [...(await lintFiles(files)).values()].flat().filter(({ severity }) => severity === 'error')
      expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(rules))
      expect(found.filter(({ message }) => message.length > 2000)).toEqual([])
      const project = await projectOf(files)
      const [part] = openFile('talks.brief.yaml', files['talks.brief.yaml']).parts
      const whole = part?.document.kind === 'brief' ? wholeBrief(part.document.model, pageSettings(project, 'talks.brief.yaml')) : undefined
      expect(whole?.borrowed).toHaveLength(parts)
    },
    patience,
  )
})

describe('completion', () => {
  it('offers no more than can be filled in while somebody types', async () => {
    const text = library(
      twice(10),
      many(300, (i) => note(`t${i}`, '{{> house/s0}}')),
    )
    const place = await atCursor(`#- a.brief.yaml\nchancery: brief/1\nannexes:\n  - <|>\n#- house.snippets.yaml\n${text}`)
    const { project, path, text: typed } = place.context
    const own = itemsAt({ ...place, context: contextOf(project, path, typed, true) }).filter(({ detail = '' }) =>
      detail.startsWith('house/'),
    )
    expect(own.length).toBeGreaterThan(10)
    expect(own.length).toBeLessThan(100)
  })
})

describe('signs that mean something to an editor or to YAML', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the editor must not fill in.
  const odd = '${1|a,b|} $TM_FILENAME ${2:x} $0 \\$ } ${CLIPBOARD/(.*)/x/} {{p}} "q" \'s\' # no remark: [a] {b} &c *d !e | > % @ `'

  it.each([
    ['as they are', library(note('a', odd, ', params: { p: { default: us } }'))],
    ['with line ends of Windows', library(note('a', odd, ', params: { p: { default: us } }')).replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\ufeff${library(note('a', odd, ', params: { p: { default: us } }'))}`],
    ['as the answer', library(note('a', '{{p}}', `, params: { p: { default: ${JSON.stringify(odd.replace('{{p}}', 'us'))} } }`))],
    ['as the choice', library(note('a', '{{p}}', `, params: { p: { choices: [${JSON.stringify(odd.replace('{{p}}', 'us'))}, other] } }`))],
    ['as the title', library(note('a', 'x').replace('title: Note', `title: ${JSON.stringify(odd)}`))],
  ])('are inserted %s', async (way, text) => {
    const place = await atCursor(`#- a.brief.yaml\nchancery: brief/1\nannexes:\n  - <|>\n#- house.snippets.yaml\n${text}`)
    const { project, path, text: typed } = place.context
    const [item] = itemsAt({ ...place, context: contextOf(project, path, typed, true) }).filter(({ detail = '' }) =>
      detail.startsWith('house/a'),
    )
    expect(item).toBeDefined()
    const [part] = openFile(path, item ? filled(place.document, item) : '').parts
    expect(part?.tree.problems).toEqual([])
    const wanted = odd.replace('{{p}}', 'us')
    expect(part?.document.value).toMatchObject({ annexes: [way === 'as the title' ? { title: odd, text: 'x' } : { text: wanted }] })
  })
})
