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

export function createOffice(host: Host): Office {
  const rooms = new Map<string, Promise<Room>>()
  const workspaceOf = (root: string): Workspace => withBuffers(host, root)
  const open = (root: string): Promise<Room> => {
    const known = rooms.get(root) ?? openRoom(root, workspaceOf(root))
    rooms.set(root, known)
    return known
  }
  const reopen = async (root: string): Promise<readonly string[]> => {
    const former = await rooms.get(root)
    rooms.delete(root)
    const room = await open(root)
    for (const path of former?.files ?? []) room.files.add(path)
    return [...room.files]
  }
  return {
    room: async (path) => {
      const { root, project } = await open(host.rootOf(path))
      return { root, project, inside: insidePath(path, root) }
    },
    take: async (folder) => {
      const paths = (await host.workspace(folder).list()).map((path) => resolve(folder, path))
      for (const path of paths) (await open(host.rootOf(path))).files.add(path)
      return paths
    },
    changed: async (path) => {
      const root = host.rootOf(path)
      const kind = kindOfName(path)
      // A new or deleted configuration may move the root itself, so all rooms are read again.
      if (kind === 'config') return (await Promise.all([...new Set([...rooms.keys(), root])].map(reopen))).flat()
      if (kind === 'vocabulary') return reopen(root)
      const room = await open(root)
      room.files.add(path)
      return [path, ...(await affected(room, path, workspaceOf(root)))]
    },
    read: (path) => {
      const root = host.rootOf(path)
      return workspaceOf(root).read(insidePath(path, root))
    },
    report: async (path) => {
      const { root, project } = await open(host.rootOf(path))
      const inside = insidePath(path, root)
      if (ignores(project, inside)) return { path: inside, text: '', findings: [], suppressed: 0 }
      const content = await workspaceOf(root).read(inside)
      if ('problem' in content)
        return host
          .workspace(root)
          .list()
          .then((all) => (all.includes(inside) ? lintUnreadable(project, inside, content.problem, { today: host.today() }) : undefined))
      return lintText(project, inside, content.text, { today: host.today() })
    },
  }
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
