import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Reference } from '../bibliography/bibliography.ts'
import type { Source } from '../model/types.generated.ts'
import { type Path, startsWith } from '../text/path.ts'
import { fold, foldTight } from '../text/words.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { kindAndTime, listedUnder } from './about-references.ts'
import type { Choice } from './choice.ts'
import { type Scene, textAt, textsBelow } from './scene.ts'
import { ownSources, sourceOf } from './sources.ts'

/**
 * The engagements of the workspace that may be meant, but for that of the file
 * itself. First those that the brief is about, for most of what it cites is among
 * them.
 */
export function engagementChoices(scene: Scene, path: Path = []): readonly Choice[] {
  const { portfolio, kind, scan } = scene
  const own = kind === 'engagement' ? textAt(scan, ['id']) : undefined
  const about = new Set(startsWith(path, ['engagements']) ? [] : textsBelow(scan, ['engagements']))
  return meantBy(scene, about).flatMap((id): readonly Choice[] => {
    const [entry] = portfolio.defined('engagement', id)
    return entry && id !== own ? [engagementChoice(scene, entry, about.size > 0 && !about.has(id) ? 0.5 : 0)] : []
  })
}

/** Among so many everything is compared at every key without a delay, and nobody reads more. */
const most = 600

/** The ids that what was typed may mean. Choices are made of these alone, for a portfolio holds thousands. */
function meantBy({ portfolio, typed }: Scene, first: ReadonlySet<string>): readonly string[] {
  const all = portfolio.ids('engagement')
  if (all.length <= most) return all
  const [words, tight] = [fold(typed), foldTight(typed)]
  const names = (id: string) => portfolio.defined('engagement', id).map(portfolio.folded)
  const found = tight === '' ? all : all.filter((id) => names(id).some((name) => name.tight.includes(tight)))
  const begun =
    tight === '' ? [] : found.filter((id) => names(id).some((name) => name.id.startsWith(words) || name.title.startsWith(words)))
  return [...new Set([...found.filter((id) => first.has(id)), ...begun.slice(0, most), ...found.slice(0, most)])]
}

function engagementChoice(scene: Scene, entry: Entry, late: number): Choice {
  const { id, title = id } = entry
  const folded = scene.portfolio.folded(entry)
  return {
    text: id,
    label: title,
    code: id,
    detail: () => [id, kindAndTime(scene, entry)].filter(Boolean).join(', '),
    names: [
      { text: id, as: 'code', folded: folded.id },
      { text: title, as: 'name', folded: entry.title === undefined ? folded.id : folded.title },
    ],
    kind: CompletionItemKind.Reference,
    late,
    topic: { is: 'engagement', id },
  }
}

/** The sources of the file, and behind them those of its bibliography. */
export function sourceChoices(scene: Scene): readonly Choice[] {
  const own = ownSources(scene)
  const references = referencesMeant(scene)
  return [
    ...own.map((id) => sourceChoice(id, sourceOf(scene, id)?.source ?? {}, '')),
    ...references.filter(({ id }) => !own.includes(id)).map(({ id, source }) => sourceChoice(id, source, scene.bibliography?.named ?? '')),
  ]
}

function referencesMeant({ bibliography, typed }: Scene): readonly Reference[] {
  const all = [...new Set(bibliography?.held?.references.values() ?? [])]
  const tight = foldTight(typed)
  const found = all.length <= most || tight === '' ? all : all.filter(({ folded }) => folded.includes(tight))
  return found.slice(0, most)
}

function sourceChoice(id: string, { title = '', publisher = '', author = '' }: Source, from: string): Choice {
  return {
    text: id,
    label: id,
    detail: [title || id, from].filter(Boolean).join('; '),
    names: [
      { text: id, as: 'code' },
      { text: title, as: 'name' },
      { text: publisher, as: 'alias', says: publisher },
      { text: author, as: 'alias', says: author },
    ],
    kind: CompletionItemKind.Reference,
    late: from === '' ? 0 : 0.5,
    topic: { is: 'source', id },
  }
}

/** The claims or options of the file. */
export function listedChoices(scene: Scene, key: 'claims' | 'options'): readonly Choice[] {
  return listedUnder(scene, key).map(({ id, words = '' }) => ({
    text: id,
    label: id,
    detail: words.length > 80 ? `${words.slice(0, 79)}…` : words,
    names: [
      { text: id, as: 'code' },
      { text: words, as: 'name' },
    ],
    kind: CompletionItemKind.Reference,
    topic: { is: key === 'claims' ? 'claim' : 'option', id },
  }))
}

/** The snippets of the workspace's libraries, those first that fit a brief. */
export function snippetChoices({ portfolio, kind }: Scene): readonly Choice[] {
  return portfolio.termIds('snippet').flatMap((name): readonly Choice[] => {
    const [term] = portfolio.terms('snippet', name)
    if (!term) return []
    const { title = name, snippet } = term
    const { scope = [] } = snippet ?? {}
    const fits = scope.length === 0 || scope.some((place) => place.split('.')[0] === kind)
    return [
      {
        text: name,
        label: name,
        detail: [title, scope.length > 0 ? `for ${scope.join(', ')}` : ''].filter(Boolean).join('; '),
        names: [
          { text: name, as: 'code' },
          { text: name.slice(name.indexOf('/') + 1), as: 'code' },
          { text: title, as: 'name' },
        ],
        kind: CompletionItemKind.Snippet,
        // What the team wrote itself comes before what every team has.
        late: (fits ? 0 : 11) + (isBuiltIn(term.path) ? 0.5 : 0),
        topic: { is: 'snippet', id: name },
      },
    ]
  })
}
