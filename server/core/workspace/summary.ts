import { citationsIn } from '../model/citations.ts'
import type { Document } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import { locate } from '../syntax/locate.ts'
import type { Node } from '../syntax/tree.ts'
import { rangeOf } from '../text/lines.ts'
import type { Citation, Entry, Summary } from './portfolio.ts'

/** What the portfolio keeps of a document. */
export function summarize(document: Document, fields: readonly Field[], root: Node | undefined, lines: readonly number[]): Summary {
  const entry = entryOf(document, root, lines)
  return { entries: entry ? [entry] : [], citations: citationsOf(document.path, fields) }
}

function entryOf(document: Document, root: Node | undefined, lines: readonly number[]): Entry | undefined {
  if (document.kind !== 'engagement' && document.kind !== 'brief') return undefined
  const { id, title, handling } = document.model
  if (!id) return undefined
  const engagement = document.kind === 'engagement' ? document.model : undefined
  const range = (path: readonly string[]) => rangeOf(lines, locate(root, path))
  return {
    path: document.path,
    index: document.index,
    kind: document.kind,
    id,
    title,
    type: engagement?.type,
    status: engagement?.status,
    start: engagement?.dates?.start,
    end: engagement?.dates?.end,
    tlp: handling?.tlp,
    idRange: range(['id']),
    tlpRange: range(handling?.tlp ? ['handling', 'tlp'] : ['id']),
  }
}

/** A `[@id]` may mean a source of the file; the portfolio keeps it all the same, and whoever asks knows the id. */
function citationsOf(path: string, fields: readonly Field[]): readonly Citation[] {
  return fields.flatMap(({ path: at, value, schema }): Citation[] => {
    const is = schema['x-is']
    if (is === 'engagement' || is === 'support') return [{ path, to: String(value), at }]
    if (is !== 'prose') return []
    return citationsIn(String(value)).map(({ id }) => ({ path, to: id, at }))
  })
}
