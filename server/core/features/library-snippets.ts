import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Value } from '../model/read.ts'
import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import type { Answer } from '../snippets/answers.ts'
import { expand, type SnippetProblem } from '../snippets/expand.ts'
import { placedIn } from '../snippets/include.ts'
import { type Scope, scopeOf } from '../snippets/scope.ts'
import { answersWithStops, stopPen } from '../snippets/stops.ts'
import { type Pen, plainPen } from '../snippets/written.ts'
import { ownerOf } from '../workspace/mentions.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import type { Candidate, Insertion } from './insertion.ts'
import { ranked } from './ranked.ts'
import { type Scene, textAt, textsBelow } from './scene.ts'
import { type Opening, openingFor, typedInText } from './snippet-openings.ts'
import { shortAnswers } from './tab-stops.ts'

/** A snippet that may be inserted at the cursor. */
export interface Fitting {
  readonly name: string
  readonly snippet: Snippet
  readonly scope: Scope
  readonly opening: Opening
  /** A team wrote it, and not Chancery. */
  readonly isOwn: boolean
}

/** The snippets of all libraries in force that fit the place of the cursor, and the profile and the stage of the brief. */
export function fittingSnippets(scene: Scene): readonly Fitting[] {
  const { portfolio } = scene
  return portfolio.termIds('snippet').flatMap((name): readonly Fitting[] => {
    const [term] = portfolio.terms('snippet', name)
    const snippet = term?.snippet
    if (!snippet || !suits(scene, snippet)) return []
    for (const words of snippet.scope ?? []) {
      const scope = scopeOf(words)
      const opening = scope && openingFor(scene, scope)
      if (opening) return [{ name, snippet, scope, opening, isOwn: !isBuiltIn(term.path) }]
    }
    return []
  })
}

function suits({ scan }: Scene, { profile = [], stage = [] }: Snippet): boolean {
  const allows = (wanted: readonly string[], key: string) => {
    const own = textAt(scan, [key])
    return wanted.length === 0 || own === undefined || wanted.includes(own)
  }
  return allows(profile, 'profile') && allows(stage, 'stage')
}

/** Each of them with its blanks as tab stops, as completion offers it. */
export function librarySnippets(scene: Scene): readonly Candidate[] {
  const typed = typedAt(scene)
  if (!scene.snippets || typed === undefined) return []
  // Where a key is to be typed the keys themselves are enough, until some of a word is there.
  const isTooMuch = ({ scope }: Fitting) => scene.scan.cursor.at === 'key' && typed === '' && scope.path.length > 0
  const fitting = new Map(fittingSnippets(scene).flatMap((each) => (isTooMuch(each) ? [] : [[each.name, each]])))
  const choices = [...fitting.values()].map(choiceOf)
  let room = mostFilledIn
  return ranked(choices, typed).items.flatMap((each) => {
    const found = room > 0 ? fitting.get(each.choice.text) : undefined
    if (!found) return []
    const { insertion, cost } = withTabStops(scene, found)
    room -= cost
    return insertion ? [{ ...each, insertion: { ...insertion, isSnippet: true } }] : []
  })
}

/** In characters, at one key: snippets that take in one another again and again are offered no further. */
const mostFilledIn = 2_000_000

/** In a text a list that opens at each space would be in the way, so a word must be begun. */
function typedAt(scene: Scene): string | undefined {
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere') return undefined
  if (cursor.at !== 'prose') return cursor.typed
  const typed = typedInText(scene)
  return typed.length < 2 ? undefined : typed
}

function choiceOf({ name, snippet: { title = name, description = '', prefix = [] }, isOwn }: Fitting) {
  return {
    text: name,
    label: title,
    detail: [name, description].filter(Boolean).join('; '),
    names: [
      { text: title, as: 'name' as const },
      { text: name, as: 'code' as const },
      { text: name.slice(name.indexOf('/') + 1), as: 'code' as const },
      ...prefix.map((text) => ({ text, as: 'code' as const })),
      { text: description, as: 'alias' as const },
    ],
    kind: CompletionItemKind.Snippet,
    // What the team wrote itself comes before what every team has.
    late: isOwn ? 0 : 0.5,
    topic: { is: 'snippet' as const, id: name },
  }
}

function withTabStops(scene: Scene, fitting: Fitting) {
  const { params = {} } = fitting.snippet
  const pen = stopPen(params, { vocabulary: scene.vocabulary, naming: scene.naming, offered: (schema) => shortAnswers(scene, schema) })
  return inserted(scene, fitting, { answers: answersWithStops(fitting.snippet), pen })
}

/** A snippet filled in and ready to be inserted, with what is wrong with the answers. */
export function filledIn(
  scene: Scene,
  fitting: Fitting,
  answers: Readonly<Record<string, Answer>>,
): { readonly insertion: Insertion | undefined; readonly problems: readonly SnippetProblem[] } {
  return inserted(scene, fitting, { answers, pen: plainPen })
}

function inserted(
  scene: Scene,
  { name, snippet, scope, opening }: Fitting,
  { answers, pen }: { readonly answers: Readonly<Record<string, Answer>>; readonly pen: Pen },
) {
  const { body, problems, cost } = expand(name, { ...houseOf(scene), answers, file: fileAt(scene) })
  const placed = body && (scope.path.length === 0 ? undefined : placedIn({}, scope, { body, title: snippet.title }))
  const whole = body && ('text' in body ? body.text : body.yaml)
  const value: Value | undefined = scope.path.length === 0 ? whole : placed && valueAt(placed, scope.path)
  const version = scene.portfolio.terms('library', ownerOf(name))[0]?.version
  const from = version === undefined ? undefined : `${name}@${version}`
  return { insertion: value === undefined ? undefined : opening({ value, from }, pen), problems, cost }
}

/** What of the file a snippet may go by that is made from the data. */
function fileAt({ scan }: Scene): Value {
  const dated = (path: readonly string[]) => textAt(scan, path) ?? null
  return {
    date: dated(['date']),
    dates: { start: dated(['dates', 'start']), end: dated(['dates', 'end']) },
    engagements: textsBelow(scan, ['engagements']),
    history: textsBelow(scan, ['history']).map((engagement) => ({ engagement })),
  }
}
