import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import { diagnosticOf } from './diagnostic.ts'
import { type Feature, type FeatureContext, onDocument } from './feature.ts'
import { textEdits } from './fixes.ts'

export const feature: Feature = {
  id: 'code-actions',
  summary: 'mends a finding at the cursor',
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  requests: [onDocument('textDocument/codeAction', codeActions)],
}

interface Params {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
}

/** Every fix of every finding in the range; the safe one of a finding is the preferred one. */
async function codeActions({ findings, text, uri }: FeatureContext, { textDocument, range }: Params): Promise<readonly CodeAction[]> {
  return (await findings()).flatMap((finding) => {
    const diagnostic = diagnosticOf(finding, uri)
    if (!touches(diagnostic.range, range)) return []
    const preferred = finding.fixes.find((fix) => fix.safe)
    return finding.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix === preferred,
      edit: { changes: { [textDocument.uri]: textEdits(text, fix.edits) } },
    }))
  })
}

function touches(a: Range, b: Range): boolean {
  const before = (p: Range['start'], q: Range['start']) => p.line < q.line || (p.line === q.line && p.character < q.character)
  return !before(a.end, b.start) && !before(b.end, a.start)
}
