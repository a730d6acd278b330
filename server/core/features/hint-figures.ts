import { briefLength } from '../model/length.ts'
import { withoutCitations } from '../model/prose.ts'
import type { Brief } from '../model/types.generated.ts'
import { periodWords } from '../schema/date-words.ts'
import { daysBetween, isDate } from '../schema/dates.ts'
import { termOnScales } from '../schema/likelihood.ts'
import type { Profile, ScaleTerm } from '../schema/vocabulary-types.ts'
import { counted, countWords } from '../text/words.ts'
import { ruleSettings, setting } from '../workspace/config.ts'
import { aboutLikelihood } from './about-terms.ts'
import { behindValue, type Hint, type Told, writtenAt } from './hint.ts'
import { facts, paragraphs, plain, sourceLine } from './markdown.ts'

/** How long an engagement lasted, where both days are known. */
export function durationHints(told: Told): readonly Hint[] {
  const { document } = told
  if (document.kind !== 'engagement') return []
  const { start, end, announced } = document.model.dates ?? {}
  const found = writtenAt(told, ['dates', 'end'])
  const at = found && behindValue(told, found)
  if (at === undefined || !isDay(start) || !isDay(end) || end < start) return []
  const notice =
    isDay(announced) && announced <= start ? `Announced ${counted(daysBetween(announced, start), 'day')} before it began` : undefined
  const tooltip = paragraphs(`${periodWords(start, end)}${end > start ? ', both days counted' : ''}`, facts([notice]))
  return [{ at, label: counted(daysBetween(start, end) + 1, 'day'), tooltip }]
}

function isDay(date: string | undefined): date is string {
  return date !== undefined && date.length === 10 && isDate(date)
}

/** What a term of likelihood stands for on the scale in use. */
export function likelihoodHints(told: Told): readonly Hint[] {
  const { part, vocabulary, config } = told
  const scale = setting(config, 'estimative_scale') ?? 'icd203'
  return part.fields.flatMap(({ path, value, schema }) => {
    if (schema['x-is'] !== 'likelihood') return []
    const meant = termOnScales(vocabulary.scales, scale, String(value))
    const found = meant && writtenAt(told, path)
    const at = found && behindValue(told, found)
    return at === undefined || !meant ? [] : [{ at, label: percentRange(meant.term), tooltip: aboutLikelihood(meant.term, meant.scale) }]
  })
}

function percentRange({ from, to, toExcluded }: ScaleTerm): string {
  return toExcluded ? `${from} to under ${to}%` : `${from}–${to}%`
}

/** How many words the bottom line and the whole brief have, of those that the profile allows. */
export function wordHints(told: Told): readonly Hint[] {
  const { document, vocabulary, config } = told
  if (document.kind !== 'brief') return []
  const { model } = document
  const profile = vocabulary.profiles.get(model.profile ?? setting(config, 'profile') ?? '')
  return [...bottomLineHint(told, model, profile), ...wholeHint(told, model, profile)]
}

function bottomLineHint(told: Told, { bluf, stage = 'draft' }: Brief, profile: Profile | undefined): readonly Hint[] {
  const found = writtenAt(told, ['bluf'])
  const at = found && behindValue(told, found)
  if (at === undefined || !bluf) return []
  const { config, context } = told
  const ofHouse = ruleSettings(config, { path: context.path, kind: 'brief', stage }).get('bluf-length')?.options['words']
  const limit = typeof ofHouse === 'number' ? ofHouse : profile?.words.bluf
  const whose = typeof ofHouse === 'number' ? 'This workspace' : whoseLimit(profile)
  return [
    { at, ...wordsOf(countWords(withoutCitations(bluf)), limit, [`${whose} allows`, profile && sourceLine(profile.source, profile.asOf)]) },
  ]
}

/** Whose limit it is, and on what that rests. */
function whoseLimit(profile: Profile | undefined): readonly (string | undefined)[] {
  return profile ? [`The profile ${plain(profile.label)} allows`, sourceLine(profile.source, profile.asOf)] : []
}

/** At the profile, whose limit it is, else at the title. Of a brief with broken parts not every word is counted. */
function wholeHint(told: Told, brief: Brief, profile: Profile | undefined): readonly Hint[] {
  if (told.document.damaged.size > 0) return []
  const found = writtenAt(told, ['profile']) ?? writtenAt(told, ['title'])
  const at = found && behindValue(told, found)
  if (at === undefined) return []
  const [allows, source] = whoseLimit(profile)
  return [{ at, ...wordsOf(briefLength(brief), profile?.words.whole, [allows, uncounted, source]) }]
}

const uncounted = 'Sources, annexes, notes and what stands above the text are not counted, nor are marks that cite.'

function wordsOf(words: number, limit: number | undefined, [allows, ...more]: readonly (string | undefined)[]): Omit<Hint, 'at'> {
  if (limit === undefined) return { label: counted(words, 'word'), tooltip: 'No profile says how many words there may be.' }
  const over = words > limit ? `: ${counted(words - limit, 'word')} too many` : ''
  return {
    label: `${words.toLocaleString('en')} of ${counted(limit, 'word')}`,
    tooltip: paragraphs(`${allows} ${counted(limit, 'word')}${over}.`, ...more),
  }
}
