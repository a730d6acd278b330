import type { CodeLens, Command } from 'vscode-languageserver-types'
import { type Kind, kindOfName } from '../model/kinds.ts'
import type { Span } from '../text/span.ts'
import { counted, listed } from '../text/words.ts'
import type { Part } from '../workspace/file.ts'
import { isLocal } from '../workspace/mentions.ts'
import { type Occurrence, occurrencesIn, placeOf } from '../workspace/names.ts'
import { reachOf } from '../workspace/reach.ts'
import { usesOf } from '../workspace/snippet-uses.ts'
import { type Feature, type FeatureContext, onDocument, protocolRange } from './feature.ts'
import { standingWords } from './standing-words.ts'

export const feature: Feature = {
  id: 'code-lens',
  summary: 'tells above an id who cites or uses it and whether it is in force, and opens the preview',
  capabilities: { codeLensProvider: {} },
  requests: [onDocument('textDocument/codeLens', codeLens)],
}

/** Everything is counted from the portfolio: a lens is asked for while people type, so no other file is read. */
function codeLens(context: FeatureContext): readonly CodeLens[] {
  const { file, project } = context
  const definitions = occurrencesIn(file, project.portfolio).filter(({ role }) => role === 'definition')
  const uses = definitions.flatMap((definition) => useLens(context, definition))
  const first = file.parts.findIndex(({ document }) => document.kind === 'engagement' || document.kind === 'brief')
  const others = file.parts.flatMap((part, index) => [
    ...standingLens(context, part),
    ...(index === first ? [previewLens(context, part)] : []),
  ])
  return [...uses, ...others].sort((a, b) => a.range.start.line - b.range.start.line)
}

/** Who cites an engagement, or uses a word or a snippet; what is known in its own file only needs no lens. */
function useLens(context: FeatureContext, { name, span }: Occurrence): readonly CodeLens[] {
  const { project, path, uri } = context
  const { kind, id } = name
  if (isLocal(kind) || kind === 'brief' || kind === 'param') return []
  const { files } = reachOf(project, path, name)
  if (kind === 'snippet') return snippetLens(context, span, id)
  const users = project.portfolio.cited(kind, id).filter((user) => user !== path && files.includes(user))
  if (users.length === 0) return [lens(context, span, { title: kind === 'engagement' ? 'not cited yet' : 'not used yet', command: '' })]
  const title = kind === 'engagement' ? `cited by ${countedByKind(users)}` : `used in ${counted(users.length, 'file')}`
  const at = protocolRange(context.file.lines, span).start
  return [lens(context, span, { title, command: 'chancery.showReferences', arguments: [uri(path), at] })]
}

/** Who takes a snippet in or holds a copy, and how many copies are older than the words of the library. */
function snippetLens(context: FeatureContext, span: Span, name: string): readonly CodeLens[] {
  const { project, path, uri } = context
  const uses = usesOf(project.portfolio, name)
  const users = uses.files.filter((user) => user !== path)
  if (users.length === 0) return [lens(context, span, { title: 'not used yet', command: '' })]
  const stale = uses.stale.length === 0 ? '' : `, ${uses.stale.length} stale`
  const at = protocolRange(context.file.lines, span).start
  const title = `used in ${counted(users.length, 'file')}${stale}`
  return [lens(context, span, { title, command: 'chancery.showReferences', arguments: [uri(path), at] })]
}

const nouns: readonly (readonly [kind: Kind | undefined, one: string, more: string])[] = [
  ['brief', 'brief', 'briefs'],
  ['engagement', 'engagement', 'engagements'],
  ['snippets', 'snippet library', 'snippet libraries'],
  ['vocabulary', 'vocabulary', 'vocabularies'],
  ['config', 'configuration', 'configurations'],
  [undefined, 'other file', 'other files'],
]

/** "3 briefs and 1 engagement". */
function countedByKind(paths: readonly string[]): string {
  const kinds = paths.map((path) => kindOfName(path))
  const counts = nouns.map(([kind, one, more]) => ({ n: kinds.filter((each) => each === kind).length, one, more }))
  return listed(counts.flatMap(({ n, one, more }) => (n > 0 ? [counted(n, one, more)] : [])))
}

function standingLens(context: FeatureContext, part: Part): readonly CodeLens[] {
  if (part.document.kind !== 'engagement') return []
  const { project, path, today } = context
  const title = standingWords(part.document.model, project.vocabularyOf(project.configOf(path)), today)
  return title === undefined ? [] : [lens(context, headOf(context, part), { title, command: '' })]
}

function previewLens(context: FeatureContext, part: Part): CodeLens {
  const command = { title: 'open preview', command: 'chancery.openPreviewToSide', arguments: [context.uri(context.path)] }
  return lens(context, headOf(context, part), command)
}

/** Where a document names itself, or where it begins. */
function headOf({ file }: FeatureContext, { tree }: Part): Span {
  const named = placeOf(file, tree, { path: ['id'] }) ?? placeOf(file, tree, { path: ['title'] })
  return named?.span ?? { start: tree.root?.start ?? 0, end: tree.root?.start ?? 0 }
}

function lens({ file }: FeatureContext, span: Span, command: Command): CodeLens {
  return { range: protocolRange(file.lines, span), command }
}
