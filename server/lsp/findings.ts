import { resolve } from 'node:path'
import type { Diagnostic } from 'vscode-languageserver'
import { diagnosticOf } from '../core/index.ts'
import type { Buffers } from './buffers.ts'
import { fingerprint } from './fingerprint.ts'
import type { Office } from './office.ts'

/** What a file has to be told of. */
export interface Findings {
  readonly items: Diagnostic[]
  /** Equal where the findings are. */
  readonly id: string
  /** That of the buffer which they are about. */
  readonly version: number | undefined
  /** There is nothing to say of this file, and had there been, it would be wrong now: it is gone, or is not to be checked. */
  readonly isNothing: boolean
}

export interface Source {
  readonly office: Pick<Office, 'report' | 'room'>
  readonly buffers: Pick<Buffers, 'uri' | 'version'>
  /** Whether the settings ask for findings of this file. */
  readonly isWanted: (path: string) => boolean
}

/** The findings of a file as the protocol has them; undefined where its buffer was edited meanwhile, which has its own turn coming. */
export async function findingsOf({ office, buffers, isWanted }: Source, path: string): Promise<Findings | undefined> {
  const version = buffers.version(path)
  const report = isWanted(path) ? await office.report(path) : undefined
  const { root } = report ? await office.room(path) : { root: '' }
  // What was computed for an older text would stand at the wrong places.
  if (buffers.version(path) !== version) return undefined
  const items = (report?.findings ?? []).map((finding) => diagnosticOf(finding, (inside) => buffers.uri(resolve(root, inside))))
  return { items, id: fingerprint(JSON.stringify(items)), version, isNothing: report === undefined }
}
