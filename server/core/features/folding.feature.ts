import type { FoldingRange } from 'vscode-languageserver-types'
import { type Feature, type FeatureContext, onDocument } from './feature.ts'
import { foldsOf } from './folds.ts'

export const feature: Feature = {
  id: 'folding',
  summary: 'folds sections, items, long texts, comments and whole documents',
  capabilities: { foldingRangeProvider: true },
  requests: [onDocument('textDocument/foldingRange', folding)],
}

/** Where nothing could be read there is no answer, so that the editor folds by indentation. */
function folding({ file }: FeatureContext): readonly FoldingRange[] | null {
  if (file.parts.some(({ tree }) => tree.unreadable)) return null
  return foldsOf(file).map(({ first, last, kind }) => ({ startLine: first, endLine: last, ...(kind ? { kind } : {}) }))
}
