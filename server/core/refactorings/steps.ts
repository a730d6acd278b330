import { keyText, type Mapping, type Node, type Pair, type Sequence } from '../syntax/tree.ts'
import { lineAround } from '../text/lines.ts'
import type { Path } from '../text/path.ts'
import type { Span } from '../text/span.ts'
import { partSpan } from './extent.ts'

/** One node on the way from the root of a document to a selection. */
export interface Step {
  /** Undefined where a key has no value yet. */
  readonly node: Node | undefined
  readonly path: Path
  readonly pair?: Pair
  readonly holder?: Mapping | Sequence
  /** The selection lies at the key, not in the value. */
  readonly onKey: boolean
}

/** The nodes that hold a selection, the root first; a key holds it together with its value. */
export function stepsTo(text: string, root: Node | undefined, selection: Span): readonly Step[] {
  const steps: Step[] = [{ node: root, path: [], onKey: false }]
  for (let step = steps[0]; step && !step.onKey; ) {
    step = stepInto(text, step, selection)
    if (step) steps.push(step)
  }
  return steps
}

function stepInto(text: string, { node, path }: Step, selection: Span): Step | undefined {
  if (node?.kind === 'mapping') {
    const pair = node.pairs.find((each) => holds(text, node, each, selection))
    const key = pair && keyText(pair.key)
    if (!pair || key === undefined) return undefined
    const onKey = !pair.value || pair.value.start === pair.value.end || selection.start < pair.value.start
    return { node: pair.value, path: [...path, key], pair, holder: node, onKey }
  }
  if (node?.kind !== 'sequence') return undefined
  const index = node.items.findIndex((item) => holds(text, node, item, selection))
  const item = node.items[index]
  return item && { node: item, path: [...path, index], holder: node, onKey: false }
}

/** A part of a block has its last line to the end, with the remark that may stand there. */
function holds(text: string, { flow }: Mapping | Sequence, part: Node | Pair, { start, end }: Span): boolean {
  const span = partSpan(text, part)
  return span.start <= start && end <= (flow ? span.end : lineAround(text, span.end).end)
}
