import type { Range, WorkspaceEdit } from 'vscode-languageserver-types'
import { ownPart } from '../workspace/mentions.ts'
import { type AtPosition, type Feature, type FeatureContext, onDocument, protocolRange, type Refusal } from './feature.ts'
import { followedPaths } from './followed-paths.ts'
import { namedAt } from './named-places.ts'
import { extentOf, nothingNamed } from './rename-limits.ts'
import { planRename, takenFile } from './rename-plan.ts'
import { joined, workspaceEdit } from './workspace-edit.ts'

export const feature: Feature = {
  id: 'rename',
  summary: 'gives a thing another id wherever it is named, with the file that is called after it, or says why that cannot be',
  capabilities: { renameProvider: { prepareProvider: true } },
  requests: [onDocument('textDocument/prepareRename', prepareRename), onDocument('textDocument/rename', rename)],
}

interface Placeholder {
  readonly range: Range
  readonly placeholder: string
}

async function prepareRename(context: FeatureContext, { position }: AtPosition): Promise<Placeholder | Refusal> {
  const subject = namedAt(context, position)
  if (!subject) return { refused: nothingNamed }
  const extent = await extentOf(context, subject)
  if (typeof extent === 'object') return extent
  const { name, span } = subject.occurrence
  return { range: protocolRange(context.file.lines, span), placeholder: ownPart(name) }
}

interface RenameParams extends AtPosition {
  readonly newName: string
}

async function rename(context: FeatureContext, { position, newName }: RenameParams): Promise<WorkspaceEdit | Refusal | null> {
  const subject = namedAt(context, position)
  if (!subject) return { refused: nothingNamed }
  const id = newName.trim()
  // Nothing changes, so there is nothing that could be refused.
  if (id === ownPart(subject.occurrence.name)) return null
  const plan = await planRename(context, subject, id)
  if ('refused' in plan) return plan
  // For a client that cannot rename files they keep their names.
  const moves = context.client.renamesFiles ? plan.moves : []
  const changes = joined([...plan.changes, ...(await followedPaths(context, moves))])
  const now = { changes, moves }
  return (await takenFile(context.project, now)) ?? workspaceEdit(context, now, context.client)
}
