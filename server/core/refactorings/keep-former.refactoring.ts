import { isObject, type Value } from '../model/read.ts'
import { valueAt } from '../model/value-at.ts'
import { plainPen, writtenPart } from '../snippets/written.ts'
import { find } from '../syntax/locate.ts'
import type { Mapping } from '../syntax/tree.ts'
import { lineAround, lineBreakOf, spacesBefore } from '../text/lines.ts'
import { inFlow } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'
import { insertAt, lastLineEnd, pairEnd } from './extent.ts'
import type { Refactoring, Spot } from './refactoring.ts'

/** What is said before the words of a snippet change: without its former words no copy can be brought up to date. */
export const refactoring: Refactoring = {
  id: 'keep-former',
  nature: 'rewrite',
  propose: (spot) => {
    const { document, tree } = spot.part
    const item = spot.steps.find(({ path }) => path.length === 2 && path[0] === 'snippets')
    const version = find(tree.root, ['version']).node
    if (document.kind !== 'snippets' || item?.node?.kind !== 'mapping' || version?.kind !== 'scalar') return undefined
    const snippet = valueAt(document.value, item.path)
    const now = /^[1-9]\d{0,8}$/.test(version.text) ? Number(version.text) : undefined
    const words = snippet !== undefined && isObject(snippet) ? wordsOf(snippet as Entry) : undefined
    if (now === undefined || !words || keptSince(document.model.snippets?.[Number(item.path[1])]?.former, now)) return undefined
    const kept = keptIn(spot, item.node, { version: now, ...words })
    const raised = { span: { start: version.start, end: version.end }, text: String(now + 1) }
    return kept && { title: `Keep these words as version ${now}, and begin version ${now + 1}`, edits: [raised, kept] }
  },
}

type Entry = Readonly<Record<string, Value>>

function wordsOf({ text, yaml }: Entry): Entry | undefined {
  return typeof text === 'string' ? { text } : yaml === undefined || yaml === null ? undefined : { yaml }
}

function keptSince(former: readonly { readonly version?: number }[] = [], version: number): boolean {
  return former.some((each) => (each.version ?? 0) >= version)
}

/** Behind the former versions that there are, in the form of what stands around it. */
function keptIn({ file: { text } }: Spot, snippet: Mapping, entry: Entry): Edit | undefined {
  const former = snippet.entries.get('former')?.pair
  const last = snippet.pairs.at(-1)
  if (!last || snippet.entries.get('former')?.merged) return undefined
  if (!former) {
    if (snippet.flow) return insertAt(pairEnd(text, last), `, former: [${inFlow(entry)}]`)
    const indent = spacesBefore(text, last.key.start)
    return indent === undefined ? undefined : below(text, lastLineEnd(text, last), [`${indent}former:`, item(`${indent}  `, entry)])
  }
  const list = former.value
  const newest = list?.kind === 'sequence' ? list.items.at(-1) : undefined
  if (list?.kind !== 'sequence' || !newest) return undefined
  if (list.flow) return insertAt(newest.end, `, ${inFlow(entry)}`)
  const [, indent] = /^( *)- +$/.exec(text.slice(lineAround(text, newest.start).start, newest.start)) ?? []
  return indent === undefined ? undefined : below(text, lastLineEnd(text, newest), [item(indent, entry)])
}

function item(indent: string, entry: Entry): string {
  return `${indent}- ${writtenPart(entry, indent.length + 2, plainPen)}`
}

function below(text: string, offset: number, lines: readonly string[]): Edit {
  return insertAt(
    offset,
    lines
      .map((line) => `\n${line}`)
      .join('')
      .replaceAll('\n', lineBreakOf(text)),
  )
}
