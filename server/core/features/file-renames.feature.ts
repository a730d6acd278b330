import type { WorkspaceEdit } from 'vscode-languageserver-types'
import { kindOfName } from '../model/kinds.ts'
import { occurrencesIn } from '../workspace/names.ts'
import { splitName } from '../workspace/paths.ts'
import { type Feature, type Files, onWorkspace, type WorkspaceContext } from './feature.ts'
import { followedPaths } from './followed-paths.ts'
import type { Search, Subject } from './named-places.ts'
import { type FileChange, isCalledAfter, type Move, planRename } from './rename-plan.ts'
import { joined, workspaceEdit } from './workspace-edit.ts'

/** Configurations that others extend and lists of references bear any name; who names none of them answers with nothing. */
const filters = [
  { scheme: 'file', pattern: { glob: '**/*.{yaml,yml,json,bib}', matches: 'file', options: { ignoreCase: true } } },
  { scheme: 'file', pattern: { glob: '**/*', matches: 'folder' } },
]

export const feature: Feature = {
  id: 'file-renames',
  summary: 'follows when a file or folder gets another name or place: ids that the file is called after, and paths that lead to it',
  capabilities: { workspace: { fileOperations: { willRename: { filters } } } },
  requests: [onWorkspace('workspace/willRenameFiles', willRenameFiles)],
}

interface Params {
  readonly files: readonly { readonly oldUri: string; readonly newUri: string }[]
}

/** Asked before the files are renamed, so the edits are to be made under their former names. */
async function willRenameFiles(context: WorkspaceContext, { files }: Params): Promise<WorkspaceEdit | null> {
  const edits: WorkspaceEdit[] = []
  const waiting = { cancelled: context.cancelled, ...(context.progress ? { progress: context.progress } : {}) }
  for (const workspace of context.workspaces) {
    const moves = files.flatMap(({ oldUri, newUri }) => movesBetween(workspace.pathOf(oldUri), workspace.pathOf(newUri)))
    const search = { ...workspace, ...waiting }
    const changes = moves.length === 0 ? [] : joined([...(await followedIds(search, moves)), ...(await followedPaths(search, moves))])
    if (changes.length > 0) edits.push(workspaceEdit(workspace, { changes, moves: [] }, context.client))
  }
  if (edits.length === 0) return null
  return context.client.renamesFiles
    ? { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) }
    : { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) }
}

function movesBetween(from: string | undefined, to: string | undefined): readonly Move[] {
  return from === undefined || to === undefined || from === '' || from === to ? [] : [{ from, to }]
}

/** Where an id follows the name of its file it gets the new name, unless that is no id or is taken. */
async function followedIds(search: Search & Files, moves: readonly Move[]): Promise<readonly FileChange[]> {
  const changes: FileChange[] = []
  for (const { from, to } of moves) {
    const { name } = splitName(to)
    const subject = kindOfName(from) === kindOfName(to) && splitName(from).name !== name ? await namesake(search, from) : undefined
    const plan = subject && (await planRename(search, subject, name))
    if (plan && !('refused' in plan)) changes.push(...plan.changes)
  }
  return changes
}

/** The id of a file's first document, where the file is called after it. */
async function namesake({ project, read }: Search, path: string): Promise<Subject | undefined> {
  const file = await read(path)
  const occurrence =
    file &&
    occurrencesIn(file, project.portfolio).find(
      ({ name, role, index }) => role === 'definition' && index === 0 && isCalledAfter(path, name),
    )
  return file && occurrence && { file, occurrence }
}
