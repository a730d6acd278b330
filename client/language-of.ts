const kinds = ['engagement', 'brief', 'config', 'vocabulary', 'snippets'] as const

/**
 * Our own language ids, and never plain `yaml`: other extensions that check YAML
 * keep to that id, so no line ever has two findings for one mistake.
 */
export const languageIds: readonly string[] = kinds.map((kind) => `chancery-${kind}`)

/** The languages whose files can be printed. */
export const paperIds: readonly string[] = ['chancery-engagement', 'chancery-brief']

/**
 * The language that a file's first entry or name asks for; undefined where it is
 * not ours. The entry counts more than the name; comments may stand before it.
 */
export function languageOf(path: string, text: string): string | undefined {
  const named =
    /^\ufeff?(?:(?:---[^\S\r\n]*|[^\S\r\n]*#[^\r\n]*|[^\S\r\n]*)(?:\r\n|\r|\n))*chancery:\s*["']?([a-z]+)\/\d/.exec(text)?.[1] ??
    nameKind(path)
  return kinds.some((kind) => kind === named) ? `chancery-${named}` : undefined
}

function nameKind(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^chancery\.ya?ml$/i.test(name)) return 'config'
  return /\.([a-z]+)\.ya?ml$/i.exec(name)?.[1]?.toLowerCase()
}
