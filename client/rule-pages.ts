import { type Disposable, Uri, workspace } from 'vscode'
import { type ExplainParams, type ExplainResult, explainRequest } from '../server/protocol.ts'
import type { Checker } from './checker.ts'

/** Findings link to pages of this scheme; the manifest opens them as rendered Markdown. */
const scheme = 'chancery-rule'

export function rulePageUri(rule: string): Uri {
  return Uri.from({ scheme, path: `/${rule}.md` })
}

/** The pages of the rules as documents that are only read. */
export function provideRulePages(checker: Checker): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const rule = path.replace(/^\//, '').replace(/\.md$/, '')
      const params: ExplainParams = { rule }
      const page = await checker.ask<ExplainResult>(explainRequest, params)
      return page?.markdown ?? `There is no rule called "${rule}".`
    },
  })
}
