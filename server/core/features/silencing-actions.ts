import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import { silencer } from '../lint/silence.ts'
import type { FeatureContext } from './feature.ts'
import { editOf } from './fixes.ts'
import type { Shown } from './touched-findings.ts'

/**
 * One directive for each rule and line. It needs a reason: a client that can ask
 * for it is told the command by which it does; any other gets the directive
 * without one, which has no effect until somebody writes the reason behind it.
 */
export function silencingActions(context: FeatureContext, shown: readonly Shown[]): readonly CodeAction[] {
  if (shown.length === 0) return []
  const { file, today, path, uri, client } = context
  const silence = silencer(file, today)
  const actions = new Map<string, CodeAction>()
  for (const { finding, diagnostic } of shown) {
    const { rule, start } = finding
    const silencing = silence(finding, client.reasonCommand ? 'a reason' : '')
    if (!silencing) continue
    const where = silencing.covers === 'line' ? `on line ${start.line}` : 'in the whole file'
    const title = `Silence ${rule} ${where}, with a reason`
    const diagnostics = [...(actions.get(title)?.diagnostics ?? []), diagnostic]
    const asked = { uri: uri(path), rule, start: diagnostics[0]?.range.start }
    actions.set(title, {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(client.reasonCommand
        ? { command: { title, command: client.reasonCommand, arguments: [asked] } }
        : { edit: editOf(context, silencing.edits) }),
    })
  }
  return [...actions.values()]
}
