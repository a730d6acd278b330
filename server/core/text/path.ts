/** A place in a document by keys and list indexes: `['participants', 3, 'country']`. */
export type Path = readonly (string | number)[]

export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, i) => step === path[i])
}
