import type { Block, Blocks, Inline, Inlines, Paper, Place, Table } from '../../server/core/index.ts'

/** A paper as a text of one line for each part, to be compared and read: kind, place, words with their marks. */
export function paperWords(paper: Paper): string {
  const { kind, language, title, heading, banner, titleBlock, sections, review, colophon } = paper
  const lines = [
    `${kind} (${language}) ${heading.join(' | ')}`,
    `title: ${title}`,
    ...(banner ? [`banner ${banner.colour}: ${[...banner.words, banner.meaning].join(' | ')}`] : []),
    ...blockLines(titleBlock, '  '),
    ...blockLines(sections, ''),
    ...(review ? blockLines([review], '') : []),
    `colophon: ${line(colophon)}`,
  ]
  return `${lines.join('\n')}\n`
}

function blockLines(blocks: Blocks, indent: string): readonly string[] {
  return blocks.flatMap((block) => lines(block, indent))
}

function lines(block: Block, indent: string): readonly string[] {
  const inner = `${indent}  `
  const head = (words: string) => `${indent}${words}${at(block.at)}`
  switch (block.kind) {
    case 'paragraph':
      return [head(`${block.tone === 'quiet' ? 'quiet' : 'p'} ${line(block.content)}`)]
    case 'heading':
      return [head(`heading ${block.level} ${line(block.content)}`)]
    case 'list':
      return [
        head(block.ordered ? `list from ${block.start}` : 'list'),
        ...block.items.flatMap(({ id, blocks }) => [`${inner}- ${id ?? ''}`.trimEnd(), ...blockLines(blocks, `${inner}  `)]),
      ]
    case 'definitions':
      return [
        head('definitions'),
        ...block.entries.flatMap(({ term, details }) => [`${inner}${term}`, ...blockLines(details, `${inner}  `)]),
      ]
    case 'table':
      return tableLines(block, indent)
    case 'quote':
      return [head('quote'), ...blockLines(block.blocks, inner)]
    case 'code':
      return [head(`code ${JSON.stringify(block.text)}`)]
    case 'rule':
      return [head('rule')]
    case 'section':
      return [head(`section #${block.id}${block.tone === 'key' ? ' (key)' : ''} ${block.title}`), ...blockLines(block.blocks, inner)]
    case 'figure':
      return [head(`figure #${block.id} ${block.title}`), ...(block.note.length > 0 ? [`${inner}note ${line(block.note)}`] : [])]
    case 'notes':
      return [
        head('notes'),
        ...block.notes.flatMap(({ number, places, blocks }) => [`${inner}${number} (${places})`, ...blockLines(blocks, `${inner}  `)]),
      ]
    default:
      return block satisfies never
  }
}

function tableLines(table: Table & Pick<Block, 'at'>, indent: string): readonly string[] {
  const titles = table.columns.map(({ id, title }) => `${line(title)}${id ? ` #${id}` : ''}`)
  const cells = (row: readonly Blocks[]) =>
    row.flatMap((cell, i) => [`${indent}    [${titles[i]}]`, ...blockLines(cell, `${indent}      `)])
  return [
    `${indent}table ${table.caption}: ${titles.join(' | ')}${at(table.at)}`,
    ...table.rows.flatMap((row) => [`${indent}  row`, ...cells(row)]),
  ]
}

function at(place: Place | undefined): string {
  return place ? ` @ ${place.path.join('.')}${place.offset === undefined ? '' : `+${place.offset}`}` : ''
}

function line(inlines: Inlines): string {
  return inlines.map(words).join('').replace(/\n/g, '⏎')
}

function words(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'break':
      return '⏎'
    case 'code':
      return `\`${part.text}\``
    case 'key':
      return `{${part.text}}`
    case 'strong':
      return `**${line(part.content)}**`
    case 'emphasis':
      return `*${line(part.content)}*`
    case 'phrase':
      return part.language === undefined ? line(part.content) : `(${part.language}: ${line(part.content)})`
    case 'link':
      return `[${line(part.content)}](${part.href})`
    case 'lead':
      return `[${line(part.content)}]${at(part.to)}`
    case 'citation':
      return `^${part.number}`
    default:
      return part satisfies never
  }
}
