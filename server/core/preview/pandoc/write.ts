import type { Source } from '../../model/types.generated.ts'
import type { Block, Blocks, Definition, Figure, ListItem, Note, Paper, Section } from '../document-model.ts'
import { figuresIn, hasMoreThanNotes, notesIn } from '../parts-of.ts'
import { svgOnPaper } from '../pictures/svg-file.ts'
import { escaped, lineStart, quoted } from './escape.ts'
import { citationKey, markdownLine } from './inlines.ts'
import { tableMarkdown } from './tables.ts'

/** A text in Pandoc's Markdown with the pictures that it names. */
export interface PandocDocument {
  readonly text: string
  readonly pictures: readonly { readonly name: string; readonly svg: string }[]
}

/**
 * A paper in Pandoc's Markdown: metadata, `[@id]` with the references that
 * `pandoc --citeproc` prints, grid tables. `base` begins the names of the
 * pictures that lie beside it; without one their facts stand in the text.
 */
export function pandocMarkdown(paper: Paper, base?: string): PandocDocument {
  const place: Place = { level: 0, base }
  const notes = paper.sections.flatMap(notesIn)
  const lines = [
    ...metadata(paper, notes),
    ...(paper.banner ? ['::: marking', escaped(paper.banner.words.join(' ')), ':::', ''] : []),
    ...blockLines(paper.titleBlock, place),
    ...blockLines(paper.sections.filter(hasMoreThanNotes), place),
    ...(notes.length > 0 ? ['# References {#references}', '', '::: {#refs}', ':::', ''] : []),
  ]
  const pictures =
    base === undefined
      ? []
      : paper.sections.flatMap(figuresIn).map((figure) => ({ name: fileOf(base, figure), svg: svgOnPaper(figure.drawing, figure.id) }))
  return {
    text: `${lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`,
    pictures,
  }
}

interface Place {
  readonly level: number
  readonly base: string | undefined
}

function metadata({ title, heading, language, properties, banner }: Paper, notes: readonly Note[]): readonly string[] {
  const list = (key: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${key}:`, ...values.map((value) => `  - ${quoted(value)}`)]
  return [
    '---',
    `title: ${quoted(escaped(title))}`,
    `subtitle: ${quoted(escaped(heading.join(', ')))}`,
    ...list('author', properties.authors.map(escaped)),
    ...(properties.date === undefined ? [] : [`date: ${quoted(escaped(properties.date))}`]),
    `lang: ${quoted(language)}`,
    ...list('keywords', properties.keywords.map(escaped)),
    ...(banner ? [`marking: ${quoted(escaped(banner.words.join(' ')))}`] : []),
    ...(notes.length === 0 ? [] : ['references:', ...notes.flatMap(({ id, source }) => reference(id, source))]),
    '---',
    '',
  ]
}

/** A source in the terms of CSL. What the field is called there is the only thing that changes. */
function reference(id: string, { title, publisher, author, date, url, doi, accessed }: Source = {}): readonly string[] {
  const fields = [
    ['title', title ?? id],
    ['publisher', publisher],
    ['issued', date],
    ['URL', url],
    ['DOI', doi],
    ['accessed', accessed],
  ] as const
  return [
    `  - id: ${quoted(citationKey(id))}`,
    '    type: document',
    ...(author === undefined ? [] : ['    author:', `      - literal: ${quoted(escaped(author))}`]),
    ...fields.flatMap(([key, value]) =>
      value === undefined ? [] : [`    ${key}: ${quoted(key === 'title' || key === 'publisher' ? escaped(value) : value)}`],
    ),
  ]
}

function blockLines(blocks: Blocks, place: Place): readonly string[] {
  return blocks.flatMap((block) => [...lines(block, place), ''])
}

function lines(block: Block, place: Place): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphLines(markdownLine(block.content))
    case 'heading':
      return [`${'#'.repeat(Math.min(place.level + block.level, 6))} ${markdownLine(block.content)}`]
    case 'list':
      return block.items.flatMap((item, i) => itemLines(item, block.ordered ? `${block.start + i}.` : '-', place))
    case 'definitions':
      return block.entries.flatMap((entry) => definitionLines(entry, place))
    case 'table':
      return tableMarkdown(block, (blocks) => trimmed(blockLines(blocks, place)))
    case 'quote':
      return trimmed(blockLines(block.blocks, place)).map((line) => `> ${line}`)
    case 'code':
      return fenced(block.text)
    case 'rule':
      return ['* * *']
    case 'section':
      return sectionLines(block, place)
    case 'figure':
      return figureLines(block, place)
    // Pandoc prints the notes itself, from the references.
    case 'notes':
      return []
    default:
      return block satisfies never
  }
}

function paragraphLines(words: string): readonly string[] {
  return words.split('\n').map(lineStart)
}

function sectionLines({ id, title, tone, blocks }: Section, place: Place): readonly string[] {
  const inner = { ...place, level: place.level + 1 }
  const body = blockLines(blocks, inner)
  const heading = `${'#'.repeat(Math.min(inner.level, 6))} ${escaped(title)} {#${id}}`
  return [heading, '', ...(tone === 'key' ? ['::: bottom-line', ...body, ':::'] : body)]
}

function itemLines({ blocks }: ListItem, mark: string, place: Place): readonly string[] {
  const indent = ' '.repeat(Math.max(4, mark.length + 1))
  const body = trimmed(blockLines(blocks, place))
  return body.length === 0
    ? [mark]
    : body.map((line, i) => (i === 0 ? mark.padEnd(indent.length) + line : line === '' ? '' : indent + line))
}

function definitionLines({ term, details }: Definition, place: Place): readonly string[] {
  const body = trimmed(blockLines(details, place))
  return [lineStart(escaped(term)), ...body.map((line, i) => (i === 0 ? `:   ${line}` : line === '' ? '' : `    ${line}`)), '']
}

function fenced(text: string): readonly string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [fence, ...text.split('\n'), fence]
}

function figureLines(figure: Figure, place: Place): readonly string[] {
  const note = figure.note.length === 0 ? [] : ['', ...paragraphLines(markdownLine(figure.note))]
  if (place.base !== undefined) return [`![${escaped(figure.title)}](${addressOf(fileOf(place.base, figure))}){#${figure.id}}`, ...note]
  return [`**${escaped(figure.title)}**`, '', ...blockLines(figure.words, place), ...note]
}

/** A file is called as its writer likes, and a bracket would end the address. */
function addressOf(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `<${name.replace(/[<>\\]/g, '\\$&')}>`
}

function fileOf(base: string, { id }: Figure): string {
  return `${base}-${id}.svg`
}

function trimmed(all: readonly string[]): readonly string[] {
  const last = all.findLastIndex((line) => line !== '')
  return all.slice(0, last + 1)
}
