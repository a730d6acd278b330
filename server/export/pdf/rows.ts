import type { Block, Blocks, Definition, Figure, ListItem, Note, Section } from '../../core/index.ts'
import { paintOnPaper } from '../../core/index.ts'
import { sound, wordsOfBlocks } from '../text.ts'
import { figureRow } from './figures.ts'
import { lineRows, type Piece, widthOf } from './lines.ts'
import { piecesOf } from './pieces.ts'
import { inside, type Place, quiet, textRows } from './place.ts'
import { asArtifact, type Row, type Style, textHeight } from './sheet.ts'
import { tableRows } from './tables.ts'

export function rowsOf(blocks: Blocks, place: Place): readonly Row[] {
  return blocks.flatMap((block, i) => blockRows(block, i === 0 ? place : { ...place, before: Math.max(place.before, 5) }))
}

function blockRows(block: Block, place: Place): readonly Row[] {
  switch (block.kind) {
    case 'paragraph':
      return textRows('P', piecesOf(block.content, block.tone === 'quiet' ? quiet(place.style) : place.style), place)
    case 'heading':
      return headingRows(place.level + block.level, piecesOf(block.content, headingStyle(place.level + block.level)), place)
    case 'list':
      return listRows(block.items, block.ordered ? block.start : undefined, place)
    case 'definitions':
      return block.entries.flatMap((entry, i) => definitionRows(entry, { ...place, before: i === 0 ? place.before : 3 }))
    case 'table':
      return tableRows(block, place, rowsOf)
    case 'quote':
      return inset(
        rowsOf(block.blocks, inside('BlockQuote', { ...place, width: place.width - 14, style: { ...place.style, face: 'italic' } })),
        14,
      )
    case 'code':
      return block.text.split('\n').flatMap((line, i) =>
        textRows('Code', [{ text: line, style: { ...place.style, size: place.style.size * 0.92 } }], {
          ...place,
          before: i === 0 ? place.before : 0,
        }),
      )
    case 'rule':
      return [ruleRow(place)]
    case 'section':
      return sectionRows(block, place)
    case 'figure':
      return figureRows(block, place)
    case 'notes':
      return block.notes.flatMap((note) => noteRows(note, { ...place, before: 4 }))
    default:
      return block satisfies never
  }
}

const headingSizes = [15, 12.5, 11, 10.5]

function headingStyle(level: number): Style {
  return { face: 'bold', size: headingSizes[Math.min(level, headingSizes.length) - 1] ?? 10.5, paint: 'accent' }
}

function headingRows(level: number, pieces: readonly Piece[], place: Place): readonly Row[] {
  // The title of the paper is the first heading.
  const rows = textRows(`H${Math.min(level + 1, 6)}`, pieces, { ...place, before: level === 1 ? 20 : 12 })
  return rows.map((row) => ({ ...row, keep: true }))
}

function sectionRows({ id, title, tone, blocks }: Section, place: Place): readonly Row[] {
  const part = inside('Sect', place)
  const level = place.level + 1
  const style = headingStyle(level)
  const heading = headingRows(level, [{ text: title, style, name: id }], part)
  const [first, ...rest] = heading
  const marked = first ? [told(first, () => place.outline(title, level)), ...rest] : []
  const inner = {
    ...part,
    level,
    before: 4,
    ...(tone === 'key' ? { style: { ...place.style, size: place.style.size * 1.12 }, width: place.width - 24 } : {}),
  }
  const body = rowsOf(blocks, inner)
  return [...marked, ...(tone === 'key' ? body.map((row) => keyRow(row, place)) : body)]
}

/** A row that says, when it is drawn, that it is there. */
function told(row: Row, tell: () => void): Row {
  return {
    ...row,
    draw: (x, y) => {
      tell()
      row.draw(x, y)
    },
  }
}

/** A line of the section that is set apart: a tinted ground with a bar at its side. */
function keyRow(row: Row, { sheet, width }: Place): Row {
  const height = row.height + row.before
  return {
    ...row,
    height,
    before: 0,
    keep: true,
    draw: (x, y) => {
      asArtifact(sheet, () => {
        sheet.pdf.rect(x, y, width, height).fill(paintOnPaper('tint'))
        sheet.pdf.rect(x, y, 4, height).fill(paintOnPaper('accent'))
      })
      row.draw(x + 14, y + row.before)
    },
  }
}

/** Rows moved to the right. */
export function inset(rows: readonly Row[], by: number): readonly Row[] {
  return rows.map((row) => ({ ...row, draw: (x: number, y: number) => row.draw(x + by, y) }))
}

function ruleRow({ sheet, width, before }: Place): Row {
  return {
    height: 1,
    before: before + 6,
    draw: (x, y) =>
      asArtifact(sheet, () =>
        sheet.pdf
          .moveTo(x, y)
          .lineTo(x + width, y)
          .lineWidth(0.75)
          .stroke(paintOnPaper('rule')),
      ),
  }
}

function listRows(items: readonly ListItem[], start: number | undefined, place: Place): readonly Row[] {
  const list = inside('L', place)
  return items.flatMap((item, i) =>
    itemRows(item, start === undefined ? '•' : `${start + i}.`, { ...list, before: i === 0 ? place.before : 4 }),
  )
}

function itemRows({ id, blocks }: ListItem, mark: string, place: Place): readonly Row[] {
  const item = inside('LI', place)
  const label = inside('Lbl', item)
  const { sheet, style } = place
  const indent = Math.max(16, widthOf(`${mark} `, style, sheet) + 4)
  const body = rowsOf(blocks, inside('LBody', { ...item, width: place.width - indent }))
  const labelRows = lineRows([{ text: mark, style, ...(id === undefined ? {} : { name: id }) }], indent, {
    sheet,
    element: label.element,
    before: place.before,
  })
  return besideFirst(labelRows, body, indent)
}

/** A label with what it stands for to its right; where there is nothing, the label alone. */
export function besideFirst(label: readonly Row[], body: readonly Row[], indent: number): readonly Row[] {
  const [mark] = label
  const [first, ...rest] = inset(body, indent)
  if (!mark || !first) return label
  const height = Math.max(mark.height, first.height)
  const row: Row = {
    ...first,
    height,
    before: Math.max(mark.before, first.before),
    draw: (x, y) => {
      mark.draw(x, y)
      first.draw(x, y)
    },
  }
  return [row, ...rest]
}

const termWidth = 112

/** A term with its details to the right, or, where there is little room, on one line with them. */
function definitionRows({ term, details }: Definition, place: Place): readonly Row[] {
  const isNarrow = place.width < 300
  const style: Style = isNarrow ? { ...place.style, face: 'bold' } : { ...quiet(place.style), face: 'bold' }
  const entry = inside('Div', place)
  if (!isNarrow) {
    const label = textRows('P', [{ text: term, style }], { ...entry, width: termWidth - 10 })
    return stacked(label, rowsOf(details, { ...entry, width: place.width - termWidth }), termWidth)
  }
  const [first, ...rest] = details
  const label: Piece = { text: `${term}: `, style }
  if (first?.kind !== 'paragraph') return [...textRows('P', [label], entry), ...rowsOf(details, { ...entry, before: 2 })]
  return [...textRows('P', [label, ...piecesOf(first.content, place.style)], entry), ...rowsOf(rest, { ...entry, before: 2 })]
}

/** Two columns of lines side by side, line by line. */
function stacked(left: readonly Row[], right: readonly Row[], indent: number): readonly Row[] {
  const moved = inset(right, indent)
  return Array.from({ length: Math.max(left.length, moved.length) }, (_, i): Row => {
    const pair = [left[i], moved[i]].flatMap((row) => (row ? [row] : []))
    return {
      height: Math.max(...pair.map((row) => row.height)),
      before: Math.max(...pair.map((row) => row.before)),
      keep: pair.some((row) => row.keep),
      draw: (x, y) => {
        for (const row of pair) row.draw(x, y)
      },
    }
  })
}

function figureRows({ title, drawing, words, note }: Figure, place: Place): readonly Row[] {
  const { pdf } = place.sheet
  const caption = textRows('Caption', [{ text: title, style: { ...quiet(place.style), face: 'bold' } }], { ...place, before: 12 })
  const element = pdf.struct('Figure', { alt: sound(`${title}. ${wordsOfBlocks(words)}`) })
  place.element.add(element)
  const room = { width: place.width, height: textHeight - 60 }
  const picture = figureRow(drawing, room, place.sheet, element)
  const remark = note.length === 0 ? [] : textRows('P', piecesOf(note, quiet(place.style)), { ...place, before: 2 })
  return [...caption.map((row) => ({ ...row, keep: true })), { ...picture, keep: remark.length > 0 }, ...remark]
}

function noteRows({ number, places, blocks }: Note, place: Place): readonly Row[] {
  const note = inside('Note', place)
  const style: Style = { ...place.style, size: place.style.size * 0.92 }
  const back = Array.from(
    { length: places },
    (_, i): Piece => ({
      text: places === 1 ? ' (back)' : ` (back ${i + 1})`,
      style: { ...quiet(style), paint: 'link' },
      href: `#cite-${number}-${i + 1}`,
    }),
  )
  const label = lineRows([{ text: `${number}.`, style, name: `note-${number}` }], 22, {
    sheet: place.sheet,
    element: inside('Lbl', note).element,
    before: place.before,
  })
  const [first, ...rest] = blocks
  const inner = { ...note, style, width: place.width - 22, before: 0 }
  const head = first?.kind === 'paragraph' ? textRows('P', [...piecesOf(first.content, style), ...back], inner) : textRows('P', back, inner)
  return besideFirst(label, [...head, ...rowsOf(first?.kind === 'paragraph' ? rest : blocks, { ...inner, before: 1 })], 22)
}
