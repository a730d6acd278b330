import type { Block, Blocks, Inline, Inlines } from './document-model.ts'

/** Numbers citations in the order in which they are met; the same id keeps its number, and each place is counted. */
export interface Numbering {
  readonly blocks: (blocks: Blocks) => Blocks
  /** The ids in the order of their numbers. It grows as blocks go through. */
  readonly ids: () => readonly string[]
  readonly places: (id: string) => number
}

export function numbering(): Numbering {
  const met = new Map<string, { readonly number: number; readonly place: number }>()
  const number = (inline: Inline): Inlines => {
    if (inline.kind !== 'citation') return [inline]
    const former = met.get(inline.id)
    const now = { number: former?.number ?? met.size + 1, place: (former?.place ?? 0) + 1 }
    met.set(inline.id, now)
    return [{ ...inline, ...now }]
  }
  return {
    blocks: (blocks) => blocks.map((block) => mapBlock(block, number)),
    ids: () => [...met.keys()],
    places: (id) => met.get(id)?.place ?? 0,
  }
}

/** The ids that a text cites, in the order in which they are met. */
export function citedIn(blocks: Blocks): readonly string[] {
  const numbers = numbering()
  numbers.blocks(blocks)
  return numbers.ids()
}

/** The same blocks with each citation put into words, for a note that must not call up further notes. */
export function withoutCitations(blocks: Blocks, words: (id: string) => Inlines): Blocks {
  return blocks.map((block) => mapBlock(block, (inline) => (inline.kind === 'citation' ? words(inline.id) : [inline])))
}

type Change = (inline: Inline) => Inlines

/** Goes over a block in reading order, so that whoever counts meets the first thing first. */
function mapBlock(block: Block, change: Change): Block {
  const blocks = (inner: Blocks) => inner.map((b) => mapBlock(b, change))
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: mapInlines(block.content, change) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: blocks(item.blocks) })) }
    case 'definitions':
      return { ...block, entries: block.entries.map((entry) => ({ ...entry, details: blocks(entry.details) })) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: mapInlines(column.title, change) })),
        rows: block.rows.map((row) => row.map(blocks)),
      }
    case 'quote':
    case 'section':
      return { ...block, blocks: blocks(block.blocks) }
    case 'figure':
      return { ...block, words: blocks(block.words), note: mapInlines(block.note, change) }
    case 'notes':
      return { ...block, notes: block.notes.map((note) => ({ ...note, blocks: blocks(note.blocks) })) }
    case 'code':
    case 'rule':
      return block
    default:
      return block satisfies never
  }
}

function mapInlines(inlines: Inlines, change: Change): Inlines {
  return inlines.flatMap((inline) =>
    'content' in inline ? change({ ...inline, content: mapInlines(inline.content, change) }) : change(inline),
  )
}
