import { usesOf } from '../../core/index.ts'
import type { Arguments } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { columns } from '../text.ts'
import { projectHere, snippetsHere } from './libraries.ts'

/** `chancery snippets list`: the snippets of the workspace, one a line, with title, scope and the number of files that use each. */
export async function listSnippets({ rest }: Arguments, shell: Shell): Promise<Status> {
  if (rest.length > 0) return refuse('The libraries of the workspace are listed, so no path is needed: chancery snippets list.')
  const { out } = shell
  const project = await projectHere(shell)
  const rows = snippetsHere(project).map(({ id, title = '', path, snippet }) => {
    const { files, stale } = usesOf(project.portfolio, id)
    const uses = files.filter((user) => user !== path).length
    const old = stale.length === 0 ? '' : `, ${stale.length} stale`
    return [id, title, (snippet?.scope ?? []).join(', '), uses === 0 ? '' : `used in ${uses}${old}`]
  })
  out.write(
    rows.length > 0
      ? `${columns(rows, out.screen.width, '')}\n`
      : 'There is no snippet in this workspace. Libraries end in .snippets.yaml.\n',
  )
  return 0
}
