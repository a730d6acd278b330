import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver-types'
import { lineStarts } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { type FeatureContext, protocolRange } from './feature.ts'
import type { Shown } from './touched-findings.ts'

/** Edits of a text as the protocol has them. */
export function textEdits(text: string, edits: readonly Edit[]): TextEdit[] {
  const lines = lineStarts(text)
  return edits.map(({ span, text: newText }) => ({ range: protocolRange(lines, span), newText }))
}

/** Edits of the file that a question is about. */
export function editOf({ file, path, uri }: FeatureContext, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [uri(path)]: textEdits(file.text, edits) } }
}

/** Every fix of a finding, the safe one first: that one an editor may make without asking. */
export function fixesOf(context: FeatureContext, { finding, diagnostic }: Shown): readonly CodeAction[] {
  const preferred = finding.fixes.find(({ safe }) => safe)
  const ordered = [...(preferred ? [preferred] : []), ...finding.fixes.filter((fix) => fix !== preferred)]
  return ordered.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix === preferred,
    edit: editOf(context, fix.edits),
  }))
}
