import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { hover } from '../../server/core/features/hover.feature.ts'
import { corpus } from '../support/corpus.ts'
import { projectOf, today } from '../support/files.ts'
import { atCursor } from './at-cursor.ts'
import { checkHover } from './check-answers.ts'
import { hovers } from './hover-cases.ts'

describe('hover', () => {
  it.each(hovers)('on $name', async (wanted) => {
    const { context, document, offset } = await atCursor(wanted.at)
    checkHover(wanted, hover(context, document.positionAt(offset)))
  })

  it('names the stretch that it speaks of', async () => {
    const { context, document, offset } = await atCursor('chancery: engagement/1\nlocation: { country: N<|>OR }')
    const range = hover(context, document.positionAt(offset))?.range
    expect(range && document.getText(range)).toBe('NOR')
  })

  it('says nothing once nobody waits', async () => {
    const { context, document, offset } = await atCursor('chancery: engagement/1\nsta<|>tus: planned')
    expect(hover({ ...context, cancelled: () => true }, document.positionAt(offset))).toBe(null)
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
          const found = hover({ project, path, text: whole, today, cancelled: () => false }, document.positionAt(end))
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
