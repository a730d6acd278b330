import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, type Edit, type Finding, lintText, memoryWorkspace, openFile, openProject } from '../../server/core/index.ts'
import { harmless, mend, safeFix } from '../../server/core/lint/mend.ts'
import { silencer } from '../../server/core/lint/silence.ts'
import { isReadWorse } from '../../server/core/lint/trial.ts'
import { inOneRound } from '../../server/core/text/rounds.ts'
import { overlaps } from '../../server/core/text/span.ts'
import { corpus } from '../support/corpus.ts'
import { type Files, today } from '../support/files.ts'
import { mutate, oneOf, seeded } from '../support/mutate.ts'

const texts = corpus()
const anyText = fc.nat(texts.length - 1)
const accidents = fc.oneof(fc.constant(0), fc.nat())

/** A text of the corpus, as it is or damaged, with the files around it. */
function textOf(index: number, seed: number): { readonly files: Files; readonly path: string; readonly text: string } {
  const { files, path } = texts[index] ?? { files: {}, path: '' }
  const text = seed === 0 ? (files[path] ?? '') : mutate(files[path] ?? '', seeded(seed))
  return { files: { ...files, [path]: text }, path, text }
}

async function lint(files: Files, path: string): Promise<readonly Finding[]> {
  return lintText(await openProject(memoryWorkspace(files)), path, files[path] ?? '', { today }).findings
}

describe('rounds of edits', () => {
  const edit = fc.record({ from: fc.nat(60), length: fc.nat(6), text: fc.string({ maxLength: 5 }) })
  const rounds = fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 4 })

  it('taken together make the text that they make one after the other', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), rounds, (text, wanted) => {
        let now = text
        const made = wanted.map((edits) => {
          const round = edits.map(({ from, length, text: put }): Edit => {
            const start = Math.min(from, now.length)
            return { span: { start, end: Math.min(start + length, now.length) }, text: put }
          })
          now = applyEdits(now, round)
          return round
        })
        const together = inOneRound(text, made)
        expect(applyEdits(text, together)).toBe(now)
        expect(together.some((a, i) => together.slice(i + 1).some((b) => overlaps(a.span, b.span)))).toBe(false)
      }),
    )
  })
})

/** Findings with a safe fix after which the text can be read as well as before; others are left to a person. */
function mendable(path: string, text: string, findings: readonly Finding[]): readonly Finding[] {
  const file = openFile(path, text)
  return findings.filter((finding) => {
    const fix = safeFix(finding)
    return fix !== undefined && !isReadWorse(file, openFile(path, applyEdits(text, fix.edits)))
  })
}

describe('mending a file', () => {
  it('leaves nothing that can safely be mended, and the project as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, async (index, seed) => {
        const { files, path, text } = textOf(index, seed)
        const project = await openProject(memoryWorkspace(files))
        const before = JSON.stringify(project.portfolio.of(path))
        const { edits, made } = mend(project, openFile(path, text), { today })
        expect(JSON.stringify(project.portfolio.of(path))).toBe(before)
        expect(made === 0).toBe(edits.length === 0)
        const left = await lint({ ...files, [path]: applyEdits(text, edits) }, path)
        expect(mendable(path, applyEdits(text, edits), left).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('of one rule mends all that it says, and touches nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, async (index, seed) => {
        const { files, path, text } = textOf(index, seed)
        const fixable = (await lint(files, path)).filter((finding) => safeFix(finding))
        fc.pre(fixable.length > 0)
        const { rule } = oneOf(seeded(seed), fixable as [Finding, ...Finding[]])
        const project = await openProject(memoryWorkspace(files))
        const after = { ...files, [path]: applyEdits(text, mend(project, openFile(path, text), { today, rule }).edits) }
        expect(mendable(path, after[path] ?? '', await lint(after, path)).filter((finding) => finding.rule === rule)).toEqual([])
      }),
      { numRuns: 30, maxSkipsPerRun: 100 },
    )
  })
})

describe('fixes of which some would break the text', () => {
  const text = 'chancery: brief/1\nid: talks\ntitle: Talks\n'
  const put = (at: string, words: string) => {
    const start = text.indexOf(at)
    return { title: words, safe: true, edits: [{ span: { start, end: start + at.length }, text: words }] }
  }
  const [good, other, bad] = [put('talks', 'new'), put('Talks', 'Old'), put('title', '"title')]

  it.each([
    ['none', [good, other], [good, other]],
    ['one of two', [bad, good], [good]],
    ['one of three', [good, bad, other], [good]],
    ['all', [bad], []],
  ])('are left out: %s', (_, fixes, kept) => {
    const { fixes: made, next } = harmless(openFile('talks.brief.yaml', text), fixes)
    expect(made).toEqual(kept)
    expect(next.text).toBe(
      applyEdits(
        text,
        kept.flatMap(({ edits }) => edits),
      ),
    )
  })
})

describe('silencing a finding', () => {
  it('takes it away with its reason, and leaves all others', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, accidents, async (index, seed) => {
        const { files, path, text } = textOf(index, seed)
        const before = await lint(files, path)
        const [first, ...others] = before.filter((finding) => silencer(openFile(path, text), today)(finding, 'why'))
        fc.pre(first !== undefined)
        const finding = oneOf(seeded(seed), [first, ...others])
        const silencing = silencer(openFile(path, text), today)(finding, 'it is meant so')
        const now = applyEdits(text, silencing?.edits ?? [])
        const after = await lint({ ...files, [path]: now }, path)
        const stays = (f: Finding) => f.rule !== finding.rule || (silencing?.covers === 'line' && f.start.line !== finding.start.line)
        expect(after.map(told), now).toEqual(before.filter(stays).map(told))
      }),
      { numRuns: 60, maxSkipsPerRun: 100 },
    )
  })

  it('writes nothing into a block that the file ends with, without a line break', async () => {
    const path = 'talks.brief.yaml'
    const text = 'chancery: brief/1\nid: talks\ntitle: Talks\ndate: 2026-01-02\nbackground: |\n  The staffs met.\n  The date is TBD.'
    const finding = (await lint({ [path]: text }, path)).find(({ rule }) => rule === 'todo')
    const silencing = finding && silencer(openFile(path, text), today)(finding, 'quoted')
    expect(silencing?.covers).toBe('file')
    expect(applyEdits(text, silencing?.edits ?? [])).toBe(`# chancery-disable-file todo -- quoted\n${text}`)
  })

  it('has no effect without a reason, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (index) => {
        const { files, path, text } = textOf(index, 0)
        const before = await lint(files, path)
        const silence = silencer(openFile(path, text), today)
        const finding = before.find((f) => silence(f, ''))
        fc.pre(finding !== undefined)
        const now = applyEdits(text, silence(finding, '')?.edits ?? [])
        const after = await lint({ ...files, [path]: now }, path)
        expect(after.filter(({ rule }) => rule === 'suppression-invalid').length, now).toBe(
          before.filter(({ rule }) => rule === 'suppression-invalid').length + 1,
        )
        expect(after.map(told)).toEqual(expect.arrayContaining(before.map(told)))
      }),
      { numRuns: 30, maxSkipsPerRun: 100 },
    )
  })
})

/** What a finding says, wherever it has been moved. */
function told({ rule, severity, message }: Finding): string {
  return `${rule} ${severity} ${message}`
}
