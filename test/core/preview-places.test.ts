import { describe, expect, it } from 'vitest'
import { openFile, wholeBrief } from '../../server/core/index.ts'
import type { Value } from '../../server/core/model/read.ts'
import { valueAt } from '../../server/core/model/value-at.ts'
import type { Block, Blocks, Inlines, Paper, Place } from '../../server/core/preview/document-model.ts'
import { paperOf } from '../../server/core/preview/page.ts'
import { projectOf, today } from '../support/files.ts'
import { exampleFiles } from './preview-pages.ts'

const files = exampleFiles()
const project = await projectOf(files)

/** The papers of the examples as an editor has them made, each with what the file says and takes in. */
const papers = Object.entries(files).flatMap(([path, source]) => {
  const context = {
    vocabulary: project.vocabularyOf(project.configOf(path)),
    portfolio: project.portfolio,
    today,
    editor: { findings: [] },
  }
  return openFile(path, source).parts.flatMap(({ document }) =>
    document.kind === 'brief' || document.kind === 'engagement'
      ? [
          {
            path,
            said: document.kind === 'brief' ? wholeBrief(document.model, context).brief : document.model,
            paper: paperOf(document, context),
          },
        ]
      : [],
  )
})

function within(block: Block): Blocks {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.blocks)
    case 'definitions':
      return block.entries.flatMap((entry) => entry.details)
    case 'table':
      // Where the rows name what is compared, their first cells are Chancery's own words.
      return block.rows.flatMap((row) => row.slice(block.columns[0]?.title.length === 0 ? 1 : 0)).flat()
    case 'quote':
    case 'section':
      return block.blocks
    case 'notes':
      return block.notes.flatMap((note) => note.blocks)
    default:
      return []
  }
}

function all(blocks: Blocks): Blocks {
  return blocks.flatMap((block) => [block, ...all(within(block))])
}

function allOf({ titleBlock, sections }: Paper): Blocks {
  return all([...titleBlock, ...sections])
}

function words(inlines: Inlines): string {
  return inlines.map((part) => ('content' in part ? words(part.content) : 'text' in part ? part.text : ' ')).join('')
}

const inText = (place: Place | undefined) => place?.offset !== undefined

describe('the places of a page', () => {
  it('are tried on many', () => {
    const places = papers.flatMap(({ paper }) => allOf(paper).filter(({ at }) => at))
    expect(places.length).toBeGreaterThan(500)
    expect(places.filter(({ at }) => inText(at)).length).toBeGreaterThan(100)
  })

  it.each(papers)('of $path lead to what the file says or takes in', ({ paper, said }) => {
    for (const { at } of allOf(paper)) if (at) expect(valueAt(said as Value, at.path), at.path.join('.')).toBeDefined()
  })

  it.each(papers)('of $path lead to the paragraph that begins there', ({ paper, said }) => {
    for (const block of allOf(paper)) {
      if (block.kind !== 'paragraph' || block.at?.offset === undefined) continue
      const [first = ''] = words(block.content.filter(({ kind }) => kind !== 'citation'))
        .trim()
        .replace(/^Accepted: /, '')
        .split(/\s/)
      const value = String(valueAt(said as Value, block.at.path)).slice(block.at.offset)
      expect(value.slice(0, first.length + 4)).toContain(first)
    }
  })

  it.each(papers)('of $path are known of every paragraph in its words', ({ paper }) => {
    const own = paper.sections.filter(({ id }) => !['pictures', 'references', 'cited-by', 'series', 'about'].includes(id))
    const lost = all(own).filter((block) => block.kind === 'paragraph' && block.tone === 'plain' && !block.at)
    expect(lost.map((block) => ('content' in block ? words(block.content) : ''))).toEqual([])
  })
})
