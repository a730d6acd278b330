import { placeAt } from '../text/lines.ts'
import { type Name, ownerOf, ownPart } from '../workspace/mentions.ts'
import { occurrencesIn } from '../workspace/names.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import type { Project } from '../workspace/project.ts'
import { isTeamKind, type Reach } from '../workspace/reach.ts'
import { isWordOf } from './known-words.ts'
import { aNounOf, idWord, nounOf, ofOwner } from './name-words.ts'
import type { Subject } from './named-places.ts'

/** The name that something has once its own part is another. */
export function renamed({ kind, id: former }: Name, id: string): Name {
  return { kind, id: kind === 'snippet' || kind === 'param' ? `${ownerOf(former)}/${id}` : id }
}

/** By what and where a new id is taken already. */
export function takenWords(project: Project, subject: Subject, id: string, reach: Reach): string | undefined {
  const name = renamed(subject.occurrence.name, id)
  const rival = rivalIn(project, subject, name, reach)
  return rival && `"${id}" is already the ${idWord(name)} of ${rival}. Choose another ${idWord(name)}.`
}

function rivalIn(project: Project, subject: Subject, name: Name, { homes, files }: Reach): string | undefined {
  const { portfolio } = project
  const { kind, id } = name
  if (kind === 'engagement' || kind === 'brief') return titled(name, portfolio.defined(kind, id)[0])
  if (kind === 'series') return inFile(name, portfolio.mentioned(kind, id)[0])
  if (kind === 'param') return paramIn(name, portfolio.terms('snippet', ownerOf(id))[0])
  if (kind === 'library' || kind === 'snippet') return titled(name, portfolio.terms(kind, id)[0])
  if (!isTeamKind(kind)) return localRival(project, subject, id)
  const inForce = files.map((file) => project.configOf(file))
  const own = portfolio
    .terms(kind, id)
    .find(({ path }) => homes.includes(path) || inForce.some((c) => project.vocabularyFiles(c).includes(path)))
  if (own) return titled(name, own)
  return isWordOf(project.vocabularyOf(undefined), name) ? `${aNounOf(name)} that comes with Chancery` : undefined
}

function titled(name: Name, entry: { readonly title: string | undefined; readonly path: string } | undefined): string | undefined {
  if (!entry) return undefined
  return entry.title === undefined ? inFile(name, entry.path) : `the ${nounOf(name)} "${entry.title}" in ${entry.path}`
}

function paramIn(name: Name, owner: TermEntry | undefined): string | undefined {
  return owner && Object.hasOwn(owner.snippet?.params ?? {}, ownPart(name)) ? `${aNounOf(name)}${ofOwner(name)}` : undefined
}

function inFile(name: Name, path: string | undefined): string | undefined {
  return path === undefined ? undefined : `${aNounOf(name)} in ${path}`
}

/** A reference may mean a claim or an option, so these two share their ids. */
function localRival({ portfolio }: Project, { file, occurrence }: Subject, id: string): string | undefined {
  const { kind } = occurrence.name
  const kinds: readonly string[] = kind === 'claim' || kind === 'option' ? ['claim', 'option'] : [kind]
  const rival = occurrencesIn(file, portfolio).find(
    ({ name, role, index }) => role === 'definition' && index === occurrence.index && name.id === id && kinds.includes(name.kind),
  )
  return rival && `${aNounOf(rival.name)} in line ${placeAt(file.lines, rival.span.start).line}`
}
