import { fold } from '../text/words.ts'

/** A word by which something is looked for. */
export interface Name {
  readonly text: string
  readonly as: 'code' | 'name' | 'demonym' | 'alias'
  /** What the writer is told when it was found by this word. */
  readonly says?: string
}

/** Another name, which is told since the list does not show it. */
export function alias(text: string): Name {
  return { text, as: 'alias', says: `matches "${text}"` }
}

export interface Match {
  /** The smaller the better. */
  readonly score: number
  readonly says?: string
}

/** What was typed, made ready for comparing. */
export interface Query {
  readonly words: string
  readonly tight: string
}

export function query(typed: string): Query {
  const words = fold(typed)
  return { words, tight: words.replaceAll(' ', '') }
}

/** How well something fits what was typed, by the best of its names; undefined where it does not. */
export function match({ words, tight }: Query, names: readonly Name[]): Match | undefined {
  if (tight === '') return { score: 0 }
  let best: Match | undefined
  for (const { text, as, says } of names) {
    const score = scoreOf(words, tight, fold(text), as)
    if (score !== undefined && score < (best?.score ?? Infinity)) best = says === undefined ? { score } : { score, says }
  }
  return best
}

const scores = {
  code: { equal: 0, start: 4, word: 6 },
  name: { equal: 1, start: 3, word: 5 },
  // "Brit" means Britain, and not the places whose names begin with its adjective.
  demonym: { equal: 2, start: 3.2, word: 8 },
  alias: { equal: 2, start: 7, word: 8 },
} as const

/** Exact words first, then beginnings: of the name, the code, a word of the name, other names. Case and accents are folded away. */
function scoreOf(words: string, tight: string, name: string, as: Name['as']): number | undefined {
  const score = scores[as]
  const joined = name.includes(' ') ? name.replaceAll(' ', '') : name
  if (joined === tight) return score.equal
  if (name.startsWith(words) || joined.startsWith(tight)) return score.start
  return ` ${name}`.includes(` ${words}`) ? score.word : undefined
}
