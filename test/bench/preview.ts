/**
 * Measures how long a keystroke takes to reach the preview of a long brief: the
 * built server over standard input and output, then the built script of the page
 * in Chromium, with the layout done. In the same run the same pages are loaded
 * anew, as a preview without patching would. Prints how it was measured.
 *
 *     npm run bench:preview -- [LINES [KEYSTROKES]]
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node'
import { followTheme, previewFrame } from '../../client/preview/page.ts'
import type { PreviewResult } from '../../server/protocol.ts'
import { putFrame } from '../pages/frame.mjs'
import { serve } from '../pages/served.mjs'
import { findChromium } from '../vscode/places.mjs'
import { longBrief } from './long-brief.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const [lines = 2000, keystrokes = 30] = process.argv.slice(2).map(Number)

/** Between two keystrokes; long enough for the checks of the one before to begin and get in the way. */
const pause = 150

/** Where somebody types: behind the first occurrence of these words. */
const places = ['bluf: ', 'mitigation: ', 'publisher: ', 'as told in part 9'] as const

interface Taken {
  readonly server: number
  readonly patch: number
  readonly reload: number
}

interface Desk {
  readonly connection: ProtocolConnection
  readonly uri: string
  /** The page that is patched, and one that is loaded anew each time. */
  readonly patched: Page
  readonly loaded: Page
}

async function type({ connection, uri, patched, loaded }: Desk, text: string, at: number, version: number): Promise<Taken> {
  const line = text.slice(0, at).split('\n').length - 1
  const place = { line, character: at - text.lastIndexOf('\n', at - 1) - 1 }
  const from = performance.now()
  const change = { range: { start: place, end: place }, text: 'x' }
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
  const answer = await connection.sendRequest<PreviewResult>('chancery/preview', { uri })
  const server = performance.now() - from
  const html = followTheme(answer.html)
  const patch = await inPage(patched, patching, { html, places: answer.places })
  return { server, patch, reload: await inPage(loaded, loading, html) }
}

/** Run in the page as texts, for neither the types nor the names of this program are known there. */
const patching = `(data) => {
  const from = performance.now()
  dispatchEvent(new MessageEvent('message', { data: { kind: 'page', uri: 'x', note: '', ...data } }))
  document.body.getBoundingClientRect()
  return performance.now() - from
}`
const loading = `(html) => {
  const from = performance.now()
  document.open()
  document.write(html)
  document.close()
  document.body.getBoundingClientRect()
  return performance.now() - from
}`

function inPage(page: Page, script: string, given: unknown): Promise<number> {
  return page.evaluate(`(${script})(${JSON.stringify(given)})`)
}

/** As the editor serves it, but for its policy, which would keep the script out that is put in here. */
async function framed(page: Page): Promise<Page> {
  await putFrame(page, previewFrame({ nonce: 'n', script: 'about:blank' }).replace(/<meta http-equiv[^>]*>/, ''))
  return page
}

function told(name: string, numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (share: number) =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0)} ms`.padStart(8)
  return `${name.padEnd(42)}${at(0.5)}${at(0.95)}${at(1)}`
}

function report(text: string, taken: readonly Taken[]): void {
  console.log(
    `A brief of ${text.split('\n').length.toLocaleString('en')} lines among the shipped examples; ${taken.length} keystrokes in ${places.length} places,`,
  )
  console.log(`one each ${pause} ms while the checks run. Server: the built program, from the change sent to the page received.`)
  console.log('Page: the built script in Chromium, 1000 by 900 pixels, from the message to the finished layout; what the editor')
  console.log(
    `needs to carry the message is not in it. Node ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}.\n`,
  )
  console.log(`${' '.repeat(42)}  median    95 %   worst`)
  const rows: readonly (readonly [string, (one: Taken) => number])[] = [
    ['server', ({ server }) => server],
    ['page, patched', ({ patch }) => patch],
    ['page, loaded anew', ({ reload }) => reload],
    ['keystroke to patched page', fromKeyToPage],
    ['keystroke to page loaded anew', ({ server, reload }) => server + reload],
  ]
  for (const [name, of] of rows) console.log(told(name, taken.map(of)))
  for (const [i, words] of places.entries()) {
    const here = taken.filter((_, n) => n % places.length === i)
    console.log(told(`  patched, typed at "${words.trim()}"`, here.map(fromKeyToPage)))
  }
}

function fromKeyToPage({ server, patch }: Taken): number {
  return server + patch
}

const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
cpSync(join(root, 'examples'), folder, { recursive: true })
const file = join(folder, 'briefs', 'long.brief.yaml')
const uri = pathToFileURL(file).href
let text = longBrief(join(root, 'examples', 'briefs', 'start-with-relief.brief.yaml'), lines).replace(/^id: .*/m, 'id: long')
writeFileSync(file, text)
const { connection, stop } = await serve(folder)
const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] })
try {
  const view = await browser.newContext({ viewport: { width: 1000, height: 900 } })
  const desk: Desk = { connection, uri, patched: await framed(await view.newPage()), loaded: await view.newPage() }
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'chancery-brief', version: 1, text } })
  const taken: Taken[] = []
  for (let i = 0; i < keystrokes + places.length; i++) {
    const words = places[i % places.length] ?? ''
    const at = text.indexOf(words) + words.length
    if (at < words.length) throw new Error(`"${words}" does not stand in the brief.`)
    const one = await type(desk, text, at, i + 2)
    text = `${text.slice(0, at)}x${text.slice(at)}`
    // The first in each place warms up what a writer has warm after a moment.
    if (i >= places.length) taken.push(one)
    await new Promise((done) => setTimeout(done, pause))
  }
  report(text, taken)
} finally {
  await browser.close()
  await stop()
  rmSync(folder, { recursive: true, force: true })
}
