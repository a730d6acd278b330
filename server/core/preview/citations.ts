import type { Of } from '../text/kept.ts'
import type { Block, Blocks, Inline, Inlines, Section } from './document-model.ts'

/** Numbers citations in the order in which they are met; the same id keeps its number, and each place is counted. */
export interface Numbering {
  readonly blocks: (blocks: Blocks) => Blocks
  /** A part as it is numbered; the very same as before where its numbers are. */
  readonly section: (section: Section) => Section
  /** The ids in the order of their numbers. It grows as blocks go through. */
  readonly ids: () => readonly string[]
  readonly places: (id: string) => number
}

interface Met {
  readonly number: number
  readonly place: number
}

export function numbering(of: Of): Numbering {
  const met = new Map<string, Met>()
  const meet = (id: string): Met => {
    const former = met.get(id)
    const now = { number: former?.number ?? met.size + 1, place: (former?.place ?? 0) + 1 }
    met.set(id, now)
    return now
  }
  const number = (inline: Inline): Inlines => (inline.kind === 'citation' ? [{ ...inline, ...meet(inline.id) }] : [inline])
  const blocks = (all: Blocks) => all.map((block) => mapBlock(block, number))
  return {
    blocks,
    section: (section) => {
      const ids = of(section, citations)
      if (ids.length === 0) return section
      const before = new Map(met)
      const numbers = ids.map((id) => Object.values(meet(id)).join()).join(' ')
      const last = of(section, lastNumbered)
      if (last.numbers === numbers && last.section) return last.section
      met.clear()
      for (const [id, one] of before) met.set(id, one)
      last.numbers = numbers
      last.section = { ...section, blocks: blocks(section.blocks) }
      return last.section
    },
    ids: () => [...met.keys()],
    places: (id) => met.get(id)?.place ?? 0,
  }
}

/** A part as it was numbered last. */
function lastNumbered(): { numbers?: string; section?: Section } {
  return {}
}

/** Each citation of a part, in the order in which they are met. */
function citations({ blocks }: Section): readonly string[] {
  const ids: string[] = []
  for (const block of blocks)
    mapBlock(block, (inline) => {
      if (inline.kind === 'citation') ids.push(inline.id)
      return [inline]
    })
  return ids
}

/** The ids that parts cite, in the order in which they are met. */
export function citedIn(sections: readonly Section[], of: Of): readonly string[] {
  return [...new Set(sections.flatMap((section) => of(section, citations)))]
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
