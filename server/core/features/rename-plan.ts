import { kindOfName } from '../model/kinds.ts'
import { schemaAt } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { isId, kebab, notAnId } from '../text/ids.ts'
import { asScalar } from '../text/quote.ts'
import type { Edit } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'
import { isLocal, type Name } from '../workspace/mentions.ts'
import type { Occurrence } from '../workspace/names.ts'
import { folderOf, splitName } from '../workspace/paths.ts'
import type { Project } from '../workspace/project.ts'
import { reachOf } from '../workspace/reach.ts'
import type { Refusal } from './feature.ts'
import { type Places, placesOf, type Search, type Subject } from './named-places.ts'
import { changedMeaning } from './rename-check.ts'
import { renamed, takenWords } from './rename-clashes.ts'
import { extentOf } from './rename-limits.ts'
import { sharedAnswer } from './shared-answers.ts'

/** What a rename changes, all of it or nothing. */
export interface RenamePlan {
  readonly changes: readonly FileChange[]
  readonly moves: readonly Move[]
}

/** The edits of a file; of the file itself only what puts them in their places. */
export interface FileChange extends Pick<OpenFile, 'path' | 'lines'> {
  readonly edits: readonly Edit[]
}

/** A file or folder that gets another path. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** How to give what is named at a place another id; or, before anything is changed, why that cannot be. */
export async function planRename(search: Search, subject: Subject, id: string): Promise<RenamePlan | Refusal> {
  const extent = await extentOf(search, subject)
  if (typeof extent === 'object') return extent
  const { name } = subject.occurrence
  if (!isFit(name, id)) return { refused: malformedWords(name, id) }
  const reach = reachOf(search.project, subject.file.path, name)
  const taken =
    takenWords(search.project, subject, id, reach) ??
    (name.kind === 'param' ? sharedAnswer(search.project.portfolio, name, renamed(name, id)) : undefined)
  const unread = taken ?? (extent === 'alone' ? undefined : await unreadFile(search, name))
  if (unread !== undefined) return { refused: unread }
  const { portfolio } = search.project
  const [changes, moves]: [FileChange[], Move[]] = [[], []]
  for await (const places of extent === 'alone' ? [alone(subject)] : placesOf(search, subject, reach.files)) {
    const { path, lines } = places.file
    const edits = editsAt(places, id)
    const refused = changedMeaning(portfolio, { ...places, edits, name, id })
    if (refused !== undefined) return { refused }
    changes.push({ path, lines, edits })
    moves.push(...movesOf(places, id))
  }
  const refused = await meantOtherwise(search, { changes, name, id })
  return refused === undefined ? { changes, moves } : { refused }
}

/** A file that cannot be read names nothing as far as the index knows, and would keep the old name unseen. */
async function unreadFile({ project: { portfolio }, read }: Search, { kind, id }: Name): Promise<string | undefined> {
  if (isLocal(kind)) return undefined
  const word = new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`)
  for (const path of [...portfolio.paths()].sort()) {
    if (!portfolio.of(path)?.isUnreadable) continue
    if (word.test((await read(path))?.text ?? ''))
      return `"${id}" stands in ${path}, which cannot be read as it is, so it would keep the old name. Settle the merge in it, or mend it, and try again.`
  }
  return undefined
}

function alone({ file, occurrence }: Subject): Places {
  return { file, occurrences: [occurrence] }
}

/** Other files may speak of the new name already, which leads nowhere so far; they are looked over and not changed. */
async function meantOtherwise({ project, read }: Search, { changes, name, id }: Meant): Promise<string | undefined> {
  const wanted = renamed(name, id)
  if (isLocal(wanted.kind)) return undefined
  for (const path of project.portfolio.mentioned(wanted.kind, wanted.id)) {
    const file = changes.some((change) => change.path === path) ? undefined : await read(path)
    const refused = file && changedMeaning(project.portfolio, { file, occurrences: [], edits: [], name, id })
    if (refused !== undefined) return refused
  }
  return undefined
}

interface Meant {
  readonly changes: readonly FileChange[]
  readonly name: Name
  readonly id: string
}

/** Whether files can go with their ids, or find their new names taken. */
export async function takenFile({ workspace }: Project, { moves }: RenamePlan): Promise<Refusal | undefined> {
  for (const { to } of moves) {
    const content = await workspace.read(to)
    if ('text' in content || content.problem.rule === 'file-encoding')
      return {
        refused: `The file is called after its id, and there is already a file ${to}. Rename or delete that one first, or choose another id.`,
      }
  }
  return undefined
}

/** The form of the names under which a snippet asks. */
const asked = schemaAt(schemas.snippets, ['snippets', 0, 'params'])?.propertyNames

function isFit({ kind }: Name, id: string): boolean {
  return kind === 'param' ? new RegExp(asked?.pattern ?? '').test(id) : isId(id)
}

function malformedWords({ kind }: Name, id: string): string {
  if (kind === 'param') {
    const what = id === '' ? 'The new name is empty.' : `"${id}" cannot be the name of a parameter.`
    return `${what} Write ${asked?.['x-expects']}.`
  }
  const form = kebab(id)
  if (id.trim() === '') return 'The new id is empty. Write a short name in small letters, digits and hyphens, as rimpac-2024.'
  return `${notAnId(id)} ${form === undefined ? 'Write it in letters from a to z, as rimpac-2024.' : `Write ${form}.`}`
}

/** What several aliases stand for is written once, and edited once. */
function editsAt({ occurrences }: Places, id: string): readonly Edit[] {
  const edits = occurrences.map((occurrence): Edit => ({ span: occurrence.written, text: written(occurrence, id) }))
  return [...new Map(edits.map((edit) => [edit.span.start, edit])).values()].sort((a, b) => a.span.start - b.span.start)
}

/** A word such as "no" needs quotes where it stands alone; a number is text wherever an id is wanted. */
function written({ bare }: Occurrence, id: string): string {
  return bare && !/^[1-9]\d*$/.test(id) ? asScalar(id) : id
}

/** A file that is called after the id goes with it. */
function movesOf({ file: { path }, occurrences }: Places, id: string): readonly Move[] {
  const follows = occurrences.some(({ name, role, index }) => role === 'definition' && index === 0 && isCalledAfter(path, name))
  const folder = folderOf(path)
  return follows ? [{ from: path, to: `${folder === '' ? '' : `${folder}/`}${id}${splitName(path).ending}` }] : []
}

export function isCalledAfter(path: string, { kind, id }: Name): boolean {
  return kindOfName(path) === (kind === 'library' ? 'snippets' : kind) && splitName(path).name === id
}
