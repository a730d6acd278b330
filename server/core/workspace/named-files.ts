import type { Document } from '../model/document.ts'
import { type Kind, kindOfName } from '../model/kinds.ts'
import { resolveExtends } from './config.ts'
import type { NamedPath } from './named-paths.ts'
import { folderOf, isInside, matches } from './paths.ts'
import type { Project } from './project.ts'

/** The files to which a path leads that a document names, in order; none where there are no such files. */
export async function filesNamed(project: Project, { path }: Document, named: NamedPath): Promise<readonly string[]> {
  const { key, written, target } = named
  const folder = folderOf(path)
  const found = (path: string | undefined): readonly string[] => (path === undefined ? [] : [path])
  switch (key) {
    case 'extends':
      return found(await resolveExtends(project.workspace, folder, written))
    case 'vocabularies':
      return known(project, 'vocabulary', (file) => matches(file, folder, [written]))
    case 'libraries': {
      const own = target === undefined ? [] : known(project, 'snippets', (file) => file === target || isInside(file, target))
      return own.length > 0 ? own : found(await resolveExtends(project.workspace, folder, written))
    }
    case 'bibliography':
      return target !== undefined && 'text' in (await project.workspace.read(target)) ? [target] : []
    default:
      return key satisfies never
  }
}

function known({ portfolio }: Project, kind: Kind, fits: (path: string) => boolean): readonly string[] {
  return [...portfolio.paths()].filter((path) => kindOfName(path) === kind && fits(path)).sort()
}
