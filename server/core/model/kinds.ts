import type { Models } from './types.generated.ts'

/** What a file holds, as its first key says: `chancery: engagement/1`. */
export type Kind = keyof Models

export const kinds: readonly Kind[] = ['engagement', 'brief', 'config', 'vocabulary', 'snippets']

/** The version of the schema that this release reads. */
export const schemaVersion = 1

export function firstKeyOf(kind: Kind): string {
  return `${kind}/${schemaVersion}`
}

/** The kind that a file's name promises: `*.brief.yaml`, `chancery.yaml`. */
export function kindOfName(path: string): Kind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^chancery\.ya?ml$/i.test(name)) return 'config'
  const match = /\.(engagement|brief|vocabulary|snippets)\.ya?ml$/i.exec(name)
  return kinds.find((kind) => kind === match?.[1]?.toLowerCase())
}

/** The kind and version that a first key names; undefined where it names none that there is. */
export function kindOfKey(key: unknown): { readonly kind: Kind; readonly version: string } | undefined {
  const match = /^([a-z]+)\/(\S+)$/.exec(typeof key === 'string' ? key : '')
  const kind = kinds.find((k) => k === match?.[1])
  return kind && match?.[2] ? { kind, version: match[2] } : undefined
}
