import { lineAround } from '../text/lines.ts'
import type { Candidate } from './insertion.ts'
import { ranked } from './ranked.ts'
import { engagementChoices, sourceChoices } from './reference-choices.ts'
import type { Scene } from './scene.ts'

/** What may be cited behind `[@` on the line before the cursor. */
export function citationItems(scene: Scene): readonly Candidate[] {
  const { text, offset } = scene
  const line = lineAround(text, offset)
  const start = text.slice(line.start, offset).lastIndexOf('[@')
  const typed = text.slice(line.start + start + 2, offset)
  if (start < 0 || /[\]\s"']/.test(typed)) return []
  const rest = /^[\w-]*/.exec(text.slice(offset, line.end))?.[0] ?? ''
  const span = { start: offset - typed.length, end: offset + rest.length }
  const close = text[span.end] === ']' ? '' : ']'
  return ranked([...sourceChoices({ ...scene, typed }), ...engagementChoices({ ...scene, typed })], typed).items.map((found) => ({
    ...found,
    insertion: { span, text: `${found.choice.text}${close}` },
  }))
}
