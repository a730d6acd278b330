import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range, TextEdit } from 'vscode-languageserver-types'
import { parseAllDocuments } from 'yaml'
import { format } from '../../server/core/features/formatting.feature.ts'
import { unitsOf } from '../../server/core/features/layout-units.ts'
import { applyEdits, openFile, textEdits } from '../../server/core/index.ts'
import { readValue } from '../../server/core/model/read.ts'
import { commentsIn } from '../../server/core/syntax/comments.ts'
import { parse } from '../../server/core/syntax/parse.ts'
import { piecesOf } from '../../server/core/syntax/pieces.ts'
import { type Node, scalarsOf } from '../../server/core/syntax/tree.ts'
import { lineAround } from '../../server/core/text/lines.ts'
import { corpus, examples } from '../support/corpus.ts'
import { looseYaml } from '../support/loose-yaml.ts'
import { mutate, seeded } from '../support/mutate.ts'

const options = { tabSize: 2, insertSpaces: true }
const style = { trimsLines: true, trimsEnd: true, endsLastLine: true }
const texts = corpus().map(({ files, path }) => files[path] ?? '')

const loose = fc.nat().map((seed) => looseYaml(seeded(seed)))
const ofCorpus = fc.constantFrom(...texts)
const damaged = fc.tuple(fc.oneof(loose, ofCorpus), fc.nat()).map(([text, seed]) => mutate(text, seeded(seed)))
const any = fc.oneof(loose, ofCorpus, damaged)

function edits(text: string, range?: Range): readonly TextEdit[] {
  return format({ text, file: openFile('a.brief.yaml', text), cancelled: () => false }, options, range)
}

/** The form that the rules give a text, whatever comes of it. */
function laidOut(text: string): string {
  return applyEdits(
    text,
    unitsOf(text, style).flatMap((unit) => unit.edits),
  )
}

function changed(text: string, changes: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'yaml', 1, text), [...changes])
}

/** What the engine reads in a text, besides its values the words of every text and comment. */
function said(text: string): unknown {
  const roots = parse(text).map(({ root }) => root)
  return {
    values: roots.map((root) => readValue(root, undefined, new Set()).value),
    words: roots.map((root) => scalarsOf(root).map((scalar) => [scalar.style, scalar.text])),
    comments: commentsIn(text, roots).map(({ start, end }) => text.slice(start, end).trimEnd()),
  }
}

/** What another program reads in it; nothing where it finds a fault. */
function read(text: string): unknown {
  // To the library a lone CR is a letter.
  const documents = parseAllDocuments(text.replace(/\r(?!\n)/g, '\n'), { uniqueKeys: false, logLevel: 'silent' })
  if ('empty' in documents || documents.some(({ errors }) => errors.length > 0)) return undefined
  try {
    return documents.map((document) => JSON.stringify(document.toJS({ maxAliasCount: -1 })))
  } catch {
    return undefined
  }
}

describe('formatting', () => {
  it('changes white space alone, by edits that come one behind the other', () => {
    fc.assert(
      fc.property(any, (text) => {
        const document = TextDocument.create('file:///a', 'yaml', 1, text)
        let done = 0
        for (const { range, newText } of edits(text)) {
          const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)]
          expect([document.positionAt(start), document.positionAt(end)]).toEqual([range.start, range.end])
          expect(start).toBeGreaterThanOrEqual(done)
          expect(text.slice(start, end) + newText).toMatch(/^[ \t\r\n]+$/)
          done = end
        }
      }),
      { numRuns: 250 },
    )
  })

  it('changes nothing that a text says, and finds nothing to do when it is done again', () => {
    fc.assert(
      fc.property(any, (text) => {
        const after = changed(text, edits(text))
        expect(said(after)).toEqual(said(text))
        if (read(text)) expect(read(after)).toEqual(read(text))
        expect(edits(after)).toEqual([])
      }),
      { numRuns: 250 },
    )
  })

  it('is right by its rules: no sound text is saved by the check of what comes out', () => {
    let sound = 0
    fc.assert(
      fc.property(loose, (text) => {
        const after = laidOut(text)
        expect(said(after)).toEqual(said(text))
        expect(laidOut(`\ufeff${text}`)).toBe(`\ufeff${after}`)
        if (piecesOf(text)) sound++
      }),
      { numRuns: 250 },
    )
    expect(sound).toBeGreaterThan(100)
  })

  it('of a range does what it does to the entries of the range when the whole is formatted, and no harm', () => {
    const place = fc.record({ line: fc.nat(60), character: fc.nat(40) })
    fc.assert(
      fc.property(any, place, place, (text, start, end) => {
        const part = edits(text, { start, end })
        const whole = unitsOf(text, style).flatMap((unit) => unit.edits)
        expect(textEdits(text, whole)).toEqual(expect.arrayContaining([...part]))
        expect(said(changed(text, part))).toEqual(said(text))
        const all = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } }
        expect(edits(text, all)).toEqual(edits(text))
      }),
      { numRuns: 200 },
    )
  })

  it('has nothing to do in the examples that are shipped', () => {
    const untidy = Object.entries(examples()).filter(([, text]) => edits(text).length > 0)
    expect(untidy.map(([path]) => path)).toEqual([])
  })
})

describe('a sound text that was formatted', () => {
  it('has its entries two columns apart, no space at the end of a line, and no two empty lines', () => {
    let entries = 0
    fc.assert(
      fc.property(loose, (text) => {
        fc.pre(piecesOf(text) !== undefined && edits(text).length > 0)
        const after = changed(text, edits(text))
        const roots = parse(after).map(({ root }) => root)
        const inText = scalarsOf({ kind: 'sequence', start: 0, end: 0, flow: false, items: roots.filter((root) => root !== undefined) })
        const untidy = [...after.matchAll(/[ \t]+(?=[\r\n]|$(?![\r\n]))|(?<=\n\r?\n)\r?\n|^\s+$/g)].filter(
          ({ index }) => !inText.some(({ start, end }) => start <= index && index < end),
        )
        expect(untidy.map(({ index }) => after.slice(index - 20, index + 5))).toEqual([])
        expect(after).toMatch(/(?:^|\n)$|[ \t]$/)
        for (const root of roots) entries += checkColumns(after, root, 0)
      }),
      { numRuns: 200 },
    )
    expect(entries).toBeGreaterThan(100)
  })
})

/** Every entry of a mapping or list without brackets stands at its column; gives how many there are. */
function checkColumns(text: string, node: Node | undefined, column: number): number {
  if (!node || node.kind === 'scalar' || node.kind === 'alias' || node.flow) return 0
  const inner = node.kind === 'mapping' ? node.pairs.map(({ value }) => value) : node.items
  const starts = node.kind === 'mapping' ? node.pairs.map(({ key }) => key.start) : []
  for (const start of starts) {
    const line = lineAround(text, start)
    // An anchor or a tag may come before a key.
    const before = text.slice(line.start, start).replace(/(?:[&!]\S* )*(?:\? )?(?:[&!]\S* )*$/, '')
    expect(before.length, JSON.stringify(text.slice(line.start, line.end))).toBe(column)
  }
  return starts.length + inner.reduce((sum, value) => sum + checkColumns(text, value, column + 2), 0)
}
