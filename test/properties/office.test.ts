import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kindOfName, type Portfolio } from '../../server/core/index.ts'
import { workspaceRoot } from '../../server/disk.ts'
import { createOffice, type Office } from '../../server/lsp/office.ts'
import { insidePath, isWithin } from '../../server/lsp/paths.ts'
import type { Host } from '../../server/lsp/room.ts'
import { today } from '../support/files.ts'
import { ids, file as small } from '../support/small-files.ts'

const folders = [resolve('/office/a'), resolve('/office/b')] as const

/** A disk and an editor's buffers in memory. */
interface Desk {
  readonly disk: Map<string, string>
  readonly buffers: Map<string, string>
}

function hostOf({ disk, buffers }: Desk): Host {
  const isThere = (path: string) => disk.has(path) || buffers.has(path)
  const lists = (inside: string) => kindOfName(inside) !== undefined && !inside.startsWith('../')
  return {
    rootOf: (path) => workspaceRoot(path, folderOf(path), (folder) => isThere(join(folder, 'chancery.yaml'))),
    workspace: (root) => ({
      list: async () => [...disk.keys()].map((path) => insidePath(path, root)).filter(lists),
      lists,
      read: async (inside) => {
        const text = disk.get(resolve(root, inside))
        return text === undefined ? { problem: { rule: 'file-unreadable', message: 'There is no such file.', isGone: true } } : { text }
      },
    }),
    buffer: (path) => {
      const text = buffers.get(path)
      return text === undefined ? undefined : { text }
    },
    buffers: () => buffers.keys(),
    today: () => today,
  }
}

function folderOf(path: string): string {
  return folders.find((folder) => isWithin(path, folder)) ?? folders[0]
}

const file = fc
  .record({ folder: fc.constantFrom(...folders), small })
  .map(({ folder, small: { path, text } }) => ({ path: join(folder, path), text }))

/** What is done at the desk. Files that are written, moved or deleted together are told of together, as after a change of the branch. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), file }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), which: fc.nat(), file }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), files: fc.array(file, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('push down' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(), file }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function chosen(paths: Iterable<string>, which: number): string | undefined {
  const all = [...paths]
  return all[which % Math.max(1, all.length)]
}

/** Does it; gives the files that the editor or the disk tells of. */
function done(desk: Desk, what: Act): readonly string[] {
  return what.do === 'open' || what.do === 'change' || what.do === 'close' ? typed(desk, what) : saved(desk, what)
}

function typed({ disk, buffers }: Desk, what: Extract<Act, { readonly do: 'open' | 'change' | 'close' }>): readonly string[] {
  const path = what.do === 'open' ? what.file.path : chosen(buffers.keys(), what.which)
  if (path === undefined) return []
  if (what.do === 'open') buffers.set(path, disk.get(path) ?? what.file.text)
  else if (what.do === 'change') buffers.set(path, what.file.text)
  else buffers.delete(path)
  return [path]
}

function saved({ disk }: Desk, what: Exclude<Act, { readonly do: 'open' | 'change' | 'close' }>): readonly string[] {
  if (what.do === 'write') {
    for (const { path, text } of what.files) disk.set(path, text)
    return what.files.map(({ path }) => path)
  }
  const paths = [what.which].flat().flatMap((which) => chosen(disk.keys(), which) ?? [])
  const text = disk.get(paths[0] ?? '') ?? ''
  if (paths.length === 0) return []
  if (what.do === 'push down') disk.set(paths[0] ?? '', `# A line above.\n${text}`)
  else for (const path of paths) disk.delete(path)
  if (what.do !== 'move') return paths
  disk.set(what.file.path, text)
  return [...paths, what.file.path]
}

type Shown = Map<string, unknown>

async function show(office: Office, paths: Iterable<string>, shown: Shown): Promise<void> {
  for (const path of paths) {
    const report = await office.report(path)
    if (report) shown.set(path, report.findings)
    else shown.delete(path)
  }
}

/** An office that sees the desk for the first time. */
async function newOffice(desk: Desk): Promise<{ readonly office: Office; readonly shown: Shown }> {
  const office = createOffice(hostOf(desk))
  const shown: Shown = new Map()
  for (const folder of folders) await show(office, await office.take(folder), shown)
  await show(office, (await office.changed([...desk.buffers.keys()])).paths, shown)
  return { office, shown }
}

const asked = ['engagement', 'brief'] as const
function answers(portfolio: Portfolio): unknown {
  return {
    ids: asked.map((kind) => portfolio.ids(kind)),
    defined: asked.map((kind) => ids.map((each) => portfolio.defined(kind, each))),
    libraries: ids.map((each) => portfolio.terms('library', each)),
    forum: [portfolio.terms('organization', 'our-forum'), portfolio.cited('organization', 'our-forum')],
    cited: asked.map((kind) => ids.map((each) => portfolio.cited(kind, each))),
    paths: [...portfolio.paths()].sort(),
  }
}

/** A root without files knows nothing, so it does not matter whether it was opened. */
async function indexes(office: Office): Promise<unknown> {
  const used = (await office.rooms()).filter(({ project }) => project.paths.length > 0 || [...project.portfolio.paths()].length > 0)
  const rooms = used.map(({ root, project }) => ({ root, paths: project.paths, ...(answers(project.portfolio) as object) }))
  return rooms.sort((a, b) => (a.root < b.root ? -1 : 1))
}

/** In the order of their paths, and only what has something to say. */
function told(shown: Shown): unknown {
  return Object.fromEntries([...shown].sort(([a], [b]) => (a < b ? -1 : 1)))
}

it('an office that followed every change shows and knows what a new one does', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 12 }), fc.array(act, { maxLength: 10 }), async (before, acts) => {
      const desk: Desk = { disk: new Map(before.map(({ path, text }) => [path, text])), buffers: new Map() }
      const kept = await newOffice(desk)
      for (const what of acts) {
        const { paths } = await kept.office.changed(done(desk, what))
        await show(kept.office, paths, kept.shown)
      }
      const fresh = await newOffice(desk)
      expect(told(kept.shown)).toEqual(told(fresh.shown))
      expect(await indexes(kept.office)).toEqual(await indexes(fresh.office))
    }),
    { numRuns: 100 },
  )
})
