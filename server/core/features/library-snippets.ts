import { CompletionItemKind } from 'vscode-languageserver-types'
import { answersToTry } from '../lint/trial-answers.ts'
import type { Value } from '../model/read.ts'
import type { SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { valueAt } from '../model/value-at.ts'
import { isText as hasText, schemaAt } from '../schema/schema.ts'
import type { Answer } from '../snippets/answers.ts'
import { expand, type Filling, type SnippetProblem } from '../snippets/expand.ts'
import { placedIn } from '../snippets/include.ts'
import { type Scope, scopeOf } from '../snippets/scope.ts'
import { answersWithStops, stopAround, stopPen } from '../snippets/stops.ts'
import { type Pen, plainPen } from '../snippets/written.ts'
import { lineAround } from '../text/lines.ts'
import { once } from '../text/once.ts'
import type { Span } from '../text/span.ts'
import { ownerOf } from '../workspace/mentions.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import type { Candidate, Insertion } from './insertion.ts'
import { type Ground, groundOf, isReadable, keepsWords } from './kept-words.ts'
import { ranked } from './ranked.ts'
import { type Scene, textAt, textsBelow } from './scene.ts'
import { type Opening, openingFor, type Stand, type Written } from './snippet-openings.ts'
import { standingText } from './standing-text.ts'
import { shortAnswers } from './tab-stops.ts'
import { typedInText } from './text-openings.ts'

/** A snippet that may be inserted at the cursor. */
export interface Fitting {
  readonly name: string
  readonly snippet: Snippet
  readonly scope: Scope
  readonly opening: Opening
  /** A team wrote it, and not Chancery. */
  readonly isOwn: boolean
}

/**
 * The snippets of all libraries in force that fit the place of the cursor, and the profile and the stage of the brief.
 * `keeps`: nothing that stands there may go for them.
 */
export function fittingSnippets(scene: Scene, keeps = false): readonly Fitting[] {
  const { portfolio } = scene
  const stand: Stand = { scene, keeps, standing: once(() => standingText(scene)) }
  return portfolio.termIds('snippet').flatMap((name): readonly Fitting[] => {
    const [term] = portfolio.terms('snippet', name)
    const snippet = term?.snippet
    if (!snippet || !suits(scene, snippet)) return []
    for (const words of snippet.scope ?? []) {
      const scope = scopeOf(words)
      const opening = scope && openingFor(stand, scope)
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
  const begun = begunAt(scene)
  if (!scene.snippets || begun === undefined) return []
  // Where a key is to be typed the keys themselves are enough, until some of a word is there.
  const isTooMuch = ({ scope }: Fitting) => scene.scan.cursor.at === 'key' && begun.typed === '' && scope.path.length > 0
  const fitting = new Map(fittingSnippets(scene).flatMap((each) => (isTooMuch(each) ? [] : [[each.name, each]])))
  const choices = [...fitting.values()].map(choiceOf)
  const isSoundAt = soundPlaces(scene, begun.gone)
  let room = mostFilledIn
  return ranked(choices, begun.typed).items.flatMap((each) => {
    const found = room > 0 ? fitting.get(each.choice.text) : undefined
    if (!found) return []
    const { insertion, cost } = withTabStops(scene, found)
    room -= cost
    // An editor takes an edit beside the cursor on its line alone.
    const isOnLine = insertion && !/[\r\n]/.test(scene.text.slice(insertion.span.start, insertion.span.end))
    return isOnLine && isSoundAt(found, insertion) ? [{ ...each, insertion: { ...insertion, isSnippet: true } }] : []
  })
}

/** Whether snippets get into a place without harm: one of them is tried for all alike. Where the text cannot be read, nobody can tell. */
function soundPlaces(scene: Scene, gone: Span): (fitting: Fitting, insertion: Insertion) => boolean {
  const known = new Map<string, boolean>()
  const ground = once(() => groundOf(scene.text, gone))
  return (fitting, { text, above }) => {
    const alike = JSON.stringify([fitting.scope.path, text.split('\n').length > 1, text.slice(-1) === '"', above !== undefined])
    const isSound = known.get(alike) ?? (!isReadable(ground()) || isHarmless(scene, fitting, ground()))
    known.set(alike, isSound)
    return isSound
  }
}

/** Whether a snippet, filled in with its defaults, leaves what stands there as it was. */
export function isHarmless(scene: Scene, fitting: Fitting, ground: Ground): boolean {
  const [first] = answersToTry(fitting.snippet.params ?? {}, scene.today)
  const { insertion, written } = filledIn(scene, fitting, first?.answers[0] ?? {})
  return insertion !== undefined && written !== undefined && keepsWords(ground, insertion, written)
}

/** In characters, at one key: snippets that take in one another again and again are offered no further. */
const mostFilledIn = 2_000_000

/** The word by which snippets are looked for, and what goes for one of them. */
interface Begun {
  readonly typed: string
  readonly gone: Span
}

function begunAt(scene: Scene): Begun | undefined {
  const { offset, text, schema } = scene
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere') return undefined
  const isText = cursor.at === 'prose' || (cursor.typed !== typedInText(scene) && hasText(schema && schemaAt(schema, cursor.path)))
  if (!isText) {
    const rest = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, cursor.word.end))?.[0] ?? ''
    return { typed: cursor.typed, gone: { start: cursor.word.start, end: offset + rest.length } }
  }
  const typed = typedInText(scene)
  const line = lineAround(text, offset)
  // In a text a list that opens at each space would be in the way, so a word must be begun, or a paragraph.
  if (typed.length < 2 && text.slice(line.start, line.end).trim() !== '') return undefined
  return { typed, gone: { start: offset - typed.length, end: offset } }
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
  return inserted(scene, fitting, { answers: answersWithStops(fitting.snippet), chosen: stopAround, pen })
}

/** A snippet filled in and ready to be inserted, with what is wrong with the answers. */
export function filledIn(
  scene: Scene,
  fitting: Fitting,
  answers: Readonly<Record<string, Answer>>,
): { readonly insertion: Insertion | undefined; readonly written: Written | undefined; readonly problems: readonly SnippetProblem[] } {
  return inserted(scene, fitting, { answers, pen: plainPen })
}

function inserted(
  scene: Scene,
  { name, snippet, scope, opening }: Fitting,
  { answers, chosen, pen }: Pick<Filling, 'answers' | 'chosen'> & { readonly pen: Pen },
) {
  const { body, problems, cost } = expand(name, { ...houseOf(scene), answers, ...(chosen ? { chosen } : {}), file: fileAt(scene) })
  const placed = body && (scope.path.length === 0 ? undefined : placedIn({}, scope, { body, title: snippet.title }))
  const whole = body && ('text' in body ? body.text : body.yaml)
  const value: Value | undefined = scope.path.length === 0 ? whole : placed && valueAt(placed, scope.path)
  const version = scene.portfolio.terms('library', ownerOf(name))[0]?.version
  const from = version === undefined ? undefined : `${name}@${version}`
  const written = value === undefined ? undefined : { value, from }
  return { insertion: written && opening(written, pen), written, problems, cost }
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
