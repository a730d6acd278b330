import { type InlayHint, MarkupKind, type Range } from 'vscode-languageserver-types'
import type { Span } from '../text/span.ts'
import { type Feature, type FeatureContext, offsetAt, onDocument, protocolRange } from './feature.ts'
import { type Hint, type Told, toldOf } from './hint.ts'
import { countryHints } from './hint-countries.ts'
import { durationHints, likelihoodHints, wordHints } from './hint-figures.ts'
import { memberHints } from './hint-members.ts'

export const feature: Feature = {
  id: 'inlay-hints',
  summary: 'shows beside the text what a code means: country, days, members on the date, words and their limit, per cent',
  capabilities: { inlayHintProvider: true },
  requests: [onDocument('textDocument/inlayHint', inlayHints)],
}

interface Params {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
}

/** More would hide the text; an editor asks for what is in sight. */
const most = 2000

function inlayHints(context: FeatureContext, { range }: Params): readonly InlayHint[] {
  const { text, file } = context
  const within = { start: offsetAt(text, file.lines, range.start), end: offsetAt(text, file.lines, range.end) }
  return toldOf(context)
    .flatMap((told) => hintsOf(told, within))
    .filter(({ at }) => within.start <= at && at <= within.end)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ at, label, tooltip }) => ({
      position: protocolRange(file.lines, { start: at, end: at }).start,
      label,
      tooltip: { kind: MarkupKind.Markdown, value: tooltip },
      paddingLeft: true,
    }))
}

function hintsOf(told: Told, within: Span): readonly Hint[] {
  const { hints } = told.context
  return [
    ...(hints.countries ? countryHints(told, within) : []),
    ...(hints.durations ? durationHints(told) : []),
    ...(hints.members ? memberHints(told) : []),
    ...(hints.words ? wordHints(told) : []),
    ...(hints.likelihood ? likelihoodHints(told) : []),
  ]
}
