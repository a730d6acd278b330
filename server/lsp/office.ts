import { resolve } from 'node:path'
import {
  type FileContent,
  type FileReport,
  ignores,
  kindOfName,
  lintText,
  lintUnreadable,
  openFile,
  openProject,
  type Portfolio,
  type Project,
  type Summary,
  summaryOf,
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
}

/**
 * The workspaces of an editing session. All answers about a file come through
 * here, so that the editor sees what the command line would say, with unsaved
 * buffers in the place of files.
 */
export interface Office {
  readonly room: (path: string) => Promise<OpenRoom>
  /** Takes up every file below a folder; gives their full paths. */
  readonly take: (folder: string) => Promise<readonly string[]>
  /** A file was changed, made or deleted: gives the full paths whose findings may differ now. */
  readonly changed: (path: string) => Promise<readonly string[]>
  /** The findings of a file as it stands now; nothing where there is no such file. */
  readonly report: (path: string) => Promise<FileReport | undefined>
  /** The buffer of a file, or the file. */
  readonly read: (path: string) => Promise<FileContent>
}

export interface OpenRoom {
  readonly root: string
  readonly project: Project
  readonly inside: string
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
    take: (folder) => take(rooms, folder),
    changed: (path) => changed(rooms, path),
    report: (path) => report(rooms, path),
    read: (path) => read(host, path),
  }
}

async function roomOf(rooms: Rooms, path: string): Promise<OpenRoom> {
  const { root, project } = await open(rooms, rooms.host.rootOf(path))
  return { root, project, inside: insidePath(path, root) }
}

async function take(rooms: Rooms, folder: string): Promise<readonly string[]> {
  const { host } = rooms
  const paths = (await host.workspace(folder).list()).map((path) => resolve(folder, path))
  for (const path of paths) (await open(rooms, host.rootOf(path))).files.add(path)
  return paths
}

async function changed(rooms: Rooms, path: string): Promise<readonly string[]> {
  const root = rooms.host.rootOf(path)
  const kind = kindOfName(path)
  // A new or deleted configuration may move the root itself, so all rooms are read again.
  if (kind === 'config') {
    const roots = [...new Set([...rooms.byRoot.keys(), root])]
    return (await Promise.all(roots.map((each) => reopen(rooms, each)))).flat()
  }
  if (kind === 'vocabulary') return reopen(rooms, root)
  const room = await open(rooms, root)
  room.files.add(path)
  return [path, ...(await affected(room, path, withBuffers(rooms.host, root)))]
}

function read(host: Host, path: string): Promise<FileContent> {
  const root = host.rootOf(path)
  return withBuffers(host, root).read(insidePath(path, root))
}

async function report(rooms: Rooms, path: string): Promise<FileReport | undefined> {
  const { host } = rooms
  const { root, project, inside } = await roomOf(rooms, path)
  if (ignores(project, inside)) return { path: inside, text: '', findings: [], suppressed: 0 }
  const content = await withBuffers(host, root).read(inside)
  if ('text' in content) return lintText(project, inside, content.text, { today: host.today() })
  const all = await host.workspace(root).list()
  return all.includes(inside) ? lintUnreadable(project, inside, content.problem, { today: host.today() }) : undefined
}

function open({ host, byRoot }: Rooms, root: string): Promise<Room> {
  const room = byRoot.get(root) ?? openRoom(root, withBuffers(host, root))
  byRoot.set(root, room)
  return room
}

/** Reads a room anew; gives the full paths of its files, those of before among them. */
async function reopen(rooms: Rooms, root: string): Promise<readonly string[]> {
  const former = await rooms.byRoot.get(root)
  rooms.byRoot.delete(root)
  const room = await open(rooms, root)
  for (const path of former?.files ?? []) room.files.add(path)
  return [...room.files]
}

async function openRoom(root: string, workspace: Workspace): Promise<Room> {
  const project = await openProject(workspace)
  return { root, project, files: new Set(project.paths.map((path) => resolve(root, path))) }
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
async function affected({ root, project }: Room, path: string, workspace: Workspace): Promise<readonly string[]> {
  const { portfolio } = project
  const inside = insidePath(path, root)
  const content = await workspace.read(inside)
  const summary = 'text' in content ? summaryOf(openFile(inside, content.text)) : undefined
  const former = portfolio.of(inside)
  const before = neighbours(portfolio, former)
  portfolio.set(inside, summary)
  if (JSON.stringify(former?.entries) === JSON.stringify(summary?.entries)) return []
  const others = new Set([...before, ...neighbours(portfolio, summary)])
  return [...others].filter((other) => other !== inside).map((other) => resolve(root, other))
}

/** The files that define or cite the ids of a file: what they say of it may have become right or wrong. */
function neighbours(portfolio: Portfolio, summary: Summary | undefined): readonly string[] {
  return (summary?.entries ?? []).flatMap(({ kind, id }) =>
    [...portfolio.defined(kind, id), ...portfolio.cited(id)].map(({ path }) => path),
  )
}
