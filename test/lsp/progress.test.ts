import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type {
  MessageConnection,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver-protocol/node'
import { type Editor, startEditor } from '../support/editor.ts'
import { config, dangling } from '../support/sample.ts'

type Step = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd

interface Shown {
  readonly e: Editor
  readonly steps: { readonly token: unknown; readonly value: Step }[]
}

const many = 300
let editor: Editor | undefined
let folder = ''

/** An editor that shows how far work is; `onStep` is called at each step of it. */
async function started(
  files: number,
  onStep: (connection: MessageConnection, token: unknown, step: Step) => void = () => undefined,
  options = {},
): Promise<Shown> {
  folder = mkdtempSync(join(tmpdir(), 'chancery-progress-'))
  writeFileSync(join(folder, 'chancery.yaml'), config)
  for (let i = 0; i < files; i++) writeFileSync(join(folder, `b${i}.brief.yaml`), dangling.replace('id: talks-at-sea', `id: b${i}`))
  const steps: Shown['steps'] = []
  editor = await startEditor(folder, {
    capabilities: { window: { workDoneProgress: true } },
    ...options,
    hear: (connection) => {
      connection.onRequest('window/workDoneProgress/create', () => null)
      connection.onNotification('$/progress', ({ token, value }: { token: unknown; value: Step }) => {
        steps.push({ token, value })
        onStep(connection, token, value)
      })
    },
  })
  return { e: editor, steps }
}

afterEach(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  editor = undefined
  rmSync(folder, { recursive: true, force: true })
})

function cancel(connection: MessageConnection, token: unknown): void {
  connection.sendNotification('window/workDoneProgress/cancel', { token }).catch(() => undefined)
}

function expectWhole(steps: Shown['steps']): void {
  const kinds = steps.map(({ value }) => value.kind)
  expect(kinds[0]).toBe('begin')
  expect(kinds.at(-1)).toBe('end')
  expect(kinds.slice(1, -1).every((kind) => kind === 'report')).toBe(true)
  expect(kinds.length).toBeLessThan(250)
  expect(steps[0]?.value).toMatchObject({ title: 'Chancery', cancellable: true })
}

const ofBrief = (e: Editor, i: number) => e.diagnostics(`b${i}.brief.yaml`)

describe('the first reading of a large folder', () => {
  it('shows how far it is', async () => {
    const { e, steps } = await started(many)
    await e.until(`b${many - 1}.brief.yaml`, (found) => found.length > 0)
    await expect.poll(() => steps.at(-1)?.value.kind, { timeout: 10_000 }).toBe('end')
    expectWhole(steps)
    const messages = steps.flatMap(({ value }) => ('message' in value ? value.message : []))
    expect(messages.some((message) => /^files read: \d+ of 301$/.test(message ?? ''))).toBe(true)
    expect(messages.some((message) => /^files checked: \d+ of 301$/.test(message ?? ''))).toBe(true)
  })

  it('is not spoken of where it is done at once, or where nobody would see it', async () => {
    const few = await started(20)
    await few.e.until('b19.brief.yaml', (found) => found.length > 0)
    expect(few.steps).toEqual([])
    await few.e.quit()
    rmSync(folder, { recursive: true, force: true })
    const unseen = await started(many, undefined, { capabilities: {} })
    await unseen.e.until('b19.brief.yaml', (found) => found.length > 0)
    expect(unseen.steps).toEqual([])
  })

  it.each(['files read', 'files checked'])('can be stopped while "%s" is shown, and what is asked for later is right', async (stage) => {
    let first: unknown
    const { e, steps } = await started(many, (connection, token, step) => {
      first ??= token
      if (token === first && 'message' in step && step.message?.startsWith(stage)) cancel(connection, token)
    })
    await expect.poll(() => steps.at(-1)?.value.kind, { timeout: 10_000 }).toBe('end')
    expectWhole(steps)
    e.open('b0.brief.yaml', dangling.replace('id: talks-at-sea', 'id: b299'))
    await e.until('b0.brief.yaml', (all) => all.some(({ code }) => code === 'id-duplicate'))
    const told = Array.from({ length: many }, (_, i) => i).filter((i) => ofBrief(e, i) !== undefined).length
    expect(told).toBeLessThan(many)
    expect(await e.connection.sendRequest('chancery/lintWorkspace', {})).toMatchObject({ files: many + 1 })
    await e.until(`b${many - 1}.brief.yaml`, (all) => all.some(({ code }) => code === 'id-duplicate'))
    await expect.poll(() => Array.from({ length: many }, (_, i) => ofBrief(e, i)).every(Boolean), { timeout: 10_000 }).toBe(true)
  })
})

describe('a check of all files', () => {
  it('shows how far it is where the editor says', async () => {
    const { e, steps } = await started(many, undefined, { capabilities: {} })
    const result = await e.connection.sendRequest('chancery/lintWorkspace', { workDoneToken: 'mine' })
    expect(result).toMatchObject({ files: many + 1 })
    expectWhole(steps)
    expect(new Set(steps.map(({ token }) => token))).toEqual(new Set(['mine']))
  })

  it('can be stopped where it is shown, and then counts nothing', async () => {
    let isStopped = false
    const { e } = await started(many, (connection, token, step) => {
      if (isStopped) cancel(connection, token)
      else isStopped = step.kind === 'end'
    })
    await expect.poll(() => isStopped, { timeout: 10_000 }).toBe(true)
    expect(await e.connection.sendRequest('chancery/lintWorkspace', {})).toBeNull()
    expect(e.log).toEqual([])
  })
})
