import type { Range, SemanticTokens } from 'vscode-languageserver-types'
import { commentsIn } from '../syntax/comments.ts'
import { placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { setting } from '../workspace/config.ts'
import type { OpenFile } from '../workspace/file.ts'
import { type Feature, type FeatureContext, offsetAt, onDocument } from './feature.ts'
import { type Token, tokenModifiers, tokenTypes } from './token-legend.ts'
import { tokensOfFields } from './tokens-of-fields.ts'
import { tokensOfNames } from './tokens-of-names.ts'

export const feature: Feature = {
  id: 'semantic-tokens',
  summary: 'colours a file by what its words mean: what is defined, what is cited, and what leads nowhere',
  capabilities: {
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: true, range: true },
  },
  requests: [
    onDocument('textDocument/semanticTokens/full', (context) => tokens(context, undefined)),
    onDocument('textDocument/semanticTokens/range', (context, { range }: InRange) => tokens(context, range)),
  ],
}

interface InRange {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
}

function tokens({ file, project, path }: FeatureContext, range: Range | undefined): SemanticTokens {
  const config = project.configOf(path)
  const vocabulary = project.vocabularyOf(config)
  const all = [
    ...tokensOfNames(file, vocabulary, project.portfolio),
    ...directives(file),
    ...tokensOfFields(file, vocabulary, setting(config, 'estimative_scale') ?? 'icd203'),
  ]
  const single = apart(all.flatMap((token) => byLine(file.text, token)).filter(({ start, end }) => start < end))
  const within = range && { start: offsetAt(file.text, file.lines, range.start), end: offsetAt(file.text, file.lines, range.end) }
  return { data: encoded(within ? single.filter((token) => touch(token, within)) : single, file.lines) }
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** The word in a comment that silences findings. */
function directives({ text, parts }: OpenFile): readonly Token[] {
  const comments = commentsIn(
    text,
    parts.map(({ tree }) => tree.root),
  )
  return comments.flatMap(({ start, end }) => {
    const [, head = '', word] = /^(#[ \t]*)(chancery-disable-[\w-]+)/.exec(text.slice(start, end)) ?? []
    return word === undefined ? [] : [{ start: start + head.length, end: start + head.length + word.length, type: 'keyword' as const }]
  })
}

/** A token lies within one line. */
function byLine(text: string, token: Token): readonly Token[] {
  if (!/[\r\n]/.test(text.slice(token.start, token.end))) return [token]
  return [...text.slice(token.start, token.end).matchAll(/[^\s](?:[^\r\n]*[^\s])?/g)].map((match) => {
    const start = token.start + match.index
    return { ...token, start, end: start + match[0].length }
  })
}

/** In the order of the text; of two that overlap the one that was found first says more. */
function apart(found: readonly Token[]): readonly Token[] {
  const ranked = found.map((token, rank) => ({ token, rank })).sort((a, b) => a.token.start - b.token.start || a.rank - b.rank)
  const kept: { token: Token; rank: number }[] = []
  for (const each of ranked) {
    const last = kept.at(-1)
    if (!last || last.token.end <= each.token.start) kept.push(each)
    else if (each.rank < last.rank) kept[kept.length - 1] = each
  }
  return kept.map(({ token }) => token)
}

/** Five numbers a token, places counted from the token before. */
function encoded(tokensInOrder: readonly Token[], lines: readonly number[]): number[] {
  const data: number[] = []
  let before = { line: 1, column: 1 }
  for (const { start, end, type, modifier } of tokensInOrder) {
    const place = placeAt(lines, start)
    const column = place.line === before.line ? place.column - before.column : place.column - 1
    const modifiers = modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(modifier)
    data.push(place.line - before.line, column, end - start, tokenTypes.indexOf(type), modifiers)
    before = place
  }
  return data
}
