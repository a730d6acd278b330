import type { Position, Range, TextEdit } from 'vscode-languageserver-types'
import { appendedSnippets } from '../refactorings/append-snippet.ts'
import { type Proposal, savedSnippet, snippetFromSelection } from '../refactorings/snippet-from-selection.ts'
import { kebab } from '../text/ids.ts'
import { inFlow } from '../text/quote.ts'
import { applyEdits } from '../text/span.ts'
import { openFile } from '../workspace/file.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import { type AtPosition, type Feature, type FeatureContext, offsetAt, onDocument, onWorkspace, protocolRange } from './feature.ts'
import { filledSnippet, snippetOffers } from './insert-snippet.ts'
import { snippetTree } from './snippet-tree.ts'

export const feature: Feature = {
  id: 'snippets',
  summary: 'inserts a snippet filled in by question and answer, keeps a selection as one, and lists the libraries with their uses',
  capabilities: {},
  requests: [
    onDocument('chancery/snippetsFor', (context: FeatureContext, { position }: AtPosition) => snippetOffers(context, position)),
    onDocument('chancery/fillSnippet', fill),
    onDocument('chancery/snippetFromSelection', propose),
    onDocument('chancery/saveSnippet', save),
    onWorkspace('chancery/snippetLibraries', ({ workspaces }) => snippetTree(workspaces)),
  ],
}

interface Filling extends AtPosition {
  readonly name: string
  readonly answers: Readonly<Record<string, string>>
}

function fill(context: FeatureContext, { position, name, answers }: Filling) {
  const filled = filledSnippet(context, position, { name, answers })
  return 'problems' in filled ? filled : { ...filled, version: context.version(context.path) }
}

interface Selected {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
}

/** What may become of a selection, and the libraries that can take it in. */
function propose(context: FeatureContext, { range }: Selected) {
  const proposal = proposalFor(context, range)
  if ('refused' in proposal) return { problem: proposal.refused }
  const { portfolio } = context.project
  const libraries = portfolio
    .termIds('library')
    .flatMap((id) =>
      portfolio.terms('library', id).map(({ path, title }) => ({ uri: context.uri(path), id, title: title ?? id, detail: path })),
    )
  const { id, title, scope, questions } = proposal
  return {
    id,
    title,
    scope,
    libraries,
    questions: questions.map(({ key, usual, param }) => ({ id: key, label: param.label ?? key, detail: usual })),
  }
}

function proposalFor(context: FeatureContext, { start, end }: Range): Proposal | { readonly refused: string } {
  const { file, project, path } = context
  const span = { start: offsetAt(file.text, file.lines, start), end: offsetAt(file.text, file.lines, end) }
  return snippetFromSelection(file, span, project.vocabularyOf(project.configOf(path)))
}

interface Saving extends Selected {
  /** The library; without it, a new one of this name. */
  readonly library: string | null
  readonly name: string
  readonly id: string
  readonly title: string
  readonly keys: readonly string[]
}

type Saved =
  | { readonly problem: string }
  | { readonly uri: string; readonly version: number | null; readonly edits: readonly TextEdit[]; readonly at: Position }
  | { readonly fileName: string; readonly text: string }

/** The edit that puts the selection into a library, or the text of a new one. */
async function save(context: FeatureContext, { range, library, name, id, title, keys }: Saving): Promise<Saved> {
  const proposal = proposalFor(context, range)
  if ('refused' in proposal) return { problem: proposal.refused }
  const snippet = savedSnippet(proposal, { id, title, keys })
  if (library === null) return newLibrary(name, snippet)
  const path = context.pathOf(library)
  const file = path === undefined || isBuiltIn(path) ? undefined : await context.read(path)
  if (path === undefined || !file) return { problem: 'That library cannot be read, so nothing was kept. Choose another.' }
  const document = file.parts[0]?.document
  const known = document?.kind === 'snippets' ? (document.model.snippets ?? []) : []
  if (known.some((each) => each.id === id)) return { problem: `The library has a snippet "${id}" already. Choose another name.` }
  const edit = appendedSnippets(file, [snippet])
  if (!edit) return { problem: 'The library has mistakes, so nothing was kept. Mend it first.' }
  const main = { range: protocolRange(file.lines, edit.span), newText: edit.text }
  return { uri: library, version: context.version(path), edits: [main], at: main.range.start }
}

function newLibrary(name: string, snippet: Parameters<typeof appendedSnippets>[1][number]): Saved {
  const id = kebab(name)
  if (id === undefined) return { problem: `"${name}" cannot be the name of a library. Take letters and digits.` }
  const head = `chancery: snippets/1\nid: ${id}\nversion: 1\ntitle: ${inFlow(name, false)}\nsnippets: []\n`
  const edit = appendedSnippets(openFile(`${id}.snippets.yaml`, head), [snippet])
  return { fileName: `${id}.snippets.yaml`, text: edit ? applyEdits(head, [edit]) : head }
}
