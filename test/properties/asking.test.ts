import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lintText, memoryWorkspace, openProject } from '../../server/core/index.ts'
import { type AskingEditor, startAskingEditor } from '../support/asking-editor.ts'
import { today } from '../support/files.ts'
import { brief, dangling, engagement, lone } from '../support/sample.ts'

const names = [
  'a.brief.yaml',
  'talks-at-sea.brief.yaml',
  'staff-talks-2024.engagement.yaml',
  'x/staff-talks-2024.engagement.yaml',
  'chancery.yaml',
]
const texts = {
  brief: [brief, dangling, lone, brief.replace('id: talks-at-sea', 'id: a')],
  engagement: [engagement, engagement.replace('id: staff-talks-2024', 'id: staff-talk-2024'), engagement.replace('PHL', 'Philippines')],
  config: ['chancery: config/1\n', 'chancery: config/1\nrules: { id-filename: "off" }\n', 'chancery: config/1\nignore: [x/]\n'],
} as const

const file = fc.constantFrom(...names).chain((path) => {
  const kind = path.includes('brief') ? 'brief' : path.includes('engagement') ? 'engagement' : 'config'
  return fc.constantFrom(...texts[kind]).map((text) => ({ path, text }))
})
const act = fc.record({ do: fc.constantFrom('open', 'change', 'change', 'close', 'write', 'delete'), file, isHasty: fc.boolean() })

interface Desk {
  readonly folder: string
  readonly asking: AskingEditor
  readonly disk: Map<string, string>
  readonly buffers: Map<string, string>
}

async function does({ folder, asking, disk, buffers }: Desk, what: string, { path, text }: { path: string; text: string }): Promise<void> {
  const isOpen = buffers.has(path)
  if (what === 'open' && !isOpen) {
    buffers.set(path, disk.get(path) ?? text)
    await asking.open(path, buffers.get(path) ?? '')
  } else if (what === 'change' && isOpen) {
    buffers.set(path, text)
    await asking.change(path, text)
  } else if (what === 'close' && isOpen) {
    buffers.delete(path)
    await asking.close(path)
  } else if (what === 'write' || (what === 'delete' && disk.has(path))) {
    if (what === 'write') writeFileSync(join(folder, path), text)
    else rmSync(join(folder, path))
    if (what === 'write') disk.set(path, text)
    else disk.delete(path)
    const change = { uri: asking.editor.uri(path), type: what === 'write' ? 1 : 3 }
    await asking.editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [change] })
  }
}

/** What a person should see: the rules by file, as the engine finds them in the files and the buffers. */
async function expected({ disk, buffers }: Desk): Promise<unknown> {
  const files = Object.fromEntries([...disk, ...buffers])
  const project = await openProject(memoryWorkspace(files))
  const found = Object.entries(files).flatMap(([path, text]) =>
    lintText(project, path, text, { today }).findings.map(({ rule }) => `${path}: ${rule}`),
  )
  return found.filter((line) => !(line.startsWith('x/') && /ignore: \[x/.test(files['chancery.yaml'] ?? ''))).sort()
}

function shown({ asking }: Desk): unknown {
  return [...asking.shown()].flatMap(([path, items]) => items.map(({ code }) => `${path}: ${code}`)).sort()
}

it('an editor that asks shows in the end what is there, whatever was done and however fast', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const folder = mkdtempSync(join(tmpdir(), 'chancery-asking-'))
      mkdirSync(join(folder, 'x'))
      writeFileSync(join(folder, 'chancery.yaml'), texts.config[0])
      writeFileSync(join(folder, 'talks-at-sea.brief.yaml'), brief)
      const asking = await startAskingEditor(folder)
      const disk = new Map<string, string>([
        ['chancery.yaml', texts.config[0]],
        ['talks-at-sea.brief.yaml', brief],
      ])
      const desk: Desk = { folder, asking, disk, buffers: new Map() }
      const hasty: Promise<void>[] = []
      for (const { do: what, file: about, isHasty } of acts) {
        const doing = does(desk, what, about)
        if (isHasty) hasty.push(doing)
        else await doing
      }
      await Promise.all(hasty)
      const wanted = await expected(desk)
      await expect.poll(() => shown(desk), { timeout: 10_000 }).toEqual(wanted)
      expect(asking.heard.sent).toEqual([])
      expect(asking.editor.log).toEqual([])
      await asking.editor.quit()
      rmSync(folder, { recursive: true, force: true })
    }),
    { numRuns: 4 },
  )
})
