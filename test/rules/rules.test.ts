import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { levels, rules } from '../../server/core/index.ts'
import { applySafeFixes, checkAnnotated, expectFile, lintFiles, withoutAnnotations } from '../support/check.ts'
import { joinFiles, splitFiles } from '../support/files.ts'

/** A text cannot show a file that cannot be read; the command line's tests do. */
const withoutText = new Set(['file-unreadable'])

describe.each(rules.filter((rule) => !withoutText.has(rule.id)))('$id', (rule) => {
  const folder = new URL(`./${rule.id}/`, import.meta.url)

  it('is no louder than its certainty allows', () => {
    const said = typeof rule.level === 'string' ? [rule.level] : Object.values(rule.level)
    const allowed = rule.certainty === 'exact' ? levels : ['off', 'hint', 'info']
    expect(said.filter((level) => !allowed.includes(level))).toEqual([])
  })

  it.each(rule.examples.bad)('speaks of its bad example %#', async (text) => {
    const loud = await loudFindings(text)
    expect(loud.own).not.toEqual([])
    expect(loud.others).toEqual([])
  })

  it.each(rule.examples.good)('is silent on its good example %#', async (text) => {
    const { own, others } = await loudFindings(text)
    expect([...own, ...others]).toEqual([])
  })

  it('finds what the fixture marks, at the very place', async () => {
    const found = await checkAnnotated(new URL('invalid.yaml', folder), rule.id)
    const spoken = [...found.values()].flat().filter((finding) => finding.rule === rule.id)
    expect(spoken.length).toBeGreaterThan(0)
  })

  it.runIf(existsSync(new URL('valid.yaml', folder)))('is silent on the valid fixture', async () => {
    const { own, others } = await loudFindings(readFileSync(new URL('valid.yaml', folder), 'utf8'))
    expect([...own, ...others]).toEqual([])
  })

  it('mends what it can, once and for all', async () => {
    const files = splitFiles(withoutAnnotations(readFileSync(new URL('invalid.yaml', folder), 'utf8')))
    const found = await lintFiles(files)
    const safe = [...found.values()].flat().filter((f) => f.rule === rule.id && f.fixes.some((fix) => fix.safe))
    const fixture = new URL('fixed.yaml', folder)
    if (safe.length === 0) return expect(existsSync(fixture)).toBe(false)
    const fixed = applySafeFixes(files, found, rule.id)
    expectFile(fixture, joinFiles(fixed))
    const left = [...(await lintFiles(fixed)).values()].flat().filter((f) => f.rule === rule.id && f.fixes.some((fix) => fix.safe))
    expect(left).toEqual([])
  })

  // What the rule says of a text, and what others say of it at error or warning.
  async function loudFindings(text: string): Promise<{ own: string[]; others: string[] }> {
    const found = [...(await lintFiles(splitFiles(text))).values()].flat()
    const words = (f: (typeof found)[number]) => `${f.start.line}:${f.start.column} ${f.rule} ${f.message}`
    return {
      own: found.filter((f) => f.rule === rule.id).map(words),
      others: found.filter((f) => f.rule !== rule.id && ['error', 'warning'].includes(f.severity)).map(words),
    }
  }
})
