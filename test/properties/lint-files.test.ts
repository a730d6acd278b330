import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, lintText, memoryWorkspace, openFile, openProject, silencer } from '../../server/core/index.ts'
import { corpus } from '../support/corpus.ts'
import { type Files, today } from '../support/files.ts'
import { lintIn } from '../support/in-process.ts'
import { mutate, seeded } from '../support/mutate.ts'

const texts = corpus()
const anyText = fc.nat(texts.length - 1)
const accidents = fc.oneof(fc.constant(0), fc.nat())

/** Does something in a folder that holds a text of the corpus, as it is or damaged, and the files around it. */
async function inFolder(index: number, seed: number, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { files, path } = texts[index] ?? { files: {}, path: '' }
  // A workspace begins at its topmost chancery.yaml, which is to lie beside all of the files.
  const own: Files = { 'chancery.yaml': 'chancery: config/1\n', ...files }
  const all: Files = { ...own, [path]: seed === 0 ? (files[path] ?? '') : mutate(files[path] ?? '', seeded(seed)) }
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'))
  try {
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    await work({
      lint: (...args) => lintIn(folder, '--fail-on', 'info', ...args),
      findings: async (...args) => JSON.parse((await lintIn(folder, '--format', 'json', ...args)).out),
      read: (name) => readFileSync(join(folder, name), 'utf8'),
      write: (name, text) => writeFileSync(join(folder, name), text),
      path,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Report {
  readonly files: readonly unknown[]
}

interface Desk {
  readonly lint: (...args: readonly string[]) => ReturnType<typeof lintIn>
  readonly findings: (...args: readonly string[]) => Promise<Report>
  readonly read: (name: string) => string
  readonly write: (name: string, text: string) => void
  readonly path: string
}

describe('what a baseline knows', () => {
  it('fails no run, and is told again without it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, (index, seed) =>
        inFolder(index, seed, async ({ lint, findings }) => {
          const before = await findings()
          expect((await lint('--baseline', 'known.json', '--update-baseline')).status).toBe(0)
          expect(await lint('--baseline', 'known.json')).toMatchObject({ status: 0, err: '' })
          expect((await findings('--baseline', 'known.json')).files).toEqual([])
          expect(await findings()).toEqual(before)
        }),
      ),
      { numRuns: 30 },
    )
  })

  it('is known again below lines that came in above it', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, fc.integer({ min: 1, max: 20 }), (index, seed, lines) =>
        inFolder(index, seed, async ({ lint, read, write, path }) => {
          await lint('--baseline', 'known.json', '--update-baseline')
          write(path, '# A note\n'.repeat(lines) + read(path))
          expect(await lint('--baseline', 'known.json')).toMatchObject({ status: 0, err: '' })
        }),
      ),
      { numRuns: 30 },
    )
  })
})

describe('what is silenced with a reason', () => {
  it('fails no run, and is told again without the directives', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, (index, seed) =>
        inFolder(index, seed, async ({ lint, findings, read, write, path }) => {
          const before = await findings(path)
          const text = read(path)
          const silenced = await silencedWholly({ ...texts[index]?.files, [path]: text }, path)
          fc.pre(silenced !== undefined)
          write(path, silenced)
          expect((await lint(path)).status, silenced).toBe(0)
          write(path, text)
          expect(await findings(path)).toEqual(before)
        }),
      ),
      { numRuns: 20, maxSkipsPerRun: 100 },
    )
  })
})

/** A text with a directive for everything that is found in it; undefined where something cannot be silenced, as broken syntax. */
async function silencedWholly(files: Files, path: string): Promise<string | undefined> {
  let text = files[path] ?? ''
  for (let round = 0; round < 60; round++) {
    const project = await openProject(memoryWorkspace({ ...files, [path]: text }))
    const [finding] = lintText(project, path, text, { today }).findings.filter(({ severity }) => severity !== 'hint')
    if (!finding) return text
    const silencing = silencer(openFile(path, text), today)(finding, 'it is meant so')
    if (!silencing) return undefined
    text = applyEdits(text, silencing.edits)
  }
  return undefined
}

describe('--fix', () => {
  it('does what the dry run shows, and finds nothing to do when it is run again', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, (index, seed) =>
        inFolder(index, seed, async ({ lint, read, path }) => {
          const { out: shown } = await lint('--fix-dry-run')
          const before = read(path)
          await lint('--fix')
          const mended = read(path)
          expect(shown === '' && mended !== before).toBe(false)
          expect((await lint('--fix-dry-run')).out).toBe('')
          expect(await lint('--fix')).toMatchObject({ err: expect.not.stringContaining('Mended') })
          expect(read(path)).toBe(mended)
        }),
      ),
      { numRuns: 15 },
    )
  })
})
