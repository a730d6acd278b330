import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Cache, openCache } from '../../server/cli/cache/cache.ts'
import { type Linted, lintTarget } from '../../server/cli/lint-files.ts'
import { filesBelow } from '../../server/disk-walk.ts'
import { today } from '../support/files.ts'
import { file } from '../support/small-files.ts'

const forced = 'house.yaml'

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), file }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('push down' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'leave all' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('damage the cache' as const), at: fc.nat(), as: fc.constantFrom('', 'x', '{}', '"') }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Mostly the usual: whatever is asked otherwise has all files checked anew. */
const seldom = <T>(value: T) => fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(value) })
const asking = fc.record({
  stage: seldom('final' as const),
  today: seldom('2024-01-01'),
  off: seldom('id-filename'),
  config: seldom(forced),
  /** Which of the files are checked: all, or every other one. */
  half: fc.boolean(),
})
type Asking = typeof asking extends fc.Arbitrary<infer T> ? T : never

interface Desk {
  readonly folder: string
  readonly cacheFolder: string
}

function put({ folder }: Desk, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

async function happen(desk: Desk, what: Act): Promise<void> {
  const { folder, cacheFolder } = desk
  const there = await filesBelow(folder)
  const chosen = 'which' in what ? there[what.which % Math.max(1, there.length)] : undefined
  if (what.do === 'write') put(desk, what.file.path, what.file.text)
  if (what.do === 'delete' && chosen !== undefined) rmSync(join(folder, chosen))
  if (what.do === 'push down' && chosen !== undefined) put(desk, chosen, `# A line above.\n${readFileSync(join(folder, chosen), 'utf8')}`)
  if (what.do !== 'damage the cache') return
  for (const name of readdirSync(cacheFolder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.json'))) {
    const text = readFileSync(join(cacheFolder, name), 'utf8')
    const at = what.at % (text.length + 1)
    writeFileSync(join(cacheFolder, name), what.as === '' ? text.slice(0, at) : text.slice(0, at) + what.as + text.slice(at + 1))
  }
}

async function lintAll({ folder }: Desk, asked: Asking, cache: Cache | undefined): Promise<Linted> {
  const all = (await filesBelow(folder)).filter((_, index) => !asked.half || index % 2 === 0)
  return lintTarget(
    { root: folder, files: [...all, 'notes.txt'].map((path) => join(folder, path)) },
    {
      cwd: folder,
      isTrusted: false,
      lint: {
        today: asked.today ?? today,
        ...(asked.stage ? { stage: asked.stage } : {}),
        ...(asked.off ? { levels: new Map([[asked.off, 'off']]) } : {}),
      },
      config: asked.config && join(folder, asked.config),
      progress: { show: () => undefined, clear: () => undefined },
      cache,
    },
  )
}

/** The same cache, with a count of what was not checked anew. */
function counting(cache: Cache, count: (recalled: boolean) => void): Cache {
  return {
    ...cache,
    of: (root) => {
      const memory = cache.of(root)
      return {
        ...memory,
        checker: (project, asked) => {
          const checker = memory.checker(project, asked)
          return {
            ...checker,
            recall: (path) => {
              const report = checker.recall(path)
              count(report !== undefined)
              return report
            },
          }
        },
      }
    },
  }
}

it('a run with a cache finds what one without finds, whatever happened since the last', { timeout: 120_000 }, async () => {
  const counts = { recalled: 0, checked: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 2, maxLength: 12 }),
      fc.array(fc.record({ acts: fc.array(act, { maxLength: 3 }), asked: asking, isNewProcess: fc.boolean() }), {
        minLength: 2,
        maxLength: 7,
      }),
      async (before, steps) => {
        const desk: Desk = { folder: mkdtempSync(join(tmpdir(), 'chancery-')), cacheFolder: mkdtempSync(join(tmpdir(), 'chancery-cache-')) }
        try {
          for (const { path, text } of [...before, { path: forced, text: 'chancery: config/1\nrules: { todo: hint }\n' }])
            put(desk, path, text)
          let cache = openCache(desk.folder, 'build', desk.cacheFolder)
          for (const { acts, asked, isNewProcess } of steps) {
            for (const what of acts) await happen(desk, what)
            if (isNewProcess) cache = openCache(desk.folder, 'build', desk.cacheFolder)
            const found = await lintAll(
              desk,
              asked,
              counting(cache, (recalled) => counts[recalled ? 'recalled' : 'checked']++),
            )
            expect(await cache.save()).toBeUndefined()
            expect(JSON.stringify(found)).toBe(JSON.stringify(await lintAll(desk, asked, undefined)))
          }
        } finally {
          for (const folder of [desk.folder, desk.cacheFolder]) rmSync(folder, { recursive: true, force: true })
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(counts.recalled).toBeGreaterThan(40)
  expect(counts.checked).toBeGreaterThan(40)
})
