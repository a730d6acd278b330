import { expect, it } from 'vitest'
import { corpus } from '../support/corpus.ts'
import type { Files } from '../support/files.ts'
import { brokenLaw } from '../support/laws.ts'
import { below, mutate, seeded } from '../support/mutate.ts'
import { seed } from '../support/seed.ts'

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 4)

it('keeps its promises whatever is typed', { timeout: (seconds + 60) * 1000 }, async () => {
  const texts = corpus()
  expect(texts.length).toBeGreaterThan(30)
  const random = seeded(seed)
  const until = performance.now() + seconds * 1000
  let tried = 0
  for (; performance.now() < until; tried++) {
    const { files, path } = texts[below(random, texts.length)] ?? { files: {}, path: '' }
    const text = mutate(files[path] ?? '', random)
    const law = await brokenLaw({ ...files, [path]: text }, path)
    if (law) throw new Error(await story({ ...files, [path]: text }, path, law))
  }
  console.log(`${tried} texts tried; SEED=${seed} tries the same ones again.`)
  expect(tried).toBeGreaterThan(10)
})

async function story(files: Files, path: string, law: string): Promise<string> {
  const short = await shortest(files, path)
  return `SEED=${seed}: ${path} ${law}\nThe shortest such text found, as JSON:\n${JSON.stringify(short)}\nand as it is:\n${short}`
}

/** Leaves out lines, first many and then few, as long as some promise stays broken. */
async function shortest(files: Files, path: string): Promise<string> {
  let lines = (files[path] ?? '').split(/(?<=\n)/)
  const until = performance.now() + 30_000
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < lines.length && performance.now() < until; ) {
      const fewer = lines.filter((_, i) => i < at || i >= at + size)
      if (await brokenLaw({ ...files, [path]: fewer.join('') }, path)) lines = fewer
      else at += size
    }
  }
  return lines.join('')
}
