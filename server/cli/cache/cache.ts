import { join, relative } from 'node:path'
import { withSlashes } from '../paths.ts'
import { type Memories, readCacheFile, writeCacheFile } from './cache-file.ts'
import { digest } from './digest.ts'
import { createMemory, type Memory } from './memory.ts'

/** What one run leaves to the next, for every workspace that it looks at. */
export interface Cache {
  /** What is remembered of the workspace of a root; a new one for each time that it is read. */
  readonly of: (root: string) => Memory
  /** Keeps what is remembered; gives the reason where that cannot be done. */
  readonly save: () => Promise<string | undefined>
}

interface Kept {
  readonly memories: Memories
  isChanged: boolean
}

/** `folder` is where it is kept from run to run; without one it lasts as long as the program. `tool` names the build. */
export function openCache(cwd: string, tool: string, folder?: string): Cache {
  const byRoot = new Map<string, Kept>()
  // A checkout may lie elsewhere the next time; how to get from here to there stays the same.
  const fileOf = (root: string, inside: string) => join(inside, `${digest(withSlashes(relative(cwd, root)))}.json`)
  return {
    of: (root) => {
      const kept = byRoot.get(root) ?? {
        memories: folder === undefined ? new Map() : readCacheFile(fileOf(root, folder), tool),
        isChanged: false,
      }
      byRoot.set(root, kept)
      return createMemory(kept.memories, () => {
        kept.isChanged = true
      })
    },
    save: async () => {
      for (const [root, kept] of byRoot) {
        if (folder === undefined || !kept.isChanged) continue
        const why = await writeCacheFile(fileOf(root, folder), tool, kept.memories)
        if (why !== undefined) return why
        kept.isChanged = false
      }
      return undefined
    },
  }
}
