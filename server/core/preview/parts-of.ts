import type { Block, Figure, Note, Section } from './document-model.ts'

/** The notes of a part of a paper, wherever in it they stand. */
export function notesIn(block: Block): readonly Note[] {
  return block.kind === 'notes' ? block.notes : block.kind === 'section' ? block.blocks.flatMap(notesIn) : []
}

/** The pictures of a part of a paper. */
export function figuresIn(block: Block): readonly Figure[] {
  return block.kind === 'figure' ? [block] : block.kind === 'section' ? block.blocks.flatMap(figuresIn) : []
}

/** Formats that have notes of their own leave out a section that holds nothing else. */
export function hasMoreThanNotes({ blocks }: Section): boolean {
  return blocks.some(({ kind }) => kind !== 'notes')
}
