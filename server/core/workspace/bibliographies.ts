import { type Bibliography, formatOf } from '../bibliography/bibliography.ts'
import type { Document } from '../model/document.ts'
import { folderOf, join } from './paths.ts'
import type { Portfolio } from './portfolio.ts'

/** Where the file lies that a brief names as its bibliography, or why it can be none of this workspace. */
export type BibliographyPlace = { readonly path: string } | { readonly wrong: 'address' | 'absolute' | 'outside' | 'format' }

/** The path counts from the folder of the brief and never leads out of the workspace; what has no known ending is never read. */
export function bibliographyPlace(brief: string, named: string): BibliographyPlace {
  const clean = named.trim().replaceAll('\\', '/')
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(clean)) return { wrong: 'address' }
  if (/^(?:\/|[a-z]:)/i.test(clean)) return { wrong: 'absolute' }
  const path = join(folderOf(brief), clean)
  if (path === undefined) return { wrong: 'outside' }
  return formatOf(path) ? { path } : { wrong: 'format' }
}

/** The bibliography that a document names. `held` is undefined while it has not been read, or cannot be. */
export interface NamedBibliography {
  readonly named: string
  readonly place: BibliographyPlace
  readonly held: Bibliography | undefined
}

/** Undefined where the document names none, or where what it names cannot be read. */
export function bibliographyOf(document: Document, portfolio: Portfolio): NamedBibliography | undefined {
  const named = document.kind === 'brief' ? document.model.bibliography : undefined
  return named ? bibliographyNamed(document.path, named, portfolio) : undefined
}

export function bibliographyNamed(brief: string, named: string, portfolio: Portfolio): NamedBibliography {
  const place = bibliographyPlace(brief, named)
  return { named, place, held: 'path' in place ? portfolio.bibliography(place.path) : undefined }
}
