import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { after, closePages, open, pause, replace, revert, until } from './desk.ts'
import { act, isWithinReach, look } from './page.ts'
import type { Test } from './runner.ts'

const brief = 'briefs/start-with-relief.brief.yaml'

async function beside(): Promise<vscode.TextEditor> {
  const editor = await open(brief)
  await vscode.commands.executeCommand('chancery.openPreviewToSide')
  await until('the heading of the page', async () => (await look<string>('h1', 'element.textContent')).startsWith('Start with relief'))
  return vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One)
}

const text = (selector: string) => look<string>(selector, 'element.textContent')

const tests: readonly Test[] = [
  {
    name: 'the page marks the part that the cursor is in',
    run: async () => {
      const editor = await beside()
      for (const part of ['bluf', 'recommendations', 'options']) {
        const at = after(editor.document, `\n${part}:`)
        editor.selection = new vscode.Selection(at, at)
        await until(`the mark in ${part}`, async () => (await look<string>('.here', 'element.getAttribute("data-at")')).startsWith(part))
      }
      const isInView = 'element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0'
      assert.equal(await look<boolean>('.here', isInView), true)
    },
  },
  {
    name: 'a page that is scrolled stays where it is, with the cursor elsewhere',
    run: async () => {
      const editor = await beside()
      const top = new vscode.Selection(0, 0, 0, 0)
      editor.selection = top
      for (const selector of ['#options', 'aside']) {
        await look(selector, 'element.scrollIntoView()')
        // Longer than text and page take to follow one another.
        await pause(1000)
        assert.ok(Math.abs(await look<number>(selector, 'element.getBoundingClientRect().top')) < 5, `${selector} went away`)
      }
      assert.ok(editor.selection.isEqual(top))
    },
  },
  {
    name: 'a double click on a word of the page leads to it in the text',
    run: async () => {
      const { document } = await beside()
      const [word = ''] = /\p{L}{2,}/u.exec(await text('.key p[data-at]')) ?? []
      assert.notEqual(word, '')
      const { selection } = await until('the word in the text', async () => {
        // The page may still move as it takes its place beside the text; whoever misses the word clicks again.
        await act({ act: 'doubleClick', selector: '.key p[data-at]' })
        const editor = vscode.window.activeTextEditor
        return editor?.document === document && document.getText(editor.selection) === word ? editor : undefined
      })
      assert.ok(selection.start.isAfter(after(document, '\nbluf:')), 'the word is that of another part')
    },
  },
  {
    name: 'a click on an engagement of the page opens its file',
    run: async () => {
      await beside()
      const file = await look<string>('main a[href$=".html"]', 'element.getAttribute("href")')
      await act({ act: 'click', selector: 'main a[href$=".html"]' })
      const name = file.replace(/[.]html.*$/, '.engagement.yaml')
      await until(`the file ${name}`, () => vscode.window.activeTextEditor?.document.uri.path.endsWith(`/${name}`))
    },
  },
  {
    name: 'a keystroke leaves the page and what is selected in it where they are',
    run: async () => {
      const editor = await beside()
      const select = 'element.ownerDocument.getSelection().selectAllChildren(element), element.isTheSame = true, element.textContent'
      const selected = await look<string>('.key p[data-at]', select)
      const seen = 'element.ownerDocument.scrollingElement.scrollTop'
      const top = await look<number>('body', seen)
      await replace(editor, 'Start with relief', 'Begin with relief')
      await until('the new heading', async () => (await text('h1')).startsWith('Begin with relief'))
      const kept = '[element.isTheSame === true, element.ownerDocument.getSelection().toString().trim()]'
      assert.deepEqual(await look<readonly unknown[]>('.key p[data-at]', kept), [true, selected.trim()])
      assert.equal(await look<number>('body', seen), top)
    },
  },
  {
    name: 'the last page stays, with a note, while the text is broken',
    run: async () => {
      const editor = await beside()
      const before = await text('main')
      await replace(editor, 'title: ', 'title: "')
      await until('the note', async () => (await text('body')).includes('cannot be read at the moment'))
      assert.equal(await text('main'), before)
      await revert(editor.document)
      await until('the page without a note', async () => !(await text('body')).includes('cannot be read at the moment'))
    },
  },
  {
    name: 'the network shows what is chosen, and opens a file',
    run: async () => {
      await closePages()
      await vscode.commands.executeCommand('chancery.showNetwork')
      await until('all engagements', async () => /^\d+ engagements/.test(await text('#count')))
      await act({ act: 'choose', selector: 'select[name=country]', value: 'VNM' })
      await until('those of Viet Nam', async () => /^\d+ of \d+ engagements/.test(await text('#count')))
      assert.equal(await look<string>('select[name=type]', 'element.selectedOptions[0].text'), 'Any')
      const title = await text('.pages a')
      await act({ act: 'click', selector: '.pages a' })
      await until(`the file of "${title}"`, () => {
        const { document } = vscode.window.activeTextEditor ?? {}
        return document?.languageId === 'chancery-engagement' && document.getText().includes(title)
      })
      await act({ act: 'click', selector: 'button[name=all]' })
      await until('all engagements again', async () => /^\d+ engagements/.test(await text('#count')))
    },
  },
]

/** The browser in which a desktop VS Code shows a page is closed to tests; there these are left out. */
export const reading: readonly Test[] = isWithinReach ? tests.map(({ name, run }) => ({ name, run: () => run().finally(closePages) })) : []
