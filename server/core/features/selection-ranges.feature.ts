import type { Position, SelectionRange } from 'vscode-languageserver-types'
import { enclosingReader } from './enclosing.ts'
import { type Feature, type FeatureContext, offsetAt, onDocument, protocolRange } from './feature.ts'

export const feature: Feature = {
  id: 'selection-ranges',
  summary: 'widens the selection from the word to the sentence, the text, the item and the section',
  capabilities: { selectionRangeProvider: true },
  requests: [onDocument('textDocument/selectionRange', selectionRanges)],
}

interface Params {
  readonly textDocument: { readonly uri: string }
  readonly positions: readonly Position[]
}

function selectionRanges({ file }: FeatureContext, { positions }: Params): readonly SelectionRange[] {
  const around = enclosingReader(file)
  return positions.map((position) => {
    const spans = around(offsetAt(file.text, file.lines, position))
    const chain = spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: protocolRange(file.lines, span), ...(parent ? { parent } : {}) }),
      undefined,
    )
    return chain ?? { range: { start: position, end: position } }
  })
}
