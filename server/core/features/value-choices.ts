import { CompletionItemKind } from 'vscode-languageserver-types'
import { firstKeyOf, kindOfName, kinds } from '../model/kinds.ts'
import type { SnippetsParam } from '../model/types.generated.ts'
import { rules } from '../rules/all.generated.ts'
import { rangeWords } from '../schema/likelihood.ts'
import { type Schema, types } from '../schema/schema.ts'
import type { EnumerationEntry } from '../schema/vocabulary-types.ts'
import { answerSchema } from '../snippets/answers.ts'
import { levels } from '../text/finding.ts'
import { isId } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import { fileName } from '../workspace/paths.ts'
import { enumerationOf } from './about-words.ts'
import { acronymValues } from './acronym-choices.ts'
import { isAnswer, questionAt } from './answer-choices.ts'
import type { Choice } from './choice.ts'
import { dateChoices } from './date-choices.ts'
import { libraryChoices } from './library-choices.ts'
import { alias } from './matching.ts'
import { pathChoices } from './path-choices.ts'
import { engagementChoices, listedChoices, snippetChoices, sourceChoices } from './reference-choices.ts'
import { type Scene, textAt } from './scene.ts'
import type { TermTopic, Topic } from './topic.ts'
import { countryChoices, organizationChoices, termChoices, wordChoices } from './vocabulary-choices.ts'

/** What may stand as the value at a path, by its schema; empty where a writer must find own words. */
export function valueChoices(scene: Scene, schema: Schema, path: Path): readonly Choice[] {
  if (path.length === 1 && path[0] === 'chancery') return firstKeyChoices(scene)
  if (scene.kind === 'config' && path.at(-3) === 'rules') return path.at(-1) === 'level' ? wordChoices(levels) : optionValues(path)
  if (path.length === 4 && isAnswer(scene, path)) return answersTo(scene, questionAt(scene, path))
  if (path.length === 2 && path[0] === 'acronyms') return acronymValues(scene, String(path[1]))
  return (
    libraryChoices(scene, path) ??
    vocabularyChoices(scene, schema, path) ??
    referenceChoices(scene, schema, path) ??
    listedValues(scene, schema, path)
  )
}

/** The answers to a question of a snippet, where they can be told. */
function answersTo(scene: Scene, question: SnippetsParam = {}): readonly Choice[] {
  if (question.choices?.length) return wordChoices(question.choices)
  const schema = answerSchema(question)
  return schema ? valueChoices(scene, schema, []) : []
}

function vocabularyChoices(scene: Scene, schema: Schema, path: Path): readonly Choice[] | undefined {
  const { vocabulary } = scene
  switch (schema['x-vocabulary']) {
    case 'countries':
      return countryChoices(scene, path[0] === 'participants' ? 'participants' : 'any')
    case 'organizations':
      return organizationChoices(scene)
    case 'engagement-types':
      return termChoices(vocabulary.engagementTypes.entries.values(), topics('engagement-type'))
    case 'exercise-forms':
      return termChoices(vocabulary.exerciseForms.entries.values(), topics('exercise-form'))
    case 'exercise-foci':
      return termChoices(vocabulary.exerciseFoci.entries.values(), topics('exercise-focus'))
    case 'profiles':
      return termChoices(vocabulary.profiles.entries.values(), topics('profile'))
    case 'naming':
      return termChoices(vocabulary.namingProfiles.entries.values(), topics('naming'))
    case 'scales':
      return termChoices(vocabulary.scales.entries.values(), topics('scale'))
    case 'tlp':
      return tlpChoices(scene)
    default:
      return undefined
  }
}

function topics(is: TermTopic): (id: string) => Topic {
  return (id) => ({ is, id })
}

function referenceChoices(scene: Scene, schema: Schema, path: Path): readonly Choice[] | undefined {
  switch (schema['x-is']) {
    case 'engagement':
      return engagementChoices(scene, path)
    case 'source':
      return sourceChoices(scene)
    case 'option':
      return listedChoices(scene, 'options')
    case 'support':
      return [...listedChoices(scene, 'claims'), ...listedChoices(scene, 'options'), ...engagementChoices(scene)]
    case 'likelihood':
      return likelihoodChoices(scene)
    case 'date':
      return dateChoices(scene, path)
    case 'snippet':
      return snippetChoices(scene)
    case 'path':
    case 'glob':
      return pathChoices(scene, path)
    case 'level':
      return wordChoices(levels)
    case 'grade':
      return gradeChoices(scene)
    case 'id':
      return ownId(scene)
    default:
      return undefined
  }
}

function listedValues(scene: Scene, schema: Schema, path: Path): readonly Choice[] {
  // An actor is a country, an organization or a name; the schema has no other sign of that than the title.
  if (schema.title === 'Actor') return [...countryChoices(scene, 'any'), ...organizationChoices(scene)]
  if (schema.title === 'Agreement' && types(schema).includes('string')) return engagementChoices(scene)
  const name = schema['x-enumeration']
  if (name !== undefined)
    return termChoices(
      enumerationOf(scene.vocabulary, name).filter(({ id }) => schema.enum?.includes(id) ?? true),
      (id) => ({ is: 'enumeration', name, id }),
      enumerationOrder(scene, path),
    )
  if (schema.enum) return wordChoices(schema.enum, schema.enumDescriptions)
  return types(schema).includes('boolean') ? wordChoices([true, false]) : []
}

/** An event is not "in force": the words that do not fit the type of the engagement come last. */
function enumerationOrder(scene: Scene, path: Path): (entry: EnumerationEntry) => number {
  return path.at(-1) === 'role' && path[0] === 'participants' ? roleOrder(scene, path) : statusOrder(scene, path)
}

/** One State is the host; where there is one already, another would be a co-host, and most take part. */
function roleOrder({ scan }: Scene, path: Path): (entry: EnumerationEntry) => number {
  const hasHost = scan.marks.some(
    (mark) =>
      mark.is === 'value' && mark.path[0] === 'participants' && mark.path[2] === 'role' && mark.text === 'host' && mark.path[1] !== path[1],
  )
  return ({ id }) => (hasHost && id === 'host' ? 11 : hasHost && id === 'participant' ? -0.5 : 0)
}

function statusOrder({ scan, vocabulary }: Scene, path: Path): (entry: EnumerationEntry) => number {
  if (path.length !== 1 || path[0] !== 'status') return () => 0
  const type = vocabulary.engagementTypes.get(textAt(scan, ['type']) ?? '')
  return ({ temporal }) => (type && temporal && !temporal.some((t) => type.temporal.includes(t)) ? 11 : 0)
}

function firstKeyChoices({ path, kind }: Scene): readonly Choice[] {
  const named = kindOfName(path) ?? kind
  return wordChoices((named ? [named] : kinds).map(firstKeyOf))
}

/** The value that an option of a rule has without being set, from which a writer goes on. */
function optionValues(path: Path): readonly Choice[] {
  const option = rules.find(({ id }) => id === path.at(-2))?.options?.[String(path.at(-1))]
  if (option?.type === 'boolean') return wordChoices([true, false])
  return option?.default === undefined || Array.isArray(option.default) ? [] : wordChoices([option.default])
}

function tlpChoices({ vocabulary: { builtIn } }: Scene): readonly Choice[] {
  const old = (label: string) => Object.entries(builtIn.handling.legacy).flatMap(([was, is]) => (is === label ? [was] : []))
  return builtIn.handling.tlp.map(({ label }) => ({
    text: label,
    always: 'quoted',
    label,
    names: [
      { text: label, as: 'code' },
      { text: label.replace('TLP:', ''), as: 'name' },
      ...old(label).map((text) => ({ text, as: 'alias', says: `formerly ${text}` }) as const),
    ],
    kind: CompletionItemKind.EnumMember,
    topic: { is: 'tlp', id: label },
  }))
}

function likelihoodChoices({ vocabulary, scale }: Scene): readonly Choice[] {
  const own = vocabulary.scales.get(scale)
  return (own?.terms ?? []).map((term) => ({
    text: term.term,
    label: term.term,
    detail: rangeWords(term),
    names: [{ text: term.term, as: 'name' }, ...term.aliases.map(alias)],
    kind: CompletionItemKind.EnumMember,
    topic: { is: 'likelihood', id: term.term },
  }))
}

/** Grades with the reliability of the source and the credibility of what it says. */
function gradeChoices({ vocabulary }: Scene): readonly Choice[] {
  const figures = enumerationOf(vocabulary, 'credibility')
  return enumerationOf(vocabulary, 'reliability').flatMap((letter) =>
    figures.map((figure) => {
      const text = `${letter.id}${figure.id}`
      const words = `${letter.label}, ${figure.label.toLowerCase()}`
      return {
        text,
        label: text,
        detail: words,
        names: [
          { text, as: 'code' },
          { text: words, as: 'name' },
        ] as const,
        kind: CompletionItemKind.EnumMember,
        topic: { is: 'grade', id: text },
      }
    }),
  )
}

/** A file is best named after the id of what it holds. */
function ownId({ path, kind }: Scene): readonly Choice[] {
  const name = fileName(path).replace(/\.[a-z]+\.ya?ml$/i, '')
  if (!isId(name) || kind === 'config') return []
  return [
    {
      text: name,
      label: name,
      detail: "the file's name",
      names: [{ text: name, as: 'code' }],
      kind: CompletionItemKind.Value,
      topic: { is: 'word', id: name, says: 'The id and the name of the file are best the same.' },
    },
  ]
}
