import { type CodeAction, type CodeActionContext, CodeActionKind, type Range } from 'vscode-languageserver-types'
import { asksFor, asksForMore, fixAllKind } from './action-kinds.ts'
import { type DocumentRequest, type Feature, type FeatureContext, onDocument } from './feature.ts'
import { fixesOf } from './fixes.ts'
import { mendAll, mendAllOfKind, uriOfAction, worked } from './mending-actions.ts'
import { addingActions, refactoringActions } from './refactoring-actions.ts'
import { silencingActions } from './silencing-actions.ts'
import { touchedFindings } from './touched-findings.ts'

/** An action that was listed without its edit, once somebody has chosen it. */
const resolve: DocumentRequest = { about: 'document', method: 'codeAction/resolve', uri: uriOfAction, answer: worked }

export const feature: Feature = {
  id: 'code-actions',
  summary: 'mends findings, one by one or all at a stroke, or silences them with a reason; rewrites what stands at the cursor',
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.RefactorExtract, CodeActionKind.RefactorRewrite],
      resolveProvider: true,
    },
  },
  requests: [onDocument('textDocument/codeAction', codeActions), resolve],
}

interface Params {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
  readonly context: CodeActionContext
}

/** What can be done here: first what mends a finding, then what silences it, then what changes the form alone. */
async function codeActions(context: FeatureContext, { range, context: asked }: Params): Promise<readonly CodeAction[]> {
  const isWanted = (kind: string) => asksFor(asked, kind)
  const more = asksForMore(asked, range)
  const shown = isWanted(CodeActionKind.QuickFix) ? await touchedFindings(context, range, asked) : []
  const adding = addingActions(context, shown)
  const rewriting = more ? refactoringActions(context, range, isWanted) : []
  const isNew = ({ title }: CodeAction) => adding.every((other) => other.title !== title)
  return [
    ...shown.flatMap((each) => fixesOf(context, each)),
    ...adding,
    ...(await mendAllOfKind(context, shown)),
    ...silencingActions(context, shown),
    ...rewriting.filter(isNew),
    ...(more && isWanted(fixAllKind) ? await mendAll(context, asked) : []),
  ]
}
