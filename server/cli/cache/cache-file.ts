import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileReport, Summary } from '../../core/index.ts'
import { codeOf } from '../../disk.ts'
import { inTurn } from '../in-turn.ts'
import { reasonOf } from '../outputs.ts'
import { writeAtomically } from '../write-atomically.ts'
import { digest } from './digest.ts'

/** What is known of a text: what the index keeps of it, and what was found in it when it was last checked. */
export interface Remembered {
  /** Of the text of which the rest tells. */
  readonly content: string
  readonly summary: Summary
  readonly result?: Result
}

/** What was found in a file, and all that it rests on beside the text. */
export interface Result {
  /** Of the settings and options under which it was checked. */
  readonly basis: string
  /** What was asked of the index on the way. */
  readonly keys: readonly string[]
  /** Of what the index answered. */
  readonly answers: string
  /** Without the text of the file. */
  readonly report: FileReport
}

/** By paths from the root of the workspace. */
export type Memories = Map<string, Remembered>

/**
 * Reads what a former run left behind. Whatever is not whole, or was left by
 * another build of Chancery, counts as nothing: then everything is checked anew,
 * and the file is written anew.
 */
export function readCacheFile(path: string, tool: string): Memories {
  const text = readOrNothing(path)
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  return end > 0 && text.slice(0, end) === headOf(tool, body) ? new Map(JSON.parse(body) as [string, Remembered][]) : new Map()
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // A folder in its place, or no permission: the attempt to write it tells of that.
    if (codeOf(error) === undefined) throw error
    return ''
  }
}

/** The first line seals what follows: a file that was cut off or changed by hand does not fit it. */
function headOf(tool: string, body: string): string {
  return `chancery-cache/1 ${tool} ${digest(body)}`
}

/** Writes what the next run may use, whole or not at all. Gives the reason where that cannot be done. */
export async function writeCacheFile(path: string, tool: string, memories: Memories): Promise<string | undefined> {
  const body = JSON.stringify([...memories])
  let why: string | undefined
  await inTurn([path], () => {
    try {
      markFolder(dirname(path))
      writeAtomically(path, `${headOf(tool, body)}\n${body}`)
    } catch (error) {
      if (codeOf(error) === undefined) throw error
      why = reasonOf(error)
    }
  })
  return why
}

/** A folder that programs for versions and for backups pass over of their own accord. */
function markFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const marks = {
    '.gitignore': '# Written by "chancery lint --cache"; it may be deleted at any time.\n*\n',
    'CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n# See https://bford.info/cachedir/\n',
  }
  for (const [name, text] of Object.entries(marks)) writeNew(join(folder, name), text)
}

function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
