import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, catalogue, type Edit, type Finding, lintText, memoryWorkspace, openProject } from '../../server/core/index.ts'
import { parse } from '../../server/core/syntax/parse.ts'
import { type Node, resolved } from '../../server/core/syntax/tree.ts'
import { overlaps, type Span } from '../../server/core/text/span.ts'
import { corpus, examples } from '../support/corpus.ts'
import { type Files, today } from '../support/files.ts'
import { brokenLaw } from '../support/laws.ts'
import { mutate, oneOf, seeded } from '../support/mutate.ts'

const texts = corpus()
const anyText = fc.nat(texts.length - 1)
const seed = fc.nat()

async function lint(files: Files, path: string): Promise<readonly Finding[]> {
  return lintText(await openProject(memoryWorkspace(files)), path, files[path] ?? '', { today }).findings
}

/** A text of the corpus in which somebody has just been at work, with the files around it. */
function damaged(index: number, accidents: number): { readonly files: Files; readonly path: string } {
  const { files, path } = texts[index] ?? { files: {}, path: '' }
  return { files: { ...files, [path]: mutate(files[path] ?? '', seeded(accidents)) }, path }
}

describe('any text at all', () => {
  const name = fc.constantFrom('a.engagement.yaml', 'a.brief.yaml', 'chancery.yaml', 'a.vocabulary.yaml', 'a.snippets.yaml', 'a.txt')
  const yamlish = fc.array(
    fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '#',
      '|\n',
      '>\n',
      'chancery: brief/1\n',
      'id',
      '\t',
      '\r',
    ),
    { maxLength: 60 },
  )

  it('is read without a crash, and every finding lies within it', async () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      yamlish.map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(name, any, fc.constantFrom('', 'chancery: engagement/1\n', 'chancery: brief/1\n'), async (path, text, first) => {
        expect(await brokenLaw({ [path]: first + text }, path)).toBe(undefined)
      }),
      { numRuns: 200 },
    )
  })
})

describe('findings', () => {
  it('do not depend on the order in which files are found', async () => {
    const all = Object.entries(examples())
    const few = fc.shuffledSubarray(all, { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(few, seed, async (chosen, accidents) => {
        const random = seeded(accidents)
        // The same id in two files, and a text that cites what is not there.
        const files = chosen.map(([path, text], i): [string, string] => [path, i === 0 ? mutate(text, random) : text])
        const twin: [string, string] = [`twin/${files[1]?.[0]}`, files[1]?.[1] ?? '']
        const sorted = Object.fromEntries([...files, twin].sort(([a], [b]) => (a < b ? -1 : 1)))
        const shuffled = Object.fromEntries([twin, ...files])
        for (const path of Object.keys(sorted)) expect(await lint(shuffled, path)).toEqual(await lint(sorted, path))
      }),
      { numRuns: 8 },
    )
  })
})

describe('safe fixes', () => {
  it('leave, after a few rounds, nothing that can safely be mended', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, seed, async (index, accidents) => {
        const { path, ...text } = damaged(index, accidents)
        let { files } = text
        for (let round = 0; round < 10; round++) {
          const edits = safeEdits(await lint(files, path))
          if (edits.length === 0) return
          files = { ...files, [path]: applyEdits(files[path] ?? '', edits) }
        }
        const left = (await lint(files, path)).filter(({ fixes }) => fixes.some(({ safe }) => safe))
        throw new Error(`Still to be mended after ten rounds: ${left.map((f) => `${f.rule}: ${f.message}`).join('; ')}\n${files[path]}`)
      }),
      { numRuns: 80 },
    )
  })
})

/** The edits of one safe fix for each finding; a fix that touches another waits for the next round. */
function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const taken: Edit[] = []
  for (const { fixes } of findings) {
    const edits = fixes.find(({ safe }) => safe)?.edits ?? []
    if (edits.every((edit) => taken.every((other) => !touches(edit.span, other.span)))) taken.push(...edits)
  }
  return taken
}

function touches(a: Span, b: Span): boolean {
  return overlaps(a, b) || a.start === b.start
}

describe('a directive', () => {
  it('silences the findings of its rule on the next line, and changes nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.oneof(fc.constant(0), seed), async (index, accidents) => {
        const { files, path } = accidents === 0 ? (texts[index] ?? { files: {}, path: '' }) : damaged(index, accidents)
        const source = files[path] ?? ''
        const before = await lint(files, path)
        const random = seeded(accidents)
        const candidates = before.filter((finding) => catalogue.has(finding.rule) && canBeSilenced(source, finding))
        const [first, ...others] = candidates
        fc.pre(first !== undefined && before.every(({ rule }) => !untellable.has(rule)))
        const { rule, start } = oneOf(random, [first, ...others])
        const line = lineStart(source, start.line)
        const directive = `# chancery-disable-next-line ${rule} -- for a reason\n`
        const after = await lint({ ...files, [path]: source.slice(0, line) + directive + source.slice(line) }, path)
        const expected = before.filter((f) => !(f.rule === rule && f.start.line === start.line))
        expect(
          after.map((f) => told(f, 0)),
          `${directive}above line ${start.line} of\n${source}`,
        ).toEqual(expected.map((f) => told(f, f.start.line >= start.line ? 1 : 0)))
      }),
      { numRuns: 40, maxSkipsPerRun: 100 },
    )
  })
})

/** In a broken text a new line may end what was left open, so what is found besides may change. */
const untellable = new Set(['yaml-syntax', 'file-encoding', 'suppression-unused', 'suppression-invalid', 'suppression-expired'])

function told({ rule, severity, message, start }: Finding, shift: number): string {
  return `${start.line + shift}:${start.column} ${rule} ${severity} ${message}`
}

function lineStart(text: string, line: number): number {
  return text
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .slice(0, line - 1)
    .join('').length
}

/** There is a line to speak of, and a comment above it is a comment: the line does not begin inside a text. */
function canBeSilenced(source: string, { start }: Finding): boolean {
  const at = lineStart(source, start.line)
  const trees = parse(source)
  return (
    trees.some(({ root }) => root?.kind === 'mapping') &&
    !trees.some(({ root }) => scalarsIn(root).some((scalar) => scalar.start < at && at < scalar.end))
  )
}

function scalarsIn(node: Node | undefined): readonly Span[] {
  const target = resolved(node)
  if (!target || node?.kind === 'alias') return []
  if (target.kind === 'scalar') return [target]
  if (target.kind === 'sequence') return target.items.flatMap(scalarsIn)
  return target.pairs.flatMap(({ key, value }) => [...scalarsIn(key), ...scalarsIn(value)])
}
