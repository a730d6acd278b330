import { isBuiltIn, openProject, type Project, portfolioAt, type TermEntry } from '../../core/index.ts'
import { diskWorkspace, workspaceRoot } from '../../disk.ts'
import type { Shell } from '../shell.ts'

/** The workspace of the current folder. */
export function projectHere({ cwd, isTrusted }: Pick<Shell, 'cwd' | 'isTrusted'>): Promise<Project> {
  return openProject(diskWorkspace(workspaceRoot(cwd, cwd), { isTrusted }), { keepsFiles: false })
}

/** Every snippet that some file of the workspace can use, by its full name, with the library that counts at the root. */
export function snippetsHere(project: Project): readonly TermEntry[] {
  const root = portfolioAt(project, '')
  const names = new Set([...root.termIds('snippet'), ...project.portfolio.termIds('snippet')])
  return [...names].sort().flatMap((name) => (root.terms('snippet', name)[0] ?? project.portfolio.terms('snippet', name)[0]) || [])
}

/** Where a library is kept, in words. */
export function keptIn({ path }: TermEntry): string {
  return isBuiltIn(path) ? 'Chancery itself' : path
}
