import type { Change, Step } from '../rules/change.ts'
import { find } from '../syntax/locate.ts'
import { asScalar, quote } from '../syntax/quote.ts'
import { spanInside } from '../syntax/inside.ts'
import { type Node, resolved, type Scalar, type Sequence, type Mapping } from '../syntax/tree.ts'
import type { Fix } from '../text/finding.ts'
import type { Edit, Span } from '../text/span.ts'

/** The smallest edits that make a change, or none where the text does not allow it without a rewrite. */
export function fixFor(change: Change, text: string, root: Node | undefined): Fix | undefined {
  const edits: Edit[] = []
  for (const step of change.steps) {
    const edit = editFor(step, text, root)
    if (!edit) return undefined
    edits.push(edit)
  }
  return { title: change.title, safe: change.safe, edits }
}

function editFor(step: Step, text: string, root: Node | undefined): Edit | undefined {
  if (step.do === 'prepend') return { span: at(root?.start ?? 0), text: `${step.line}${lineBreak(text)}` }
  const found = find(root, step.at)
  // Behind an alias or a merge key lies a value that other places use as well.
  if (found.missing > 0 || found.through || found.merged || found.node?.kind === 'alias') return undefined
  const flow = found.parent?.kind === 'mapping' || found.parent?.kind === 'sequence' ? found.parent.flow : false
  switch (step.do) {
    case 'replace':
      return replace(text, found.node, step.with, flow, step.within)
    case 'rename-key':
      return found.pair?.key.kind === 'scalar' ? { span: span(found.pair.key), text: rewritten(found.pair.key, step.to, flow) } : undefined
    case 'wrap-in-list':
      return found.node && oneLine(text, found.node) ? { span: span(found.node), text: `[${text.slice(found.node.start, found.node.end)}]` } : undefined
    case 'quote':
      return found.node?.kind === 'scalar' ? { span: span(found.node), text: quote(found.node.text) } : undefined
    case 'remove':
      return remove(text, found.parent, found.pair ?? found.node)
    default:
      return step satisfies never
  }
}

function replace(text: string, node: Node | undefined, to: string, flow: boolean, within?: readonly [number, number]): Edit | undefined {
  if (node?.kind !== 'scalar') return undefined
  if (within) return { span: spanInside(text, node, within[0], within[1]), text: to }
  if (node.start === node.end) return { span: at(node.start), text: text[node.start - 1] === ':' ? ` ${asScalar(to, flow)}` : asScalar(to, flow) }
  return { span: span(node), text: rewritten(node, to, flow) }
}

/** Other words in the writer's own quotes. */
function rewritten(scalar: Scalar, to: string, flow: boolean): string {
  if (scalar.style === 'single') return `'${to.replaceAll("'", "''")}'`
  if (scalar.style === 'double') return `"${to.replace(/["\\]/g, '\\$&')}"`
  return asScalar(to, flow)
}

function remove(text: string, parent: Node | undefined, target: Node | Mapping['pairs'][number] | undefined): Edit | undefined {
  const holder = resolved(parent)
  if (!target || !holder || holder.kind === 'scalar') return undefined
  const parts: readonly Span[] = holder.kind === 'sequence' ? holder.items : holder.pairs.map((p) => ({ start: p.key.start, end: (p.value ?? p.key).end }))
  const index = holder.kind === 'sequence' ? holder.items.indexOf(target as Node) : holder.pairs.indexOf(target as Mapping['pairs'][number])
  const part = parts[index]
  if (!part || parts.length === 1) return undefined
  return holder.flow ? removeFromFlow(parts, index, part) : removeLines(text, holder, part)
}

function removeFromFlow(parts: readonly Span[], index: number, part: Span): Edit {
  const next = parts[index + 1]
  const former = parts[index - 1]
  if (next) return { span: { start: part.start, end: next.start }, text: '' }
  return { span: { start: former?.end ?? part.start, end: part.end }, text: '' }
}

/** Whole lines; an entry that shares its first line with a dash or another entry stays where it is. */
function removeLines(text: string, holder: Sequence | Mapping, part: Span): Edit | undefined {
  const start = Math.max(text.lastIndexOf('\n', part.start - 1), text.lastIndexOf('\r', part.start - 1)) + 1
  const before = text.slice(start, part.start)
  if (!(holder.kind === 'sequence' ? /^\s*- *$/ : /^\s*$/).test(before)) return undefined
  const rest = /^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(Math.max(part.end - (text[part.end - 1] === '\n' ? 1 : 0), part.start)))
  return { span: { start, end: Math.max(part.end - (text[part.end - 1] === '\n' ? 1 : 0), part.start) + (rest?.[0].length ?? 0) }, text: '' }
}

function oneLine(text: string, { start, end }: Span): boolean {
  return !/[\r\n]/.test(text.slice(start, end)) && start < end
}

function lineBreak(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

function at(offset: number): Span {
  return { start: offset, end: offset }
}

function span({ start, end }: Span): Span {
  return { start, end }
}
