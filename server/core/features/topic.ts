import type { Path } from '../text/path.ts'

/**
 * What a choice, or a word under the cursor, is. Small enough to travel with an
 * item of a list, so that what it means is put into words only when somebody asks.
 */
export type Topic =
  | { readonly is: TermTopic | 'country' | 'organization' | 'tlp' | 'grade' | 'likelihood'; readonly id: string }
  | { readonly is: 'enumeration'; readonly name: string; readonly id: string }
  /** A key, by the path of its value. */
  | { readonly is: 'key'; readonly path: Path }
  | { readonly is: 'rule' | 'engagement' | 'source' | 'claim' | 'option' | 'library' | 'snippet'; readonly id: string }
  | { readonly is: 'option-of-rule'; readonly rule: string; readonly name: string }
  /** A date as it would stand in the file. */
  | { readonly is: 'date'; readonly id: string }
  /** Something that a path leads to. */
  | { readonly is: 'file'; readonly path: string }
  /** A short form with the words that it stands for. */
  | { readonly is: 'acronym'; readonly id: string; readonly says: string }
  /** A word that its schema alone explains, and a few words of our own. */
  | { readonly is: 'word'; readonly id: string; readonly says?: string }

/** A word of a vocabulary that has a label and a definition. */
export type TermTopic = 'engagement-type' | 'exercise-form' | 'exercise-focus' | 'profile' | 'naming' | 'scale'
