import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { hover } from '../../server/core/features/hover.feature.ts'
import { corpus } from '../support/corpus.ts'
import { projectOf } from '../support/files.ts'
import { atCursor, contextOf } from './at-cursor.ts'
import { checkHover } from './check-answers.ts'
import { datedHovers, hovers } from './hover-cases.ts'

describe('hover', () => {
  it.each([...hovers, ...datedHovers])('on $name', async (wanted) => {
    const { context, document, offset } = await atCursor(wanted.at)
    checkHover(wanted, await hover(context, document.positionAt(offset)))
  })

  it('names the stretch that it speaks of', async () => {
    const { context, document, offset } = await atCursor('chancery: engagement/1\nlocation: { country: N<|>OR }')
    const range = (await hover(context, document.positionAt(offset)))?.range
    expect(range && document.getText(range)).toBe('NOR')
  })

  it('says nothing once nobody waits', async () => {
    const { context, document, offset } = await atCursor('chancery: engagement/1\nsta<|>tus: planned')
    expect(await hover({ ...context, cancelled: () => true }, document.positionAt(offset))).toBe(null)
  })
})

describe('hover in any text', () => {
  it('never fails, and speaks of what is under the cursor', { timeout: 60_000 }, async () => {
    const texts = corpus().filter((_, i) => i % 4 === 0)
    let heard = 0
    for (const { files, path } of texts) {
      const text = files[path] ?? ''
      const project = await projectOf(files)
      for (let end = 1; end <= text.length; end += 1 + Math.floor(text.length / 15)) {
        for (const whole of [text, text.slice(0, end)]) {
          const document = TextDocument.create('file:///a', 'yaml', 1, whole)
          const found = await hover(contextOf(project, path, whole), document.positionAt(end))
          if (!found?.range) continue
          heard++
          expect(document.offsetAt(found.range.start)).toBeLessThanOrEqual(end)
          expect(document.offsetAt(found.range.end)).toBeGreaterThanOrEqual(end)
        }
      }
    }
    expect(heard).toBeGreaterThan(100)
  })
})
