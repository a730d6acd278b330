import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assets } from './export/index.ts'

/** Reads what lies beside the programs, each file once. */
export function assetsIn(folder: string): Assets {
  const read = new Map<string, Promise<Uint8Array>>()
  return (name) => {
    const known = read.get(name) ?? readFile(join(folder, name))
    read.set(name, known)
    return known
  }
}
