import type { Path } from '../text/path.ts'
import type { Block, Blocks, Place } from './document-model.ts'

/** Where a part of the model was written, or a field of it; nothing of what is no part of it, as an entry of a bibliography is none. */
export type Places = (part: object | undefined, ...steps: Path) => Place | undefined

/** The places of all parts of a model. A part is known as the object that it is, so that builders need not hand paths around. */
export function placesOf(model: object): Places {
  const paths = new Map<object, Path>()
  const walk = (part: object, path: Path): void => {
    if (paths.has(part)) return
    paths.set(part, path)
    const isList = Array.isArray(part)
    for (const [key, inner] of Object.entries(part))
      if (typeof inner === 'object' && inner !== null) walk(inner, [...path, isList ? Number(key) : key])
  }
  walk(model, [])
  return (part, ...steps) => {
    const path = part && paths.get(part)
    return path && { path: [...path, ...steps] }
  }
}

/** Blocks with a place, where they have no closer one of their own. */
export function placed(blocks: Blocks, at: Place | undefined): Blocks {
  return at ? blocks.map((block): Block => (block.at ? block : { ...block, at })) : blocks
}
