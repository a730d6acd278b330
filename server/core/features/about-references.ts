import { type SourcePart, sourceLine } from '../model/source-line.ts'
import type { Engagement, EngagementParticipant } from '../model/types.generated.ts'
import { engagementPeriod } from '../schema/date-words.ts'
import { bodyName, countryName } from '../schema/names.ts'
import { gradeLabel, labelIn } from '../schema/value-words.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import type { Entry } from '../workspace/portfolio.ts'
import { address, code, facts, paragraphs, plain } from './markdown.ts'
import { type Scene, textAt } from './scene.ts'
import { sourceOf } from './sources.ts'

/** An engagement of the workspace: what, when, who, and in which file. `model` is what its file says, where it was read. */
export function aboutEngagement(entries: readonly Entry[], scene: Scene, model?: Engagement): string {
  const [entry] = entries
  if (!entry) return ''
  const status = entry.status && labelIn(scene.vocabulary, 'engagement-status', entry.status)
  return paragraphs(
    `**${plain(entry.title ?? '') || plain(entry.id)}** (${code(entry.id)})`,
    facts([
      [kindAndTime(scene, entry), status]
        .filter(Boolean)
        .map((part) => plain(part ?? ''))
        .join('; '),
      plain(whoWords(scene, model?.participants ?? [])),
      entry.tlp && plain(entry.tlp),
      ...entries.map(({ path }) => code(path)),
    ]),
    entries.length > 1 ? 'More than one file has this id.' : undefined,
  )
}

/** "Joint exercise, 27 June to 1 August 2024", "Hotline, since 30 August 1963". */
export function kindAndTime({ vocabulary }: Scene, { type, start, end }: Entry): string {
  const known = type === undefined ? undefined : vocabulary.engagementTypes.get(type)
  return [known?.label ?? type, engagementPeriod(known, start, end)].filter(Boolean).join(', ')
}

/** More than this makes a list that nobody reads on a hover. */
const mostNames = 8

/** "Philippines (host), United States and 12 more". */
function whoWords(scene: Scene, participants: readonly EngagementParticipant[]): string {
  const names = participants.flatMap((participant) => namesOf(scene, participant))
  const rest = names.length - mostNames
  return rest > 1 ? listed([...names.slice(0, mostNames), `${rest.toLocaleString('en')} more`]) : listed(names)
}

function namesOf(
  { vocabulary, naming }: Scene,
  { country, countries = [], organization, name, role }: EngagementParticipant,
): readonly string[] {
  const state = (id: string) => {
    const known = vocabulary.countries.get(id)
    return known ? countryName(known, vocabulary, naming) : id
  }
  const body = organization === undefined ? undefined : vocabulary.organizations.get(organization)
  const all = [...(country ? [country] : []), ...countries].map(state)
  const others = [body ? bodyName(body) : organization, name].filter((other) => other !== undefined)
  return [...all, ...others].map((who) => (role === 'host' || role === 'co-host' ? `${who} (${role})` : who))
}

/** A source as a list of sources prints it. */
export function aboutSource(scene: Scene, id: string): string {
  const known = sourceOf(scene, id)
  if (!known) return ''
  const { source, from } = known
  const line = sourceLine(source).map(partWords).join(', ')
  return paragraphs(
    line === '' ? `The source ${code(id)}` : `${line} (${code(id)})`,
    facts([
      source.type && plain(labelIn(scene.vocabulary, 'source-type', source.type)),
      source.grade && `Grade ${plain(gradeLabel(scene.vocabulary, source.grade))}`,
      source.doi && (/^10\.\d{4,9}\/[\w.()/:;-]+$/.test(source.doi) ? `DOI <https://doi.org/${source.doi}>` : `DOI ${plain(source.doi)}`),
      source.archived && `Saved copy: ${address(source.archived)}`,
      from && `From ${code(from)}`,
    ]),
  )
}

function partWords({ is, text }: SourcePart): string {
  switch (is) {
    case 'title':
      return `“${plain(text)}”`
    case 'address':
      return address(text)
    case 'name':
    case 'words':
      return plain(text)
    default:
      return is satisfies never
  }
}

/** An entry of a list that has an id: a claim, an option. */
export interface Listed {
  readonly id: string
  readonly at: Path
  readonly words: string | undefined
}

export function aboutListed(scene: Scene, is: 'claim' | 'option', id: string): string {
  const found = listedUnder(scene, `${is}s`).find((listed) => listed.id === id)
  return found ? paragraphs(`${is === 'claim' ? 'Claim' : 'Option'} ${code(id)}`, plain(found.words ?? '')) : ''
}

/** The claims or options of the file that have an id. */
export function listedUnder({ scan }: Scene, key: 'claims' | 'options'): readonly Listed[] {
  return scan.marks.flatMap(({ is, path, text }) => {
    if (is !== 'value' || path[0] !== key || path[2] !== 'id' || path.length !== 3) return []
    const at = path.slice(0, 2)
    return [{ id: text, at, words: textAt(scan, [...at, 'title']) ?? textAt(scan, [...at, 'text']) }]
  })
}
