import { mended } from './mending.generated.ts'

/** What a rule offers to mend what it finds. */
export interface Mending {
  /** Corrections that may be made unasked. */
  readonly fixes: boolean
  /** Corrections that a writer has to choose. */
  readonly suggestions: boolean
}

export function mendingOf(rule: string): Mending {
  const offers = mended[rule] ?? []
  return { fixes: offers.includes('fix'), suggestions: offers.includes('suggestion') }
}

export function mendingWords(rule: string): string {
  const { fixes, suggestions } = mendingOf(rule)
  if (fixes && suggestions) return 'safely where the case is clear, else by a suggestion that you choose'
  if (fixes) return 'safely, all cases at once if you like'
  return suggestions ? 'by a suggestion that you choose' : 'no; only you know what to write'
}
