import { CompletionItemKind } from 'vscode-languageserver-types'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import type { Path } from '../text/path.ts'
import type { KeyChoice } from './choice.ts'
import { type Scene, textAt } from './scene.ts'

/** What the snippet asks that a brief takes in here, as the keys of its `with`: the needed ones first. */
export function answerKeys(scene: Scene, path: Path): readonly KeyChoice[] {
  return Object.entries(snippetAt(scene, path)?.params ?? {}).map(([key, param]) => ({
    text: key,
    label: key,
    detail: [param.required ? 'needed' : '', param.label ?? ''].filter(Boolean).join(': '),
    names: [
      { text: key, as: 'code' },
      { text: param.label ?? '', as: 'name' },
    ],
    kind: CompletionItemKind.Property,
    late: param.required ? 0 : 1,
    schema: { type: 'string' },
    topic: { is: 'snippet', id: textAt(scene.scan, [...path.slice(0, 2), 'use']) ?? '' },
  }))
}

/** Whether a path leads into the answers to a snippet. */
export function isAnswer({ kind }: Scene, path: Path): boolean {
  return kind === 'brief' && path[0] === 'snippets' && path[2] === 'with'
}

function snippetAt({ scan, portfolio }: Scene, path: Path): Snippet | undefined {
  const name = textAt(scan, [...path.slice(0, 2), 'use'])
  return name === undefined ? undefined : portfolio.terms('snippet', name)[0]?.snippet
}

/** The question to which an answer is given here. */
export function questionAt(scene: Scene, path: Path): Param | undefined {
  const params = snippetAt(scene, path)?.params ?? {}
  const name = String(path[3] ?? '')
  return Object.hasOwn(params, name) ? params[name] : undefined
}
