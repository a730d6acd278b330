import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, memoryWorkspace, openFile, openProject } from '../../server/core/index.ts'
import type { Proposed } from '../../server/core/refactorings/proposals.ts'
import { isSound } from '../../server/core/syntax/parse.ts'
import { corpus } from '../support/corpus.ts'
import { below, mutate, oneOf, type Random, seeded } from '../support/mutate.ts'
import { brokenPromise, offered, settingOf } from '../support/refactoring-laws.ts'

const texts = corpus()
const anyText = fc.nat(texts.length - 1)
const accidents = fc.oneof(fc.constant(0), fc.nat())

/** A text of the corpus, as it is, damaged, or with the line ends of Windows. */
function textOf(index: number, seed: number): { readonly path: string; readonly text: string } {
  const { files, path } = texts[index] ?? { files: {}, path: '' }
  const whole = files[path] ?? ''
  const text = seed === 0 ? whole : mutate(whole, seeded(seed))
  return { path, text: seed % 3 === 1 ? text.replaceAll(/\r?\n/g, '\r\n') : text }
}

/** A cursor, or now and then a selection. */
function placeIn(text: string, random: Random): { readonly start: number; readonly end: number } {
  const start = below(random, text.length + 1)
  return { start, end: random() < 0.8 ? start : Math.min(text.length, start + below(random, 40)) }
}

/** Looks at every place until something of the kind is offered. */
async function firstOffer(
  path: string,
  text: string,
  id: string,
): Promise<{ readonly at: number; readonly proposed: Proposed } | undefined> {
  const setting = settingOf(await openProject(memoryWorkspace({ [path]: text })), path)
  const file = openFile(path, text)
  for (const { index: at } of text.matchAll(/[[{:]/g)) {
    const proposed = offered(file, { start: at, end: at }, setting).find(({ refactoring }) => refactoring.id === id)
    if (proposed) return { at, proposed }
  }
  return undefined
}

describe('refactorings', () => {
  it('keep the comments and what the document says, at any place and one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, async (index, seed) => {
        const random = seeded(seed)
        const { path, text } = textOf(index, seed)
        const setting = settingOf(await openProject(memoryWorkspace({ [path]: text })), path)
        let now = text
        for (let left = 10; left > 0; left--) {
          const file = openFile(path, now)
          const all = offered(file, placeIn(now, random), setting)
          for (const proposed of all) expect(brokenPromise(file, proposed), `${proposed.title}\n${now}`).toBe(undefined)
          if (all.length > 0) now = applyEdits(now, oneOf(random, all as [Proposed, ...Proposed[]]).edits)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('lead from brackets to lines and back to the same data', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (index) => {
        const { path, text } = textOf(index, 0)
        const there = await firstOffer(path, text, 'flow-to-block')
        fc.pre(there !== undefined)
        const onLines = applyEdits(text, there.proposed.edits)
        const back = await firstOffer(path, onLines, 'block-to-flow')
        fc.pre(back !== undefined)
        const values = (each: string) => openFile(path, each).parts.map(({ document }) => document.value)
        expect(values(applyEdits(onLines, back.proposed.edits))).toEqual(values(text))
      }),
      { numRuns: 20, maxSkipsPerRun: 100 },
    )
  })

  it('sort once, and then have nothing to sort', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom('sort-participants', 'sort-countries', 'sort-sources'), async (index, id) => {
        const { path, text } = textOf(index, 0)
        const offer = await firstOffer(path, text, id)
        fc.pre(offer !== undefined)
        const sorted = applyEdits(text, offer.proposed.edits)
        const again = await firstOffer(path, sorted, id)
        // Another list of the file may still be out of order, but not this one.
        expect(again?.proposed.edits.map(({ span }) => span)).not.toEqual(offer.proposed.edits.map(({ span }) => span))
      }),
      { numRuns: 10, maxSkipsPerRun: 500 },
    )
  })
})

/** One text in every form in which YAML can hold it. */
const forms: Readonly<Record<string, (words: readonly string[]) => string>> = {
  plain: (words) => `background: ${words.join(' ')}\n`,
  'plain on lines': (words) => `background: ${words.join('\n  ')}\n`,
  'in single quotes': (words) => `background: '${words.join(' ')}'\n`,
  'in double quotes': (words) => `background: "\\u0041 ${words.join(' ')}"\n`,
  'in double quotes on lines': (words) => `background: "A\n\n  ${words.join('\n  ')}"\n`,
  'as it stands': (words) => `background: |\n  ${words.join('\n  ')}\n\n`,
  folded: (words) => `background: >-\n  ${words.join('\n  ')}\n`,
  'between braces': (words) => `annexes: [{ title: A, text: ${words.join(' ')} }]\n`,
  'between braces on lines': (words) => `annexes: [{ title: A, text: ${words.join('\n  ')} }]\n`,
}

const sourceParts = ['', 'sources: {}\n', 'sources:\n', 'sources: { a1: { type: news, title: A } }\n', 'sources:\n  a1:\n    type: news\n']

/** What is offered where a word stands in a brief with this prose; undefined where the brief is no YAML. */
async function offerAt(prose: string, word: RegExp, id: string, others = '') {
  const text = `chancery: brief/1\nid: a\ndate: 2024-05\n${prose}${others}stage: draft\n`
  const engagement = 'chancery: engagement/1\nid: rimpac-2024\ntitle: Exercise Rim of the Pacific\n'
  const setting = settingOf(await openProject(memoryWorkspace({ 'r.engagement.yaml': engagement })), 'a.brief.yaml')
  const file = openFile('a.brief.yaml', text)
  const at = text.search(word)
  const proposed = offered(file, { start: at, end: at }, setting).find(({ refactoring }) => refactoring.id === id)
  const after = openFile('a.brief.yaml', applyEdits(text, proposed?.edits ?? [])).parts[0]
  return { file, proposed, after: JSON.stringify(after?.document.value), isYaml: file.parts.every(({ tree }) => isSound(tree)) }
}

/** Brackets cannot begin a plain text, nor stand in one between braces, and quotes would join its lines. */
function isRefused(form: string, source: string, begins: boolean): boolean {
  const isOnLines = form.endsWith('on lines') && /\n +\S/.test(source)
  return isOnLines && (form.startsWith('between') || (form.startsWith('plain') && begins))
}

describe('what stands in prose', () => {
  const around = fc.array(fc.constantFrom('Then', 'the navies', 'met and', 'said:x'), { maxLength: 3 })
  const form = fc.constantFrom(...Object.keys(forms))

  it('is cited in any form of text and with any sources', async () => {
    const address = fc.constantFrom(
      'https://example.org/2024/a',
      '<https://example.org/a>',
      'so https://example.org/a_(b)).',
      '[met](https://example.org/a)',
    )
    await fc.assert(
      fc.asyncProperty(around, around, form, address, fc.constantFrom(...sourceParts), async (before, behind, name, words, sources) => {
        const prose = forms[name]?.([...before, words, ...behind]) ?? ''
        const { file, proposed, after, isYaml } = await offerAt(prose, /example/, 'extract-source', sources)
        fc.pre(isYaml)
        expect(proposed === undefined, file.text).toBe(isRefused(name, prose, /^background: (?:<?https|\[)/.test(prose)))
        if (!proposed) return
        expect(brokenPromise(file, proposed), file.text).toBe(undefined)
        expect(after).toContain('[@example2024]')
        expect(after).toMatch(/"example2024":\{[^}]*"url":"https:\/\/example\.org\/(?:2024\/)?a(?:_\(b\))?"/)
      }),
      { numRuns: 200 },
    )
  })

  it('is named in any form of text', async () => {
    const title = fc.constantFrom('RIMPAC 2024', 'Exercise Rim of the Pacific', '*Rimpac-2024*')
    await fc.assert(
      fc.asyncProperty(around, around, form, title, async (before, behind, name, words) => {
        const prose = forms[name]?.([...before, words, ...behind]) ?? ''
        const { file, proposed, after, isYaml } = await offerAt(prose, /pac/i, 'cite-name')
        fc.pre(isYaml)
        // A name stands before its citation, so that may not begin the text.
        expect(proposed === undefined, file.text).toBe(isRefused(name, prose, false))
        if (!proposed) return
        expect(brokenPromise(file, proposed), file.text).toBe(undefined)
        expect(after).toContain(`${words} [@rimpac-2024]`)
      }),
      { numRuns: 100 },
    )
  })
})
