import type { Near } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import type { Change } from './change.ts'

/** "Did you mean …?" and the change that writes it; nothing where no word is near. */
export interface Meant {
  /** Begins with a space, to be put after a sentence. */
  readonly words: string
  readonly fixes: readonly Change[]
}

export function didYouMean(at: Path, near: Near | undefined, within?: readonly [from: number, to: number]): Meant {
  if (!near) return { words: '', fixes: [] }
  const step = { do: 'replace', at, with: near.id, ...(within ? { within } : {}) } as const
  return { words: ` Did you mean ${near.id}?`, fixes: [{ title: `Write ${near.id}`, safe: near.same, steps: [step] }] }
}

/** What to do where a library is not there. */
export const getLibrary = 'Install its package, or name its folder under `libraries` in chancery.yaml.'
