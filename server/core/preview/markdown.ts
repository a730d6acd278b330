import type { Nodes, RootContent, Definition as Target } from 'mdast'
import { citationMark } from '../model/prose.ts'
import type { Path } from '../text/path.ts'
import { type Block, type Blocks, cite, type Inline, type Inlines, type Place, text } from './document-model.ts'
import { isOutsideLink } from './links.ts'
import type { ParseMarkdown } from './markdown-tree.ts'

/** What the conversion needs to know of the text around a node. */
interface Surroundings {
  readonly source: string
  readonly path: Path | undefined
  readonly targets: ReadonlyMap<string, string>
  readonly depth: number
}

/** Deeper than this nobody writes; what lies below is shown as it was typed. */
const deepest = 24

/**
 * A Markdown text as blocks. `[@id]` becomes a citation, but not inside code;
 * HTML is shown as the text that it is; of an image only the words in its place
 * are kept, so nothing is ever loaded; a link that leads anywhere but to a web
 * page, a mailbox or a place in the document becomes text. With the `path` of
 * the text, each block knows where in it it begins.
 */
export function markdownBlocks(source: string, parse: ParseMarkdown, path?: Path): Blocks {
  if (source.trim() === '') return []
  const tree = parse(source)
  if (tree === undefined) return plainParagraphs(source, path)
  const { children } = tree
  const around = { source, path, targets: targetsIn(children), depth: 0 }
  return withSteadyHeadings(children.flatMap((node) => block(node, around)))
}

function plainParagraphs(source: string, path: Path | undefined): Blocks {
  let done = 0
  return source.split(/(\n\s*\n)/).flatMap((part, i): Blocks => {
    const at = path && { at: { path, offset: done } }
    done += part.length
    return i % 2 === 0 ? [{ kind: 'paragraph', content: withCitations(part), tone: 'plain', ...at }] : []
  })
}

function placeOf(node: Nodes, { path }: Surroundings): { readonly at?: Place } {
  return path ? { at: { path, offset: node.position?.start.offset ?? 0 } } : {}
}

/** The definitions of `[label]: address`. Of several for one label the first counts. */
function targetsIn(nodes: readonly RootContent[]): ReadonlyMap<string, string> {
  const found = nodes.filter((node): node is Target => node.type === 'definition')
  return new Map(found.map((node) => [node.identifier, node.url] as const).reverse())
}

function block(node: RootContent, around: Surroundings): Blocks {
  return unplacedBlock(node, around).map((b) => ({ ...b, ...placeOf(node, around) }))
}

function unplacedBlock(node: RootContent, around: Surroundings): Blocks {
  if (around.depth > deepest) return [{ kind: 'paragraph', content: [text(sourceOf(node, around))], tone: 'plain' }]
  const inner = { ...around, depth: around.depth + 1 }
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', content: inlines(node.children, inner), tone: 'plain' }]
    case 'heading':
      return headingBlock(node.depth, inlines(node.children, inner), around)
    case 'list': {
      const items = node.children.map((item) => ({ id: undefined, blocks: item.children.flatMap((child) => block(child, inner)) }))
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }]
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: node.children.flatMap((child) => block(child, inner)) }]
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'definition':
      return []
    default:
      return [{ kind: 'paragraph', content: inline(node, inner), tone: 'plain' }]
  }
}

/** Inside a list or a quotation a heading is no part of the outline of the page. */
function headingBlock(level: number, content: Inlines, { depth }: Surroundings): Blocks {
  return [depth === 0 ? { kind: 'heading', level, content } : { kind: 'paragraph', content: [{ kind: 'strong', content }], tone: 'plain' }]
}

function inlines(nodes: readonly RootContent[], around: Surroundings): Inlines {
  return nodes.flatMap((node) => inline(node, around))
}

function inline(node: RootContent, around: Surroundings): Inlines {
  if (around.depth > deepest) return [text(sourceOf(node, around))]
  const inner = { ...around, depth: around.depth + 1 }
  switch (node.type) {
    case 'text':
    case 'html':
      return withCitations(node.value)
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }]
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, content: inlines(node.children, inner) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return link(node.url, inlines(node.children, inner))
    case 'linkReference':
      return link(around.targets.get(node.identifier) ?? '', inlines(node.children, inner))
    case 'image':
    case 'imageReference':
      return node.alt ? withCitations(node.alt) : []
    default:
      return [text(sourceOf(node, around))]
  }
}

function link(href: string, content: Inlines): Inlines {
  return isOutsideLink(href) ? [{ kind: 'link', href, content }] : content
}

function sourceOf(node: Nodes, { source }: Surroundings): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

/** Text with its `[@id]` as citations. The space before one goes, for a number stands close to its word. */
function withCitations(words: string): Inlines {
  const parts: Inline[] = []
  let done = 0
  for (const match of words.matchAll(citationMark)) {
    const before = words.slice(done, match.index).trimEnd()
    if (before !== '') parts.push(text(before))
    parts.push(cite(match[1] ?? ''))
    done = match.index + match[0].length
  }
  if (done < words.length) parts.push(text(words.slice(done)))
  return parts
}

/** Heading levels without gaps, whatever the writer's: a reader who hears the page goes by them. */
function withSteadyHeadings(blocks: Blocks): Blocks {
  const ranks = [...new Set(blocks.flatMap((b) => (b.kind === 'heading' ? [b.level] : [])))].sort((a, b) => a - b)
  let former = 0
  return blocks.map((b): Block => {
    if (b.kind !== 'heading') return b
    former = Math.min(ranks.indexOf(b.level) + 1, former + 1)
    return { ...b, level: former }
  })
}
