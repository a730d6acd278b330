import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isFolder } from '../../disk.ts'
import type { Arguments, Option } from '../options.ts'
import { refuse } from '../refusal.ts'

const usualFolder = '.chancery-cache'

export const cacheOptions: readonly Option[] = [
  {
    name: 'cache',
    about:
      'Keep what was found, and next time check only files of which it may have changed: their text, what they refer to, configurations, vocabularies, options or the date',
  },
  {
    name: 'cache-location',
    value: 'FOLDER',
    about: `Where --cache keeps it; ${usualFolder} in the current folder unless you say otherwise`,
  },
  { name: 'no-cache', about: 'Check everything anew, also where --cache is given' },
]

/** The folder in which results are kept, by its full path; undefined where none are. */
export function readCache(args: Arguments, cwd: string): string | undefined {
  const given = args.get('cache-location')
  if (args.has('no-cache')) return undefined
  if (!args.has('cache')) return given === undefined ? undefined : refuse('--cache-location goes with --cache, which keeps results.')
  const folder = resolve(cwd, given ?? usualFolder)
  if (existsSync(folder) && !isFolder(folder)) return refuse(`--cache-location takes a folder, and ${given ?? usualFolder} is a file.`)
  return folder
}
