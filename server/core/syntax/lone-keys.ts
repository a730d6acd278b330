import type { Fix } from '../text/finding.ts'
import { quote } from '../text/quote.ts'
import type { Span } from '../text/span.ts'
import type { Problem } from './problem.ts'
import { isBlockStyle, type Mapping, type Node, type Pair, resolved, type Scalar } from './tree.ts'

/**
 * Words between braces that have no colon: of `{ text: Build trust, not fear }`
 * YAML reads the text "Build trust" and a key "not fear" without a value, and says
 * nothing. The writer meant one text, as a rule, and the rest of it would be lost.
 */
export function loneKeys(text: string, root: Node | undefined): readonly Problem[] {
  return flowMappings(root).flatMap(({ pairs }) => runs(pairs, text).map((run) => problemOf(run, text)))
}

function flowMappings(node: Node | undefined): readonly Mapping[] {
  if (!node || node.kind === 'alias' || node.kind === 'scalar') return []
  if (node.kind === 'sequence') return node.items.flatMap(flowMappings)
  return [...(node.flow ? [node] : []), ...node.pairs.flatMap(({ value }) => flowMappings(value))]
}

/** Neighbouring keys without a colon, and the pair before them. */
interface Run {
  readonly before: Pair | undefined
  readonly keys: readonly Scalar[]
}

function runs(pairs: readonly Pair[], text: string): readonly Run[] {
  const found: { before: Pair | undefined; keys: Scalar[] }[] = []
  for (const [i, pair] of pairs.entries()) {
    if (!isLone(pair, text)) continue
    const former = pairs[i - 1]
    const last = found.at(-1)
    if (last && former && last.keys.at(-1) === former.key) last.keys.push(pair.key as Scalar)
    else found.push({ before: former, keys: [pair.key as Scalar] })
  }
  return found
}

function isLone({ key, value, damaged }: Pair, text: string): boolean {
  const hasValue = value !== undefined && value.start < value.end
  if (damaged || hasValue || key.kind !== 'scalar' || key.start === key.end) return false
  return !/^[ \t\r\n]*:/.test(text.slice(key.end, key.end + 200)) && text[key.start - 2] !== '?'
}

function problemOf({ before, keys }: Run, text: string): Problem {
  const [first] = keys
  const span = { start: first?.start ?? 0, end: keys.at(-1)?.end ?? 0 }
  const words = text.slice(span.start, span.end)
  const glued = /^[A-Za-z_][\w-]*:(?=\S)/.exec(words)
  if (glued && keys.length === 1) {
    const at = span.start + glued[0].length
    return problem(span, 'Between a key and its value stand a colon and a space.', {
      title: 'Put a space behind the colon',
      safe: true,
      edits: [{ span: { start: at, end: at }, text: ' ' }],
    })
  }
  const value = resolved(before?.value)
  if (value?.kind !== 'scalar' || value !== before?.value || isBlockStyle(value.style))
    return problem(span, `"${words}" stands alone here: between braces a key needs a colon and a value.`)
  const whole = { start: value.start, end: span.end }
  const number = numberIn(value.text, keys)
  if (number) {
    return problem(
      span,
      `A comma between braces begins the next entry, so only ${value.text} is read here. Write the number without separators: ${number}.`,
      {
        title: `Write ${number}`,
        safe: true,
        edits: [{ span: whole, text: number }],
      },
    )
  }
  const message = `A comma between braces begins the next entry, so "${short(words)}" is left out. If it belongs to the text before, put the whole text in quotes; if it is a key, give it a colon and a value.`
  // One word may be a key that is still being typed.
  const fix = {
    title: 'Put the whole text in quotes',
    safe: /\s/.test(words),
    edits: [{ span: whole, text: quote(text.slice(whole.start, whole.end)) }],
  }
  return problem(span, message, value.style === 'plain' && !/[\r\n]/.test(text.slice(whole.start, whole.end)) ? fix : undefined)
}

function numberIn(start: string, keys: readonly Scalar[]): string | undefined {
  const isNumber = /^\d{1,3}$/.test(start) && keys.every(({ text }) => /^\d{3}$/.test(text))
  return isNumber ? start + keys.map(({ text }) => text).join('') : undefined
}

function problem(span: Span, message: string, fix?: Fix): Problem {
  return { rule: 'yaml-syntax', span, message, fixes: fix ? [fix] : [] }
}

function short(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
