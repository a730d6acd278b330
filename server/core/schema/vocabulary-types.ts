/** A word of a vocabulary: what it is called, what it means, whence and as of when. */
export interface Term {
  readonly id: string
  readonly label: string
  readonly definition: string
  readonly abbreviations: readonly string[]
  readonly aliases: readonly string[]
  readonly note?: string
  readonly source: string
  /** The date up to which the entry was checked: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly asOf: string
}

/** Whether a type happens on dates, is signed and in force, or stands until it is closed. */
export type Temporal = 'event' | 'instrument' | 'standing'

export interface EngagementType extends Term {
  readonly group: string
  /** The usual one first. */
  readonly temporal: readonly Temporal[]
  /** Blocks that a file of this type must have. */
  readonly block: readonly string[]
  /** Blocks that it may have besides. */
  readonly also: readonly string[]
  /** The least number of parties: 2, or 1 where one State acts alone. */
  readonly parties: number
  /** Somebody receives the others at the place at which it is held. */
  readonly host?: true
}

export interface ExerciseForm extends Term {
  readonly class: string
}

export interface ExerciseFocus extends Term {
  readonly group: string
}

export interface EnumerationEntry extends Term {
  readonly temporal?: readonly Temporal[]
}

export interface Profile extends Term {
  /** Required parts in the order of the document. */
  readonly required: readonly string[]
  readonly never: readonly string[]
  /** The most words that the bottom line and the whole brief may have. */
  readonly words: { readonly bluf: number; readonly whole: number }
}

export interface ScaleTerm {
  readonly term: string
  /** Bounds in percent, both inclusive unless `toExcluded` says otherwise. */
  readonly from: number
  readonly to: number
  readonly toExcluded?: true
  readonly aliases: readonly string[]
}

export interface Scale extends Term {
  readonly terms: readonly ScaleTerm[]
}

export interface TlpLabel {
  readonly label: string
  readonly definition: string
  /** 0 is the least restrictive. */
  readonly rank: number
  readonly colour: string
}

export interface Marking {
  readonly label: string
  readonly scheme: string
  readonly level: 'open' | 'restricted' | 'classified'
  readonly rank: number
  readonly aliases: readonly string[]
  readonly replacement?: string
}

export interface Handling {
  readonly source: string
  readonly asOf: string
  readonly tlp: readonly TlpLabel[]
  /** Labels of earlier versions and the one that took their place. */
  readonly legacy: Readonly<Record<string, string>>
  readonly markings: readonly Marking[]
  readonly patterns: readonly { readonly pattern: string; readonly meaning: string }[]
}

export interface NamingProfile extends Term {
  readonly countries: Readonly<Record<string, string>>
}

/** From the first to the last day, both inclusive; an open end is undefined, an unknown one is "unknown". */
export interface Interval {
  readonly from: string
  readonly to?: string
}

export interface Suspension extends Interval {
  readonly nature?: string
  /** The body and the State disagree whether there is one. */
  readonly contested?: true
}

export type Confidence = 'high' | 'medium' | 'low'

export interface Organization {
  readonly id: string
  readonly name: string
  readonly abbreviations: readonly string[]
  readonly aliases: readonly string[]
  readonly kind: string
  readonly definition: string
  /** The body's own word for a member: Ally, participating State, partner … */
  readonly memberTerm: string
  readonly founded?: string
  readonly dissolved?: string
  readonly predecessor?: { readonly name: string; readonly from: string }
  readonly headquarters?: string
  /** How sure the list of members is. */
  readonly confidence: Confidence
  readonly asOf: string
  readonly count?: number
  /** Absent where the list is not held: then nothing is said about membership. */
  readonly members?: Readonly<Record<string, readonly Interval[]>>
  readonly suspensions: Readonly<Record<string, readonly Suspension[]>>
  /** Days on which it is disputed who held the seat: nothing is said of these States then. */
  readonly unsettled?: Readonly<Record<string, readonly Interval[]>>
  readonly organizations: readonly string[]
  readonly note?: string
  readonly source: string
}

export interface Country {
  /** ISO 3166-1 alpha-3, XKX, or the code of a former State (ISO 3166-3). */
  readonly code: string
  readonly alpha2?: string
  readonly name: string
  readonly official?: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
  readonly native: readonly string[]
  readonly region?: { readonly m49: string; readonly name: string }
  readonly kind: 'state' | 'territory' | 'former'
  readonly from?: string
  readonly to?: string
  readonly predecessors?: readonly string[]
  readonly successors?: readonly string[]
  /** The State went on under another name and code. */
  readonly renamed?: true
  readonly note?: string
  readonly source: string
  readonly asOf: string
}

/** A two-letter code that ISO keeps back, and the country meant by it where there is one. */
export interface ReservedCode {
  readonly name: string
  readonly code?: string
}

/** A word or phrase of a list on wording. */
export interface Phrase {
  readonly words: string
  /** What to write in its place, or to ask oneself; may be empty. */
  readonly advice: string
  /** A team added it, so that it counts in texts of every language. */
  readonly isTeams?: true
  /** It holds a word of the list and is right all the same, as "arms control regime". */
  readonly isAllowed?: true
}

/** A list of words and phrases as it ships, for texts in one language. */
export interface PhraseList extends Term {
  readonly language: string
  /** Each with its advice, which may be empty. */
  readonly phrases: Readonly<Record<string, string>>
  /** Phrases in which a word of the list is right. */
  readonly allowed: readonly string[]
}

/** A document by which States tell one another of large military activities and let them be watched. */
export interface ConfidenceMeasure extends Term {
  readonly since: string
  /** Codes of the countries that lie in the zone of application as a whole. */
  readonly zone: readonly string[]
  readonly notification: { readonly troops: number; readonly days: number }
  readonly observation: { readonly troops: number }
}
