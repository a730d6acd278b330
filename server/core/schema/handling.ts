import type { Handling, Marking } from './vocabulary-types.ts'

/** The TLP label that a word stands for, whatever its case and spacing; `legacy` where the word is of an earlier version. */
export function tlpNamed(word: string, handling: Handling): { readonly label: string; readonly legacy: boolean } | undefined {
  const key = tlpKey(word)
  const current = handling.tlp.find(({ label }) => tlpKey(label) === key)
  if (current) return { label: current.label, legacy: false }
  const old = Object.entries(handling.legacy).find(([label]) => tlpKey(label) === key)
  return old && { label: old[1], legacy: true }
}

function tlpKey(word: string): string {
  return word
    .toUpperCase()
    .replace(/^\s*TLP/, '')
    .replace(/[^A-Z]+/g, '')
}

/** How restrictive a TLP label is, 0 being the least; undefined where there is no such label. */
export function tlpRank(word: string, handling: Handling): number | undefined {
  const label = tlpNamed(word, handling)?.label
  return handling.tlp.find((t) => t.label === label)?.rank
}

export interface NamedMarking {
  readonly marking: Marking
  readonly spelling: string
  /** It is printed as its scheme prints it, or is no everyday word: a house may call its papers confidential. */
  readonly certain: boolean
}

/**
 * The marking with which a declared marking begins, whatever its case; the
 * longest wins, so OFFICIAL-SENSITIVE is not OFFICIAL. What follows, such as a
 * caveat or a descriptor, is free.
 */
export function markingNamed(text: string, handling: Handling): NamedMarking | undefined {
  let found: NamedMarking | undefined
  for (const marking of handling.markings) {
    for (const spelling of [marking.label, ...marking.aliases]) {
      if (spelling.length > (found?.spelling.length ?? 0) && beginsWith(text, spelling))
        found = { marking, spelling, certain: text.startsWith(spelling) || !/^(?:CONFIDENTIAL|RESTRICTED)$/.test(spelling) }
    }
  }
  return found
}

function beginsWith(text: string, words: string): boolean {
  return text.toLowerCase().startsWith(words.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length))
}
