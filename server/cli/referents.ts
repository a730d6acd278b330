import { dirname } from 'node:path/posix'
import { type Citation, definersOf, kindOfName, matches, openFile, type Project, summaryOf } from '../core/index.ts'
import type { Change } from './changes.ts'

/** Whether something that a file refers to, or that holds for it, has changed. */
export type Upset = (path: string) => boolean

/** What is known of the changes when a file is asked about. */
interface Upheaval {
  /** Files that changed, came or went, by their paths from the root of the workspace. */
  readonly places: ReadonlySet<string>
  /** What these files defined before, as kind and id. */
  readonly former: ReadonlySet<string>
}

export function upsetBy(project: Project, touched: ReadonlyMap<string, Change>, inside: (file: string) => string): Upset {
  const changes = [...touched.values()]
  const moved = changes.flatMap(({ formerly }) => (formerly === undefined ? [] : [inside(formerly)]))
  const upheaval: Upheaval = {
    places: new Set([...touched.keys(), ...moved]),
    former: new Set(changes.flatMap(({ file, formerly, before }) => namesIn(inside(formerly ?? file), before))),
  }
  const ruled = ruledAnew(project, upheaval)
  return (path) => ruled(path) || refersToChanged(project, path, upheaval)
}

function namesIn(path: string, text: string | undefined): readonly string[] {
  if (text === undefined) return []
  const { entries, terms } = summaryOf(openFile(path, text))
  return [...entries, ...terms].map(({ kind, id }) => `${kind} ${id}`)
}

/** Configurations and vocabularies hold for every file below them, and so does one that is there no more. */
function ruledAnew(project: Project, { places }: Upheaval): Upset {
  const folders = [...places].filter((path) => kindOfName(path) === 'config').map(dirname)
  const vocabularies = [...places].filter((path) => kindOfName(path) === 'vocabulary')
  return (path) => {
    const config = project.configOf(path)
    const files = config?.files ?? []
    return (
      folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`)) ||
      files.some((file) => places.has(file.path)) ||
      vocabularies.some((vocabulary) => files.some(({ folder, model }) => matches(vocabulary, folder, model.vocabularies ?? [])))
    )
  }
}

function refersToChanged({ portfolio }: Project, path: string, { places, former }: Upheaval): boolean {
  const summary = portfolio.of(path)
  if (!summary) return false
  const isChanged = (other: { readonly path: string }) => other.path !== path && places.has(other.path)
  const definers = ({ kind, to }: Citation) => definersOf(portfolio, { kind, id: to })
  // Nothing defines a series but the files that belong to it.
  const companions = ({ kind, to }: Citation) => (kind === 'series' ? portfolio.cited(kind, to).map((other) => ({ path: other })) : [])
  const names: readonly Citation[] = [
    ...summary.citations,
    ...[...summary.entries, ...summary.terms].map(({ kind, id }): Citation => ({ kind, to: id })),
  ]
  const paths = [...summary.targets, ...(summary.bibliographies ?? [])]
  return (
    names.some((name) => [...definers(name), ...companions(name)].some(isChanged)) ||
    summary.citations.some(({ kind, to }) => former.has(`${kind} ${to}`)) ||
    paths.some((target) => [...places].some((place) => place === target || place.startsWith(`${target}/`)))
  )
}
