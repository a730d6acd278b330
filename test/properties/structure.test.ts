import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-types'
import { builtIn, lineStarts, lineText, memoryWorkspace, openProject, type Project } from '../../server/core/index.ts'
import { type Ask, askAbout, askEverywhere } from '../support/ask-feature.ts'
import { corpus, examples } from '../support/corpus.ts'
import { mutate, seeded } from '../support/mutate.ts'
import { decodedTokens } from '../support/token-words.ts'

const texts = corpus()
/** The workspaces around the texts, each opened when it is first asked about. */
const projects: Promise<Project>[] = []

/** A text of the corpus, sound or with a few accidents, and how a feature is asked about it. */
const setting = fc.record({ index: fc.nat(texts.length - 1), accidents: fc.option(fc.nat(), { freq: 8 }) })

interface Given {
  readonly text: string
  readonly lines: readonly string[]
  readonly ask: Ask
}

async function given({ index, accidents }: { index: number; accidents: number | null }): Promise<Given> {
  const { files, path } = texts[index] ?? { files: {}, path: '' }
  const sound = files[path] ?? ''
  const text = accidents === null ? sound : mutate(sound, seeded(accidents))
  const starts = lineStarts(text)
  projects[index] ??= openProject(memoryWorkspace(files))
  return { text, lines: starts.map((_, i) => lineText(text, starts, i + 1)), ask: askAbout(await projects[index], path, text) }
}

async function holds(law: (given: Given) => string | undefined): Promise<void> {
  await fc.assert(
    fc.asyncProperty(setting, async (chosen) => {
      expect(law(await given(chosen))).toBe(undefined)
    }),
    { numRuns: 200 },
  )
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

function within(inner: Range, outer: Range): boolean {
  return !before(inner.start, outer.start) && !before(outer.end, inner.end)
}

function words({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`
}

/** Whether a place is one of the text. */
function isThere(lines: readonly string[], { line, character }: Position): boolean {
  return line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1)
}

describe('an outline', () => {
  const broken = (lines: readonly string[], symbols: readonly DocumentSymbol[], outer: Range | undefined): string | undefined => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      if (name.trim() === '') return `${words(range)} has no name`
      if (![range.start, range.end, selectionRange.start, selectionRange.end].every((at) => isThere(lines, at)))
        return `"${name}" lies outside the text: ${words(range)}, ${words(selectionRange)}`
      if (before(range.end, range.start) || !within(selectionRange, range)) return `"${name}" is selected outside of itself`
      if (outer && !within(range, outer)) return `"${name}" ${words(range)} lies outside of ${words(outer)}`
      const inner = broken(lines, children, range)
      if (inner) return inner
    }
    return undefined
  }

  it('has a name for every part, and parts within parts', () =>
    holds(({ lines, ask }) => broken(lines, ask<DocumentSymbol[]>('textDocument/documentSymbol'), undefined)))
})

describe('folds', () => {
  it('are of more than one line, lie within the text and do not cross', () =>
    holds(({ lines, ask }) => {
      const around: FoldingRange[] = []
      for (const fold of ask<FoldingRange[] | null>('textDocument/foldingRange') ?? []) {
        if (fold.startLine >= fold.endLine || fold.endLine >= lines.length) return `${fold.startLine}-${fold.endLine} of ${lines.length}`
        while ((around.at(-1)?.endLine ?? fold.startLine) < fold.startLine) around.pop()
        const outer = around.at(-1)
        if (outer && (outer.startLine >= fold.startLine || outer.endLine < fold.endLine))
          return `${fold.startLine} crosses ${outer.startLine}`
        if ((lines[fold.endLine] ?? '').trim() === '') return `${fold.startLine}-${fold.endLine} ends in an empty line`
        around.push(fold)
      }
      return undefined
    }))
})

describe('selections', () => {
  const broken = (lines: readonly string[], position: Position, { range, parent }: SelectionRange): string | undefined => {
    if (!isThere(lines, range.start) || !isThere(lines, range.end)) return `${words(range)} lies outside the text`
    if (before(position, range.start) || before(range.end, position))
      return `${words(range)} lies beside ${position.line}:${position.character}`
    if (parent && (!within(range, parent.range) || words(range) === words(parent.range)))
      return `${words(parent.range)} is no more than ${words(range)}`
    return parent && broken(lines, position, parent)
  }

  it('grow from the cursor to the whole text', () =>
    holds(({ lines, ask }) => {
      const positions = lines.flatMap((line, i) => [0, line.length >> 1, line.length].map((character) => ({ line: i, character })))
      const few = positions.filter((_, i) => i % Math.ceil(positions.length / 60) === 0)
      const found = ask<SelectionRange[]>('textDocument/selectionRange', { positions: few })
      if (found.length !== few.length) return `${found.length} answers to ${few.length} questions`
      return few.map((position, i) => broken(lines, position, found[i] as SelectionRange)).find((words) => words !== undefined)
    }))
})

describe('colours', () => {
  it('go forward through the text, each within a line and none over another', () =>
    holds(({ lines, ask }) => {
      const all = decodedTokens(ask('textDocument/semanticTokens/full'))
      return all
        .map(({ range, type }, i) => {
          const former = all[i - 1]?.range.end ?? range.start
          if (!type || !isThere(lines, range.start) || !isThere(lines, range.end)) return `${type} lies outside the text: ${words(range)}`
          if (!before(range.start, range.end)) return `${type} is of no letters: ${words(range)}`
          return before(range.start, former) ? `${words(range)} lies over the one before it` : undefined
        })
        .find((broken) => broken !== undefined)
    }))

  it('of a part of the text are those of the whole that touch it', () =>
    holds(({ lines, ask }) => {
      const range = { start: { line: lines.length >> 2, character: 0 }, end: { line: lines.length >> 1, character: 0 } }
      const all = decodedTokens(ask('textDocument/semanticTokens/full')).filter(
        (token) => !before(token.range.end, range.start) && !before(range.end, token.range.start),
      )
      const some = decodedTokens(ask('textDocument/semanticTokens/range', { range }))
      return JSON.stringify(all) === JSON.stringify(some) ? undefined : `${some.length} in place of ${all.length}`
    }))
})

describe('hints', () => {
  it('stand in the order of the text, within the range that was asked for', () =>
    holds(({ lines, ask }) => {
      const range = { start: { line: lines.length >> 2, character: 3 }, end: { line: lines.length >> 1, character: 1 } }
      const all = ask<InlayHint[]>('textDocument/inlayHint', {
        range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
      })
      const some = ask<InlayHint[]>('textDocument/inlayHint', { range })
      const isIn = ({ position }: InlayHint) => !before(position, range.start) && !before(range.end, position)
      const lost = all.filter(isIn).length - some.length
      if (lost !== 0) return `${lost} more hints when all are asked for`
      return all
        .map(({ position, label }, i) => {
          if (!isThere(lines, position)) return `${label} lies outside the text`
          if (label === '') return 'a hint says nothing'
          return before(position, all[i - 1]?.position ?? position) ? `${label} is out of order` : undefined
        })
        .find((words) => words !== undefined)
    }))
})

describe('what is found in the workspace', () => {
  const { countries, organizations, engagementTypes } = builtIn
  const names = [
    ...countries.flatMap(({ code, name, aliases, demonyms }) => [code, name, ...aliases, ...demonyms]),
    ...organizations.flatMap(({ id, name, abbreviations }) => [id, name, ...abbreviations]),
    ...engagementTypes.map(({ label }) => label),
    ...Object.keys(examples()).map((path) => path.replace(/^.*\/|\..*$/g, '')),
  ]
  const query = fc.tuple(fc.constantFrom(...names), fc.nat(12)).map(([name, length]) => (length > 2 ? name.slice(0, length) : name))

  /** As an editor looks at a name once more: the letters in their order, within as much of the name as it reads. */
  const holds = (name: string, word: string) => {
    let rest = name.slice(0, 112).toLowerCase()
    return [...word.toLowerCase()].every((letter) => {
      const at = rest.indexOf(letter)
      rest = rest.slice(at + 1)
      return at >= 0
    })
  }

  it('has a name in which the editor finds again what was typed', async () => {
    const ask = askEverywhere(await openProject(memoryWorkspace(examples())))
    let all = 0
    fc.assert(
      fc.property(query, (typed) => {
        const found = ask<SymbolInformation[]>('workspace/symbol', { query: typed })
        const [first = ''] = typed.trim().split(/\s+/)
        all += found.length
        expect(found.map(({ name }) => name).filter((name) => !holds(name, first))).toEqual([])
      }),
      { numRuns: 300 },
    )
    expect(all).toBeGreaterThan(300)
  })
})
