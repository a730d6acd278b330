import type { Block, Blocks, Column, Definition, Figure, Inline, Inlines, ListItem, Note, Place, Section, Table } from './document-model.ts'
import { languageTag } from './formats.ts'
import { isOutsideLink, isPageLink } from './links.ts'
import { hasLinks, svgOf } from './pictures/svg.ts'
import { type Attributes, escapeHtml, type Html, tag, together } from './tags.ts'

/** Blocks as HTML. `level` is that of the heading above them. */
export function htmlBlocks(blocks: Blocks, level: number): Html {
  return together(blocks.map((block) => htmlBlock(block, level)))
}

function htmlBlock(block: Block, level: number): Html {
  const at = placeOf(block.at)
  switch (block.kind) {
    case 'paragraph':
      return tag('p', { ...at, dir: 'auto', class: block.tone === 'plain' ? undefined : block.tone }, htmlInlines(block.content))
    case 'heading':
      return tag(headingName(level + block.level), { ...at, dir: 'auto' }, htmlInlines(block.content))
    case 'list':
      return tag(
        block.ordered ? 'ol' : 'ul',
        { ...at, start: block.ordered && block.start !== 1 ? String(block.start) : undefined },
        ...block.items.map((item) => listItem(item, level)),
      )
    case 'definitions':
      return tag('dl', at, ...block.entries.map((entry) => definitionEntry(entry, level)))
    case 'table':
      return htmlTable(block, level, at)
    case 'quote':
      return tag('blockquote', at, htmlBlocks(block.blocks, level))
    case 'code':
      return tag('pre', { ...at, dir: 'auto' }, tag('code', {}, escapeHtml(block.text)))
    case 'rule':
      return tag('hr', {})
    case 'figure':
      return htmlFigure(block, level, at)
    case 'section':
      return htmlSection(block, level, at)
    case 'notes':
      return tag('ol', { class: 'notes' }, ...block.notes.map((note) => htmlNote(note, level)))
    default:
      return block satisfies never
  }
}

function htmlSection({ id, title, tone, blocks }: Section, level: number, at: Attributes): Html {
  const isKey = tone === 'key'
  const heading = tag(headingName(level + 1), { id: `${id}-title`, dir: 'auto' }, escapeHtml(title))
  return tag(
    'section',
    { id, ...at, class: isKey ? 'key' : undefined, 'aria-labelledby': isKey ? `${id}-title` : undefined },
    heading,
    htmlBlocks(blocks, level + 1),
  )
}

/** By what an editor finds the place in the file again: steps with slashes, and the offset in a text behind an at sign. */
function placeOf(at: Place | undefined): Attributes {
  if (!at) return {}
  const offset = at.offset === undefined ? '' : `@${at.offset}`
  // Half of a pair of characters cannot be written into an address.
  const steps = at.path.map((step) => encodeURIComponent(String(step).replace(/\p{Surrogate}/gu, '\ufffd')))
  return { 'data-at': `${steps.join('/')}${offset}` }
}

/** A picture with its facts in words below it, shut until somebody asks for them. */
function htmlFigure({ id, title, drawing, words, note }: Figure, level: number, at: Attributes): Html {
  const picture = svgOf(drawing, {
    id,
    colour: (paint) => `var(--${paint})`,
    font: 'inherit',
    attributes: { role: hasLinks(drawing.shapes) ? 'group' : 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-words` },
  })
  const remark = note.length === 0 ? [] : [tag('p', { class: 'quiet' }, htmlInlines(note))]
  const summary = tag('summary', {}, escapeHtml('The same in words'))
  return tag(
    'figure',
    { ...at, id },
    tag('figcaption', { id: `${id}-title` }, escapeHtml(title)),
    tag('div', { class: 'picture' }, picture),
    ...remark,
    tag('details', { id: `${id}-words` }, summary, htmlBlocks(words, level)),
  )
}

function headingName(level: number): string {
  return `h${Math.min(level, 6)}`
}

function listItem({ id, blocks }: ListItem, level: number): Html {
  return tag('li', { id }, htmlBlocks(blocks, level))
}

function definitionEntry({ term, details }: Definition, level: number): Html {
  return tag('div', {}, tag('dt', { dir: 'auto' }, escapeHtml(term)), tag('dd', {}, htmlBlocks(details, level)))
}

/**
 * A table that a narrow page shows as one block for each row. The roles are
 * said in full because some readers forget them once a table is laid out
 * otherwise; `data-label` repeats the column's title in each block.
 */
function htmlTable({ caption, columns, rows }: Table, level: number, at: Attributes): Html {
  const head = columns.map(({ id, title }) =>
    title.length === 0
      ? tag('td', { role: 'cell' })
      : tag('th', { id, scope: 'col', role: 'columnheader', dir: 'auto' }, htmlInlines(title)),
  )
  const body = rows.map((row) => tag('tr', { role: 'row' }, ...row.map((blocks, i) => htmlCell(blocks, columns[i], i, level))))
  const table = tag(
    'table',
    { role: 'table', class: columns.length > 5 ? 'broad' : undefined },
    tag('caption', {}, escapeHtml(caption)),
    tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, ...head)),
    tag('tbody', { role: 'rowgroup' }, ...body),
  )
  return tag('div', { ...at, class: 'table' }, table)
}

function htmlCell(blocks: Blocks, column: Column | undefined, index: number, level: number): Html {
  if (index > 0) return tag('td', { role: 'cell', 'data-label': columnWords(column) }, htmlBlocks(blocks, level))
  return tag('th', { scope: 'row', role: 'rowheader' }, blocks.length > 0 ? htmlBlocks(blocks, level) : tag('p', {}, escapeHtml('–')))
}

/** The title of a column without the id behind it. */
function columnWords(column: Column | undefined): string {
  const title = column?.title ?? []
  const words = plainWords(title.filter((part) => part.kind !== 'key')).trim()
  return words === '' ? plainWords(title) : words
}

/** The ways back stand at the end of the note's first line, where the eye is. */
function htmlNote({ number, places, blocks }: Note, level: number): Html {
  const links = Array.from({ length: places }, (_, i) => {
    const label = places === 1 ? `Back to the text from note ${number}` : `Back to place ${i + 1} of note ${number} in the text`
    return tag(
      'a',
      { href: `#cite-${number}-${i + 1}`, role: 'doc-backlink', 'aria-label': label },
      escapeHtml(places === 1 ? '↑' : `↑${i + 1}`),
    )
  })
  const back = tag('span', { class: 'back' }, ...links.flatMap((link) => [escapeHtml(' '), link]))
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return tag('li', { id: `note-${number}` }, htmlBlocks(blocks, level), back)
  return tag('li', { id: `note-${number}` }, tag('p', { dir: 'auto' }, htmlInlines(first.content), back), htmlBlocks(rest, level))
}

export function htmlInlines(inlines: Inlines): Html {
  return together(inlines.map((inline, i) => htmlInline(inline, inlines[i - 1])))
}

function htmlInline(inline: Inline, former: Inline | undefined): Html {
  switch (inline.kind) {
    case 'text':
      return breakable(inline.text)
    case 'break':
      return tag('br', {})
    case 'code':
      return tag('code', {}, breakable(inline.text))
    case 'key':
      return tag('span', { class: 'id' }, escapeHtml(inline.text))
    case 'strong':
      return tag('strong', {}, htmlInlines(inline.content))
    case 'emphasis':
      return tag('em', {}, htmlInlines(inline.content))
    case 'phrase':
      return tag('bdi', { lang: languageTag(inline.language) }, htmlInlines(inline.content))
    case 'link':
      return htmlLink(inline.href, inline.content)
    case 'lead':
      return tag('span', { ...placeOf(inline.to), class: 'lead' }, htmlInlines(inline.content))
    case 'citation': {
      const { number, place } = inline
      const mark = tag(
        'a',
        { id: `cite-${number}-${place}`, href: `#note-${number}`, role: 'doc-noteref', 'aria-label': `Note ${number}` },
        escapeHtml(String(number)),
      )
      return tag('sup', {}, ...(former?.kind === 'citation' ? [escapeHtml(', ')] : []), mark)
    }
    default:
      return inline satisfies never
  }
}

/** Words with places to break inside a very long one, such as an address, so that it never stretches a table. */
function breakable(words: string): Html {
  const parts = words.split(/(\S{25,})/u).map((part, i) => {
    const pieces = i % 2 === 0 ? [part] : (part.match(/.{1,12}/gsu) ?? [])
    return together(pieces.flatMap((piece, j) => (j > 0 ? [tag('wbr', {}), escapeHtml(piece)] : [escapeHtml(piece)])))
  })
  return together(parts)
}

/** The second of two gates: whoever built the link, no other address leaves here. */
function htmlLink(href: string, content: Inlines): Html {
  if (!isOutsideLink(href) && !isPageLink(href)) return htmlInlines(content)
  // On paper an address is spelled out behind its words, unless the words are the address.
  return tag('a', { href, class: plainWords(content) === href ? 'spelled' : undefined }, htmlInlines(content))
}

/** The words of a line alone. */
function plainWords(inlines: Inlines): string {
  return inlines.map((inline) => ('content' in inline ? plainWords(inline.content) : 'text' in inline ? inline.text : ' ')).join('')
}
