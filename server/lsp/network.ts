import { resolve } from 'node:path'
import { type Entry, networkPage, pageSettings } from '../core/index.ts'
import type { NetworkParams, NetworkResult, WhereaboutsParams, WhereaboutsResult } from '../protocol.ts'
import type { Desk } from './answers.ts'
import { roomsInUse } from './features.ts'

/** The page of all engagements of the open folders, in the words of the first; null where no folder is open. */
export async function network(desk: Desk, { chosen }: NetworkParams): Promise<NetworkResult | null> {
  const rooms = await roomsInUse(desk)
  const [first] = rooms
  if (!first) return null
  const entries = new Map<string, Entry>()
  // A workspace may index files of another one below it, and each file counts once.
  for (const { root, project } of rooms)
    for (const entry of entriesOf(project)) entries.set(`${resolve(root, entry.path)} ${entry.index}`, entry)
  return networkPage([...entries.values()], chosen, pageSettings(first.project, 'chancery.yaml'))
}

function entriesOf({ portfolio }: Awaited<ReturnType<Desk['office']['room']>>['project']): readonly Entry[] {
  return portfolio.ids('engagement').flatMap((id) => portfolio.defined('engagement', id))
}

/** Where the file is in which an id stands. */
export async function whereabouts(desk: Desk, { id, uri }: WhereaboutsParams): Promise<WhereaboutsResult | null> {
  const path = uri === undefined ? undefined : desk.buffers.path(uri)
  const own = path === undefined ? [] : [await desk.office.room(path)]
  for (const { root, project } of [...own, ...(await roomsInUse(desk))]) {
    const [entry] = (['engagement', 'brief'] as const).flatMap((kind) => project.portfolio.defined(kind, id))
    if (!entry) continue
    const { line, column } = entry.idRange.start
    return { uri: desk.buffers.uri(resolve(root, entry.path)), position: { line: line - 1, character: column - 1 } }
  }
  return null
}
