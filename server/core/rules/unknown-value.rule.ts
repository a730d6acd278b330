import type { Field } from '../model/fields.ts'
import { tlpNamed } from '../schema/handling.ts'
import type { Lexicon } from '../schema/lexicon.ts'
import { lexiconOf, type Vocabulary } from '../schema/vocabulary.ts'
import type { EnumerationEntry, Temporal } from '../schema/vocabulary-types.ts'
import { fold, listed, nearest } from '../text/words.ts'
import { replaceWith } from './change.ts'
import { didYouMean } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'unknown-value',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A value is not in the list of values for its field.',
  reason:
    'Files can be compared, counted and checked only if they use the same words. Write the value as the list has it; where your team needs a type, a form or a focus of its own, add it to a vocabulary file.',
  source: "Chancery: lists in schemas/vocab, and the team's own vocabularies.",
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: Staff Talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: complete
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
handling: { tlp: amber }
`,
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Blue Strait
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [table top], focus: [mine-countermeasure] }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: joint-exercise
title: Exercise Blue Strait
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
exercise: { form: [table-top], focus: [mine-countermeasures] }
handling: { tlp: "TLP:AMBER" }
`,
      `#- chancery.yaml
chancery: config/1
vocabularies: [house.vocabulary.yaml]
#- house.vocabulary.yaml
chancery: vocabulary/1
engagement_types:
  border-meeting: { label: Border meeting, definition: A meeting of commanders from the two sides of a land border., group: D, temporal: [event] }
#- example.engagement.yaml
chancery: engagement/1
id: example
type: border-meeting
title: Meeting at the border post
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [IND, CHN], role: participant }
`,
    ],
  },
  check,
}

/** The vocabularies whose words this rule checks, and what a word of them is called. */
const lists: Readonly<Record<string, string>> = {
  'engagement-types': 'type of engagement',
  'exercise-forms': 'form of exercise',
  'exercise-foci': 'focus of exercise',
  profiles: 'profile',
  scales: 'scale of likelihood',
  naming: 'naming profile',
}

function* check(context: Context): Iterable<Report> {
  const { fields, vocabulary } = context
  yield* statusReports(context)
  for (const field of fields) {
    const name = field.schema['x-vocabulary'] ?? ''
    if (name === 'tlp') yield* tlpReports(field, vocabulary)
    const lexicon = Object.hasOwn(lists, name) ? lexiconOf(vocabulary, name) : undefined
    if (lexicon && !lexicon.get(String(field.value))) yield unknown(field, name, lexicon, vocabulary)
  }
}

const traits: Readonly<Record<Temporal, string>> = { event: 'an event', instrument: 'an agreement', standing: 'a standing arrangement' }

/** An event is not "in force", and an agreement is not "completed". */
function* statusReports({ document, vocabulary }: Context): Iterable<Report> {
  if (document.kind !== 'engagement') return
  const { type: typeId = '', status } = document.model
  const type = vocabulary.engagementTypes.get(typeId)
  const all = vocabulary.builtIn.enumerations['engagement-status'] ?? []
  const said = all.find(({ id }) => id === status)
  const fits = ({ temporal }: EnumerationEntry) => temporal === undefined || temporal.some((trait) => type?.temporal.includes(trait))
  if (!type || !said || fits(said)) return
  const kinds = listed(
    type.temporal.map((trait) => traits[trait]),
    'or',
  )
  yield {
    at: ['status'],
    message: `"${said.id}" is not said of ${kinds}, and a file of type ${type.id} is one. It can be ${listed(
      all.filter(fits).map(({ id }) => id),
      'or',
    )}.`,
  }
}

function unknown({ path, value }: Field, name: string, lexicon: Lexicon<object>, vocabulary: Vocabulary): Report {
  const word = String(value)
  const kind = lists[name] ?? name
  if (word === '') return { at: path, message: `The ${kind} is empty.${choiceOf(name, lexicon, vocabulary)}` }
  const same = lexicon.named(word)
  if (same !== undefined) {
    return {
      at: path,
      message: `Write ${same} for "${word}": every file names a ${kind} by the same word, so that files can be compared.`,
      fixes: didYouMean(path, { id: same, same: true }).fixes,
    }
  }
  const near = lexicon.near(word)
  const candidates = near === undefined ? withWords(word, lexicon) : [near]
  const meant = candidates.length === 0 ? choiceOf(name, lexicon, vocabulary) : ` Did you mean ${listed(candidates, 'or')}?`
  const group = near !== undefined && name === 'engagement-types' ? sameGroup(near, vocabulary) : ''
  return {
    at: path,
    message: `"${word}" is not a ${kind} that Chancery or your team knows.${meant}${group}`,
    fixes: candidates.map((id) => replaceWith(path, id, false)),
  }
}

/** Entries whose id has the most of the words: for "naval exercise" joint-exercise, cyber-exercise and so on. */
function withWords(word: string, { entries }: Lexicon<object>): readonly string[] {
  const words = new Set(
    fold(word)
      .split(' ')
      .filter((w) => w.length > 2),
  )
  const shared = Array.from(entries.keys(), (id) => ({ id, count: id.split('-').filter((w) => words.has(w)).length }))
  const most = Math.max(0, ...shared.map(({ count }) => count))
  return most === 0
    ? []
    : shared
        .filter(({ count }) => count === most)
        .map(({ id }) => id)
        .slice(0, 5)
}

/** A list of which all can be named, or one type of each group; the editor's completion knows the others. */
function choiceOf(name: string, { entries }: Lexicon<object>, { engagementTypes, builtIn }: Vocabulary): string {
  if (name !== 'engagement-types') return ` Choose ${listed([...entries.keys()], 'or')}.`
  const types = [...engagementTypes.entries.values()]
  const some = builtIn.engagementGroups.flatMap((group) => types.find((type) => type.group === group.id)?.id ?? [])
  return ` There are ${types.length} types, such as ${listed(some)}; an editor with Chancery offers them all, and a vocabulary file of your team can add one.`
}

function sameGroup(id: string, { engagementTypes, builtIn }: Vocabulary): string {
  const group = engagementTypes.get(id)?.group
  const others = [...engagementTypes.entries.values()].filter((type) => type.group === group && type.id !== id).map((type) => type.id)
  const label = builtIn.engagementGroups.find((g) => g.id === group)?.label
  return label === undefined || others.length === 0 ? '' : ` Others of its group (${label}) are ${listed(others)}.`
}

/** A label of an earlier version is told by handling-legacy. */
function* tlpReports({ path, value }: Field, { builtIn: { handling } }: Vocabulary): Iterable<Report> {
  const word = String(value)
  const labels = handling.tlp.map(({ label }) => label)
  const named = tlpNamed(word, handling)
  if (labels.includes(word) || named?.legacy) return
  if (named) {
    yield {
      at: path,
      message: `Write ${named.label} for "${word}": the label is printed so in every language, and readers look for exactly that.`,
      fixes: [replaceWith(path, named.label, true)],
    }
    return
  }
  const near = nearest(word, labels)
  const meant = didYouMean(path, near === undefined ? undefined : { id: near, same: false })
  yield {
    at: path,
    message: `${word === '' ? 'The label is empty.' : `"${word}" is not a label of the Traffic Light Protocol.`}${meant.words} The labels are ${listed(labels)}.`,
    fixes: meant.fixes,
  }
}
