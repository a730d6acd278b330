import { isBlockStyle, type Mapping, type Node, type Pair, type Scalar, type Sequence } from '../syntax/tree.ts'
import { quote } from '../text/quote.ts'

/** A node as it may stand between brackets, on one line; undefined where it cannot. */
export function onOneLine(text: string, node: Node): string | undefined {
  switch (node.kind) {
    case 'scalar':
      return scalarOnOneLine(text, node)
    case 'sequence':
      return asWritten(text, node) ?? enclosed(node.items, (item) => onOneLine(text, item), ['[', ']'])
    case 'mapping':
      return asWritten(text, node) ?? enclosed(node.pairs, (pair) => pairOnOneLine(text, pair), ['{ ', ' }'])
    case 'alias':
      return undefined
    default:
      return node satisfies never
  }
}

/** What stands in brackets on one line already stays as it is; one pair of a list may do without them. */
function asWritten(text: string, node: Mapping | Sequence): string | undefined {
  const source = text.slice(node.start, node.end)
  return node.flow && /^[[{]/.test(source) && !/[\r\n]/.test(source) ? source : undefined
}

function enclosed<T>(parts: readonly T[], write: (part: T) => string | undefined, [open, close]: readonly [string, string]) {
  const written = parts.map(write)
  if (written.some((part) => part === undefined)) return undefined
  return written.length === 0 ? open.trim() + close.trim() : open + written.join(', ') + close
}

/** YAML looks for the colon no further than this. */
const longestKey = 1000

export function pairOnOneLine(text: string, { key, value }: Pair): string | undefined {
  const name = key.kind === 'scalar' ? scalarOnOneLine(text, key) : undefined
  if (name === undefined || name.length > longestKey) return undefined
  if (!value || value.start === value.end) return `${name}:`
  const words = onOneLine(text, value)
  return words === undefined ? undefined : `${name}: ${words}`
}

/** In its own quotes, or plain where nothing in it would end it early. */
function scalarOnOneLine(text: string, scalar: Scalar): string | undefined {
  const source = text.slice(scalar.start, scalar.end)
  if (source === '' || /[\r\n]/.test(source) || isBlockStyle(scalar.style)) return undefined
  return scalar.style === 'plain' && /[,[\]{}]|^[?:]/.test(source) ? quote(scalar.text) : source
}
