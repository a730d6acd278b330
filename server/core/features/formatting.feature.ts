import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types'
import { alike } from '../syntax/alike.ts'
import { parse } from '../syntax/parse.ts'
import { applyEdits } from '../text/span.ts'
import { type Feature, type FeatureContext, offsetAt, onDocument } from './feature.ts'
import { textEdits } from './fixes.ts'
import type { LayoutStyle } from './layout.ts'
import { unitsOf } from './layout-units.ts'

/**
 * The form is that of the house, whatever the width of a tab is in an editor:
 * completion, new files and the examples indent by two, and a file that two
 * people edit must not go back and forth between their settings.
 */
export const feature: Feature = {
  id: 'formatting',
  summary: 'puts a file, or the entries of a selection, into the form of the house: white space alone changes, never what the file says',
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  requests: [
    onDocument('textDocument/formatting', (context, { options }: Params) => format(context, options)),
    onDocument('textDocument/rangeFormatting', (context, { options, range }: RangeParams) => format(context, options, range)),
  ],
}

interface Params {
  readonly textDocument: { readonly uri: string }
  readonly options: FormattingOptions
}

interface RangeParams extends Params {
  readonly range: Range
}

/** The edits that put a text, or the entries that a range touches, into the form of the house. */
export function format({ file, text, cancelled }: Asked, options: FormattingOptions, range?: Range): readonly TextEdit[] {
  const { lines, parts } = file
  const start = range ? offsetAt(text, lines, range.start) : 0
  const end = range ? offsetAt(text, lines, range.end) : text.length
  if (cancelled()) return []
  const units = unitsOf(text, styleOf(options)).filter((unit) => !range || (unit.start < Math.max(end, start + 1) && start < unit.end))
  const edits = units.flatMap((unit) => unit.edits)
  const trees = parts.map(({ tree }) => tree)
  const after = applyEdits(text, edits)
  // What is laid out by the rules says the same as before; a text that no rule foresaw is left alone rather than changed.
  if (edits.length === 0 || !alike({ text, trees }, { text: after, trees: parse(after) })) return []
  return textEdits(text, edits)
}

type Asked = Pick<FeatureContext, 'file' | 'text' | 'cancelled'>

/** What a client does not ask for in either way is done as the house does it. */
function styleOf(options: FormattingOptions): LayoutStyle {
  return {
    trimsLines: options.trimTrailingWhitespace !== false,
    trimsEnd: options.trimFinalNewlines !== false,
    endsLastLine: options.insertFinalNewline !== false,
  }
}
