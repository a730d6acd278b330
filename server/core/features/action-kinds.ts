import { type CodeActionContext, CodeActionKind, CodeActionTriggerKind, type Range } from 'vscode-languageserver-types'

/** Mends all that can safely be mended; editors run it when a file is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.chancery`

/** Kinds form a tree by their points: who asks for `source` asks for `source.fixAll.chancery` too. */
export function asksFor({ only }: CodeActionContext, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
}

/**
 * Whether what does not mend a finding is wanted: by its kind, by whoever opens
 * the list, or for a selection. A lightbulb on every line would mean nothing.
 */
export function asksForMore({ only, triggerKind }: CodeActionContext, { start, end }: Range): boolean {
  const isSelection = start.line !== end.line || start.character !== end.character
  return only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic || isSelection
}
