import { find } from '../syntax/locate.ts'
import { isBlockStyle, resolved } from '../syntax/tree.ts'
import { requoted } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import { type NamedPath, namedPaths } from '../workspace/named-paths.ts'
import { folderOf, isInside, isRelative, relative } from '../workspace/paths.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import type { Project } from '../workspace/project.ts'
import type { Search } from './named-places.ts'
import type { FileChange, Move } from './rename-plan.ts'

/** How the paths by which files name one another have to change so that they lead to the same files after these moves. */
export async function followedPaths(search: Search, moves: readonly Move[]): Promise<readonly FileChange[]> {
  const moved = movedBy(moves)
  const found: FileChange[] = []
  for (const path of affected(search.project, moved)) {
    if (search.cancelled()) break
    const file = await search.read(path)
    const edits = file ? editsIn(file, moved, search.project.portfolio) : []
    if (file && edits.length > 0) found.push({ path, lines: file.lines, edits })
  }
  return found
}

/** Where a path leads after the moves. */
type Moved = (path: string) => string

function movedBy(moves: readonly Move[]): Moved {
  // A move may be that of a folder with all that lies in it.
  return (path) => {
    const move = moves.find(({ from }) => path === from || isInside(path, from))
    return move ? move.to + path.slice(move.from.length) : path
  }
}

/** The files that name something that moves, and those that move themselves and name anything. */
function affected({ portfolio, configs }: Project, moved: Moved): readonly string[] {
  const moving = [...portfolio.paths()].filter((path) => moved(path) !== path && (portfolio.of(path)?.targets.length ?? 0) > 0)
  const settings = [...configs.values()].flatMap(({ files }) => files.map(({ path }) => path))
  return [...new Set([...portfolio.leading((target) => moved(target) !== target), ...moving, ...settings])].sort()
}

function editsIn(file: OpenFile, moved: Moved, portfolio: Portfolio): readonly Edit[] {
  const edits = file.parts.flatMap(({ document, fields, tree }) => {
    if (!document.kind) return []
    return namedPaths(document, fields).flatMap((named) => {
      const written = isLost(named, moved, portfolio) ? undefined : pathAfter(file.path, named, moved)
      return written === undefined ? [] : (editAt(tree, named, written) ?? [])
    })
  })
  return [...new Map(edits.map((edit) => [edit.span.start, edit])).values()]
}

/** What is no folder of the workspace may be the name of a package, which stays where it is. */
function isLost({ key, target }: NamedPath, moved: Moved, portfolio: Portfolio): boolean {
  if (key !== 'libraries' || target === undefined || moved(target) !== target) return false
  return ![...portfolio.paths()].some((path) => path === target || isInside(path, target))
}

/** How a path has to be written from now on; undefined where it stays. */
function pathAfter(path: string, { key, written, target }: NamedPath, moved: Moved): string | undefined {
  if (target === undefined) return undefined
  const [to, folder] = [moved(target), folderOf(moved(path))]
  if (to === target && folder === folderOf(path)) return undefined
  const way = relative(folder, to)
  // Vocabularies are looked for in the folder and below it.
  if (way === '' || (key === 'vocabularies' && way.startsWith('../'))) return undefined
  const isPlain = way.startsWith('../') || !isRelative(written)
  const now = `${isPlain ? '' : './'}${way}${written.endsWith('/') ? '/' : ''}`
  return now === written ? undefined : now
}

function editAt({ root }: Part['tree'], { at }: NamedPath, written: string): Edit | undefined {
  const { node, parent } = find(root, at)
  const scalar = resolved(node)
  if (scalar?.kind !== 'scalar' || isBlockStyle(scalar.style)) return undefined
  const holder = resolved(parent)
  const inFlow = holder?.kind !== 'scalar' && holder?.flow === true
  return { span: { start: scalar.start, end: scalar.end }, text: requoted(written, scalar.style, inFlow) }
}
