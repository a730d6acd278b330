import type { Position, Range, TextEdit } from 'vscode-languageserver-types'
import { appendedSnippets } from '../refactorings/append-snippet.ts'
import { type Proposal, savedSnippet, snippetFromSelection } from '../refactorings/snippet-from-selection.ts'
import type { Words } from '../schema/value-words.ts'
import { kebab } from '../text/ids.ts'
import { inFlow } from '../text/quote.ts'
import { applyEdits } from '../text/span.ts'
import { setting } from '../workspace/config.ts'
import { openFile } from '../workspace/file.ts'
import { ownerOf, ownPart } from '../workspace/mentions.ts'
import { folderOf, isBuiltIn, isGlob, join } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
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
  const libraries = ownLibraries(context).map(({ id, path, title }) => ({
    uri: context.uri(path),
    id,
    title: title ?? id,
    detail: path,
    taken: snippetIds(context, id),
  }))
  const { id, title, scope, questions } = proposal
  return {
    id,
    title,
    scope,
    libraries,
    questions: questions.map(({ key, usual, param }) => ({ id: key, label: param.label ?? key, detail: usual })),
  }
}

/** The libraries of the workspace that hold where the file is. */
function ownLibraries({ project: { portfolio, librariesOf, configOf }, path }: FeatureContext): readonly TermEntry[] {
  const { rank } = librariesOf(configOf(path))
  return portfolio.termIds('library').flatMap((id) => portfolio.terms('library', id).filter((library) => rank(library.path) !== undefined))
}

function snippetIds({ project: { portfolio } }: FeatureContext, library: string): readonly string[] {
  return portfolio.termIds('snippet').flatMap((name) => (ownerOf(name) === library ? [ownPart({ kind: 'snippet', id: name })] : []))
}

function wordsOf({ project, path }: FeatureContext): Words {
  const config = project.configOf(path)
  return { vocabulary: project.vocabularyOf(config), naming: setting(config, 'naming') ?? 'plain' }
}

function proposalFor(context: FeatureContext, { start, end }: Range): Proposal | { readonly refused: string } {
  const { file } = context
  const span = { start: offsetAt(file.text, file.lines, start), end: offsetAt(file.text, file.lines, end) }
  return snippetFromSelection(file, span, wordsOf(context))
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
  | { readonly uri: string; readonly text: string }

/** The edit that puts the selection into a library, or the text of a new one. */
async function save(context: FeatureContext, { range, library, name, id, title, keys }: Saving): Promise<Saved> {
  const proposal = proposalFor(context, range)
  if ('refused' in proposal) return { problem: proposal.refused }
  const snippet = savedSnippet(proposal, { id, title, keys }, wordsOf(context))
  if (library === null) return newLibrary(context, name, snippet)
  const path = context.pathOf(library)
  const file = path === undefined || isBuiltIn(path) ? undefined : await context.read(path)
  if (path === undefined || !file) return { problem: 'That library cannot be read, so nothing was kept. Choose another.' }
  const document = file.parts[0]?.document
  const known = document?.kind === 'snippets' ? (document.model.snippets ?? []) : []
  if (known.some((each) => each.id === id)) return { problem: `The library has a snippet "${id}" already. Choose another name.` }
  const edit = appendedSnippets(file, [snippet])
  if (!edit) return { problem: 'The library has mistakes, so nothing was kept. Mend it first.' }
  const main = { range: protocolRange(file.lines, edit.span), newText: edit.text }
  return { uri: library, version: context.version(path), edits: [main], at: placeOfNew(main) }
}

/** The line of the dash, once the text is in. */
function placeOfNew({ range: { start }, newText }: TextEdit): Position {
  const above = newText.slice(0, newText.search(/\S/)).split('\n')
  return above.length === 1 ? start : { line: start.line + above.length - 1, character: above.at(-1)?.length ?? 0 }
}

function newLibrary(context: FeatureContext, name: string, snippet: Parameters<typeof appendedSnippets>[1][number]): Saved {
  const id = kebab(name)
  if (id === undefined) return { problem: `"${name}" cannot be the name of a library. Take letters and digits.` }
  const [known] = context.project.portfolio.terms('library', id)
  if (known) return { problem: `There is a library "${id}" already, in ${known.path}. Choose it, or another name.` }
  const path = placeFor(context, `${id}.snippets.yaml`)
  if (path === undefined)
    return {
      problem:
        'The libraries that hold here are named in chancery.yaml, and none of them is a folder. Add one under `libraries`, as ./snippets/.',
    }
  const head = `chancery: snippets/1\nid: ${id}\nversion: 1\ntitle: ${inFlow(name, false)}\nsnippets: []\n`
  const edit = appendedSnippets(openFile(path, head), [snippet])
  return { uri: context.uri(path), text: edit ? applyEdits(head, [edit]) : head }
}

/** Beside the other libraries, or where the configuration looks for some. */
function placeFor(context: FeatureContext, fileName: string): string | undefined {
  const { project, path } = context
  const config = project.configOf(path)
  const { rank } = project.librariesOf(config)
  const isFolder = (each: string) => !isGlob(each) && !/\.ya?ml$/.test(each)
  const named = (config?.files ?? []).flatMap(({ folder, model }) =>
    (model.libraries ?? []).filter(isFolder).flatMap((each) => join(folder, each) ?? []),
  )
  const folders = [...ownLibraries(context).map((library) => folderOf(library.path)), 'snippets', ...named]
  return folders.map((folder) => join(folder, fileName)).find((place) => place !== undefined && rank(place) !== undefined)
}
