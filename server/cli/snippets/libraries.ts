import { openProject, type Project } from '../../core/index.ts'
import { diskWorkspace, workspaceRoot } from '../../disk.ts'

/** The workspace of the current folder. */
export function projectHere(cwd: string): Promise<Project> {
  return openProject(diskWorkspace(workspaceRoot(cwd, cwd)), { keepsFiles: false })
}
