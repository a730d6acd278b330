import { readdirSync, readFileSync } from 'node:fs'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { builtIn, kindOfName, kinds } from '../../server/core/index.ts'
import type { Schema } from '../../server/core/schema/schema.ts'
import { schemas as runtime } from '../../server/core/schema/schemas.generated.ts'

/**
 * The published schemas under a validator that shares no code with ours: they
 * are files that any tool may use.
 */
const base = 'https://schemas.example/'
const root = new URL('../../', import.meta.url)

function schemaFile(name: string) {
  return JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8'))
}

beforeAll(() => {
  for (const name of ['common', ...kinds]) registerSchema(schemaFile(name), `${base}${name}.schema.json`)
})

async function accepts(kind: string, value: unknown): Promise<boolean> {
  return (await validate(`${base}${kind}.schema.json`, value as never)).valid
}

function read(path: string): Record<string, unknown> {
  return parse(readFileSync(new URL(path, root), 'utf8'))
}

const examples = (readdirSync(new URL('examples/', root), { recursive: true }) as string[]).filter((name) => kindOfName(name) !== undefined)

describe('the published schemas, by an independent validator', () => {
  it('has examples of every kind', () => {
    expect(new Set(examples.map(kindOfName))).toEqual(new Set(kinds))
  })

  it.each(examples)('accepts examples/%s', async (path) => {
    expect(await accepts(kindOfName(path) ?? '', read(`examples/${path}`))).toBe(true)
  })

  const exercise = read('examples/engagements/rimpac-2024.engagement.yaml')
  const brief = read('examples/briefs/start-with-relief.brief.yaml')
  const wrong: [string, string, Record<string, unknown>][] = [
    ['an unknown key', 'engagement', { ...exercise, colour: 'blue' }],
    ['an unknown key further down', 'engagement', { ...exercise, location: { country: 'USA', colour: 'blue' } }],
    ['another first key', 'engagement', { ...exercise, chancery: 'engagement/2' }],
    ['a missing title', 'engagement', without(exercise, 'title')],
    ['a missing block that the type requires', 'engagement', without(exercise, 'exercise')],
    ['missing dates of an event', 'engagement', without(exercise, 'dates')],
    ['a block that the type refuses', 'engagement', { ...exercise, attache: { sending_state: 'USA', receiving_state: 'PHL' } }],
    ['a country by name', 'engagement', { ...exercise, participants: [{ country: 'Turkey' }] }],
    ['a role that there is not', 'engagement', { ...exercise, participants: [{ country: 'TUR', role: 'guide' }] }],
    ['a participant who is nobody', 'engagement', { ...exercise, participants: [{ role: 'host' }] }],
    ['a date of another form', 'engagement', { ...exercise, dates: { start: '27/06/2024' } }],
    ['an id with a space', 'engagement', { ...exercise, id: 'RIMPAC 2024' }],
    ['a latitude beyond the pole', 'engagement', { ...exercise, location: { coordinates: { lat: 121, lon: 14 } } }],
    ['a missing bottom line', 'brief', without(brief, 'bluf')],
    ['a grade of another form', 'brief', { ...brief, sources: { a: { type: 'news', title: 'A', grade: '2B' } } }],
    ['a level that there is not', 'config', { chancery: 'config/1', rules: { todo: 'loud' } }],
  ]
  it.each(wrong)('refuses %s', async (_, kind, value) => {
    expect(await accepts(kind, value)).toBe(false)
  })

  const right: [string, string, Record<string, unknown>][] = [
    ["keys of one's own", 'engagement', { ...exercise, 'x-desk': { anything: [1, 'two'] }, note: 'Seen.' }],
    ["a type of the team's own", 'engagement', { ...without(exercise, 'exercise'), type: 'desk-call' }],
    ['a bare year', 'engagement', { ...exercise, dates: { start: 2024 } }],
    ['cyber in any type', 'engagement', { ...exercise, cyber: { aspects: ['threat-sharing'] } }],
  ]
  it.each(right)('accepts %s', async (_, kind, value) => {
    expect(await accepts(kind, value)).toBe(true)
  })
})

function without(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = value
  return rest
}

/** Every field of a kind with its path, by the schema that the engine uses. */
function* fields(schema: Schema, path: string): Generator<[string, Schema]> {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${key}`, inner]
    yield* fields(inner, `${path}.${key}`)
  }
  if (schema.items) yield* fields(schema.items, `${path}[]`)
  if (typeof schema.additionalProperties === 'object') yield* fields(schema.additionalProperties, `${path}.*`)
}

describe.each(kinds)('every field of %s', (kind) => {
  const all = [...fields(runtime[kind], kind)]

  it('tells a writer what to put there, with an example', () => {
    expect(all.length).toBeGreaterThan(10)
    const silent = all.filter(([, schema]) => !schema.description || (schema.examples ?? []).length === 0).map(([path]) => path)
    expect(silent).toEqual([])
  })

  it('has words for every value of its enumeration', () => {
    const named = all.flatMap(([path, schema]) =>
      schema['x-enumeration'] ? [[path, builtIn.enumerations[schema['x-enumeration']] ?? []] as const] : [],
    )
    const wordless = named
      .filter(([, entries]) => entries.length === 0 || entries.some((e) => e.label === '' || e.definition === ''))
      .map(([path]) => path)
    expect(wordless).toEqual([])
  })
})
