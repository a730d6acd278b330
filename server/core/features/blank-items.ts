import { CompletionItemKind } from 'vscode-languageserver-types'
import { lineAround } from '../text/lines.ts'
import type { Path } from '../text/path.ts'
import type { Choice } from './choice.ts'
import type { Candidate } from './insertion.ts'
import { ranked } from './ranked.ts'
import { snippetChoices } from './reference-choices.ts'
import { keysAt, type Scene, textAt } from './scene.ts'

/** In the body of a snippet: what may be filled in behind `{{` on the line before the cursor, or taken in behind `{{>`. */
export function blankItems(scene: Scene): readonly Candidate[] {
  const { cursor } = scene.scan
  if (scene.kind !== 'snippets' || cursor.at === 'nowhere' || !isBody(cursor.path)) return []
  const { text, offset } = scene
  const line = lineAround(text, offset)
  const [, takes, typed = ''] = /\{\{\s*(>?)\s*([\w./-]*)$/.exec(text.slice(line.start, offset).slice(-300)) ?? []
  if (takes === undefined) return []
  const [rest = ''] = /^[\w./-]*/.exec(text.slice(offset, line.end)) ?? []
  const span = { start: offset - typed.length, end: offset + rest.length }
  const close = /^\s*\}\}/.test(text.slice(span.end, line.end)) ? '' : '}}'
  const choices = takes === '>' ? snippetChoices(scene) : questions(scene, cursor.path)
  return ranked(choices, typed).items.map((found) => ({ ...found, insertion: { span, text: `${found.choice.text}${close}` } }))
}

function isBody(path: Path): boolean {
  return path[0] === 'snippets' && ['text', 'yaml'].includes(String(path[2]))
}

/** What this snippet asks for. */
function questions({ scan }: Scene, path: Path): readonly Choice[] {
  const params = [...path.slice(0, 2), 'params']
  return keysAt(scan, params).map((name) => {
    const label = textAt(scan, [...params, name, 'label']) ?? ''
    return {
      text: name,
      label: name,
      ...(label ? { detail: label } : {}),
      names: [
        { text: name, as: 'code' as const },
        { text: label, as: 'name' as const },
      ],
      kind: CompletionItemKind.Variable,
      topic: { is: 'word', id: name, says: label } as const,
    }
  })
}
