import type { Document, DocumentOf } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import type { Kind } from '../model/kinds.ts'
import type { Passage } from '../model/passages.ts'
import type { Stage } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { Level, Related, Tag } from '../text/finding.ts'
import type { Keeper } from '../text/kept.ts'
import type { Path } from '../text/path.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import type { Change } from './change.ts'

/** A rule is one file: what it asks, why, examples that are run as tests, and how it finds out. */
export interface Rule {
  /** Equal to the file's name; `topic-problem`. */
  readonly id: string
  /** Where its page stands in the list of rules. */
  readonly topic: Topic
  /** The level, or a level for each stage of a brief. */
  readonly level: Level | Readonly<Record<Stage, Level>>
  /** `exact` rules go by structure and data, `heuristic` ones by a good guess. */
  readonly certainty: 'exact' | 'heuristic'
  /** One sentence: what is wrong when the rule speaks. */
  readonly summary: string
  /** Why a reader of the brief should care, and what to do. */
  readonly reason: string
  /** Where the convention comes from. */
  readonly source: string
  readonly options?: Readonly<Record<string, RuleOption>>
  /** What every finding of the rule means for its place: it does nothing, or something else took its place. */
  readonly tag?: Tag
  readonly examples: Examples
  /** Absent where the engine itself finds the problem while reading the file. */
  readonly check?: (context: Context) => Iterable<Report>
}

export type Topic = keyof typeof topics

/** What the rules are about, in the order in which they are listed. */
export const topics = {
  file: 'The file as such',
  references: 'Names and references',
  countries: 'Countries and organizations',
  engagements: 'Engagements: dates, place and type',
  evidence: 'Sources and evidence',
  estimates: 'Estimates',
  recommendations: 'Options, recommendations and risks',
  form: 'Length and form of a brief',
  handling: 'Handling',
  prose: 'Wording',
} as const

export interface RuleOption {
  readonly type: 'number' | 'string' | 'boolean' | 'strings'
  readonly description: string
  readonly default?: number | string | boolean | readonly string[]
}

/**
 * Files that the rule must speak of, and files of which it must not. A text may
 * hold several files, each after a line `#- path`; without one it is
 * `example.KIND.yaml` by its first key.
 */
export interface Examples {
  readonly bad: readonly string[]
  readonly good: readonly string[]
}

/** What a rule found: a path in the document, and words. The engine turns it into a finding with a place. */
export interface Report {
  /** The value or key meant; a key that is missing is named by the path that it would have. */
  readonly at: Path
  readonly on?: 'key' | 'value'
  /** Offsets within the text of the value, for a word in prose. */
  readonly within?: readonly [from: number, to: number]
  readonly message: string
  /** The keys, one of which is missed here; where one was only misspelt, the misspelling is told and not this. */
  readonly missing?: readonly Path[]
  /** At most this level, where this case is less certain than the rule's others. */
  readonly atMost?: Level
  readonly fixes?: readonly Change[]
  readonly related?: readonly RelatedPlace[]
  /** Where only some findings of the rule have one. */
  readonly tag?: Tag
}

/** Another place that belongs to a finding: in this document by its path, or in another file. */
export type RelatedPlace = { readonly at: Path; readonly message: string } | Related

/** All that a rule may look at. There is no clock: `today` is given. */
export interface Context {
  readonly document: Document
  /** The single values of the document that its schema knows. */
  readonly fields: readonly Field[]
  /** The Markdown texts of the document, made ready once for all checks of wording. */
  readonly passages: () => readonly Passage[]
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  /** Whether the configuration leaves a file out of reports; it can still be cited. */
  readonly isIgnored: (path: string) => boolean
  readonly settings: Settings
  readonly today: string
  readonly options: Readonly<Record<string, unknown>>
  /** All rules by id, for the configuration to be checked against. */
  readonly catalogue: ReadonlyMap<string, Rule>
  /** What several rules ask of the document, once for all of them. */
  readonly kept: Keeper<SharedContext>
}

/** What is the same for every rule. */
export type SharedContext = Omit<Context, 'options' | 'kept'>

/** What the configuration says beside levels. */
export interface Settings {
  readonly stage: Stage
  readonly profile: string | undefined
  readonly naming: string
  readonly scale: string
  /** Of the texts, as a BCP 47 tag. */
  readonly language: string
}

/** A check of one kind of document; of others the rule does not speak. */
export function checkOf<K extends Kind>(
  kind: K,
  check: (model: DocumentOf<K>['model'], context: Context) => Iterable<Report>,
): (context: Context) => Iterable<Report> {
  return (context) => (context.document.kind === kind ? check((context.document as DocumentOf<K>).model, context) : [])
}

/** A check of briefs and engagements alike. */
export function checkOfTexts(check: (context: Context) => Iterable<Report>): (context: Context) => Iterable<Report> {
  return (context) => (context.document.kind === 'brief' || context.document.kind === 'engagement' ? check(context) : [])
}

/** An option of the rule as a number, or its default. */
export function numberOption({ options }: Pick<Context, 'options'>, name: string, fallback: number): number {
  const value = options[name]
  return typeof value === 'number' ? value : fallback
}

/** An option of the rule as a list of words, or its default. */
export function stringsOption({ options }: Pick<Context, 'options'>, name: string, fallback: readonly string[]): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : fallback
}
