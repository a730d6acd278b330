import { describe, expect, it } from 'vitest'
import { lineStarts, rules } from '../../../server/core/index.ts'
import { lintFiles } from '../../support/check.ts'
import { pieces } from '../../support/precision.ts'

const all = pieces()

describe('precision: what no rule may say, beside what one must', () => {
  it('is tried on at least forty pieces that are right, and on some that are not', () => {
    expect(all.filter(({ finds }) => finds.length === 0).length).toBeGreaterThanOrEqual(40)
    expect(all.filter(({ finds }) => finds.length > 0).length).toBeGreaterThanOrEqual(15)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it('names rules that there are', () => {
    const known = new Set(rules.map(({ id }) => id))
    expect(all.flatMap(({ finds }) => finds.map((find) => find.split(': ')[0] ?? '')).filter((id) => !known.has(id))).toEqual([])
  })

  it.each(all)('$name', async ({ files, finds }) => {
    const found = await lintFiles(files)
    const told = [...found].flatMap(([path, findings]) =>
      findings.map(({ rule, span }) => `${rule}: ${firstLine((files[path] ?? '').slice(span.start, span.end))}`),
    )
    expect(told.sort()).toEqual([...finds].sort())
  })
})

/** What stands at the place of a finding, up to the end of its first line. */
function firstLine(text: string): string {
  return text.slice(0, (lineStarts(text)[1] ?? text.length + 1) - 1).trimEnd()
}
