import { fold, foldTight } from '../text/words.ts'

/** A word by which something is looked for. */
export interface Name {
  readonly text: string
  readonly as: 'code' | 'name' | 'demonym' | 'alias'
  /** As `fold` leaves it, where that is known already. */
  readonly folded?: string
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
  for (const { text, as, says, folded = fold(text) } of names) {
    const score = scoreOf(words, tight, folded, as)
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

/**
 * How a name goes on behind what was typed of it, in the letters of a plain
 * keyboard: "cote" of "Côte d’Ivoire" goes on " d'Ivoire". Of several names that
 * fit, the first that goes on.
 */
export function restOf(names: readonly Name[], typed: string): string {
  const sought = query(typed)
  if (sought.tight === '') return ''
  for (const { text, as } of names) {
    if (scoreOf(sought.words, sought.tight, fold(text), as) === undefined) continue
    const rest = restOfName(text, typed, sought)
    if (rest !== '') return rest
  }
  return ''
}

function restOfName(name: string, typed: string, { words, tight }: Query): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'")
  const at = ` ${fold(letters)}`.indexOf(` ${words}`)
  const before = at < 0 ? 0 : fold(letters).slice(0, at).replaceAll(' ', '').length
  let count = 0
  for (let i = 0; i < letters.length; i++) {
    if (count >= before + tight.length) return withoutStart(letters.slice(i), typed)
    const letter = letters.charAt(i)
    count += /[a-z0-9]/i.test(letter) ? 1 : letter < '\u0080' ? 0 : foldTight(letter).length
  }
  return ''
}

/** What was typed may end with the spaces and signs with which the rest begins. */
function withoutStart(rest: string, typed: string): string {
  let end = typed.length
  while (end > 0 && /[^\p{L}\p{N}]/u.test(typed.charAt(end - 1))) end--
  return [...typed.slice(end)].reduce((left, sign) => (left.startsWith(sign) ? left.slice(1) : left), rest)
}
