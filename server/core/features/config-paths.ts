import { kindOfName } from '../model/kinds.ts'
import type { Path } from '../text/path.ts'
import { folderOf, isInside, join, matches } from '../workspace/paths.ts'
import type { Project } from '../workspace/project.ts'
import type { Scene } from './scene.ts'

/** The files of the workspace to which a path or pattern in a configuration leads. */
export function filesNamed(scene: Scene, project: Project, [key]: Path, written: string): readonly string[] {
  const folder = folderOf(scene.path)
  const all = (kind: string) => [...scene.portfolio.paths()].filter((path) => kindOfName(path) === kind).sort()
  switch (key) {
    case 'extends':
      return extended(project, scene.path, written)
    case 'vocabularies':
      return all('vocabulary').filter((path) => matches(path, folder, [written]))
    case 'libraries': {
      const inside = join(folder, written)
      return inside === undefined ? [] : all('snippets').filter((path) => isInside(path, inside))
    }
    default:
      return []
  }
}

/** A path, or the configuration of a package among those that were read for this one. */
function extended({ configs }: Project, path: string, written: string): readonly string[] {
  const files = configs.get(path)?.files.map((file) => file.path) ?? []
  const direct = /^\.{0,2}\//.test(written) ? join(folderOf(path), written) : undefined
  const ends = [`node_modules/${written}/chancery.yaml`, `node_modules/${written}`]
  return files.filter((file) => file === direct || (direct === undefined && ends.some((end) => file === end || file.endsWith(`/${end}`))))
}
