import { resolve } from 'node:path'
import {
  type FileContent,
  type FileReport,
  formatOf,
  type Keys,
  kindOfName,
  type OpenFile,
  openFile,
  openProject,
  type Part,
  type PlacedFinding,
  type Project,
  placedFindings,
  readAgain,
  summaryOf,
  takeUpBibliographies,
  type Workspace,
} from '../core/index.ts'
import { answersChanged, createLedger, type Ledger } from './asked.ts'
import { insidePath, isWithin } from './paths.ts'

/** What the office needs from outside: the disk, the editor's buffers and the date. */
export interface Host {
  readonly workspace: (root: string) => Workspace
  /** The root of the workspace that a file belongs to. */
  readonly rootOf: (path: string) => string
  /** The text of an open buffer by its full path, where there is one. */
  readonly buffer: (path: string) => FileContent | undefined
  /** The full paths of the open buffers. */
  readonly buffers: () => Iterable<string>
  readonly today: () => string
  /** A workspace was read. */
  readonly onRoot?: (root: string) => void
}

/** One workspace root with what was read of it. */
export interface Room {
  readonly root: string
  workspace: Workspace
  project: Project
  /** Every file that is there, by its path in the workspace; those that are open in the editor among them. */
  readonly paths: Set<string>
  /** Open buffers as they were last read: findings, status, preview and fixes of one text read it once. */
  readonly held: Map<string, Held>
  /** What each file asked of the index when it was last checked. */
  readonly ledger: Ledger
}

interface Held {
  readonly file: OpenFile
  /** The findings, as long as nothing changes on which they rest. */
  report?: { readonly today: string; readonly found: FileReport }
  /** What was found last in the page's document of an earlier text, for whoever cannot wait. */
  former: readonly PlacedFinding[] | undefined
}

export type Indexed = (done: number, all: number) => void

export async function openRoom(host: Host, root: string, onIndexed?: Indexed): Promise<Room> {
  const workspace = withBuffers(host, root)
  const project = await openProject(workspace, { keepsFiles: false, ...(onIndexed ? { onIndexed } : {}) })
  host.onRoot?.(root)
  return { root, workspace, project, paths: new Set(project.paths), held: new Map(), ledger: createLedger() }
}

/** The files of a root with the buffers in their place; a buffer counts before it is saved. */
function withBuffers(host: Host, root: string): Workspace {
  const disk = host.workspace(root)
  const lists = disk.lists ?? ((path) => kindOfName(path) !== undefined)
  return {
    ...disk,
    lists,
    list: async () => {
      const open = [...host.buffers()].filter((path) => isWithin(path, root)).map((path) => insidePath(path, root))
      return [...(await disk.list()), ...open.filter((path) => lists(path) || host.rootOf(resolve(root, path)) === root)]
    },
    read: async (path) => host.buffer(resolve(root, path)) ?? disk.read(path),
  }
}

/** Whether a file is one of the workspace's where it is there: by its name, or because it is open. */
export function belongs(host: Host, { root, workspace }: Room, path: string): boolean {
  const isListed = workspace.lists?.(insidePath(path, root)) ?? false
  return isListed || (host.buffer(path) !== undefined && host.rootOf(path) === root)
}

/** A text as it was read. Of open buffers the reading is held, because more questions about the same text will come. */
export function reading(host: Host, { root, held }: Room, inside: string, text: string): Held {
  const known = held.get(inside)
  if (known?.file.text === text) return known
  const now: Held = { file: openFile(inside, text), former: lastFindings(known) }
  if (host.buffer(resolve(root, inside)) === undefined) held.delete(inside)
  else held.set(inside, now)
  return now
}

/** The document of a file that a page shows. */
export function pagePart({ parts }: OpenFile): Part | undefined {
  return parts.find(({ document }) => document.kind === 'engagement' || document.kind === 'brief')
}

/** What was found last, be it in this text or in one before it; nothing as long as nothing was checked. */
export function lastFindings(held: Held | undefined): readonly PlacedFinding[] | undefined {
  const part = held && pagePart(held.file)
  return held?.report && part ? placedFindings(held.report.found.findings, held.file, part) : held?.former
}

/** Findings that rest on what is not so any more. */
export function forgetReport(held: Held | undefined): void {
  if (!held) return
  held.former = lastFindings(held)
  delete held.report
}

/** What a file's new state does to the room. */
export interface Effect {
  readonly answers: Keys
  /** The file is new here, or it is gone. */
  readonly cameOrWent: boolean
}

/** Puts what a file says now into the index. */
export async function reread(host: Host, room: Room, path: string): Promise<Effect> {
  const { root, workspace, paths, held } = room
  const { portfolio } = room.project
  const inside = insidePath(path, root)
  // A file of references is no file of the workspace, also where it is open.
  if (formatOf(inside)) return { answers: new Set(await rereadBibliographies(room, inside)), cameOrWent: false }
  const content = belongs(host, room, path) ? await workspace.read(inside) : undefined
  const isThere = content !== undefined && !('problem' in content && content.problem.isGone)
  const wasThere = paths.has(inside)
  const text = isThere && 'text' in content ? content.text : undefined
  if (text === undefined) held.delete(inside)
  const summary = text === undefined ? undefined : summaryOf(reading(host, room, inside, text).file)
  const former = portfolio.of(inside)
  portfolio.set(inside, summary)
  const libraries = await rereadBibliographies(room, inside)
  if (isThere) paths.add(inside)
  else {
    paths.delete(inside)
    room.ledger.forget(inside)
  }
  return { answers: new Set([...answersChanged(inside, former, summary), ...libraries]), cameOrWent: isThere !== wasThere }
}

/** A file of references is read again where it changed, and for the first time where a brief has come to name it. */
async function rereadBibliographies({ workspace, project: { portfolio } }: Room, inside: string): Promise<readonly string[]> {
  const { wanted, unwanted } = portfolio.unsettled()
  await takeUpBibliographies(workspace, portfolio)
  const isNamed = portfolio.naming(inside).length > 0
  if (isNamed) await readAgain(workspace, portfolio, inside)
  return [...wanted, ...unwanted, ...(isNamed ? [inside] : [])].map((path) => `bibliography ${path}`)
}

/** Whether a change of this file may change what holds for others beyond who cites whom. */
export function isSetting({ root, project }: Room, path: string, { cameOrWent }: Effect): boolean {
  const kind = kindOfName(path)
  return project.settingFiles.has(insidePath(path, root)) || (cameOrWent && (kind === 'config' || kind === 'vocabulary'))
}

/**
 * Reads configurations and vocabularies anew, and nothing else: who cites whom
 * does not depend on them. Tells whether they say something else than before.
 */
export async function reloadSettings(room: Room): Promise<boolean> {
  const { portfolio, settings } = room.project
  room.project = await openProject(room.workspace, { keepsFiles: false, portfolio, paths: room.paths })
  const isNew = JSON.stringify(settings) !== JSON.stringify(room.project.settings)
  if (isNew) for (const held of room.held.values()) forgetReport(held)
  return isNew
}

/** The paths of the project are those of the room, in order. */
export function listPaths(room: Room): void {
  room.project = { ...room.project, paths: [...room.paths].sort() }
}

/** Lists the files of the room anew and indexes those that have come or gone; for when a folder may hold other files than before. */
export async function relist(host: Host, room: Room): Promise<void> {
  room.workspace = withBuffers(host, room.root)
  const now = new Set(await room.workspace.list())
  const changed = [...now].filter((path) => !room.paths.has(path)).concat([...room.paths].filter((path) => !now.has(path)))
  for (const path of changed) await reread(host, room, resolve(room.root, path))
  // A folder that is closed is listed in its own name, by which nothing else goes.
  for (const path of now) room.paths.add(path)
  await reloadSettings(room)
}
