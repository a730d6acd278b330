import type { Document } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import type { Path } from '../text/path.ts'
import { bibliographyPlace } from './bibliographies.ts'
import { folderOf, isGlob, isRelative, join } from './paths.ts'

/** A path by which a document names other files. */
export interface NamedPath {
  readonly at: Path
  /** The key under which it stands. */
  readonly key: PathKey
  readonly written: string
  /** Where it leads from the root of the workspace; none for a pattern, a package and what lies outside. */
  readonly target: string | undefined
}

const keys = ['extends', 'libraries', 'vocabularies', 'bibliography'] as const
export type PathKey = (typeof keys)[number]

/** The paths of a document that lead to files. Those of `ignore` and `overrides` only choose among the files that there are. */
export function namedPaths({ kind, path }: Document, fields: readonly Field[]): readonly NamedPath[] {
  if (kind !== 'config' && kind !== 'brief') return []
  return fields.flatMap(({ path: at, value }) => {
    const key = keys.find((each) => each === at[0])
    const written = String(value)
    return key && written !== '' ? [{ at, key, written, target: targetOf(key, written, path) }] : []
  })
}

function targetOf(key: PathKey, written: string, path: string): string | undefined {
  if (key === 'vocabularies' && isGlob(written)) return undefined
  if (key === 'extends' && !isRelative(written)) return undefined
  if (key !== 'bibliography') return join(folderOf(path), written)
  const place = bibliographyPlace(path, written)
  return 'path' in place ? place.path : undefined
}
