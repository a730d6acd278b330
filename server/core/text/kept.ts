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
