/** A place in a document by keys and list indexes: `['participants', 3, 'country']`. */
export type Path = readonly (string | number)[]

/** The path as a writer reads it: `participants[3].country`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step + 1}]` : text === '' ? step : `${text}.${step}`,
    '',
  )
}

export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, i) => step === path[i])
}
