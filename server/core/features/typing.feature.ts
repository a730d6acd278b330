import type { TextEdit } from 'vscode-languageserver-types'
import type { Edit } from '../text/span.ts'
import { type AtPosition, type Feature, offsetAt, onDocument } from './feature.ts'
import { textEdits } from './fixes.ts'
import { sceneAt } from './scene.ts'
import { dashMoved } from './typed-dash.ts'
import { newLine, type TypingContext } from './typed-line.ts'

export const feature: Feature = {
  id: 'typing',
  summary:
    'gives a new line its indentation or the dash of the next item, ends a list at an empty item, and moves a dash to the column of its list',
  capabilities: { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-', '：'] } },
  requests: [onDocument('textDocument/onTypeFormatting', (context, params: Params) => onType(context, params))],
}

interface Params extends AtPosition {
  readonly ch: string
}

/** What is to be changed once a sign was typed. */
export function onType(context: TypingContext, { position, ch }: Pick<Params, 'position' | 'ch'>): readonly TextEdit[] {
  if (context.cancelled()) return []
  const edit = ch === '\n' ? newLine(context, position) : ch === '-' ? dashMoved(context, position) : plainColon(context, { position, ch })
  return edit && context.text.slice(edit.span.start, edit.span.end) !== edit.text ? textEdits(context.text, [edit]) : []
}

/** A colon of double width, as keyboards for Chinese and Japanese give it, behind what can only be a key. */
function plainColon(context: TypingContext, { position, ch }: Pick<Params, 'position' | 'ch'>): Edit | undefined {
  const { text, file } = context
  const end = offsetAt(text, file.lines, position)
  const line = text.slice(file.lines[position.line] ?? end, end)
  if (ch !== '：' || !/^[ \t]*(?:- +)*[\w-]+：$/.test(line) || sceneAt(context, position).scan.open === undefined) return undefined
  return { span: { start: end - 1, end }, text: text[end] === ' ' ? ':' : ': ' }
}
