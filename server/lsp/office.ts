import { dirname, resolve } from 'node:path'
import {
  type FileReport,
  formatOf,
  ignores,
  kindOfName,
  lintFile,
  lintUnreadable,
  noting,
  type OpenFile,
  type PlacedFinding,
  type Project,
} from '../core/index.ts'
import { insidePath, isWithin } from './paths.ts'
import {
  belongs,
  forgetReport,
  type Host,
  type Indexed,
  isSetting,
  lastFindings,
  listPaths,
  openRoom,
  type Room,
  reading,
  relist,
  reloadSettings,
  reread,
} from './room.ts'

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
  readonly take: (folder: string, scan?: Scan) => Promise<readonly string[]>
  /** Files were changed, made or deleted. */
  readonly changed: (paths: readonly string[]) => Promise<Change>
  /** The findings of a file as it stands now; nothing where there is no such file. */
  readonly report: (path: string) => Promise<FileReport | undefined>
  /** What was found last in the document that the page shows, without waiting for checks; nothing as long as none have run. */
  readonly lastFindings: (path: string) => Promise<readonly PlacedFinding[] | undefined>
  /** The buffer of a file, or the file; undefined where it cannot be read. */
  readonly file: (path: string) => Promise<OpenFile | undefined>
  /** The full paths of the files of references that are named, also of those that are not there. */
  readonly bibliographies: () => Promise<readonly string[]>
  /** The full paths of all files that are known. */
  readonly known: () => Promise<readonly string[]>
  /** Gives up the workspaces whose root is not wanted any more. */
  readonly leave: (isWanted: (root: string) => boolean) => void
}

export interface OpenRoom {
  readonly root: string
  readonly project: Project
  readonly inside: string
  /** A text of the file, read. */
  readonly open: (text: string) => OpenFile
}

/** A first reading of a large folder, which can be watched and stopped. */
export interface Scan {
  readonly onIndexed: Indexed
  readonly cancelled: () => boolean
}

/** What a change of files does. */
export interface Change {
  /** The full paths whose findings may differ now. */
  readonly paths: readonly string[]
  /** Something is different that answers about other files rest on. */
  readonly isShared: boolean
}

/** What an office holds: the rooms that were opened, by their roots. */
interface Rooms {
  readonly host: Host
  readonly byRoot: Map<string, Promise<Room>>
}

export function createOffice(host: Host): Office {
  const rooms: Rooms = { host, byRoot: new Map() }
  const inTurn = oneByOne()
  return {
    room: async (path) => {
      const room = await roomOf(rooms, path)
      const inside = insidePath(path, room.root)
      return { root: room.root, project: room.project, inside, open: (text) => reading(host, room, inside, text).file }
    },
    rooms: () => opened(rooms),
    take: (folder, scan) => take(rooms, folder, scan),
    changed: (paths) => inTurn(() => changed(rooms, paths)),
    report: (path) => report(rooms, path),
    lastFindings: (path) => roomOf(rooms, path).then((room) => lastFindings(room.held.get(insidePath(path, room.root)))),
    file: (path) => file(rooms, path),
    bibliographies: async () =>
      (await opened(rooms)).flatMap(({ root, project }) => project.portfolio.bibliographies().map((path) => resolve(root, path))),
    known: () => known(rooms),
    leave: (isWanted) => {
      for (const root of rooms.byRoot.keys()) if (!isWanted(root)) rooms.byRoot.delete(root)
    },
  }
}

/** Of two changes of one file the later one must be the last to be read. */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}

function open({ host, byRoot }: Rooms, root: string, onIndexed?: Indexed): Promise<Room> {
  const known = byRoot.get(root)
  if (known) return known
  const room = openRoom(host, root, onIndexed)
  byRoot.set(root, room)
  // A disk that was out of order for a moment is asked again the next time.
  room.catch(() => byRoot.delete(root))
  return room
}

/** The rooms that could be read; one that cannot be is told of by whoever opens it. */
async function opened({ byRoot }: Rooms, isMeant: (root: string) => boolean = () => true): Promise<readonly Room[]> {
  const all = await Promise.allSettled([...byRoot].flatMap(([root, room]) => (isMeant(root) ? [room] : [])))
  return all.flatMap((room) => (room.status === 'fulfilled' ? [room.value] : []))
}

function roomOf(rooms: Rooms, path: string): Promise<Room> {
  return open(rooms, rooms.host.rootOf(path))
}

/** The roots of many files; all files of a folder have the same one, and each costs a look at the disk. */
function rootsOnce({ rootOf }: Host): (path: string) => string {
  const byFolder = new Map<string, string>()
  return (path) => {
    const folder = dirname(path)
    const root = byFolder.get(folder) ?? rootOf(path)
    byFolder.set(folder, root)
    return root
  }
}

/** One that is stopped gives what it has read; what is missing is read when it is asked for. */
async function take(rooms: Rooms, folder: string, scan?: Scan): Promise<readonly string[]> {
  const { host } = rooms
  const rootOf = rootsOnce(host)
  const byRoot = new Map<string, string[]>()
  for (const inside of await host.workspace(folder).list()) {
    const path = resolve(folder, inside)
    const root = rootOf(path)
    const paths = byRoot.get(root)
    if (paths) paths.push(path)
    else byRoot.set(root, [path])
  }
  const taken: string[] = []
  for (const [root, paths] of byRoot) {
    if (scan?.cancelled()) break
    await open(rooms, root, scan?.onIndexed)
    for (const path of paths) taken.push(path)
  }
  return taken
}

async function changed(rooms: Rooms, paths: readonly string[]): Promise<Change> {
  const { host, byRoot } = rooms
  // Of other files, such as one that a configuration extends, only what is open already may depend.
  const ours = paths.filter((path) => isOurs(host, path))
  const roots = new Set(ours.map(host.rootOf))
  let mayMove = paths.some(isConfig) && [...roots].some((root) => !byRoot.has(root))
  for (const root of roots) await open(rooms, root)
  const affected = new Set(paths)
  let [isShared, isNewList] = [false, false]
  // One that holds none of the files may still be read for the first time, and nobody waits for it here.
  for (const room of await opened(rooms, (root) => paths.some((path) => isWithin(path, root)))) {
    const effect = await changedIn(rooms, room, paths)
    for (const path of effect.paths) affected.add(path)
    isShared ||= effect.isShared
    isNewList ||= effect.isNewList
    mayMove ||= effect.mayMove
  }
  if (!mayMove) {
    if (isNewList && areNested([...byRoot.keys()])) giveUpUnused(rooms, await known(rooms))
    return { paths: [...affected], isShared }
  }
  const before = await known(rooms)
  await settle(rooms)
  return { paths: [...new Set([...affected, ...before, ...(await known(rooms))])], isShared: true }
}

interface RoomChange extends Change {
  /** Files came or went. */
  readonly isNewList: boolean
  /** A configuration came or went, which may move the roots themselves. */
  readonly mayMove: boolean
}

async function changedIn({ host }: Rooms, room: Room, paths: readonly string[]): Promise<RoomChange> {
  const answers = new Set<string>()
  let [isNewList, hasSetting, mayMove] = [false, false, false]
  for (const path of paths.filter((each) => isWithin(each, room.root))) {
    const effect = await reread(host, room, path)
    for (const key of effect.answers) answers.add(key)
    isNewList ||= effect.cameOrWent
    hasSetting ||= isSetting(room, path, effect)
    mayMove ||= effect.cameOrWent && isConfig(path)
  }
  if (isNewList) listPaths(room)
  const about = { isNewList, mayMove }
  if (hasSetting && !mayMove && (await reloadSettings(room))) return { paths: ownPaths(host, room), isShared: true, ...about }
  const askers = room.ledger.askers(answers)
  for (const inside of askers) forgetReport(room.held.get(inside))
  const isShared = [...answers].some((key) => /^(?:defined|ids|cited) /.test(key))
  return { paths: [...askers].map((inside) => resolve(room.root, inside)), isShared, ...about }
}

/** Whether a file is a reason to read a workspace: by its name, or because it is open. */
function isOurs({ buffer }: Host, path: string): boolean {
  return kindOfName(path) !== undefined || buffer(path) !== undefined
}

function isConfig(path: string): boolean {
  return kindOfName(path) === 'config'
}

/** A room may index files of another root below it; their findings are that root's matter. */
function ownPaths(host: Host, { root, paths }: Room): readonly string[] {
  const rootOf = rootsOnce(host)
  return [...paths].map((inside) => resolve(root, inside)).filter((path) => rootOf(path) === root)
}

async function known(rooms: Rooms): Promise<readonly string[]> {
  const all = (await opened(rooms)).flatMap(({ root, paths }) => [...paths].map((inside) => resolve(root, inside)))
  return [...new Set(all)]
}

/** After a configuration came or went, a file may belong to another root, and a root may hold other files. */
async function settle(rooms: Rooms): Promise<void> {
  const roots = giveUpUnused(rooms, await known(rooms))
  for (const room of await opened(rooms)) await relist(rooms.host, room)
  for (const root of roots) await open(rooms, root)
}

/** Gives up the roots to which none of the files belongs any more; gives those to which some do. */
function giveUpUnused({ host, byRoot }: Rooms, files: readonly string[]): ReadonlySet<string> {
  const used = new Set([...files, ...host.buffers()].map(rootsOnce(host)))
  for (const root of [...byRoot.keys()]) if (!used.has(root)) byRoot.delete(root)
  return used
}

function areNested(roots: readonly string[]): boolean {
  return roots.some((root) => roots.some((other) => other !== root && isWithin(other, root)))
}

async function file(rooms: Rooms, path: string): Promise<OpenFile | undefined> {
  const room = await roomOf(rooms, path)
  const inside = insidePath(path, room.root)
  const content = await room.workspace.read(inside)
  return 'text' in content ? reading(rooms.host, room, inside, content.text).file : undefined
}

/** No workspace is read to say nothing of a file that is gone or is none of ours. */
async function isWorthReading({ host, byRoot }: Rooms, path: string): Promise<boolean> {
  const root = host.rootOf(path)
  if (byRoot.has(root) || host.buffer(path) !== undefined) return true
  const content = isOurs(host, path) ? await host.workspace(root).read(insidePath(path, root)) : undefined
  return content !== undefined && !('problem' in content && content.problem.isGone)
}

async function report(rooms: Rooms, path: string): Promise<FileReport | undefined> {
  // A file of references is read for the briefs that name it, and told of there.
  if (formatOf(path)) return undefined
  const { host } = rooms
  if (!(await isWorthReading(rooms, path))) return undefined
  const room = await roomOf(rooms, path)
  const inside = insidePath(path, room.root)
  if (!belongs(host, room, path) && !room.paths.has(inside)) return undefined
  const content = await room.workspace.read(inside)
  if ('problem' in content && content.problem.isGone) return undefined
  const { project, ledger } = room
  if (ignores(project, inside)) return { path: inside, text: '', findings: [], suppressed: [] }
  const today = host.today()
  if ('problem' in content) return lintUnreadable(project, inside, content.problem, { today })
  const held = reading(host, room, inside, content.text)
  if (held.report?.today === today) return held.report.found
  const { portfolio, keys } = noting(project.portfolio)
  const found = lintFile({ ...project, portfolio }, held.file, { today })
  ledger.note(inside, keys())
  held.report = { today, found }
  return found
}
