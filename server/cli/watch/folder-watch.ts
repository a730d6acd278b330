import { type FSWatcher, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../disk.ts'
import { refuse } from '../refusal.ts'

/** Hears of changes in folders, each of which is watched by itself. */
export interface FolderWatch {
  /** Watches these folders and no others. Tells whether there is one that was not watched before. */
  readonly follow: (folders: Iterable<string>) => boolean
  readonly has: (folder: string) => boolean
  readonly close: () => void
}

interface Watched {
  readonly watcher: FSWatcher
  /** A folder that was deleted and made again is another folder, which the old watch does not see. */
  readonly identity: string
}

/**
 * Of the system only a call is needed that something happened in a folder: what
 * it was, the next run finds out anyway. A watch over all folders below one at
 * once is not to be had on every system.
 */
export function watchFolders(onChange: (path: string) => void): FolderWatch {
  const all = new Map<string, Watched>()
  const leave = (folder: string) => {
    all.get(folder)?.watcher.close()
    all.delete(folder)
  }
  return {
    follow: (folders) => {
      const wanted = new Set(folders)
      for (const folder of all.keys()) if (!wanted.has(folder)) leave(folder)
      let isNew = false
      for (const folder of wanted) {
        const identity = identityOf(folder)
        if (identity === undefined || all.get(folder)?.identity === identity) continue
        leave(folder)
        const watcher = opened(folder, (name) => onChange(join(folder, name)))
        if (!watcher) continue
        watcher.on('error', () => {
          leave(folder)
          onChange(folder)
        })
        all.set(folder, { watcher, identity })
        isNew = true
      }
      return isNew
    },
    has: (folder) => all.has(folder),
    close: () => {
      for (const folder of [...all.keys()]) leave(folder)
    },
  }
}

function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() ? `${found.dev} ${found.ino} ${found.birthtimeMs}` : undefined
}

/** Undefined where the folder is gone by now, or closed to us: then nothing in it is read either. */
function opened(folder: string, onChange: (name: string) => void): FSWatcher | undefined {
  try {
    return watch(folder, (_, name) => onChange(name ?? ''))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EMFILE')
      return refuse('--watch cannot watch so many folders: the system allows no more of them. Name a smaller folder, or raise the limit.')
    if (code === undefined) throw error
    return undefined
  }
}
