import { describe, expect, it } from 'vitest'
import { asksFor, asksForMore, fixAllKind } from '../../server/core/features/action-kinds.ts'
import type { FeatureContext } from '../../server/core/features/feature.ts'
import { fixesOf } from '../../server/core/features/fixes.ts'
import { openFile } from '../../server/core/index.ts'

describe('the kinds of actions', () => {
  it.each([
    [undefined, true],
    [['source.fixAll.chancery'], true],
    [['source.fixAll'], true],
    [['source'], true],
    [['quickfix', ''], true],
    [['source.fix'], false],
    [['source.fixAll.chancery.more'], false],
    [['quickfix', 'refactor'], false],
    [[], false],
  ])('asked for as %j', (only, isAsked) => {
    expect(asksFor({ diagnostics: [], ...(only ? { only } : {}) }, fixAllKind)).toBe(isAsked)
  })

  it('beyond fixes are listed for whoever asks for them', () => {
    const cursor = { start: { line: 1, character: 2 }, end: { line: 1, character: 2 } }
    const selection = { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } }
    expect(asksForMore({ diagnostics: [], triggerKind: 2 }, cursor)).toBe(false)
    expect(asksForMore({ diagnostics: [], triggerKind: 2 }, selection)).toBe(true)
    expect(asksForMore({ diagnostics: [], triggerKind: 2, only: ['refactor'] }, cursor)).toBe(true)
    expect(asksForMore({ diagnostics: [], triggerKind: 1 }, cursor)).toBe(true)
    expect(asksForMore({ diagnostics: [] }, cursor)).toBe(true)
  })
})

describe('the fixes of a finding', () => {
  it('begin with the safe one, which alone is preferred', () => {
    const place = { line: 1, column: 1 }
    const fix = (title: string, safe: boolean) => ({ title, safe, edits: [] })
    const fixes = [fix('a guess', false), fix('sure', true), fix('sure as well', true)]
    const finding = {
      rule: 'todo',
      severity: 'hint',
      message: '',
      span: { start: 0, end: 0 },
      start: place,
      end: place,
      fixes,
      related: [],
    } as const
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
    const context = { file: openFile('a.brief.yaml', ''), path: 'a.brief.yaml', uri: (path: string) => path }
    const actions = fixesOf(context as unknown as FeatureContext, { finding, diagnostic: { range, message: '' } })
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['sure', true],
      ['a guess', false],
      ['sure as well', false],
    ])
  })
})
