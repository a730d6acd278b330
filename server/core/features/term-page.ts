import { builtIn } from '../schema/built-in.generated.ts'
import { dateWords } from '../schema/dates.ts'
import { countryName } from '../schema/names.ts'
import { type Vocabulary, vocabularyOf } from '../schema/vocabulary.ts'
import type { NamingProfile, Organization } from '../schema/vocabulary-types.ts'
import { builtInTerm } from '../workspace/libraries.ts'
import type { Name } from '../workspace/mentions.ts'
import type { TermEntry, TermKind } from '../workspace/portfolio.ts'
import { aboutLibrary, aboutSnippet } from './about-snippets.ts'
import { aboutCountry, aboutOrganization, aboutProfile, aboutScale, aboutTerm, aboutType } from './about-terms.ts'
import { facts, paragraphs, plain } from './markdown.ts'

/** The scheme under which an editor shows the page of a built-in word, which no file defines. */
const scheme = 'chancery-term'

/** The names of places imply no position, so pages take the profile that takes none. */
const naming = 'plain'

/** The address of a built-in word's page, for an editor that shows such pages. */
export function termPageUri({ kind, id }: Name): string {
  return `${scheme}:/${kind}/${id}.md`
}

/** The page of a built-in word as Markdown; undefined where there is no such word. */
export function termPage(kind: string, id: string): string | undefined {
  const page = pageIn(vocabularyOf(builtIn), kind, id)
  // What is said of a word begins with its name, which is the title here.
  return page && `${paragraphs(...page).replace(/^\*\*(.+?)\*\*/, '# $1')}\n`
}

/** What there is to say of a word, in paragraphs. */
type Page = readonly string[] | undefined

function pageIn(vocabulary: Vocabulary, kind: string, id: string): Page {
  switch (kind) {
    case 'country':
      return page(vocabulary.countries.get(id), (country) => [aboutCountry(country, vocabulary, naming)])
    case 'organization':
      return page(
        vocabulary.organizations.get(id),
        (body) => [aboutOrganization(body, vocabulary, naming), ...membersOf(body, vocabulary)],
        'organizations',
      )
    case 'engagement-type':
      return page(vocabulary.engagementTypes.get(id), (type) => [aboutType(type)], 'engagement_types')
    case 'exercise-form':
      return page(vocabulary.exerciseForms.get(id), (form) => [aboutTerm(form)], 'exercise_forms')
    case 'exercise-focus':
      return page(vocabulary.exerciseFoci.get(id), (focus) => [aboutTerm(focus)], 'exercise_foci')
    case 'profile':
      return page(vocabulary.profiles.get(id), (profile) => [aboutProfile(profile)])
    case 'scale':
      return page(vocabulary.scales.get(id), (scale) => [aboutScale(scale)])
    case 'naming':
      return page(vocabulary.namingProfiles.get(id), (profile) => [aboutTerm(profile), ...namesOf(profile, vocabulary)], 'naming')
    case 'snippet':
    case 'library':
      return page(builtInTerm(kind, id), (term) => [
        kind === 'snippet' ? aboutSnippet({ portfolio: { terms, defined: () => [] }, vocabulary, naming }, id) : aboutLibrary(term),
      ])
    default:
      return undefined
  }
}

function terms(kind: TermKind, id: string): readonly TermEntry[] {
  const term = kind === 'library' || kind === 'snippet' ? builtInTerm(kind, id) : undefined
  return term ? [term] : []
}

/** `own`: the key of a vocabulary file under which a team writes down its own words of this kind. */
function page<T>(entry: T | undefined, about: (entry: T) => readonly string[], own?: string): Page {
  if (entry === undefined) return undefined
  return [...about(entry), ...(own === undefined ? [] : [`A team can say otherwise, or more, under \`${own}\` of a vocabulary file.`])]
}

function membersOf({ members, suspensions }: Organization, vocabulary: Vocabulary): readonly string[] {
  if (!members) return []
  const lines = Object.entries(members).map(([code, intervals]) => {
    const country = vocabulary.countries.get(code)
    const spans = intervals.map(({ from, to }) =>
      to === undefined ? `since ${dateWords(from)}` : `${dateWords(from)} to ${dateWords(to)}`,
    )
    const suspended = (suspensions[code] ?? []).map(({ from, to, contested }) => {
      const until =
        to === undefined ? `since ${dateWords(from)}` : `from ${dateWords(from)} to ${to === 'unknown' ? 'a day not known' : dateWords(to)}`
      return `suspended ${until}${contested ? ', which is contested' : ''}`
    })
    return `${plain(country ? countryName(country, vocabulary, naming) : code)} (${code}): ${[spans.join(', '), ...suspended].join('; ')}`
  })
  return ['## Members', facts(lines.sort())]
}

function namesOf({ countries }: NamingProfile, vocabulary: Vocabulary): readonly string[] {
  const lines = Object.entries(countries).map(([code, name]) => {
    const usual = vocabulary.countries.get(code)?.name
    return `${plain(name)} (${code})${usual === undefined || usual === name ? '' : `, elsewhere ${plain(usual)}`}`
  })
  return lines.length === 0 ? [] : ['## Names', facts(lines.sort())]
}
