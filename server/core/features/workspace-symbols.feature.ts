import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import { engagementPeriod } from '../schema/date-words.ts'
import { dateWords } from '../schema/dates.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { shortened } from '../text/words.ts'
import type { Entry, TermKind } from '../workspace/portfolio.ts'
import { type Feature, type Files, onWorkspace, type WorkspaceContext } from './feature.ts'
import { type Found, isDocument, symbolSearch } from './symbol-search.ts'

export const feature: Feature = {
  id: 'workspace-symbols',
  summary: 'finds engagements, briefs and terms of all open folders by title, id, country, organization or type',
  capabilities: { workspaceSymbolProvider: true },
  requests: [onWorkspace('workspace/symbol', workspaceSymbols)],
}

interface Params {
  readonly query: string
}

/** More are not looked through; who does not find it among them types another letter. */
const most = 300

function workspaceSymbols({ workspaces, cancelled }: WorkspaceContext, { query }: Params): readonly SymbolInformation[] {
  const search = symbolSearch(query, cancelled)
  const all = workspaces.flatMap((files) => search(files.project).map((found) => ({ files, found })))
  const title = ({ entry }: Found) => entry.title ?? entry.id
  const order = (a: Found, b: Found) => a.score - b.score || compare(title(a), title(b)) || compare(a.entry.path, b.entry.path)
  return all
    .sort((a, b) => order(a.found, b.found))
    .slice(0, most)
    .map(({ files, found }) => symbol(files, found, query))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function symbol({ project, uri }: Files, found: Found, query: string): SymbolInformation {
  const { entry } = found
  const { start, end } = entry.idRange
  const at = ({ line, column }: { line: number; column: number }) => ({ line: line - 1, character: column - 1 })
  return {
    name: nameOf(found, query),
    kind: isDocument(entry) ? SymbolKind.File : kindOfTerm(entry.kind),
    location: { uri: uri(entry.path), range: { start: at(start), end: at(end) } },
    containerName: isDocument(entry) ? entryWords(entry, project.vocabularyOf(project.configOf(entry.path))) : termWords[entry.kind],
  }
}

/**
 * Visual Studio Code matches what was typed against the name once more: its
 * letters must stand there in order, accents count, and only about the first 110
 * characters are looked at. So a name also says by which other name it was
 * found, "Exercise Cold Response (Norway, Norwegian)", and as a last resort
 * repeats what was typed. Of several words it sends the first one alone and
 * compares the others with the kind, the dates and the path.
 */
function nameOf({ entry, by }: Found, query: string): string {
  const title = entry.title ?? entry.id
  const words = query.split(/\s+/).filter((word) => word !== '')
  const inId = (word: string) => (entry.id.length < mostInReason && holds(entry.id, word) ? entry.id : word)
  const missing = (name: string) => [...new Set(words.filter((word) => !holds(name, word)).map(inId))]
  const name = named(title, by)
  const typed = missing(name)
  if (typed.length === 0) return name
  const all = [...by, ...typed]
  return named(title, all.join('; ').length <= mostInReason ? all : missing(named(title, [''])))
}

const mostInName = 110
const mostInReason = 50

function named(title: string, by: readonly string[]): string {
  if (by.length === 0) return shortened(title, mostInName)
  const reason = shortened(by.join('; '), mostInReason)
  return `${shortened(title, mostInName - mostInReason - 3)} (${reason})`
}

/** Whether the letters of a word stand in a name in their order. */
function holds(name: string, word: string): boolean {
  const letters = name.toLowerCase()
  let at = -1
  for (const letter of word.toLowerCase()) {
    at = letters.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

/** "Joint exercise, 22 April to 10 May 2024". */
function entryWords({ kind, type, start, end, date }: Entry, vocabulary: Vocabulary): string {
  const known = vocabulary.engagementTypes.get(type ?? '')
  const what = kind === 'brief' ? 'Brief' : (known?.label ?? 'Engagement')
  const day = date && (kind === 'brief' ? dateWords(date) : `signed ${dateWords(date)}`)
  return [what, engagementPeriod(known, start, end) || day].filter(Boolean).join(', ')
}

const termWords: Readonly<Record<TermKind, string>> = {
  organization: 'Organization',
  'engagement-type': 'Type of engagement',
  'exercise-form': 'Form of exercise',
  'exercise-focus': 'Focus of exercise',
  naming: 'Naming profile',
  profile: 'Profile',
  scale: 'Scale of likelihood',
  country: 'Country',
  library: 'Snippet library',
  snippet: 'Snippet',
  copy: 'Copy of a snippet',
  rule: 'Rule',
  series: 'Series',
}

function kindOfTerm(kind: TermKind): SymbolKind {
  switch (kind) {
    case 'organization':
      return SymbolKind.Class
    case 'engagement-type':
      return SymbolKind.Enum
    case 'library':
      return SymbolKind.Package
    case 'snippet':
      return SymbolKind.Function
    default:
      return SymbolKind.EnumMember
  }
}
