import { Bookmark, HeadingLevel, ImageRun, Paragraph, type ParagraphChild } from 'docx'
import type { Block, Blocks, Definition, Figure, Inlines, ListItem, Section } from '../../core/index.ts'
import { sound, wordsOfBlocks } from '../text.ts'
import { bookmarkOf, runs } from './inlines.ts'
import { type DocxBlock, type Place, paragraph, spacer } from './place.ts'
import { dataTable, definitionTable, tablesOf } from './tables.ts'

export function docxBlocks(blocks: Blocks, place: Place): readonly DocxBlock[] {
  return blocks.flatMap((block) => docxBlock(block, place))
}

function docxBlock(block: Block, place: Place): readonly DocxBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.content, block.tone === 'quiet' ? { ...place, style: 'Quiet' } : place)]
    case 'heading':
      return [headingOf(place.level + block.level, runs(block.content), place)]
    case 'list':
      return listBlocks(block.items, block.ordered ? { reference: 'numbers', instance: place.nextList() } : { reference: 'bullets' }, place)
    case 'definitions':
      return place.depth < 0 && place.style === 'Normal'
        ? [definitionTable(block.entries, place, docxBlocks)]
        : block.entries.flatMap((entry) => inlineEntry(entry, place))
    case 'table':
      return tablesOf(block, place).flatMap((part) => [
        paragraph([{ kind: 'text', text: part.caption }], { ...place, style: 'Caption' }),
        dataTable(part, place, docxBlocks),
        spacer(place),
      ])
    case 'quote':
      return docxBlocks(block.blocks, { ...place, style: 'Quote' })
    case 'code':
      return [new Paragraph({ style: 'Code', children: codeLines(block.text) })]
    case 'rule':
      return [new Paragraph({ thematicBreak: true, children: [] })]
    case 'section':
      return sectionBlocks(block, place)
    case 'figure':
      return figureBlocks(block, place)
    // The notes are real footnotes of the document.
    case 'notes':
      return []
    default:
      return block satisfies never
  }
}

function sectionBlocks({ id, title, tone, blocks }: Section, place: Place): readonly DocxBlock[] {
  const heading = new Bookmark({ id: bookmarkOf(id), children: [...runs([{ kind: 'text', text: title }])] })
  const inner = { ...place, level: place.level + 1, ...(tone === 'key' ? { style: 'BottomLine' } : {}) }
  return [headingOf(place.level + 1, [heading], place), ...docxBlocks(blocks, inner)]
}

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]

function headingOf(level: number, children: readonly ParagraphChild[], { isRightToLeft }: Place): Paragraph {
  // The title of the paper is not a heading of Word's, so the first level of the page below it is Word's first.
  const heading = levels[Math.min(Math.max(level - 2, 0), levels.length - 1)] ?? HeadingLevel.HEADING_4
  return new Paragraph({ heading, bidirectional: isRightToLeft, children: [...children] })
}

/** The deepest level that Word's lists have. */
const deepest = 8

interface Numbering {
  readonly reference: string
  readonly instance?: number
}

function listBlocks(items: readonly ListItem[], numbering: Numbering, place: Place): readonly DocxBlock[] {
  return items.flatMap((item) => listItem(item, numbering, place))
}

function listItem({ id, blocks }: ListItem, numbering: Numbering, place: Place): readonly DocxBlock[] {
  const inner = { ...place, depth: Math.min(place.depth + 1, deepest) }
  const [first, ...rest] = blocks
  const content: Inlines = first?.kind === 'paragraph' ? first.content : []
  const children = runs(content, place.look)
  const marked = id === undefined ? children : [new Bookmark({ id: bookmarkOf(id), children: [...children] })]
  const head = new Paragraph({
    style: place.style,
    bidirectional: place.isRightToLeft,
    numbering: { ...numbering, level: inner.depth },
    children: [...marked],
  })
  return [head, ...docxBlocks(first?.kind === 'paragraph' ? rest : blocks, inner)]
}

/** Inside a table or a list, where a table of its own would be too much: "Owner: Navy Staff". */
function inlineEntry({ term, details }: Definition, place: Place): readonly DocxBlock[] {
  const [first, ...rest] = details
  const label: Inlines = [{ kind: 'strong', content: [{ kind: 'text', text: `${term}: ` }] }]
  if (first?.kind !== 'paragraph') return [paragraph(label, place), ...docxBlocks(details, place)]
  return [paragraph([...label, ...first.content], place), ...docxBlocks(rest, place)]
}

function codeLines(text: string): ParagraphChild[] {
  return text.split('\n').flatMap((line, i) => [...(i > 0 ? runs([{ kind: 'break' }]) : []), ...runs([{ kind: 'text', text: line }])])
}

function figureBlocks({ id, title, drawing, words, note }: Figure, place: Place): readonly DocxBlock[] {
  const caption = paragraph([{ kind: 'text', text: title }], { ...place, style: 'Caption' })
  const remark = note.length === 0 ? [] : [paragraph(note, { ...place, style: 'Quiet' })]
  const picture = place.pictures.get(id)
  if (!picture) return [caption, ...docxBlocks(words, place), ...remark]
  // 15 twentieths of a point are a pixel of 96 to the inch.
  const scale = Math.min(1, place.width / 15 / drawing.width)
  const transformation = { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) }
  const said = sound(wordsOfBlocks(words))
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(picture.svg),
    fallback: { type: 'png', data: picture.png },
    transformation,
    altText: { name: sound(title), title: sound(title), description: said.length > longest ? `${said.slice(0, longest)}…` : said },
  })
  return [caption, new Paragraph({ children: [image], keepNext: note.length > 0 }), ...remark]
}

/** A screen reader reads a text for a picture in one go, so it has an end. */
const longest = 2000
