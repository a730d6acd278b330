import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../server/core/index.ts'
import { commentsIn, functionsIn, sources, textOf } from '../support/source.ts'

const files = sources()

describe('the house', () => {
  it('looks at all that is there', () => {
    expect(files.filter(({ path }) => path.startsWith('server/core/')).length).toBeGreaterThan(50)
    expect(files.filter(({ path }) => path.startsWith('test/')).length).toBeGreaterThan(5)
  })

  it('has files of fewer than 300 lines', () => {
    const long = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 })).filter(({ lines }) => lines >= 300)
    expect(long).toEqual([])
  })

  it('has functions of fewer than 40 lines', () => {
    const all = files.flatMap(({ path, text }) => functionsIn(text).map((f) => ({ at: `${path}:${f.line}`, ...f })))
    expect(all.length).toBeGreaterThan(1000)
    expect(all.filter(({ length, group }) => length >= 40 && !group).map(({ at, length }) => `${at}: ${length} lines`)).toEqual([])
  })

  it('names files in kebab-case, after what is in them', () => {
    const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/
    const bad = files
      .map(({ path }) => path)
      .filter((path) => !path.split('/').every((name) => kebab.test(name)) || /(?:^|\/)(?:utils?|helpers?|misc|common)\.\w+$/.test(path))
    expect(bad).toEqual([])
  })

  it('leaves nothing to be done later', () => {
    const comments = files.flatMap(({ path, text }) => commentsIn(text).map((comment) => ({ path, comment })))
    expect(comments.length).toBeGreaterThan(200)
    expect(comments.filter(({ comment }) => /\b(?:TODO|FIXME)\b/.test(comment))).toEqual([])
  })
})

describe('the house checks', () => {
  it('see a long function, and its first line', () => {
    const text = `// é\nfunction f() {\n${'  g()\n'.repeat(38)}}\n`
    expect(functionsIn(text)).toEqual([{ line: 2, length: 40, group: false }])
  })

  it('see that a group of tests is not one function', () => {
    expect(functionsIn('describe("a", () => {\n  it("b", () => {})\n})').map(({ group }) => group)).toEqual([true, false])
  })

  it('tell a comment from a text', () => {
    expect(commentsIn('const a = "// é no" // yes\nconst b = `/* no */`.match(/\\/\\/no/) /* yes,\n too */')).toEqual([
      '// yes',
      '/* yes,\n too */',
    ])
  })
})

/** A text cannot show a file that cannot be read. */
const withoutFixture = ['file-unreadable']

describe('rules', () => {
  const names = readdirSync(new URL('../../server/core/rules/', import.meta.url)).flatMap(
    (name) => /^(.+)\.rule\.ts$/.exec(name)?.[1] ?? [],
  )

  it('are one file each, named by id', () => {
    expect(names.length).toBeGreaterThan(10)
    expect(rules.map(({ id }) => id).sort()).toEqual(names.sort())
  })

  it.each(names.filter((id) => !withoutFixture.includes(id)))('%s has a fixture', (id) => {
    expect(existsSync(new URL(`../rules/${id}/invalid.yaml`, import.meta.url))).toBe(true)
  })
})

describe('documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'server/README.md',
    'schemas/README.md',
    'schemas/vocab/README.md',
    'examples/README.md',
    'examples/reviewed/README.md',
    'docs/rules/README.md',
    'docs/ci.md',
  ]

  it.each(documents)('%s leads nowhere that is not there', (path) => {
    const links = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)]
      .flatMap((match) => match[1] ?? [])
      .filter((to) => !/^(?:[a-z]+:|#)/.test(to))
    const dead = links.filter((to) => !existsSync(new URL(`../../${join(dirname(path), to.replace(/#.*/, ''))}`, import.meta.url)))
    expect(dead).toEqual([])
  })

  it('are linked with one another', () => {
    const links = documents.flatMap((path) => [...textOf(path).matchAll(/\]\((?![a-z]+:|#)/g)])
    expect(links.length).toBeGreaterThan(5)
  })
})
