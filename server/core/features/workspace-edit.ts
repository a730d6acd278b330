import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import { type ClientAbilities, type Files, protocolRange } from './feature.ts'
import type { FileChange, RenamePlan } from './rename-plan.ts'

type Target = Pick<Files, 'uri' | 'version'>

/**
 * Changes of several files as one edit, which is undone as one. The texts come
 * first, under the names that the files still have.
 */
export function workspaceEdit(target: Target, { changes, moves }: RenamePlan, { renamesFiles }: ClientAbilities): WorkspaceEdit {
  if (!renamesFiles) return { changes: Object.fromEntries(changes.map((change) => [target.uri(change.path), textEdits(change)])) }
  const texts = changes.map((change): TextDocumentEdit => {
    const { path } = change
    return { textDocument: { uri: target.uri(path), version: target.version(path) }, edits: textEdits(change) }
  })
  return {
    documentChanges: [
      ...texts,
      ...moves.map(({ from, to }) => ({ kind: 'rename' as const, oldUri: target.uri(from), newUri: target.uri(to) })),
    ],
  }
}

/** One change for each file. */
export function joined(changes: readonly FileChange[]): readonly FileChange[] {
  const byPath = new Map<string, FileChange>()
  for (const change of changes) {
    byPath.set(change.path, { ...change, edits: [...(byPath.get(change.path)?.edits ?? []), ...change.edits] })
  }
  return [...byPath.values()]
}

function textEdits({ lines, edits }: FileChange): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: protocolRange(lines, span), newText: text }))
}
