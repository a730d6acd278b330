import { type Disposable, workspace } from 'vscode'
import { type TermParams, type TermResult, termRequest } from '../server/protocol.ts'
import type { Checker } from './checker.ts'

/** Built-in words lead to pages of this scheme; the manifest opens them as rendered Markdown. */
const scheme = 'chancery-term'

/** The pages of the built-in words as documents that are only read. */
export function provideTermPages(checker: Checker): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const [, kind = '', id = ''] = /^\/([^/]+)\/(.+)\.md$/.exec(path) ?? []
      const params: TermParams = { kind, id }
      const page = await checker.ask<TermResult>(termRequest, params)
      return page?.markdown ?? `There is no built-in word "${id}".`
    },
  })
}
