import { describe, expect, it } from 'vitest'
import { formats } from '../../server/cli/report/formats.ts'
import type { Run } from '../../server/cli/report/run.ts'
import { plain } from '../../server/cli/terminal.ts'
import { type Hostile, hostilePaths, hostileWords } from '../support/reports/hostile.ts'
import { readGithub, readTap, type Told } from '../support/reports/read.ts'
import { readGitlab, readSarif } from '../support/reports/read-json.ts'
import { readHtml, readMarkdown } from '../support/reports/read-pages.ts'
import { readCheckstyle, readJunit } from '../support/reports/read-xml.ts'
import { findingAt, reportOf, runOf } from '../support/sample-run.ts'

/** How each format is read, and what it makes of words that it cannot hold. */
interface Reader {
  readonly format: string
  readonly read: (report: string) => readonly Told[]
  readonly words: (hostile: Hostile) => string
  readonly path?: (hostile: Hostile) => string
}

const exact = ({ words }: Hostile) => words
const shown = ({ words, shown: instead = words }: Hostile) => instead
const inXml = ({ words, xml = words }: Hostile) => xml
const inLog = (hostile: Hostile) => hostile.github ?? shown(hostile)
const inUri = ({ words }: Hostile) => words.replace(/\p{Cs}/gu, '\ufffd')

const readers: readonly Reader[] = [
  { format: 'sarif', read: readSarif, words: exact, path: inUri },
  { format: 'gitlab', read: readGitlab, words: exact },
  { format: 'junit', read: readJunit, words: inXml },
  { format: 'checkstyle', read: readCheckstyle, words: inXml },
  { format: 'github', read: readGithub, words: inLog, path: exact },
  { format: 'tap', read: readTap, words: exact, path: shown },
  { format: 'markdown', read: readMarkdown, words: shown },
  { format: 'html', read: readHtml, words: shown },
]

function write(format: string, run: Run): string {
  return formats.get(format)?.(run, plain) ?? ''
}

const text = 'chancery: brief/1\nrecommendations: [{ text: Talk. }]\n'

it('has a reader for each format that is not told elsewhere', () => {
  expect([...readers.map(({ format }) => format), 'stylish', 'json', 'unix'].sort()).toEqual([...formats.keys()].sort())
})

describe.each(readers)('$format', ({ format, read, words, path = words }) => {
  it.each(hostileWords)('keeps $name', (hostile) => {
    const file = reportOf('a.brief.yaml', text, [findingAt(text, 'Talk.', { message: hostile.words })])
    expect(read(write(format, runOf([file]))).map(({ message }) => message)).toEqual([words(hostile)])
  })

  it.each(hostilePaths)('keeps a path with $name', (hostile) => {
    const file = reportOf(hostile.words, text, [findingAt(text, 'Talk.')])
    expect(read(write(format, runOf([file]))).map((told) => told.path)).toEqual([path(hostile)])
  })

  it('is sound when there is nothing to tell', () => {
    expect(read(write(format, runOf([reportOf('a.brief.yaml', '', [])])))).toEqual([])
    expect(read(write(format, runOf([])))).toEqual([])
  })

  it('tells of errors alone when the run is quiet', () => {
    const found = [findingAt(text, 'Talk.'), findingAt(text, 'brief', { severity: 'warning' })]
    expect(read(write(format, runOf([reportOf('a.brief.yaml', text, found)], { quiet: true }))).length).toBe(1)
  })

  it('is written quickly, and whole, however much there is to tell', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `key${i}: text\n`)
    const long = lines.join('')
    const found = lines.map((_, i) => findingAt(long, `key${i}:`))
    const files = Array.from({ length: 50 }, (_, i) => reportOf(`briefs/${String(i).padStart(2, '0')}.brief.yaml`, long, found))
    const wide = `text: ${'word '.repeat(20_000)}\n`
    const places = Array.from({ length: 2000 }, () => findingAt(wide, 'word'))
    const started = performance.now()
    const report = write(format, runOf([...files, reportOf('z.brief.yaml', wide, places)]))
    expect(performance.now() - started, 'milliseconds').toBeLessThan(8000)
    if (format !== 'markdown') expect(read(report).length).toBe(12_000)
  })
})

const levels: Readonly<Record<string, readonly string[]>> = {
  sarif: ['error', 'warning', 'note', 'note'],
  gitlab: ['major', 'minor', 'info', 'info'],
  junit: ['error', 'warning', 'passed', 'passed'],
  checkstyle: ['error', 'warning', 'info', 'info'],
  github: ['error', 'warning', 'notice', 'notice'],
  tap: ['error', 'warning', 'info', 'hint'],
  markdown: ['error', 'warning', 'info', 'hint'],
  html: ['error', 'warning', 'info', 'hint'],
}

describe.each(readers)('$format', ({ format, read }) => {
  it('has a place, a rule and a word for each severity', () => {
    const found = [
      findingAt(text, 'brief'),
      findingAt(text, 'recommendations', { severity: 'warning' }),
      findingAt(text, 'text', { severity: 'info', rule: 'ref-engagement' }),
      findingAt(text, 'Talk.', { severity: 'hint' }),
    ]
    const told = read(write(format, runOf([reportOf('a.brief.yaml', text, found)], { gate: 'warning' })))
    expect(told.map(({ level }) => level)).toEqual(levels[format])
    expect(told.map(({ rule }) => rule)).toEqual(['rec-owner', 'rec-owner', 'ref-engagement', 'rec-owner'])
    expect(told.map(({ place }) => place)).toEqual(format === 'gitlab' ? ['1', '2', '2', '2'] : ['1:11', '2:1', '2:21', '2:27'])
  })
})
