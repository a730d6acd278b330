import { describe, expect, it } from 'vitest'
import { builtIn, type Schema, schemas } from '../../server/core/index.ts'
import { contextOf } from '../../server/core/preview/context.ts'
import { fieldEntries } from '../../server/core/preview/details.ts'
import { emptyContext, pageOf, visibleText } from './preview-pages.ts'

type Kind = 'brief' | 'engagement'
type Path = readonly (string | number)[]

interface Leaf {
  readonly path: Path
  readonly value: string | number | boolean
  /** What a reader has to find of it. */
  readonly words: string
}

/** Answers that the page gives as a sentence, not as a plain yes. */
const sentences: Readonly<Record<string, string>> = {
  participants_complete: 'The list of participants is complete.',
  'location.disputed': 'The area is disputed.',
}

function leavesOf(schema: Schema, path: Path, leaves: Leaf[]): readonly Leaf[] {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) leavesOf(inner, [...path, key], leaves)
  if (typeof schema.additionalProperties === 'object') leavesOf(schema.additionalProperties, [...path, `zq-key-${leaves.length}`], leaves)
  if (schema.items) {
    leavesOf(schema.items, [...path, 0], leaves)
    // An item that may be a word or a thing of its own is tried as both.
    if (schema.items.properties && schema.items.type?.includes('string'))
      leaves.push({ path: [...path, 1], ...sample(schema.items, [...path, 1], leaves.length) })
  }
  if (!schema.properties && !schema.items && typeof schema.additionalProperties !== 'object')
    leaves.push({ path, ...sample(schema, path, leaves.length) })
  return leaves
}

function sample(schema: Schema, path: Path, n: number): Omit<Leaf, 'path'> {
  const sentence = sentences[path.join('.')]
  if (typeof schema.const === 'string') return { value: schema.const, words: schema.const }
  if (schema.type?.includes('boolean') && !schema.type.includes('string')) return { value: true, words: sentence ?? 'Yes' }
  if (schema.enum?.includes(true)) return { value: 'unknown', words: 'Not known' }
  const enumeration = builtIn.enumerations[schema['x-enumeration'] ?? '']?.at(-1)
  if (enumeration) return { value: enumeration.id, words: enumeration.label }
  if (schema.type === 'integer') return { value: 10_000 + n, words: `${10 + Math.trunc(n / 1000)},${String(n % 1000).padStart(3, '0')}` }
  if (path.at(-1) === 'lat' || path.at(-1) === 'lon') return { value: -12.5, words: path.at(-1) === 'lat' ? '12.5° S' : '12.5° W' }
  if (schema.type === 'number') return { value: 50.5 + n, words: `${50.5 + n}` }
  return text(schema, n)
}

/** Texts by what they are: a code is to be found as its name. */
function text(schema: Schema, n: number): { readonly value: string; readonly words: string } {
  const own = { value: `Zq${n}`, words: `Zq${n}` }
  switch (schema['x-is']) {
    case 'country':
      return { value: 'GRC', words: 'Greece' }
    case 'organization':
      return { value: 'asean', words: 'Association of Southeast Asian Nations (ASEAN)' }
    case 'engagement-type':
    case 'exercise-form':
    case 'exercise-focus':
    case 'profile':
    case 'tlp':
      return term(schema['x-is'])
    case 'date':
    case 'historic-date':
      return { value: `${1100 + n}-06-27`, words: `27 June ${1100 + n}` }
    case 'language':
      return { value: 'el', words: 'Greek' }
    case 'grade':
      return { value: 'B2', words: 'usually reliable' }
    case 'likelihood':
      return { value: 'very likely', words: 'Very likely (80 to 95 per cent)' }
    case 'url':
      return { value: `https://example.org/zq${n}`, words: `https://example.org/zq${n}` }
    case 'doi':
      return { value: `10.1234/zq${n}`, words: `10.1234/zq${n}` }
    default:
      return own
  }
}

function term(is: string): { readonly value: string; readonly words: string } {
  const lists = {
    'engagement-type': builtIn.engagementTypes,
    'exercise-form': builtIn.exerciseForms,
    'exercise-focus': builtIn.exerciseFoci,
    profile: builtIn.profiles,
  }
  const entry = lists[is as keyof typeof lists]?.[1]
  return entry ? { value: entry.id, words: entry.label } : { value: 'TLP:AMBER', words: 'TLP:AMBER' }
}

/** A model that holds the given leaves and nothing else. */
function modelOf(leaves: readonly Leaf[]): object {
  const model: Record<string, unknown> = {}
  for (const { path, value } of leaves) {
    let at: Record<string | number, unknown> = model
    path.forEach((step, i) => {
      at[step] ??= i === path.length - 1 ? value : typeof path[i + 1] === 'number' ? [] : {}
      at = at[step] as Record<string | number, unknown>
    })
  }
  return model
}

function shown(kind: Kind, leaves: readonly Leaf[]): string {
  return visibleText(pageOf(kind, modelOf(leaves)))
}

/** How often words are met, at the beginning of a sentence or within. */
function times(words: string, whole: string): number {
  return whole.toLowerCase().split(words.toLowerCase()).length - 1
}

describe.each(['brief', 'engagement'] as const)('the page of a %s', (kind) => {
  const leaves = leavesOf(schemas[kind], [], [])
  const everything = shown(kind, leaves)
  const nothing = visibleText(pageOf(kind, {}))

  it('is tried with every field of the schema', () => expect(leaves.length).toBeGreaterThan(100))

  it.each(leaves.map((leaf) => [leaf.path.join('.'), leaf] as const))('shows %s, alone and among all others', (_, leaf) => {
    expect(times(leaf.words, shown(kind, [leaf]))).toBeGreaterThan(times(leaf.words, nothing))
    const others = leaves.filter((other) => other !== leaf)
    expect(times(leaf.words, everything)).toBeGreaterThan(times(leaf.words, shown(kind, others)))
  })

  it('shows no extension key', () => {
    const model = { ...modelOf(leaves), 'x-secret': 'hidden words', sources: { 'x-own': { title: 'hidden words' } } }
    expect(visibleText(pageOf(kind, model))).not.toContain('hidden words')
  })
})

describe('a field that is new in the schema', () => {
  const schema: Schema = {
    properties: {
      deck_height: { type: 'integer' },
      sister_ports: { type: 'array', items: { type: 'string', 'x-vocabulary': 'countries', 'x-is': 'country' } },
    },
  }

  it('appears by itself, under its name', () => {
    const entries = fieldEntries({ deck_height: 1200, sister_ports: ['GRC', 'PHL'] }, schema, contextOf(emptyContext, {}))
    expect(entries.map(({ term: name }) => name)).toEqual(['Deck height', 'Sister ports'])
    expect(JSON.stringify(entries)).toMatch(/1,200.*Greece.*Philippines/)
  })
})
