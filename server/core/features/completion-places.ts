import { child, type Schema, schemaAt, types } from '../schema/schema.ts'
import { literal } from '../snippets/stops.ts'
import { startsWith } from '../text/path.ts'
import { blankItems } from './blank-items.ts'
import type { KeyChoice } from './choice.ts'
import { citationItems } from './citation-items.ts'
import type { Place } from './cursor.ts'
import { entrySnippets } from './entry-snippets.ts'
import { type Candidate, type Insertion, insertKey, insertValue, keyWrapFor, wrapFor } from './insertion.ts'
import { firstLines, keyChoices } from './key-choices.ts'
import { librarySnippets } from './library-snippets.ts'
import { ranked } from './ranked.ts'
import { keysAt, nextItem, type Scene, textsBelow } from './scene.ts'
import { withNeededParts } from './type-snippets.ts'
import { valueChoices } from './value-choices.ts'

/** What may be written at a place, the best first. */
export interface Offer {
  readonly candidates: readonly Candidate[]
  /** An editor that goes by the labels alone would find the same while the writer types on. */
  readonly isFinal: boolean
}

const none: Offer = { candidates: [], isFinal: true }

export function offerAt(scene: Scene): Offer {
  const { cursor } = scene.scan
  if (cursor.at === 'nowhere') return none
  const schema = scene.schema && schemaAt(scene.schema, cursor.path)
  const blanks = blankItems(scene)
  if (blanks.length > 0) return { candidates: blanks, isFinal: false }
  const cited = schema?.['x-is'] === 'prose' ? citationItems(scene) : []
  const inText: Offer = { candidates: cited, isFinal: cited.length === 0 }
  const shared = librarySnippets(scene)
  const ofLibraries: Offer = { candidates: shared, isFinal: shared.length === 0 }
  return cursor.at === 'prose'
    ? together([inText, ofLibraries])
    : together([inText, ...placeOffers(scene, cursor, { schema, ofLibraries })])
}

function together(offers: readonly Offer[]): Offer {
  return { candidates: offers.flatMap(({ candidates }) => candidates), isFinal: offers.every(({ isFinal }) => isFinal) }
}

function placeOffers(
  scene: Scene,
  place: Place,
  { schema, ofLibraries }: { readonly schema: Schema | undefined; readonly ofLibraries: Offer },
): readonly Offer[] {
  const entries = entrySnippets(scene, place)
  const whole: Offer = { candidates: entries, isFinal: entries.length === 0 }
  if (place.at === 'key') return [whole, keyOffer(scene, place, schema), ofLibraries]
  return [...(place.colon ? [] : [valueOffer(scene, place, schema)]), whole, ofLibraries, mappingOffer(scene, place, schema)]
}

function keyOffer(scene: Scene, place: Place, schema: Schema | undefined): Offer {
  const atRoot = place.path.length === 0
  const first = atRoot && place.column === 0 && !place.colon && !keysAt(scene.scan, []).includes('chancery') ? firstLines(scene) : []
  const keys = schema
    ? keyChoices(scene, schema, place.path, editedKey(scene, place)).filter(({ text }) => first.length === 0 || text !== 'chancery')
    : []
  const { items, isFinal } = ranked([...first, ...keys], place.typed)
  return { candidates: items.map((found) => ({ ...found, insertion: insertKey(place, scene.text, found.choice, 'bare') })), isFinal }
}

/** The key in which the writer stands is not used up by itself. */
function editedKey({ scan }: Scene, { word }: Place): string {
  return scan.marks.find((mark) => mark.is === 'key' && mark.start === word.start && mark.end >= word.end)?.text ?? ''
}

function valueOffer(scene: Scene, place: Place, schema: Schema | undefined): Offer {
  const wrap = wrapFor(place, schema)
  const target = wrap === 'bare' ? schema : schema?.items
  if (!target) return none
  const path = wrap === 'bare' ? place.path : [...place.path, 0]
  const taken = takenIn(scene, place, schema)
  const choices = valueChoices(scene, target, path).filter(({ text }) => !taken.has(text))
  const { items, isFinal } = ranked(choices, place.typed)
  const candidates = items.flatMap((found, i): readonly Candidate[] => {
    const commits = commitsAt(place, target, found.isGuess === true)
    const candidate = { ...found, insertion: insertValue(place, found.choice, wrap), ...(commits.length > 0 ? { commits } : {}) }
    return path.join() === 'type' && i < mostWithParts ? [candidate, ...withNeededParts(scene, place, candidate)] : [candidate]
  })
  return { candidates, isFinal }
}

/** Of these types it is offered to add what they need; whoever types on sees it of the others. */
const mostWithParts = 8

/**
 * Between brackets the sign that ends a word takes the choice, where only words
 * of a vocabulary may stand and one was begun. Not so with references: a writer
 * may name a source that is still to be added, and would get another one.
 */
function commitsAt({ flow, typed, path, quote }: Place, schema: Schema, isGuess: boolean): readonly string[] {
  const isClosed = schema['x-vocabulary'] !== undefined || schema['x-enumeration'] !== undefined
  if (!flow || typed === '' || quote || !isClosed || isGuess) return []
  return typeof path.at(-1) === 'number' ? [',', ']'] : [',', '}']
}

/** What stands in the list already, but for the item in which the writer is. */
function takenIn({ scan }: Scene, place: Place, schema: Schema | undefined): ReadonlySet<string> {
  if (place.at === 'list') return new Set(schema?.items ? textsBelow(scan, place.path) : [])
  if (typeof place.path.at(-1) !== 'number') return new Set()
  const listPath = place.path.slice(0, -1)
  const others = scan.marks.filter((mark) => mark.is === 'value' && startsWith(mark.path, listPath) && !startsWith(mark.path, place.path))
  return new Set(others.map(({ text }) => text))
}

/** The keys of a mapping that has yet to be begun here. */
function mappingOffer(scene: Scene, place: Place, schema: Schema | undefined): Offer {
  if (!schema || place.quote) return none
  const isItem = schema.items !== undefined && types(schema).includes('array')
  if (isItem && place.at === 'open') return none
  const target = isItem ? child(schema, 0) : schema
  if (!target || !types(target).includes('object')) return none
  const path = isItem ? [...place.path, nextItem(scene, place.path)] : place.path
  const wrap = keyWrapFor(place, isItem)
  const { items, isFinal } = ranked(keyChoices(scene, target, path, editedKey(scene, place)), place.typed)
  const insertion = (choice: KeyChoice): Insertion => {
    const key = insertKey(place, scene.text, choice, wrap)
    // The braces that a key opens are closed behind the cursor, where the editor can put it there.
    return wrap === 'braces' && scene.snippets ? { ...key, text: `${literal(key.text)}$0 \\}`, isSnippet: true } : key
  }
  return { candidates: items.map((found) => ({ ...found, insertion: insertion(found.choice) })), isFinal }
}
