import type { Source } from '../model/types.generated.ts'
import type { Range } from '../text/finding.ts'
import { lineStarts, rangeOf } from '../text/lines.ts'
import { counted, foldTight } from '../text/words.ts'
import { readBibtex } from './bibtex.ts'
import { sourceOfBibtex } from './bibtex-source.ts'
import { cslPlaces, readCsl, sourceOfCsl } from './csl.ts'

/** A published thing of a file of references. */
export interface Reference {
  /** By which it is best cited. */
  readonly id: string
  /** In the form of an entry under `sources`. */
  readonly source: Source
  /** Where the file gives it its id. */
  readonly range: Range
  /** All by which it may be looked for, folded, for a search among thousands. */
  readonly folded: string
}

/** A file of references as it was read. */
export interface Bibliography {
  /** By every id under which a reference may be cited; of two with the same id the first. */
  readonly references: ReadonlyMap<string, Reference>
  /** Every entry is known: of an id that is not there it can be said that it leads nowhere. */
  readonly isComplete: boolean
  /** What is wrong with the file, in words for whoever names it. */
  readonly problem: BibliographyProblem | undefined
}

export interface BibliographyProblem {
  /** Goes on after the name of the file: "cannot be read: …". */
  readonly message: string
  /** Some of the entries are known all the same. */
  readonly partly: boolean
  /** The entries that are broken. */
  readonly places: readonly (Range & { readonly message: string })[]
}

const formats = { json: 'CSL-JSON', bib: 'BibTeX' } as const

/** The form of a file of references, by its name; undefined for any other file. */
export function formatOf(path: string): (typeof formats)[keyof typeof formats] | undefined {
  const ending = /\.(json|bib)$/i.exec(path)?.[1]
  return ending === undefined ? undefined : formats[ending.toLowerCase() as keyof typeof formats]
}

/** Reads a file of references; never throws. */
export function readBibliography(path: string, text: string): Bibliography {
  return formatOf(path) === 'BibTeX' ? bibtex(text) : csl(text)
}

/** A file of which nothing is known. */
export function unreadBibliography(message: string): Bibliography {
  return { references: new Map(), isComplete: false, problem: { message, partly: false, places: [] } }
}

function csl(text: string): Bibliography {
  const items = readCsl(text)
  if (typeof items === 'string') return unreadBibliography(`cannot be used: ${items}. Save it again as CSL-JSON in your reference manager.`)
  const lines = lineStarts(text)
  const places = cslPlaces(text)
  const references = new Map<string, Reference>()
  for (const { ids, item } of items) {
    const [id] = ids
    if (id === undefined) continue
    const reference = referenceOf(id, sourceOfCsl(item), rangeOf(lines, places.get(id) ?? { start: 0, end: 0 }))
    for (const each of ids) if (!references.has(each)) references.set(each, reference)
  }
  return { references, isComplete: true, problem: undefined }
}

function referenceOf(id: string, source: Source, range: Range): Reference {
  const { title = '', author = '', publisher = '' } = source
  return { id, source, range, folded: foldTight([id, title, author, publisher].join(' ')) }
}

function bibtex(text: string): Bibliography {
  const { entries, problems } = readBibtex(text)
  const lines = lineStarts(text)
  const references = new Map<string, Reference>()
  for (const entry of entries) {
    const { key: id, span } = entry
    if (!references.has(id)) references.set(id, referenceOf(id, sourceOfBibtex(entry), rangeOf(lines, span)))
  }
  const places = problems.map(({ span, message }) => ({ ...rangeOf(lines, span), message: `This entry is broken: ${message}.` }))
  return { references, isComplete: places.length === 0, problem: brokenEntries(places) }
}

function brokenEntries(places: BibliographyProblem['places']): BibliographyProblem | undefined {
  const [first] = places
  if (!first) return undefined
  const count = places.length === 1 ? 'an entry that is broken' : `${counted(places.length, 'entry', 'entries')} that are broken, the first`
  return {
    message: `has ${count} on line ${first.start.line.toLocaleString('en')}, so what stands there is not known and a wrong id is not found. Mend it, or save the file again in your reference manager.`,
    partly: true,
    places,
  }
}
