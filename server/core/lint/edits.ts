import type { Change, Step } from '../rules/change.ts'
import { find } from '../syntax/locate.ts'
import { isBlockStyle, type Mapping, type Node, type Pair, resolved, type Scalar, type Sequence } from '../syntax/tree.ts'
import type { Fix } from '../text/finding.ts'
import { lineAround, lineBreakOf } from '../text/lines.ts'
import { asScalar, plainIsSafe, quote, requoted } from '../text/quote.ts'
import type { Edit, Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'
import { addition } from './additions.ts'
import { rewording } from './rewording.ts'

/** The smallest edits that make a change, or none where the text does not allow it without a rewrite. */
export function fixFor(change: Change, file: Source, root: Node | undefined): Fix | undefined {
  const edits: Edit[] = []
  for (const step of change.steps) {
    const made = step.do === 'reword' ? rewording(step, file, root) : editFor(step, file, root)
    if (!made) return undefined
    edits.push(...[made].flat())
  }
  // Of edits that overlap one would be lost.
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  if (ordered.some(({ span }, i) => span.start < (ordered[i - 1]?.span.end ?? 0))) return undefined
  return { title: change.title, safe: change.safe, edits }
}

type Source = Pick<OpenFile, 'text' | 'inside'>

function editFor(step: Exclude<Step, { do: 'reword' }>, { text, inside }: Source, root: Node | undefined): Edit | undefined {
  if (step.do === 'prepend') return prepend(text, root, step.line)
  if (step.do === 'add') return addition(step, text, root)
  const found = find(root, step.at)
  // Behind an alias or a merge key lies a value that other places use as well.
  if (found.missing > 0 || found.through || found.merged || found.node?.kind === 'alias') return undefined
  const flow = found.parent?.kind === 'mapping' || found.parent?.kind === 'sequence' ? found.parent.flow : false
  switch (step.do) {
    case 'replace':
      if (found.node?.kind !== 'scalar') return undefined
      return step.within
        ? replaceWithin(found.node, step.within, String(step.with), { inside, flow })
        : replace(text, found.node, step.with, flow)
    case 'rename-key':
      return found.pair?.key.kind === 'scalar' ? { span: span(found.pair.key), text: rewritten(found.pair.key, step.to, flow) } : undefined
    case 'wrap-in-list':
      return wrap(text, found.node)
    case 'quote':
      return found.node?.kind === 'scalar' ? { span: span(found.node), text: quote(found.node.text) } : undefined
    case 'part':
      return part(text, step.on === 'key' ? found.pair?.key : found.node)
    case 'remark':
      return remark(text, found.pair?.key ?? found.node, step)
    case 'remove':
      return remove(text, found.parent, found.pair ?? found.node)
    default:
      return step satisfies never
  }
}

/** A new first line, where the text begins with an entry on a line of its own or holds nothing but comments. */
function prepend(text: string, root: Node | undefined, line: string): Edit | undefined {
  if (root && root.kind !== 'mapping' && !(root.kind === 'scalar' && root.text === '')) return undefined
  if (root?.kind === 'mapping' && (root.flow || root.start !== lineAround(text, root.start).start)) return undefined
  if (root?.kind !== 'mapping' && /^(?:---|%)/m.test(text)) return undefined
  return { span: at(root?.kind === 'mapping' ? root.start : 0), text: `${line}${lineBreakOf(text)}` }
}

/** A list of the one value; what would end it early between brackets is put in quotes. */
function wrap(text: string, node: Node | undefined): Edit | undefined {
  if (!node || !oneLine(text, node)) return undefined
  const written = node.kind === 'scalar' && node.style === 'plain' ? asScalar(node.text, true) : text.slice(node.start, node.end)
  return { span: span(node), text: `[${written}]` }
}

function part(text: string, node: Node | undefined): Edit | undefined {
  const colon = node?.kind === 'scalar' && node.style === 'plain' ? text.slice(node.start, node.end).indexOf(':') : -1
  return node && colon >= 0 ? { span: at(node.start + colon + 1), text: ' ' } : undefined
}

function replace(text: string, node: Scalar, to: string | number | boolean, flow: boolean): Edit | undefined {
  if (node.start === node.end) return { span: at(node.start), text: (text[node.start - 1] === ':' ? ' ' : '') + rewritten(node, to, flow) }
  if (!isBlockStyle(node.style)) return { span: span(node), text: rewritten(node, to, flow) }
  // A block ends behind its last line break, which stays; a comment in its header would be lost.
  const source = text.slice(node.start, node.end)
  if (/^[^\r\n]*#/.test(source)) return undefined
  return { span: { start: node.start, end: node.start + source.trimEnd().length }, text: rewritten(node, to, flow) }
}

/** A stretch of a text, escaped as its quotes ask; where there are none, only if the whole can still stand without. */
function replaceWithin(
  node: Scalar,
  [from, to]: readonly [number, number],
  words: string,
  { inside, flow }: Pick<Source, 'inside'> & { readonly flow: boolean },
): Edit | undefined {
  const whole = `${node.text.slice(0, from)}${words}${node.text.slice(to)}`
  if (node.style === 'plain' && whole !== '' && !plainIsSafe(whole.replace(/\s+/g, ' ').trim(), flow)) return undefined
  const escaped = node.style === 'single' || node.style === 'double' ? requoted(words, node.style, flow).slice(1, -1) : words
  return { span: inside(node, from, to), text: escaped }
}

/** Other words in the writer's own quotes. */
function rewritten({ style }: Scalar, to: string | number | boolean, flow: boolean): string {
  if (typeof to !== 'string') return String(to)
  return requoted(to, style === 'single' || style === 'double' ? style : 'plain', flow)
}

function remark(text: string, part: Node | undefined, { from, to }: { readonly from: string; readonly to: string }): Edit | undefined {
  for (let end = lineAround(text, part?.start ?? 0).start; end > 0; ) {
    const above = lineAround(text, end - (text.startsWith('\r\n', end - 2) ? 2 : 1))
    const words = text.slice(above.start, above.end)
    if (!/^[ \t]*#/.test(words)) return undefined
    if (words.replace(/^[ \t]*#[ \t]*/, '').trimEnd() === from) {
      const offset = above.start + words.indexOf(from)
      return { span: { start: offset, end: offset + from.length }, text: to }
    }
    end = above.start
  }
  return undefined
}

function remove(text: string, parent: Node | undefined, target: Node | Pair | undefined): Edit | undefined {
  const holder = resolved(parent)
  if (!target || !holder || holder.kind === 'scalar') return undefined
  const parts: readonly (Node | Pair)[] = holder.kind === 'sequence' ? holder.items : holder.pairs
  if (parts.length === 1) return undefined
  const part = extent(target)
  // What has an anchor is used at other places.
  if (/(?:^|[\s[{,])&\S/.test(text.slice(part.start, part.end))) return undefined
  if (!holder.flow) return removeLines(text, holder, part)
  const index = parts.indexOf(target)
  const next = parts[index + 1]
  const former = parts[index - 1]
  // An anchor before the part would go over to its neighbour.
  if (/&/.test(text.slice(former ? extent(former).end : holder.start, part.start))) return undefined
  if (next) return { span: { start: part.start, end: extent(next).start }, text: '' }
  return former && { span: { start: extent(former).end, end: part.end }, text: '' }
}

function extent(part: Node | Pair): Span {
  return 'key' in part ? { start: part.key.start, end: (part.value ?? part.key).end } : part
}

/** Whole lines; an entry that shares its first line with a dash or another entry stays where it is. */
function removeLines(text: string, holder: Sequence | Mapping, part: Span): Edit | undefined {
  const { start } = lineAround(text, part.start)
  const before = text.slice(start, part.start)
  if (!(holder.kind === 'sequence' ? /^\s*- *$/ : /^\s*$/).test(before)) return undefined
  // A block value ends behind its last line break; the rest of any other line goes with it.
  const rest = /[^\r\n]*(?:\r\n|\r|\n|$)/y
  rest.lastIndex = Math.max(part.start, text[part.end - 1] === '\n' ? part.end - 1 : part.end)
  rest.test(text)
  return { span: { start, end: rest.lastIndex }, text: '' }
}

function oneLine(text: string, { start, end }: Span): boolean {
  return !/[\r\n]/.test(text.slice(start, end)) && start < end
}

function at(offset: number): Span {
  return { start: offset, end: offset }
}

function span({ start, end }: Span): Span {
  return { start, end }
}
