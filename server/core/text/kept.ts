/**
 * What is worked out from a thing, each once. It is known by the function that
 * makes it, so that has to be one function: an arrow written at the call would be
 * another each time, and its result never found again.
 */
export type Keeper<S> = <T>(make: (subject: S) => T) => T

export function keeper<S>(subject: () => S): Keeper<S> {
  const kept = new Map<(subject: S) => unknown, unknown>()
  return <T>(make: (subject: S) => T): T => {
    if (!kept.has(make)) kept.set(make, make(subject()))
    return kept.get(make) as T
  }
}

/**
 * What is worked out from texts, of those asked for last: as many as have `room`
 * characters together, so that it never grows with the day's work.
 */
export function ofTexts<T>(make: (text: string) => T, room: number): (text: string) => T {
  const kept = new Map<string, T>()
  let used = 0
  const forgetOldest = () => {
    for (const oldest of kept.keys()) {
      if (used <= room) return
      kept.delete(oldest)
      used -= oldest.length
    }
  }
  return (text) => {
    const known = kept.has(text)
    const made = known ? (kept.get(text) as T) : make(text)
    // A map goes by the order in which its keys came, so one that is asked for again comes last.
    if (known) kept.delete(text)
    else used += text.length
    kept.set(text, made)
    forgetOldest()
    return made
  }
}

/** Gives what was made of the same things before, where it is kept; `about` tells apart what is made by what it is made of. */
export type Again = <T>(about: readonly unknown[], make: () => T) => T

/** Keeps what was asked for last, `most` of it. */
export function ofSame(most: number): Again {
  const kept: { readonly about: readonly unknown[]; readonly made: unknown }[] = []
  return <T>(about: readonly unknown[], make: () => T): T => {
    const known = kept.findIndex((one) => one.about.length === about.length && one.about.every((thing, i) => thing === about[i]))
    const [one] = known < 0 ? [{ about, made: make() }] : kept.splice(known, 1)
    if (one) kept.unshift(one)
    kept.length = Math.min(kept.length, most)
    return one?.made as T
  }
}

/** What is worked out from a thing by a function that is one and the same each time, as long as somebody holds the thing. */
export type Of = <S extends object, T>(subject: S, make: (subject: S) => T) => T

/** For whoever keeps nothing. */
export const ofNothing: Of = (subject, make) => make(subject)

export function ofThings(): Of {
  const kept = new WeakMap<object, Map<unknown, unknown>>()
  return <S extends object, T>(subject: S, make: (subject: S) => T): T => {
    const made = kept.get(subject) ?? new Map<unknown, unknown>()
    kept.set(subject, made)
    if (!made.has(make)) made.set(make, make(subject))
    return made.get(make) as T
  }
}
