import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { renderIndex, renderPaper } from '../../server/core/index.ts'
import { examplePapers, filledModel, paperOfModel } from '../support/papers.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A title of a writer may be long.
    'long-title': 'off',
    // Tables are laid out as blocks on narrow pages, where browsers forget what they are unless their roles are said.
    'no-redundant-role': 'off',
    // Both ways of writing it are right.
    'doctype-style': 'off',
  },
})

async function faults(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`))
}

const papers = await examplePapers()

describe('a page is sound HTML', () => {
  it.each([...papers])('%s', async (_, paper) => {
    expect(await faults(renderPaper(paper))).toEqual([])
  })

  it('with every field filled, and with none', async () => {
    for (const kind of ['brief', 'engagement'] as const)
      for (const model of [filledModel(kind, 'Some *words* and `code`.'), {}])
        expect(await faults(renderPaper(paperOfModel(kind, model)))).toEqual([])
  })

  it('as an index', async () => {
    const entry = { href: 'a.html', kind: 'brief', title: 'A', id: 'a', date: '2026-01-01', about: 'Memo' } as const
    expect(await faults(renderIndex([entry, { ...entry, kind: 'engagement', href: 'b.html', id: 'b' }]))).toEqual([])
  })

  it('which is noticed where it is not', async () => {
    expect(
      (await faults('<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></p></body></html>')).length,
    ).toBeGreaterThan(0)
  })
})
