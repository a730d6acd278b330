import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { MessageConnection } from 'vscode-languageserver-protocol/node'
import { type Editor, startEditor } from '../support/editor.ts'
import { dangling } from '../support/sample.ts'

const path = 'talks-at-sea.brief.yaml'
let editor: Editor | undefined
let folder = ''

/** An editor that is asked for its settings; what it was asked, and what it registered for the server. */
async function started(settings: () => unknown, options: object = {}) {
  folder = mkdtempSync(join(tmpdir(), 'chancery-settings-'))
  writeFileSync(join(folder, path), dangling)
  const asked: unknown[] = []
  const registered: string[] = []
  editor = await startEditor(folder, {
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
    ...options,
    hear: (connection: MessageConnection) => {
      connection.onRequest('workspace/configuration', (params) => {
        asked.push(params)
        return [settings()]
      })
      connection.onRequest('client/registerCapability', ({ registrations }: { registrations: readonly { method: string }[] }) => {
        registered.push(...registrations.map(({ method }) => method))
        return null
      })
    },
  })
  return { e: editor, asked, registered }
}

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  editor = undefined
  rmSync(folder, { recursive: true, force: true })
})

const shows = (e: Editor) => e.until(path, (found) => found.length > 0)
const isQuiet = (e: Editor) => e.until(path, (found) => found.length === 0)
const changed = (e: Editor, settings: unknown) => e.connection.sendNotification('workspace/didChangeConfiguration', { settings })

describe('settings', () => {
  it('are asked for, when it begins and whenever they changed', async () => {
    let lint = { enable: true, workspace: true }
    const { e, asked, registered } = await started(() => ({ lint }))
    await shows(e)
    expect(asked).toEqual([{ items: [{ section: 'chancery' }] }])
    expect(registered).toContain('workspace/didChangeConfiguration')
    lint = { enable: false, workspace: true }
    await changed(e, null)
    await isQuiet(e)
    expect(asked.length).toBe(2)
  })

  it('are taken as they are sent, without asking', async () => {
    const { e, asked } = await started(() => null)
    await shows(e)
    await changed(e, { chancery: { lint: { workspace: false } } })
    await isQuiet(e)
    await changed(e, { chancery: { lint: { workspace: true } } })
    await shows(e)
    expect(asked.length).toBe(1)
  })

  it('given with the greeting hold where the editor has no others', async () => {
    const { e } = await started(() => null, { initializationOptions: { lint: { workspace: false } } })
    e.open(path, dangling)
    await shows(e)
    e.close(path)
    await isQuiet(e)
  })

  it.each([[7], ['off'], [{ lint: 'off' }], [{ lint: { enable: 'no', workspace: 0 } }], [[]]])(
    'that make no sense change nothing (%j)',
    async (nonsense) => {
      const { e } = await started(() => nonsense)
      await changed(e, { chancery: nonsense })
      await changed(e, nonsense)
      await shows(e)
      expect(e.log).toEqual([])
    },
  )

  it('are not asked for where the editor cannot be asked, and nothing is registered with it', async () => {
    const { e, asked, registered } = await started(() => null, { capabilities: {} })
    await shows(e)
    await changed(e, null)
    await e.connection.sendRequest('chancery/lintWorkspace', {})
    expect({ asked, registered }).toEqual({ asked: [], registered: [] })
  })
})
