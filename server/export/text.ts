import type { Block, Blocks, Inlines } from '../core/index.ts'

/** What no XML and no font can hold, as the sign for an unknown character. */
export function sound(words: string): string {
  return words.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )
}

/** The words of a line alone. */
export function plainWords(inlines: Inlines): string {
  return inlines.map((inline) => ('content' in inline ? plainWords(inline.content) : 'text' in inline ? inline.text : ' ')).join('')
}

/** All words of some blocks on one line, as a text for somebody who does not see a picture. */
export function wordsOfBlocks(blocks: Blocks): string {
  return blocks.map(wordsOf).filter(Boolean).join('; ')
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainWords(block.content)
    case 'list':
      return block.items.map((item) => wordsOfBlocks(item.blocks)).join('; ')
    case 'definitions':
      return block.entries.map(({ term, details }) => `${term}: ${wordsOfBlocks(details)}`).join('; ')
    case 'table':
      return block.rows.map((row) => row.map(wordsOfBlocks).filter(Boolean).join(', ')).join('; ')
    case 'quote':
    case 'section':
      return wordsOfBlocks(block.blocks)
    case 'code':
      return block.text
    case 'figure':
      return block.title
    case 'notes':
      return block.notes.map((note) => wordsOfBlocks(note.blocks)).join('; ')
    case 'rule':
      return ''
    default:
      return block satisfies never
  }
}
