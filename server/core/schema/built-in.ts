import type {
  ConfidenceMeasure,
  Country,
  EngagementType,
  EnumerationEntry,
  ExerciseFocus,
  ExerciseForm,
  Handling,
  NamingProfile,
  Organization,
  PhraseList,
  Profile,
  ReservedCode,
  Scale,
} from './vocabulary-types.ts'

export interface Group {
  readonly id: string
  readonly label: string
  readonly definition: string
  /** Of engagement types: the kinds of concern that they usually bring. */
  readonly risks?: readonly string[]
}

/** A sea area or a disputed place with the names in use, and which of them a naming profile prefers. */
export interface NamedPlace {
  readonly id: string
  readonly names: readonly string[]
  readonly preferred: Readonly<Record<string, string>>
  /** Names that also mean another place, and are no sign by themselves. */
  readonly ambiguous: readonly string[]
}

/** A State that is called by more than one name. */
export interface NamedState {
  readonly code: string
  readonly names: readonly string[]
  /** Older names, with the last day on which each was the usual one. */
  readonly until: Readonly<Record<string, string>>
}

/** Everything that ships with Chancery, before a team adds to it. */
export interface BuiltIn {
  readonly countries: readonly Country[]
  readonly reserved: Readonly<Record<string, ReservedCode>>
  readonly organizations: readonly Organization[]
  readonly engagementTypes: readonly EngagementType[]
  readonly engagementGroups: readonly Group[]
  readonly exerciseForms: readonly ExerciseForm[]
  readonly exerciseClasses: readonly Group[]
  readonly exerciseFoci: readonly ExerciseFocus[]
  readonly exerciseGroups: readonly Group[]
  readonly enumerations: Readonly<Record<string, readonly EnumerationEntry[]>>
  readonly profiles: readonly Profile[]
  readonly scales: readonly Scale[]
  readonly handling: Handling
  readonly namingProfiles: readonly NamingProfile[]
  readonly places: readonly NamedPlace[]
  readonly namedStates: readonly NamedState[]
  readonly phraseLists: readonly PhraseList[]
  readonly confidenceMeasures: readonly ConfidenceMeasure[]
}
