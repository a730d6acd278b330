import { SymbolKind } from 'vscode-languageserver-types'
import type { Kind } from '../model/kinds.ts'
import { fieldLabel } from '../schema/labels.ts'
import { child, type Schema, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { countryName, labelOf } from '../schema/value-words.ts'
import { contentEnd, itemExtents, ownEntries, pairExtent, textOf } from '../syntax/extent.ts'
import { isBlockStyle, type Mapping, type Node, resolved, type Sequence } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { shortened } from '../text/words.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import { fileName } from '../workspace/paths.ts'
import { entryKind, sectionKind } from './outline-kinds.ts'
import { itemDetail, itemName, type Naming, valueWords } from './outline-names.ts'

/** A part of a document as a reader knows it. Children lie within their parent, and `selection` within `span`. */
export interface OutlineItem {
  readonly name: string
  readonly detail: string | undefined
  readonly kind: SymbolKind
  readonly span: Span
  /** What the cursor is put on. */
  readonly selection: Span
  readonly children: readonly OutlineItem[]
}

interface Outlining {
  readonly text: string
  readonly naming: Naming
  /** Items that may still be told: nobody reads more, and an editor would choke on them. */
  left: number
}

const mostItems = 3000

/** The outline of every document of a file, as far as the text can be read. */
export function outlineOf(file: OpenFile, naming: Naming): readonly OutlineItem[] {
  const outlining: Outlining = { text: file.text, naming, left: mostItems }
  return file.parts.flatMap((part) => documentItem(file, part, outlining) ?? [])
}

const paperNames: Readonly<Record<Kind, string>> = {
  engagement: 'Engagement',
  brief: 'Brief',
  config: 'Settings',
  vocabulary: 'Vocabulary',
  snippets: 'Snippet library',
}

function documentItem(file: OpenFile, { document, tree }: Part, outlining: Outlining): OutlineItem | undefined {
  const { root } = tree
  const { text } = file
  if (root?.kind !== 'mapping' || root.pairs.length === 0) return undefined
  const alone = file.parts.length === 1
  const last = root.pairs.at(-1)
  const start = alone ? 0 : Math.min(tree.span.start, root.start)
  const end = alone ? text.length : Math.max(tree.span.end, root.end, last ? pairExtent(text, last).end : 0)
  const span = { start, end: contentEnd(text, { start, end }) }
  const schema = document.kind && schemas[document.kind]
  const kindName = document.kind ? paperNames[document.kind] : 'Document'
  const names = [textOf(root, 'title'), textOf(root, 'id'), fileName(file.path)]
  const title = shortened(names.find((name) => name?.trim()) ?? '', mostInTitle)
  const titled = (root.entries.get('title') ?? root.entries.get('id'))?.pair.value ?? root.pairs[0]?.key ?? root
  outlining.left--
  return {
    name: title,
    detail: [kindName, ...facts(root, schema, outlining.naming)].join(', '),
    kind: SymbolKind.File,
    span,
    selection: selectionIn(text, titled, span),
    children: sections(root, schema, span, outlining),
  }
}

const mostInTitle = 120

/** What kind of paper it is and how far it has come. */
function facts(root: Mapping, schema: Schema | undefined, { vocabulary, naming }: Naming): readonly string[] {
  return ['profile', 'type', 'stage', 'status'].flatMap((key) => {
    const value = schema?.properties && Object.hasOwn(schema.properties, key) ? textOf(root, key) : undefined
    return value ? [labelOf({ vocabulary, naming }, child(schema, key) ?? {}, value) ?? value] : []
  })
}

/** Keys that the document itself is called by. */
const inTitle = new Set(['chancery', 'id', 'title'])

function sections(root: Mapping, schema: Schema | undefined, within: Span, outlining: Outlining): readonly OutlineItem[] {
  const column = ({ start }: Span) => start - lineAround(outlining.text, start).start
  // In a broken entry every word before a colon may be a key; those further in are not told of as sections.
  const deeper =
    root.pairs.some(({ damaged }) => damaged) && !root.flow ? root.pairs.filter((pair) => pair.damaged && column(pair.key) > 0) : []
  const hidden = new Set(deeper)
  const all = ownEntries(root).filter(({ key, pair }) => !inTitle.has(key) && !hidden.has(pair))
  return fields(all, schema, within, outlining)
}

type Entries = ReturnType<typeof ownEntries>

/** Entries whose keys the schema knows: each by its label, with what stands in it. */
function fields(entries: Entries, schema: Schema | undefined, within: Span, outlining: Outlining): readonly OutlineItem[] {
  const { text, naming } = outlining
  return collected(entries, outlining, ({ key, pair }) => {
    const inner = child(schema, key)
    const node = pair.value
    const span = clipped(pairExtent(text, pair), within)
    const children = childrenOf(key, node, inner, span, outlining)
    return {
      name: shortened(inner ? fieldLabel(key, inner) : key, mostInTitle),
      detail: children.length > 0 && resolved(node)?.kind === 'sequence' ? undefined : valueWords(node, inner, naming),
      kind: sectionKind(key, node, inner),
      span,
      selection: selectionIn(text, pair.key, span),
      children,
    }
  })
}

/** What stands in a section; what an alias stands for is told where it is written. */
function childrenOf(
  list: string,
  node: Node | undefined,
  schema: Schema | undefined,
  within: Span,
  outlining: Outlining,
): readonly OutlineItem[] {
  if (node?.kind === 'sequence') return listItems(list, node, schema?.items, within, outlining)
  if (node?.kind !== 'mapping') return []
  return isMap(schema) ? mapItems(list, node, schema, within, outlining) : fields(ownEntries(node), schema, within, outlining)
}

/** Whether the keys are ids that a writer has chosen. */
function isMap(schema: Schema | undefined): schema is Schema & { readonly additionalProperties: Schema } {
  return typeof schema?.additionalProperties === 'object' && schema.properties === undefined
}

function mapItems(list: string, map: Mapping, schema: Schema, within: Span, outlining: Outlining): readonly OutlineItem[] {
  const { text, naming } = outlining
  return collected(ownEntries(map), outlining, ({ key, pair }) => {
    const id = schema.propertyNames?.['x-is'] === 'country' ? countryName(naming, key) : key
    const named = { list, node: pair.value, schema: child(schema, key), id }
    const span = clipped(pairExtent(text, pair), within)
    return {
      name: itemName(named, naming),
      detail: itemDetail(named, naming),
      kind: entryKind(list),
      span,
      selection: selectionIn(text, pair.key, span),
      children: partsOf(pair.value, named.schema, span, outlining),
    }
  })
}

/** Lists of words need no lines of their own; lists of things, and of engagements, do. */
function listItems(list: string, node: Sequence, schema: Schema | undefined, within: Span, outlining: Outlining): readonly OutlineItem[] {
  const { text, naming } = outlining
  const isTold = schema?.['x-is'] === 'engagement' || node.items.some((item) => resolved(item)?.kind === 'mapping')
  if (!isTold) return []
  const extents = itemExtents(text, node)
  return collected([...node.items.entries()], outlining, ([i, item]) => {
    const named = { list, node: item, schema, number: i + 1 }
    const span = clipped(extents[i] ?? item, within)
    return {
      name: itemName(named, naming),
      detail: itemDetail(named, naming),
      kind: entryKind(list),
      span,
      selection: selectionIn(text, headOf(item), span),
      children: partsOf(item, schema, span, outlining),
    }
  })
}

/** Of an item only what has entries of its own: the rules of an override, the members of an organization. */
function partsOf(node: Node | undefined, schema: Schema | undefined, within: Span, outlining: Outlining): readonly OutlineItem[] {
  const inner = ownEntries(node).filter(({ key, pair }) => {
    const part = child(schema, key)
    return pair.value?.kind === 'mapping' ? isMap(part) : pair.value?.kind === 'sequence' && types(part?.items ?? {}).includes('object')
  })
  return fields(inner, schema, within, outlining)
}

/** Fields by which an item is known, the best first. */
const heads = ['id', 'title', 'name', 'country', 'organization', 'actor', 'raised_by', 'office', 'use', 'text']

/** Where an item says what it is. */
function headOf(item: Node): Node {
  if (item.kind !== 'mapping') return item
  const entry = heads.flatMap((key) => item.entries.get(key) ?? []).find(({ pair, merged }) => !merged && isShort(pair.value))
  return entry?.pair.value ?? item.pairs[0]?.key ?? item
}

function isShort(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.start < node.end && !isBlockStyle(node.style)
}

function collected<T>(all: readonly T[], outlining: Outlining, tell: (each: T) => OutlineItem): readonly OutlineItem[] {
  const found: OutlineItem[] = []
  for (const each of all) {
    if (outlining.left <= 0) break
    outlining.left--
    const item = tell(each)
    // An editor refuses the whole outline for one part without a name, as an empty key has none.
    found.push({ ...item, name: item.name || '""' })
  }
  return found
}

function clipped({ start, end }: Span, within: Span): Span {
  const from = Math.min(Math.max(start, within.start), within.end)
  return { start: from, end: Math.min(Math.max(end, from), within.end) }
}

/** An editor marks what is selected; more than this is no name of anything. */
const mostSelected = 300

/** The first line of a place, as far as it lies within. */
function selectionIn(text: string, place: Span, within: Span): Span {
  const inside = place.start >= within.start && place.start <= within.end
  const { start, end } = inside ? clipped(place, within) : within
  const words = text.slice(start, Math.min(end, start + mostSelected))
  return { start, end: start + (/^[^\r\n]*/.exec(words)?.[0].length ?? 0) }
}
