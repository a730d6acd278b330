import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsSnippet as Snippet, Snippets } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { expand } from './expand.ts'
import type { House } from './house.ts'
import { placedIn } from './include.ts'
import { type Scope, scopeOf } from './scope.ts'
import { answersWithStops, stopAround, stopPen } from './stops.ts'
import { writtenBehind, writtenItems, writtenLines, writtenPart } from './written.ts'

/** A snippet as editors know it that read the format of Visual Studio Code. */
export interface CodeSnippet {
  readonly prefix: readonly string[]
  readonly body: readonly string[]
  readonly description: string
}

/** Those for one kind of file, by their titles. */
export type CodeSnippets = Readonly<Record<string, CodeSnippet>>

/**
 * A library in the format of Visual Studio Code, by kind of file. That format
 * knows no places, so the description names them. What is made from the data of
 * a file has no fixed words and is left out.
 */
export function codeSnippets(library: Snippets, house: House): ReadonlyMap<string, CodeSnippets> {
  const kinds = new Map<string, Record<string, CodeSnippet>>()
  for (const snippet of library.snippets ?? []) {
    const seen = new Set<string>()
    for (const scope of (snippet.scope ?? []).flatMap((words) => scopeOf(words) ?? [])) {
      const body = bodyFor(`${library.id}/${snippet.id}`, snippet, scope, house)
      if (body === undefined || seen.has(scope.kind)) continue
      seen.add(scope.kind)
      const own = kinds.get(scope.kind) ?? {}
      kinds.set(scope.kind, { ...own, [titleIn(own, snippet)]: { ...named(snippet, scope), body: body.split('\n') } })
    }
  }
  return kinds
}

/** No two snippets may have one, or an editor would know only the last of them. */
function titleIn(taken: object, { title, id = '' }: Snippet): string {
  const names = [...(title === undefined ? [] : [title]), id]
  let free = names.find((name) => !Object.hasOwn(taken, name))
  for (let n = 2; free === undefined; n++) if (!Object.hasOwn(taken, `${id}-${n}`)) free = `${id}-${n}`
  return free
}

function named(
  { id = '', prefix = [], description = '', title = '' }: Snippet,
  { kind, path }: Scope,
): Pick<CodeSnippet, 'prefix' | 'description'> {
  const place = path.length === 0 ? '' : `. For ${[kind, ...path].join('.')}.`
  return { prefix: [...new Set([...prefix, id])], description: `${(description || title).trim().replace(/\.$/, '')}${place || '.'}` }
}

/** With tab stops: an item with its dash, a part with its key, a text as it is, a whole file with its first line. */
function bodyFor(name: string, snippet: Snippet, scope: Scope, house: House): string | undefined {
  const { params = {}, generate } = snippet
  if (generate && generate.risks === undefined) return undefined
  const { body } = expand(name, { ...house, answers: answersWithStops(snippet), chosen: stopAround, file: {} })
  const pen = stopPen(params, { vocabulary: house.vocabulary, naming: house.naming ?? 'plain' })
  if (!body) return undefined
  if (scope.path.length === 0) {
    if ('text' in body) return writtenLines(body.text, 0, pen)
    return isObject(body.yaml) ? writtenPart({ chancery: `${scope.kind}/1`, ...body.yaml }, 0, pen) : undefined
  }
  const value: Value | undefined = valueAt(placedIn({}, scope, { body, title: snippet.title }) ?? null, scope.path)
  if (value === undefined || value === null) return undefined
  if (isList(value)) return `- ${writtenItems(value, 2, pen)}`
  return typeof value === 'string' ? writtenLines(value, 0, pen) : `${pen.literal(scope.path.at(-1) ?? '')}:${writtenBehind(value, 0, pen)}`
}
