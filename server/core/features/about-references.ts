import { dateWords } from '../schema/dates.ts'
import type { Path } from '../text/path.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { code, facts, paragraphs, plain } from './markdown.ts'
import { type Scene, textAt } from './scene.ts'

/** An engagement of the workspace: what, when, and in which file. */
export function aboutEngagement(entries: readonly Entry[], { vocabulary }: Scene): string {
  const [entry] = entries
  if (!entry) return ''
  const type = entry.type === undefined ? undefined : (vocabulary.engagementTypes.get(entry.type)?.label ?? entry.type)
  return paragraphs(
    `**${plain(entry.title ?? entry.id)}** (${code(entry.id)})`,
    facts([
      [type, entry.status]
        .filter((part) => part !== undefined)
        .map(plain)
        .join(', '),
      datesOf(entry),
      entry.tlp && plain(entry.tlp),
      ...entries.map(({ path }) => code(path)),
    ]),
    entries.length > 1 ? 'More than one file has this id.' : undefined,
  )
}

/** "24 January 2024 to 31 May 2024". */
export function datesOf({ start, end }: Entry): string {
  return [...new Set([start, end].filter((date) => date !== undefined))].map((date) => plain(dateWords(date))).join(' to ')
}

/** A source of this file as a list of sources prints it. */
export function aboutSource(scene: Scene, id: string): string {
  const field = (key: string) => textAt(scene.scan, ['sources', id, key])
  const [title, date, url, grade] = [field('title'), field('date'), field('url') ?? field('doi'), field('grade')]
  const parts = [
    field('author') && plain(field('author') ?? ''),
    title && `*${plain(title)}*`,
    field('publisher') && plain(field('publisher') ?? ''),
    date && plain(dateWords(date)),
  ]
  const words = parts.filter(Boolean).join(', ')
  return paragraphs(
    words === '' ? `The source ${code(id)}` : `${words} (${code(id)})`,
    facts([field('type') && plain(field('type') ?? ''), url && plain(url), grade && `Grade ${plain(grade)}`]),
  )
}

/** An entry of a list that has an id: a claim, an option. */
export interface Listed {
  readonly id: string
  readonly at: Path
  readonly words: string | undefined
}

export function aboutListed(key: 'claims' | 'options', { id, words = '' }: Listed): string {
  return paragraphs(`${key === 'claims' ? 'Claim' : 'Option'} ${code(id)}`, plain(words))
}

/** The claims or options of the file that have an id. */
export function listedUnder({ scan }: Scene, key: 'claims' | 'options'): readonly Listed[] {
  return scan.marks.flatMap(({ is, path, text }) => {
    if (is !== 'value' || path[0] !== key || path[2] !== 'id' || path.length !== 3) return []
    const at = path.slice(0, 2)
    return [{ id: text, at, words: textAt(scan, [...at, 'title']) ?? textAt(scan, [...at, 'text']) }]
  })
}
