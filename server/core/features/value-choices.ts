import { CompletionItemKind } from 'vscode-languageserver-types'
import { firstKeyOf, kindOfName, kinds } from '../model/kinds.ts'
import { rangeWords } from '../schema/likelihood.ts'
import { type Schema, types } from '../schema/schema.ts'
import type { EnumerationEntry } from '../schema/vocabulary-types.ts'
import { levels } from '../text/finding.ts'
import { isId } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import { fileName } from '../workspace/paths.ts'
import { aboutLikelihood, aboutProfile, aboutScale, aboutType } from './about-terms.ts'
import type { Choice } from './choice.ts'
import { code, paragraphs, plain } from './markdown.ts'
import { alias } from './matching.ts'
import { engagementChoices, listedChoices, sourceChoices } from './reference-choices.ts'
import { type Scene, textAt } from './scene.ts'
import { countryChoices, organizationChoices, termChoices, wordChoices } from './vocabulary-choices.ts'

/** What may stand as the value at a path, by its schema; empty where a writer must find own words. */
export function valueChoices(scene: Scene, schema: Schema, path: Path): readonly Choice[] {
  if (path.length === 1 && path[0] === 'chancery') return firstKeyChoices(scene)
  if (scene.kind === 'config' && path.at(-1) === 'level' && path.at(-3) === 'rules') return wordChoices(levels)
  return vocabularyChoices(scene, schema, path) ?? referenceChoices(scene, schema) ?? listedValues(scene, schema, path)
}

function vocabularyChoices(scene: Scene, schema: Schema, path: Path): readonly Choice[] | undefined {
  const { vocabulary } = scene
  switch (schema['x-vocabulary']) {
    case 'countries':
      return countryChoices(scene, path[0] === 'participants' ? 'participants' : 'any')
    case 'organizations':
      return organizationChoices(scene)
    case 'engagement-types':
      return termChoices(vocabulary.engagementTypes.entries.values(), aboutType)
    case 'exercise-forms':
      return termChoices(vocabulary.exerciseForms.entries.values())
    case 'exercise-foci':
      return termChoices(vocabulary.exerciseFoci.entries.values())
    case 'profiles':
      return termChoices(vocabulary.profiles.entries.values(), aboutProfile)
    case 'naming':
      return termChoices(vocabulary.namingProfiles.entries.values())
    case 'scales':
      return termChoices(vocabulary.scales.entries.values(), aboutScale)
    case 'tlp':
      return tlpChoices(scene)
    default:
      return undefined
  }
}

function referenceChoices(scene: Scene, schema: Schema): readonly Choice[] | undefined {
  switch (schema['x-is']) {
    case 'engagement':
      return engagementChoices(scene)
    case 'source':
      return sourceChoices(scene)
    case 'option':
      return listedChoices(scene, 'options')
    case 'support':
      return [...listedChoices(scene, 'claims'), ...listedChoices(scene, 'options'), ...engagementChoices(scene)]
    case 'likelihood':
      return likelihoodChoices(scene)
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
  const entries = schema['x-enumeration'] === undefined ? undefined : enumeration(scene, schema['x-enumeration'])
  if (entries)
    return termChoices(
      entries.filter(({ id }) => schema.enum?.includes(id) ?? true),
      undefined,
      statusOrder(scene, path),
    )
  if (schema.enum) return wordChoices(schema.enum, schema.enumDescriptions)
  return types(schema).includes('boolean') ? wordChoices([true, false]) : []
}

function enumeration({ vocabulary: { builtIn } }: Scene, name: string): readonly EnumerationEntry[] | undefined {
  return Object.hasOwn(builtIn.enumerations, name) ? builtIn.enumerations[name] : undefined
}

/** An event is not "in force": the words that do not fit the type of the engagement come last. */
function statusOrder({ scan, vocabulary }: Scene, path: Path): (entry: EnumerationEntry) => number {
  if (path.length !== 1 || path[0] !== 'status') return () => 0
  const type = vocabulary.engagementTypes.get(textAt(scan, ['type']) ?? '')
  return ({ temporal }) => (type && temporal && !temporal.some((t) => type.temporal.includes(t)) ? 11 : 0)
}

function firstKeyChoices({ path, kind }: Scene): readonly Choice[] {
  const named = kindOfName(path) ?? kind
  return wordChoices((named ? [named] : kinds).map(firstKeyOf))
}

function tlpChoices({ vocabulary: { builtIn } }: Scene): readonly Choice[] {
  const old = (label: string) => Object.entries(builtIn.handling.legacy).flatMap(([was, is]) => (is === label ? [was] : []))
  return builtIn.handling.tlp.map(({ label, definition }) => ({
    text: label,
    always: 'quoted',
    label,
    names: [
      { text: label, as: 'code' },
      { text: label.replace('TLP:', ''), as: 'name' },
      ...old(label).map((text) => ({ text, as: 'alias', says: `formerly ${text}` }) as const),
    ],
    kind: CompletionItemKind.EnumMember,
    about: () => paragraphs(`**${plain(label)}**`, plain(definition)),
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
    about: () => (own ? aboutLikelihood(term, own) : ''),
  }))
}

/** Grades with the reliability of the source and the credibility of what it says. */
function gradeChoices(scene: Scene): readonly Choice[] {
  const figures = enumeration(scene, 'credibility') ?? []
  return (enumeration(scene, 'reliability') ?? []).flatMap((letter) =>
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
        about: () => paragraphs(`**${code(text)}** ${plain(words)}`, plain(letter.definition), plain(figure.definition)),
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
      about: () => 'The id and the name of the file are best the same.',
    },
  ]
}
