import type { Path } from '../text/path.ts'
import type { Inside } from './inside.ts'
import { keyText, type Node, type Scalar } from './tree.ts'

/** The innermost part around a place in the source: the steps to it and, in a text, the offset in its value. */
export function pathAt(root: Node | undefined, offset: number, inside: Inside): { readonly path: Path; readonly offset?: number } {
  if (root?.kind === 'sequence') {
    const index = root.items.findLastIndex((item) => item.start <= offset)
    return index < 0 ? { path: [] } : below(index, pathAt(root.items[index], offset, inside))
  }
  if (root?.kind === 'mapping') {
    const pair = root.pairs.findLast(({ key }) => key.start <= offset)
    const step = pair && keyText(pair.key)
    if (step === undefined) return { path: [] }
    const { value } = pair ?? {}
    return below(step, value && value.start <= offset ? pathAt(value, offset, inside) : { path: [] })
  }
  return root?.kind === 'scalar' && root.start < offset ? { path: [], offset: offsetIn(root, offset, inside) } : { path: [] }
}

function below(step: string | number, inner: ReturnType<typeof pathAt>): ReturnType<typeof pathAt> {
  return { ...inner, path: [step, ...inner.path] }
}

/** The last character of a text that does not begin behind the place. */
function offsetIn(scalar: Scalar, offset: number, inside: Inside): number {
  let [low, high] = [0, scalar.text.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (inside(scalar, middle, middle).start <= offset && middle < scalar.text.length) low = middle
    else high = middle - 1
  }
  return low
}
