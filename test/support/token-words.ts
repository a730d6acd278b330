import type { Range, SemanticTokens } from 'vscode-languageserver-types'
import { tokenModifiers, tokenTypes } from '../../server/core/features/token-legend.ts'

/** A coloured stretch, read from the five numbers that stand for it. */
export interface DecodedToken {
  readonly range: Range
  readonly type: string | undefined
  readonly modifiers: readonly string[]
}

export function decodedTokens({ data }: SemanticTokens): readonly DecodedToken[] {
  const found: DecodedToken[] = []
  let [line, character] = [0, 0]
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5)
    line += lines
    character = lines === 0 ? character + columns : columns
    found.push({
      range: { start: { line, character }, end: { line, character: character + length } },
      type: tokenTypes[type],
      modifiers: tokenModifiers.filter((_, bit) => modifiers & (1 << bit)),
    })
  }
  return found
}

/** The tokens of each line of the text in a line of their own: `3: title/property "talks"/class.declaration`. */
export function tokenWords(tokens: SemanticTokens, here: (range: Range) => string): string {
  const lines = new Map<number, string[]>()
  for (const { range, type, modifiers } of decodedTokens(tokens)) {
    const words = /«(.*)»/s.exec(here(range))?.[1] ?? '?'
    const line = lines.get(range.start.line) ?? []
    line.push(`${words}/${[type, ...modifiers].join('.')}`)
    lines.set(range.start.line, line)
  }
  return [...lines].map(([line, words]) => `${line + 1}: ${words.join('  ')}\n`).join('')
}
