import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Location } from 'vscode-languageserver-types'
import { protocolRange } from '../../server/core/features/feature.ts'
import { isId, lintFile } from '../../server/core/index.ts'
import { isLocal } from '../../server/core/workspace/mentions.ts'
import { type Occurrence, occurrencesIn } from '../../server/core/workspace/names.ts'
import { corpus, examples, fixtures } from '../support/corpus.ts'
import { deskOf, edited, type FeatureDesk } from '../support/feature-desk.ts'
import { type Files, today } from '../support/files.ts'
import { mutate, seeded } from '../support/mutate.ts'

/** A name that no text of the corpus holds. */
const fresh = 'zz-name-of-nothing-9'

interface Place {
  readonly path: string
  readonly occurrence: Occurrence
}

/** Every place at which something is named. Of several behind one merge key a cursor can only mean one. */
function placesOf({ files, file, project }: FeatureDesk): readonly Place[] {
  return Object.keys(files).flatMap((path) => {
    const all = occurrencesIn(file(path), project.portfolio)
    const meant = new Map(all.map((occurrence) => [occurrence.span.start, occurrence]))
    return [...meant.values()].map((occurrence) => ({ path, occurrence }))
  })
}

function ask(desk: FeatureDesk, method: string, { path, occurrence }: Place, params: object = {}): Promise<unknown> {
  const position = protocolRange(desk.file(path).lines, occurrence.span).start
  return desk.ask(`textDocument/${method}`, path, { position, ...params })
}

const key = ({ uri, range: { start, end } }: Location) => `${uri} ${start.line}:${start.character}-${end.line}:${end.character}`

function keyOf({ file }: FeatureDesk, { path, occurrence }: Place): string {
  return key({ uri: `file:///${path}`, range: protocolRange(file(path).lines, occurrence.span) })
}

async function found(desk: FeatureDesk, method: string, place: Place, params?: object): Promise<readonly string[]> {
  return (((await ask(desk, method, place, params)) ?? []) as readonly Location[]).map(key).sort()
}

/** The first place of each name that the workspace holds. */
function names(places: readonly Place[]): readonly Place[] {
  const first = new Map<string, Place>()
  for (const place of places) {
    const { name, index } = place.occurrence
    const where = isLocal(name.kind) ? `${place.path} ${index}` : ''
    const id = `${name.kind} ${name.id} ${where}`
    if (!first.has(id)) first.set(id, place)
  }
  return [...first.values()]
}

/** What does not hold of the places that speak of one thing; undefined where all is well. */
async function brokenWays(desk: FeatureDesk, place: Place, places: readonly Place[]): Promise<string | undefined> {
  const all = await found(desk, 'references', place, { context: { includeDeclaration: true } })
  if (!all.includes(keyOf(desk, place))) return 'is not among its own references'
  const definitions = (await found(desk, 'definition', place)).filter((at) => at.startsWith('file:'))
  if (definitions.some((at) => !all.includes(at))) return 'has a definition that is not among its references'
  for (const other of places) {
    const sameKind = other.occurrence.name.kind === place.occurrence.name.kind && other.occurrence.name.id === place.occurrence.name.id
    if (!sameKind || !all.includes(keyOf(desk, other))) continue
    const others = (await found(desk, 'definition', other)).filter((at) => at.startsWith('file:'))
    if (others.join() !== definitions.join()) return `is led elsewhere from ${other.path}`
  }
  return undefined
}

type Answer = { readonly refused: string } | Parameters<typeof edited>[1]

function renamed(desk: FeatureDesk, place: Place, newName: string): Promise<Answer> {
  return ask(desk, 'rename', place, { newName }) as Promise<Answer>
}

/** Rules that read an id as a word: `status-quo` says of an option what no other name says for certain. */
const readsIds = new Set(['options-status-quo'])

/** How many findings of each rule a file has, by its path before the rename. */
function told({ files, file, project }: FeatureDesk, id: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const path of Object.keys(files)) {
    for (const { rule } of lintFile(project, file(path), { today }).findings) {
      if (readsIds.has(rule)) continue
      const at = `${path.replace(fresh, id)}: ${rule}`
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return counts
}

/** The findings that a rename brings, but for those of misspelt names that were told to mean this one: no other name is like them. */
function broughtBy(desk: FeatureDesk, after: FeatureDesk, id: string): readonly string[] {
  const before = told(desk, id)
  const news = [...told(after, id)].flatMap(([at, n]) => new Array<string>(Math.max(0, n - (before.get(at) ?? 0))).fill(at))
  return Object.keys(desk.files).flatMap((path) => {
    const { findings } = lintFile(desk.project, desk.file(path), { today })
    const meant = findings.filter(({ message }) => message.includes(`Did you mean ${id}?`)).length
    return news.filter((at) => at.startsWith(`${path}: `)).slice(meant)
  })
}

/** Why a rename may be refused: an alias that would be cut off, broken text at a place of the name, a merge left open. */
const permitted = /an alias that begins|Mend what is wrong there first|cannot be read as it is/

/** What does not hold of a rename to a fresh name and back; undefined where all is well or the rename is refused with a reason. */
async function brokenRename(desk: FeatureDesk, place: Place): Promise<string | undefined> {
  const prepared = (await ask(desk, 'prepareRename', place)) as { readonly refused?: string; readonly placeholder?: string }
  const there = await renamed(desk, place, fresh)
  if (prepared.refused !== undefined) return 'refused' in there ? undefined : 'is renamed though it was said that it cannot be'
  const id = prepared.placeholder ?? ''
  if ('refused' in there) return permitted.test(there.refused) ? undefined : there.refused
  const after = await deskOf(edited(desk.files, there))
  const news = broughtBy(desk, after, id)
  // Of an id that is none it was not asked whether the file is called after it.
  if (news.length > 0 && isId(id)) return `brings findings: ${news.join(', ')}`
  const now = placesOf(after).find(({ occurrence }) => occurrence.name.id.split('/').includes(fresh))
  if (!now) return 'is gone'
  const back = await renamed(after, now, id)
  // What has no proper id does not get it back, and a copy cannot take the id of its original again.
  if ('refused' in back) return isId(id) && !/already the (?:id|name)|cannot be the name/.test(back.refused) ? back.refused : undefined
  const again = edited(after.files, back)
  // A word such as "no" is put in quotes where it stood without.
  const bare = (text: string | undefined) => text?.replaceAll(`"${id}"`, id)
  const different = Object.keys({ ...desk.files, ...again }).find((path) => bare(desk.files[path]) !== bare(again[path]))
  return different && `leaves ${different} different`
}

type Law = (desk: FeatureDesk, place: Place, places: readonly Place[]) => Promise<string | undefined>

async function broken(
  files: Files,
  law: Law,
  choose: (names: readonly Place[]) => readonly Place[] = (all) => all,
): Promise<readonly string[]> {
  const desk = await deskOf(files)
  const places = placesOf(desk)
  const found: string[] = []
  for (const place of choose(names(places))) {
    const wrong = await law(desk, place, places)
    if (wrong !== undefined) found.push(`${place.occurrence.name.kind} ${place.occurrence.name.id} of ${place.path} ${wrong}`)
  }
  return found
}

/** One name of those that there are. */
function one(n: number) {
  return (all: readonly Place[]): readonly Place[] => all.slice(n % Math.max(1, all.length)).slice(0, 1)
}

const workspaces = fixtures()
const texts = corpus()
const anyNumber = fc.nat()

/** As a file looks that comes from Windows. */
function withCarriageReturns(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(/\r?\n/g, '\r\n')]))
}

describe('the ways between names', () => {
  it('lead there and back in the examples', async () => {
    const files = examples()
    const run = async (n: number) => {
      expect(await broken(files, brokenWays, (all) => all.filter((_, i) => i % 5 === n % 5))).toEqual([])
    }
    await fc.assert(fc.asyncProperty(anyNumber, run), { numRuns: 1 })
  })

  it('lead there and back in the fixtures', async () => {
    const run = async (n: number) => {
      expect(await broken(workspaces[n % workspaces.length] ?? {}, brokenWays)).toEqual([])
    }
    await fc.assert(fc.asyncProperty(anyNumber, run), { numRuns: 30 })
  })

  it('lead there and back in texts in which somebody has just been at work', async () => {
    const run = async (n: number, accidents: number) => {
      const { files, path } = texts[n % texts.length] ?? { files: {}, path: '' }
      expect(await broken({ ...files, [path]: mutate(files[path] ?? '', seeded(accidents)) }, brokenWays)).toEqual([])
    }
    await fc.assert(fc.asyncProperty(anyNumber, anyNumber, run), { numRuns: 30 })
  })
})

describe('a rename', () => {
  it('there and back leaves the fixtures as they were, and brings no finding', async () => {
    const run = async (n: number, which: number) => {
      expect(await broken(workspaces[n % workspaces.length] ?? {}, brokenRename, one(which))).toEqual([])
    }
    await fc.assert(fc.asyncProperty(anyNumber, anyNumber, run), { numRuns: 80 })
  })

  it('there and back leaves the examples as they were, and brings no finding', async () => {
    const run = async (n: number) => {
      expect(await broken(withCarriageReturns(examples()), brokenRename, one(n))).toEqual([])
    }
    await fc.assert(fc.asyncProperty(anyNumber, run), { numRuns: 6 })
  })

  it('there and back leaves texts as they were in which somebody has just been at work', async () => {
    const run = async (n: number, accidents: number, which: number) => {
      const { files, path } = texts[n % texts.length] ?? { files: {}, path: '' }
      expect(await broken({ ...files, [path]: mutate(files[path] ?? '', seeded(accidents)) }, brokenRename, one(which))).toEqual([])
    }
    await fc.assert(fc.asyncProperty(anyNumber, anyNumber, anyNumber, run), { numRuns: 80 })
  })
})
