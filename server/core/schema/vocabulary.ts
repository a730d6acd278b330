import { type Keeper, keeper } from '../text/kept.ts'
import type { BuiltIn } from './built-in.ts'
import { engagementType, exerciseFocus, exerciseForm, isMap, organization, type RawEntry } from './entries.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import type {
  Country,
  EngagementType,
  ExerciseFocus,
  ExerciseForm,
  NamingProfile,
  Organization,
  Phrase,
  PhraseList,
  Profile,
  Scale,
  Term,
} from './vocabulary-types.ts'
import { type WordList, wordList } from './word-lists.ts'

/** The words that a file may use: the built-in vocabularies and what the team's files add to them. */
export interface Vocabulary {
  readonly builtIn: BuiltIn
  readonly countries: Lexicon<Country>
  readonly organizations: Lexicon<Organization>
  readonly engagementTypes: Lexicon<EngagementType>
  readonly exerciseForms: Lexicon<ExerciseForm>
  readonly exerciseFoci: Lexicon<ExerciseFocus>
  readonly profiles: Lexicon<Profile>
  readonly scales: Lexicon<Scale>
  readonly namingProfiles: Lexicon<NamingProfile>
  readonly acronyms: ReadonlyMap<string, string>
  /** The lists of words that the checks of wording go by. */
  readonly wordLists: ReadonlyMap<string, WordList>
  /** What checks make of these words, such as a pattern of all names; once for all files. */
  readonly kept: Keeper<Vocabulary>
}

/** A team's vocabulary file, as it was read; what is not of the right form is simply not there. */
export interface TeamVocabulary {
  readonly organizations?: Readonly<Record<string, unknown>>
  readonly engagement_types?: Readonly<Record<string, unknown>>
  readonly exercise_forms?: Readonly<Record<string, unknown>>
  readonly exercise_foci?: Readonly<Record<string, unknown>>
  readonly acronyms?: Readonly<Record<string, unknown>>
  readonly naming?: Readonly<Record<string, unknown>>
  readonly words?: Readonly<Record<string, { readonly add?: readonly string[]; readonly remove?: readonly string[] }>>
}

/** An entry of a team wins over a built-in one of the same id, so that a house can correct us. */
export function vocabularyOf(builtIn: BuiltIn, team: readonly TeamVocabulary[] = []): Vocabulary {
  const own = { source: '', asOf: '' }
  const merged = <T extends { readonly id: string }>(
    shipped: readonly T[],
    key: keyof TeamVocabulary,
    read: (id: string, raw: RawEntry) => T,
  ) => new Map<string, T>([...shipped.map((entry) => [entry.id, entry] as const), ...added(team, key, read)])
  const vocabulary: Vocabulary = {
    builtIn,
    countries: lexicon(new Map(builtIn.countries.map((c) => [c.code, c])), countryNames),
    organizations: lexicon(
      merged(builtIn.organizations, 'organizations', (id, raw) => organization(id, raw, own)),
      (o) => [o.name, ...o.abbreviations, ...o.aliases],
    ),
    engagementTypes: lexicon(
      merged(builtIn.engagementTypes, 'engagement_types', (id, raw) => engagementType(id, raw, own)),
      termNames,
    ),
    exerciseForms: lexicon(
      merged(builtIn.exerciseForms, 'exercise_forms', (id, raw) => exerciseForm(id, raw, own)),
      termNames,
    ),
    exerciseFoci: lexicon(
      merged(builtIn.exerciseFoci, 'exercise_foci', (id, raw) => exerciseFocus(id, raw, own)),
      termNames,
    ),
    profiles: lexicon(byId(builtIn.profiles), termNames),
    scales: lexicon(byId(builtIn.scales), termNames),
    namingProfiles: lexicon(
      merged(builtIn.namingProfiles, 'naming', (id, raw) => ({ ...teamTerm(id, raw), countries: texts(raw['countries']) })),
      termNames,
    ),
    acronyms: new Map(team.flatMap((t) => Object.entries(texts(t.acronyms)))),
    wordLists: new Map(builtIn.phraseLists.map((list) => [list.id, wordList(list.id, list.language, inForce(list, team))])),
    kept: keeper(() => vocabulary),
  }
  return vocabulary
}

/**
 * What ships and what teams add, less what they remove; an added phrase takes
 * the place of a shipped one. To remove a phrase that holds a word of the list,
 * as "robust response", is to allow that word in this phrase.
 */
function inForce(list: PhraseList, team: readonly TeamVocabulary[]): readonly Phrase[] {
  const phrases = shippedPhrases(list)
  const changes = team.flatMap(({ words }) => words?.[list.id] ?? [])
  const added = changes.flatMap(({ add = [] }) => add.map((words): Phrase => ({ words, advice: '', isTeams: true })))
  const removed = new Set([...changes.flatMap(({ remove = [] }) => remove), ...added.map(({ words }) => words)].map((w) => w.toLowerCase()))
  const shipped = new Set(phrases.map(({ words }) => words.toLowerCase()))
  const allowed = [...removed].filter((words) => !shipped.has(words) && !added.some((phrase) => phrase.words.toLowerCase() === words))
  return [
    ...phrases.filter(({ words }) => !removed.has(words.toLowerCase())),
    ...added,
    ...allowed.map((words): Phrase => ({ words, advice: '', isAllowed: true })),
  ]
}

export function shippedPhrases({ phrases, allowed }: PhraseList): readonly Phrase[] {
  return [
    ...Object.entries(phrases).map(([words, advice]): Phrase => ({ words, advice })),
    ...allowed.map((words): Phrase => ({ words, advice: '', isAllowed: true })),
  ]
}

export function termNames(term: Term): readonly string[] {
  return [term.label, ...term.abbreviations, ...term.aliases]
}

/** The names of a code that was given up when its State took a new name belong to the State as it is now. */
export function countryNames(c: Country): readonly string[] {
  if (c.renamed) return []
  return [c.name, c.official ?? '', c.alpha2 ?? '', ...c.aliases, ...c.demonyms, ...c.native]
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

function added<T>(team: readonly TeamVocabulary[], key: keyof TeamVocabulary, read: (id: string, raw: RawEntry) => T): [string, T][] {
  return team.flatMap((file) => Object.entries(file[key] ?? {}).map(([id, raw]): [string, T] => [id, read(id, isMap(raw) ? raw : {})]))
}

function teamTerm(id: string, raw: RawEntry): Term {
  const label = raw['label']
  return { id, label: typeof label === 'string' ? label : id, definition: '', abbreviations: [], aliases: [], source: '', asOf: '' }
}

function texts(value: unknown): Readonly<Record<string, string>> {
  if (!isMap(value)) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** The vocabulary of a field that names one (`x-vocabulary`), for looking words up and for suggestions. */
export function lexiconOf(vocabulary: Vocabulary, name: string | undefined): Lexicon<object> | undefined {
  switch (name) {
    case 'countries':
      return vocabulary.countries
    case 'organizations':
      return vocabulary.organizations
    case 'engagement-types':
      return vocabulary.engagementTypes
    case 'exercise-forms':
      return vocabulary.exerciseForms
    case 'exercise-foci':
      return vocabulary.exerciseFoci
    case 'profiles':
      return vocabulary.profiles
    case 'scales':
      return vocabulary.scales
    case 'naming':
      return vocabulary.namingProfiles
    default:
      return undefined
  }
}
