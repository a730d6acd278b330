import { type CodeAction, type CodeActionContext, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver-types'
import { mend, safeFix } from '../lint/mend.ts'
import { fixAllKind } from './action-kinds.ts'
import type { FeatureContext } from './feature.ts'
import { editOf } from './fixes.ts'
import type { Shown } from './touched-findings.ts'

/** What an action that is worked out later has to know: the document, and the one rule it is about, if it is about one. */
interface MendData {
  readonly uri: string
  readonly rule?: string
}

/** For each rule at hand that can be mended at more places than this one. */
export async function mendAllOfKind(context: FeatureContext, shown: readonly Shown[]): Promise<readonly CodeAction[]> {
  const fixable = (await context.findings()).filter((finding) => safeFix(finding))
  return [...new Set(shown.filter(({ finding }) => safeFix(finding)).map(({ finding }) => finding.rule))].flatMap((rule) => {
    const all = fixable.filter((finding) => finding.rule === rule)
    if (all.length < 2) return []
    const diagnostics = shown.filter(({ finding }) => finding.rule === rule).map(({ diagnostic }) => diagnostic)
    const title = `Mend all ${all.length} findings of ${rule} in this file`
    return [later(context, { title, kind: CodeActionKind.QuickFix, diagnostics }, rule)]
  })
}

/** In a list that was not asked for it, it would only say once more what the one fix says. */
export async function mendAll(context: FeatureContext, { only }: CodeActionContext): Promise<readonly CodeAction[]> {
  const fixable = (await context.findings()).filter((finding) => safeFix(finding))
  if (fixable.length < (only ? 1 : 2)) return []
  return [later(context, { title: 'Mend all that can safely be mended in this file', kind: fixAllKind }, undefined)]
}

/** To mend takes several readings of the text, so it waits until somebody chooses the action, where the client lets it. */
function later(context: FeatureContext, action: CodeAction, rule: string | undefined): CodeAction {
  const data: MendData = { uri: context.uri(context.path), ...(rule === undefined ? {} : { rule }) }
  return context.client.resolvesActions ? { ...action, data } : { ...action, edit: mendingEdit(context, rule) }
}

/** An action that was listed, with what it does to the text as it stands now. */
export function worked(context: FeatureContext, action: CodeAction): CodeAction {
  if (!isMendData(action.data)) return action
  return { ...action, edit: mendingEdit(context, action.data.rule) }
}

export function uriOfAction({ data }: CodeAction): string {
  return isMendData(data) ? data.uri : ''
}

function isMendData(data: unknown): data is MendData {
  return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string'
}

function mendingEdit(context: FeatureContext, rule: string | undefined): WorkspaceEdit {
  const { project, file, today } = context
  return editOf(context, mend(project, file, { today, ...(rule === undefined ? {} : { rule }) }).edits)
}
