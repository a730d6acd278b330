import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import { type Files, splitFiles } from './files.ts'

/**
 * Files, a place in one of them, and questions with their answers. The place is
 * a cursor `<|>` or a selection `<|` … `|>`; its file is open in the editor. A
 * question is a line `#= METHOD {"more": "params"}`, and what follows up to the
 * next one is the answer; `"uri:PATH"` in the params stands for a file's URI.
 */
export interface FeatureFixture {
  readonly files: Files
  readonly path: string | undefined
  readonly range: Range
  readonly questions: readonly { readonly method: string; readonly params: object }[]
}

const question = /^#= (\S+)(?: (\{.*\}))?$/gm

export function readFixture(source: string): FeatureFixture {
  const marked = splitFiles(source.slice(0, source.search(question)))
  const [path, text = ''] = Object.entries(marked).find(([, each]) => each.includes('<|')) ?? []
  const start = text.indexOf('<|')
  const cursor = text.startsWith('<|>', start)
  const without = cursor ? text.replace('<|>', '') : text.replace('<|', '')
  const end = cursor ? start : without.indexOf('|>')
  const clean = cursor ? without : without.replace('|>', '')
  const document = TextDocument.create('file:///a', 'yaml', 1, clean)
  return {
    files: path === undefined ? marked : { ...marked, [path]: clean },
    path,
    range: { start: document.positionAt(Math.max(0, start)), end: document.positionAt(Math.max(0, end)) },
    questions: [...source.matchAll(question)].map((match) => ({ method: match[1] ?? '', params: JSON.parse(match[2] ?? '{}') as object })),
  }
}

/** The source with these answers behind its questions. */
export function fixtureText(source: string, answers: readonly string[]): string {
  const heads = [...source.matchAll(question)]
  const files = source.slice(0, heads[0]?.index ?? source.length)
  return files + heads.map((head, i) => `${head[0]}\n${answers[i] ?? ''}`).join('')
}
