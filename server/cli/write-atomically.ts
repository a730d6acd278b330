import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Puts a text or bytes in the place of a plain file, or makes the file: who reads it at
 * the same time finds the old or the new, and never a half.
 *
 * All of it happens in one turn of the event loop, so that a signal is heard
 * before or after it and no temporary file is left behind.
 */
export function writeAtomically(path: string, content: string | Uint8Array, former?: Pick<Stats, 'mode' | 'uid' | 'gid'>): void {
  // A folder that may be written to would let a protected file be replaced all the same.
  if (former) accessSync(path, constants.W_OK)
  // The leading point keeps it out of every list of files in the meantime.
  const temporary = join(dirname(path), `.chancery-${randomBytes(8).toString('hex')}.tmp`)
  const file = openSync(temporary, 'wx', former ? 0o600 : 0o666)
  try {
    try {
      writeFileSync(file, content)
      if (former) keepOwner(temporary, former)
      if (former) fchmodSync(file, former.mode & 0o7777)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    unlinkSync(temporary)
    throw error
  }
}

/** What root mends for somebody, as in a container, stays theirs; nobody else could give a file away. */
function keepOwner(path: string, { uid, gid }: Pick<Stats, 'uid' | 'gid'>): void {
  if (process.getuid?.() === 0) chownSync(path, uid, gid)
}
