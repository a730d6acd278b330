import { distanceWords } from '../schema/date-words.ts'
import { dateWords, isDate, weekdayOf, weekdays } from '../schema/dates.ts'
import { termOnScales } from '../schema/likelihood.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import type { EnumerationEntry } from '../schema/vocabulary-types.ts'
import { aboutCountry, aboutLikelihood, aboutOrganization, aboutProfile, aboutScale, aboutTerm, aboutType } from './about-terms.ts'
import { code, paragraphs, plain } from './markdown.ts'
import type { Scene } from './scene.ts'
import type { TermTopic, Topic } from './topic.ts'

type Word = Exclude<
  Topic,
  { readonly is: 'key' | 'rule' | 'engagement' | 'source' | 'claim' | 'option' | 'library' | 'snippet' | 'option-of-rule' | 'file' }
>

/** A word that means the same in every file of the workspace. */
export function aboutWord(scene: Scene, topic: Word): string {
  const { vocabulary, naming } = scene
  const { id } = topic
  switch (topic.is) {
    case 'country':
      return written(vocabulary.countries.get(id), (country) => aboutCountry(country, vocabulary, naming))
    case 'organization':
      return written(vocabulary.organizations.get(id), (body) => aboutOrganization(body, vocabulary, naming))
    case 'enumeration':
      return written(
        enumerationOf(vocabulary, topic.name).find((entry) => entry.id === id),
        aboutTerm,
      )
    case 'likelihood':
      return written(termOnScales(vocabulary.scales, scene.scale, id), ({ term, scale }) => aboutLikelihood(term, scale))
    case 'tlp':
      return written(
        vocabulary.builtIn.handling.tlp.find(({ label }) => label === id),
        (tlp) => paragraphs(`**${plain(tlp.label)}**`, plain(tlp.definition)),
      )
    case 'grade':
      return aboutGrade(vocabulary, id)
    case 'date':
      return aboutDate(id, scene.today)
    case 'acronym':
      return `**${plain(id)}**: ${plain(topic.says)}`
    case 'word':
      return paragraphs(code(id), topic.says && plain(topic.says))
    default:
      return aboutVocabularyTerm(vocabulary, topic.is, id)
  }
}

function written<T>(found: T | undefined, about: (found: T) => string): string {
  return found === undefined ? '' : about(found)
}

function aboutVocabularyTerm(vocabulary: Vocabulary, is: TermTopic, id: string): string {
  switch (is) {
    case 'engagement-type':
      return written(vocabulary.engagementTypes.get(id), aboutType)
    case 'exercise-form':
      return written(vocabulary.exerciseForms.get(id), aboutTerm)
    case 'exercise-focus':
      return written(vocabulary.exerciseFoci.get(id), aboutTerm)
    case 'profile':
      return written(vocabulary.profiles.get(id), aboutProfile)
    case 'naming':
      return written(vocabulary.namingProfiles.get(id), aboutTerm)
    case 'scale':
      return written(vocabulary.scales.get(id), aboutScale)
    default:
      return nothing(is)
  }
}

/** A topic comes back from the client, which may send what is none. */
function nothing(_: never): string {
  return ''
}

export function enumerationOf({ builtIn }: Vocabulary, name: string): readonly EnumerationEntry[] {
  return (Object.hasOwn(builtIn.enumerations, name) ? builtIn.enumerations[name] : undefined) ?? []
}

/** The reliability of the source, and the credibility of what it says. */
function aboutGrade(vocabulary: Vocabulary, grade: string): string {
  const [letter, figure] = grade
  const reliability = enumerationOf(vocabulary, 'reliability').find(({ id }) => id === letter)
  const credibility = enumerationOf(vocabulary, 'credibility').find(({ id }) => id === figure)
  if (!reliability || !credibility || grade.length !== 2) return ''
  return paragraphs(
    `**${code(grade)}** ${plain(reliability.label)}, ${plain(credibility.label.toLowerCase())}`,
    plain(reliability.definition),
    plain(credibility.definition),
  )
}

/** The day of the week, where a day is known, and how far off it is. */
export function aboutDate(date: string, today: string): string {
  if (!isDate(date)) return ''
  const distance = distanceWords(date, today)
  // Before the calendar was reformed, the days of the week were those of another calendar.
  if (date.length < 10 || date < '1583') return `**${dateWords(date)}**: ${distance}`
  return `**${weekdays[weekdayOf(date)]}, ${dateWords(date)}**: ${distance}`
}
