import { resolve, sep } from 'node:path'
import {
  type EditablePortfolio,
  type FileProblem,
  type FileReport,
  formatOf,
  ignores,
  kindOfName,
  lintFile,
  lintUnreadable,
  type OpenFile,
  openFile,
  openProject,
  type Portfolio,
  type Project,
  readAgain,
  type Summary,
  summaryOf,
  takeUpBibliographies,
  type Workspace,
} from '../core/index.ts'
import { insidePath } from './paths.ts'

/** What the office needs from outside: the disk, the editor's buffers and the date. */
export interface Host {
  readonly workspace: (root: string) => Workspace
  /** The root of the workspace that a file belongs to. */
  readonly rootOf: (path: string) => string
  /** The text of an open buffer by its full path, where there is one. */
  readonly buffer: (path: string) => string | undefined
  readonly today: () => string
}

/** One workspace root with what was read of it. */
interface Room {
  readonly root: string
  readonly project: Project
  /** Full paths of the files that are reported. */
  readonly files: Set<string>
  /** Open buffers as they were last read: findings, status, preview and fixes of one text read it once. */
  readonly held: Map<string, Held>
  /** Counts the changes of what files say of one another. */
  revision: number
}

interface Held {
  readonly file: OpenFile
  /** The findings, and the state of affairs in which they are right. */
  report?: { readonly when: string; readonly found: FileReport }
}

/**
 * The workspaces of an editing session. All answers about a file come through
 * here, so that the editor sees what the command line would say, with unsaved
 * buffers in the place of files.
 */
export interface Office {
  readonly room: (path: string) => Promise<OpenRoom>
  /** Every workspace that was opened. */
  readonly rooms: () => Promise<readonly Pick<OpenRoom, 'root' | 'project'>[]>
  /** Takes up every file below a folder; gives their full paths. */
  readonly take: (folder: string) => Promise<readonly string[]>
  /** A file was changed, made or deleted: gives the full paths whose findings may differ now. */
  readonly changed: (path: string) => Promise<readonly string[]>
  /** The findings of a file as it stands now; nothing where there is no such file. */
  readonly report: (path: string) => Promise<FileReport | undefined>
  /** The buffer of a file, or the file; undefined where it cannot be read. */
  readonly file: (path: string) => Promise<OpenFile | undefined>
  /** The files that are known below a folder. */
  readonly below: (folder: string) => Promise<readonly string[]>
  /** The files of references below a folder that briefs name, also those that are not there. */
  readonly bibliographies: (folder: string) => Promise<readonly string[]>
}

export interface OpenRoom {
  readonly root: string
  readonly project: Project
  readonly inside: string
  /** A text of the file, read. */
  readonly open: (text: string) => OpenFile
}

/** What an office holds: the rooms that were opened, by their roots. */
interface Rooms {
  readonly host: Host
  readonly byRoot: Map<string, Promise<Room>>
}

export function createOffice(host: Host): Office {
  const rooms: Rooms = { host, byRoot: new Map() }
  return {
    room: (path) => roomOf(rooms, path),
    rooms: () => Promise.all(rooms.byRoot.values()),
    take: (folder) => take(rooms, folder),
    changed: (path) => changed(rooms, path),
    report: (path) => report(rooms, path),
    file: async (path) => (await hold(rooms, path)).held?.file,
    below: (folder) => below(rooms, folder),
    bibliographies: (folder) => bibliographies(rooms, folder),
  }
}

async function roomOf(rooms: Rooms, path: string): Promise<OpenRoom> {
  const room = await open(rooms, rooms.host.rootOf(path))
  const { root, project } = room
  const inside = insidePath(path, root)
  return { root, project, inside, open: (text) => opened(rooms, room, { inside, text }).file }
}

async function take(rooms: Rooms, folder: string): Promise<readonly string[]> {
  const { host } = rooms
  const paths = (await host.workspace(folder).list()).map((path) => resolve(folder, path))
  for (const path of paths) (await open(rooms, host.rootOf(path))).files.add(path)
  return paths
}

async function changed(rooms: Rooms, path: string): Promise<readonly string[]> {
  const naming = formatOf(path) ? await bibliographyChanged(rooms, path) : []
  // Of the many files with such a name only those count that a brief names, or that the writer has opened as one of ours.
  if (naming.length > 0 || (formatOf(path) && rooms.host.buffer(path) === undefined)) return naming
  const root = rooms.host.rootOf(path)
  const kind = kindOfName(path)
  if (kind === 'config') return configured(rooms, root, path)
  if (kind === 'vocabulary') return reopen(rooms, root, true)
  const room = await open(rooms, root)
  room.files.add(path)
  return [path, ...(await affected(rooms, room, path))]
}

/** Reads a file of references again wherever it is named; gives the full paths of the files that name it. */
async function bibliographyChanged({ host, byRoot }: Rooms, path: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const room of await Promise.all(byRoot.values())) {
    const { portfolio } = room.project
    const inside = insidePath(path, room.root)
    const naming = portfolio.naming(inside)
    if (naming.length === 0) continue
    await readAgain(withBuffers(host, room.root), portfolio, inside)
    room.revision++
    found.push(...naming.map((other) => resolve(room.root, other)))
  }
  return found
}

/** A new or deleted configuration may move the root itself, so then all rooms are read again. */
async function configured(rooms: Rooms, root: string, path: string): Promise<readonly string[]> {
  const { project } = await open(rooms, root)
  const { held } = await hold(rooms, path)
  if (held && project.configs.has(insidePath(path, root))) return reopen(rooms, root, true)
  const roots = [...new Set([...rooms.byRoot.keys(), root])]
  return (await Promise.all(roots.map((each) => reopen(rooms, each, false)))).flat()
}

/** A file as it stands now. Of open buffers the reading is held, because more questions about the same text will come. */
async function hold(
  { host, byRoot }: Rooms,
  path: string,
): Promise<{ readonly room: Room; readonly held: Held | undefined; readonly problem?: FileProblem }> {
  const room = await open({ host, byRoot }, host.rootOf(path))
  const inside = insidePath(path, room.root)
  const content = await withBuffers(host, room.root).read(inside)
  if ('problem' in content) {
    room.held.delete(inside)
    return { room, held: undefined, problem: content.problem }
  }
  return { room, held: opened({ host, byRoot }, room, { inside, text: content.text }) }
}

/** A text as it was read before, or read now. */
function opened({ host }: Rooms, room: Room, { inside, text }: { readonly inside: string; readonly text: string }): Held {
  const known = room.held.get(inside)
  if (known?.file.text === text) return known
  const held: Held = { file: openFile(inside, text) }
  if (host.buffer(resolve(room.root, inside)) === undefined) room.held.delete(inside)
  else room.held.set(inside, held)
  return held
}

async function report(rooms: Rooms, path: string): Promise<FileReport | undefined> {
  const { host } = rooms
  const { room, held, problem } = await hold(rooms, path)
  const { project, root } = room
  const inside = insidePath(path, root)
  if (ignores(project, inside)) return { path: inside, text: '', findings: [], suppressed: 0 }
  const today = host.today()
  if (held) {
    const when = `${room.revision} ${today}`
    if (held.report?.when !== when) held.report = { when, found: lintFile(project, held.file, { today }) }
    return held.report.found
  }
  const isThere = (await host.workspace(root).list()).includes(inside)
  if (isThere && problem) return lintUnreadable(project, inside, problem, { today })
  room.files.delete(path)
  return undefined
}

async function below({ byRoot }: Rooms, folder: string): Promise<readonly string[]> {
  const rooms = await Promise.all(byRoot.values())
  return rooms.flatMap(({ files }) => [...files].filter((path) => path.startsWith(folder + sep)))
}

async function bibliographies({ byRoot }: Rooms, folder: string): Promise<readonly string[]> {
  const rooms = await Promise.all(byRoot.values())
  const named = rooms.flatMap(({ root, project: { portfolio } }) => portfolio.bibliographies().map((path) => resolve(root, path)))
  return named.filter((path) => path.startsWith(folder + sep))
}

function open({ host, byRoot }: Rooms, root: string): Promise<Room> {
  const room = byRoot.get(root) ?? openRoom(root, withBuffers(host, root))
  byRoot.set(root, room)
  return room
}

/**
 * Reads a room anew; gives the full paths of its files, those of before among
 * them. Who cites whom does not depend on configurations and vocabularies, so
 * where only they changed the index stays.
 */
async function reopen(rooms: Rooms, root: string, keepsIndex: boolean): Promise<readonly string[]> {
  const former = await rooms.byRoot.get(root)
  const room = openRoom(root, withBuffers(rooms.host, root), keepsIndex ? former?.project.portfolio : undefined)
  rooms.byRoot.set(root, room)
  const { files } = await room
  for (const path of former?.files ?? []) files.add(path)
  return [...files]
}

async function openRoom(root: string, workspace: Workspace, portfolio?: EditablePortfolio): Promise<Room> {
  const project = await openProject(workspace, { keepsFiles: false, ...(portfolio ? { portfolio } : {}) })
  return { root, project, files: new Set(project.paths.map((path) => resolve(root, path))), held: new Map(), revision: 0 }
}

function withBuffers(host: Host, root: string): Workspace {
  const disk = host.workspace(root)
  return {
    list: disk.list,
    read: async (path) => {
      const text = host.buffer(resolve(root, path))
      return text === undefined ? disk.read(path) : { text }
    },
  }
}

/** Puts a file's new summary into the portfolio; gives the other files that speak of ids it had or has now. */
async function affected(rooms: Rooms, room: Room, path: string): Promise<readonly string[]> {
  const { portfolio } = room.project
  const inside = insidePath(path, room.root)
  const { held } = await hold(rooms, path)
  const summary = held && summaryOf(held.file)
  const former = portfolio.of(inside)
  const before = neighbours(portfolio, former)
  portfolio.set(inside, summary)
  if (await takeUpBibliographies(withBuffers(rooms.host, room.root), portfolio)) room.revision++
  if (JSON.stringify(former?.entries) === JSON.stringify(summary?.entries)) return []
  room.revision++
  const others = new Set([...before, ...neighbours(portfolio, summary)])
  return [...others].filter((other) => other !== inside).map((other) => resolve(room.root, other))
}

/** The files that define or cite the ids of a file: what they say of it may have become right or wrong. */
function neighbours(portfolio: Portfolio, summary: Summary | undefined): readonly string[] {
  return (summary?.entries ?? []).flatMap(({ kind, id }) => [
    ...portfolio.defined(kind, id).map(({ path }) => path),
    ...portfolio.cited(kind, id),
  ])
}
