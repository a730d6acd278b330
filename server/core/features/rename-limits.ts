import { rules } from '../rules/all.generated.ts'
import { listed } from '../text/words.ts'
import { bibliographyOf } from '../workspace/bibliographies.ts'
import { isIgnored } from '../workspace/config.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { type Name, ownPart } from '../workspace/mentions.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import type { Project } from '../workspace/project.ts'
import { reachOf, termsOf } from '../workspace/reach.ts'
import type { Refusal } from './feature.ts'
import { isWordOf } from './known-words.ts'
import { aNounOf, idWord, nounOf, ofOwner } from './name-words.ts'
import { definitionsAmong, placesOf, type Search, type Subject } from './named-places.ts'

/**
 * What a rename of a name is about. `alone`: of several things with one id only
 * the one at the cursor gets another, for a reference could mean any of them.
 */
export type Extent = 'all' | 'alone'

/** Whether what stands at a place can get another name, and how much of it; nothing is changed. */
export async function extentOf(search: Search, subject: Subject): Promise<Extent | Refusal> {
  const { project } = search
  const { name, role } = subject.occurrence
  // A series is nothing but its name, so nothing defines it.
  if (name.kind === 'series') return 'all'
  const rivals: string[] = []
  let isDefined = false
  const { homes } = reachOf(project, subject.file.path, name)
  for await (const places of placesOf(search, subject, homes)) {
    const { path } = places.file
    const { occurrences } = definitionsAmong(places)
    isDefined ||= occurrences.length > 0
    // An old copy that the house has laid aside is no rival, and goes along.
    const isAside = path !== subject.file.path && isIgnored(project.configOf(path), path)
    if (!isAside) rivals.push(...occurrences.map(() => path))
  }
  if (!isDefined) return { refused: undefinedWords(project, subject) }
  if (rivals.length < 2) return 'all'
  return role === 'definition' ? 'alone' : { refused: rivalWords(subject, rivals) }
}

function rivalWords({ file, occurrence: { name } }: Subject, rivals: readonly string[]): string {
  const where = [...new Set(rivals)].map((path) => (path === file.path ? 'this file' : path))
  const several = where.length > 1 ? listed(where) : `${where.join()} twice`
  return `"${name.id}" is the ${idWord(name)} of more than one ${nounOf(name)}: it stands in ${several}, so a reference could mean either. Go to the one that you mean and rename it there; the references stay with the other.`
}

function undefinedWords(project: Project, { occurrence: { name, index }, file }: Subject): string {
  const { kind, id } = name
  if (kind === 'country')
    return `"${id}" is the code of a country. Codes are given by ISO 3166, so they cannot be renamed; to name another country, write its code.`
  const shown = kind === 'param' ? ownPart(name) : id
  const shipped = shippedTerm(project, file.path, name)
  if (shipped && !isBuiltIn(shipped.path))
    return `"${shown}" is ${aNounOf(name)}${ofOwner(name)} that is kept in ${shipped.path} and cannot be renamed from here. Rename it where that library is looked after; to name another one, write its ${idWord(name)} here.`
  const isOurs = kind === 'rule' ? rules.some((rule) => rule.id === id) : shipped || isWordOf(project.vocabularyOf(undefined), name)
  if (isOurs)
    return `"${shown}" is ${aNounOf(name)}${ofOwner(name)} that comes with Chancery, so its name is fixed. To name another one, write its ${idWord(name)} here.`
  const document = file.parts[index]?.document
  const bibliography = kind === 'source' && document?.kind ? bibliographyOf(document, project.portfolio) : undefined
  if (bibliography?.held?.references.has(id))
    return `"${id}" stands in ${bibliography.named}, which is kept by another program. Rename it there, and then in the files that cite it.`
  const remedy = bibliography
    ? `If it stands in ${bibliography.named}, rename it there.`
    : `Correct the ${idWord(name)} here, or add what it names.`
  return `There is no ${nounOf(name)} "${shown}"${ofOwner(name)}, so there is nothing that could be renamed. ${remedy}`
}

/** The library, the snippet or what it asks for, where a package, a trusted folder or Chancery has it. */
function shippedTerm(project: Project, path: string, name: Name): TermEntry | undefined {
  const { kind, id } = name
  if (kind !== 'library' && kind !== 'snippet' && kind !== 'param') return undefined
  const [term] = termsOf(portfolioAt(project, path), { kind, id })
  return kind !== 'param' || Object.hasOwn(term?.snippet?.params ?? {}, ownPart(name)) ? term : undefined
}

/** What is said where nothing has a name. */
export const nothingNamed =
  'There is no id under the cursor. What can be renamed is the id of an engagement, a brief, a source, an option, a claim, a recommendation, a risk, a series, a snippet, its library or its parameters, and the words that your own vocabulary adds.'
