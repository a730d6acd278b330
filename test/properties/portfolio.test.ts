import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Citation,
  createPortfolio,
  type Entry,
  type Portfolio,
  type Summary,
  type TermEntry,
} from '../../server/core/workspace/portfolio.ts'

const paths = ['a.yaml', 'b.yaml', 'c/d.yaml', 'c/é.yaml']
const ids = ['one', 'two', 'three']
const libraries = ['a.json', 'c/b.bib'] as const
const kinds = ['engagement', 'brief'] as const

const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }
const facts = {
  type: undefined,
  status: undefined,
  start: undefined,
  end: undefined,
  date: undefined,
  tlp: undefined,
  marking: undefined,
  stage: undefined,
  engagement: undefined,
  places: {},
  idRange: range,
  tlpRange: range,
}

const entry = fc.record({ kind: fc.constantFrom(...kinds), id: fc.constantFrom(...ids), title: fc.string({ maxLength: 3 }) })
const citation = fc.record({ kind: fc.constantFrom(...kinds, 'organization' as const), to: fc.constantFrom(...ids) })
const term = fc.record({ kind: fc.constantFrom('organization' as const, 'snippet' as const), id: fc.constantFrom(...ids) })

/** A file is opened, changed or closed. */
const edit = fc.record({
  path: fc.constantFrom(...paths),
  said: fc.option(
    fc.record({
      entries: fc.array(entry, { maxLength: 3 }),
      terms: fc.array(term, { maxLength: 3 }),
      citations: fc.array(citation, { maxLength: 3 }),
      remarks: fc.array(citation, { maxLength: 3 }),
      targets: fc.array(fc.constantFrom(...paths), { maxLength: 2 }),
      bibliographies: fc.subarray([...libraries]),
    }),
    { nil: undefined },
  ),
})

function summary(
  path: string,
  said: {
    entries: readonly Pick<Entry, 'kind' | 'id' | 'title'>[]
    terms: readonly Pick<TermEntry, 'kind' | 'id'>[]
    citations: readonly Citation[]
    remarks: readonly Citation[]
    targets: readonly string[]
    bibliographies: readonly string[]
  },
): Summary {
  return {
    entries: said.entries.map((e, index) => ({ ...facts, ...e, path, index })),
    terms: said.terms.map((t, index) => ({ ...t, path, index, title: undefined, idRange: range })),
    citations: said.citations,
    remarks: said.remarks,
    targets: said.targets,
    bibliographies: said.bibliographies,
  }
}

/** All that a portfolio can be asked. */
function answers(portfolio: Portfolio): unknown {
  return {
    ids: kinds.map((kind) => portfolio.ids(kind)),
    defined: kinds.map((kind) => ids.map((id) => portfolio.defined(kind, id))),
    terms: ids.map((id) => [portfolio.terms('organization', id), portfolio.terms('snippet', id)]),
    cited: ids.map((id) => [portfolio.cited('engagement', id), portfolio.cited('organization', id)]),
    mentioned: ids.map((id) => [portfolio.mentioned('engagement', id), portfolio.mentioned('organization', id)]),
    leading: paths.map((path) => portfolio.leading((target) => target === path)),
    paths: [...portfolio.paths()].sort(),
    naming: libraries.map((path) => portfolio.naming(path)),
    held: paths.map((path) => portfolio.of(path)),
  }
}

it('an index kept up to date answers like one built anew', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), fc.boolean(), (edits, backwards) => {
      const kept = createPortfolio()
      const last = new Map<string, Summary>()
      for (const { path, said } of edits) {
        const now = said && summary(path, said)
        kept.set(path, now)
        if (now) last.set(path, now)
        else last.delete(path)
      }
      const anew = createPortfolio()
      const files = [...last].sort(([a], [b]) => (a < b === backwards ? 1 : -1))
      for (const [path, now] of files) anew.set(path, now)
      expect(answers(kept)).toEqual(answers(anew))
    }),
    { numRuns: 300 },
  )
})
