// @ts-check
/**
 * Looks at the rendered examples in Chromium as people do who see little, or
 * use a small screen: axe-core finds nothing, and nothing reaches beyond the
 * page. The outcome is left in out/pages.json.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { findChromium, root } from '../vscode/places.mjs'
import { networkPages } from './network.mjs'
import { asTyped, patchedWrong } from './patching.mjs'

/** @typedef {Parameters<import('playwright-core').Browser['newContext']>[0]} View */
/** @type {readonly { readonly name: string, readonly view: View }[]} */
const views = [
  { name: 'light, wide', view: { colorScheme: 'light', viewport: { width: 1200, height: 900 } } },
  { name: 'dark, narrow', view: { colorScheme: 'dark', viewport: { width: 360, height: 740 } } },
  { name: 'more contrast, light', view: { colorScheme: 'light', contrast: 'more', viewport: { width: 900, height: 900 } } },
  { name: 'more contrast, dark', view: { colorScheme: 'dark', contrast: 'more', viewport: { width: 900, height: 900 } } },
  { name: 'colours of the system', view: { forcedColors: 'active', viewport: { width: 900, height: 900 } } },
]

/** @param {import('playwright-core').Page} page */
async function faultsOf(page) {
  const violations = await page.evaluate(async (source) => {
    // The page's own policy forbids every script, so the checker comes in by the driver.
    new Function(source)()
    // @ts-expect-error axe and the document are those of the page.
    const { violations: found } = await globalThis.axe.run(globalThis.document, { resultTypes: ['violations'] })
    return found.map(
      (/** @type {{ id: string, nodes: { target: string[] }[] }} */ v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    )
  }, axe.source)
  const wide = await page.evaluate(() => {
    // @ts-expect-error The document is that of the page.
    const { scrollWidth, clientWidth } = globalThis.document.documentElement
    return scrollWidth - clientWidth
  })
  return [...violations, ...(wide > 0 ? [`the page reaches ${wide} pixels beyond the window`] : [])]
}

const folder = mkdtempSync(join(tmpdir(), 'chancery-pages-'))
execFileSync(process.execPath, [join(root, 'dist', 'chancery.cjs'), 'render', join(root, 'examples'), '--out', folder, '--force'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
for (const [i, html] of (await networkPages()).entries()) writeFileSync(join(folder, `network-${i}.html`), html)
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] })
let [passed, failed] = [0, 0]
for (const { name, view } of views) {
  const context = await browser.newContext({ ...view, bypassCSP: true })
  const page = await context.newPage()
  for (const file of pages) {
    await page.goto(pathToFileURL(join(folder, file)).href)
    const faults = await faultsOf(page)
    if (faults.length === 0) passed++
    else failed++
    for (const fault of faults) console.log(`  ${file} (${name}): ${fault}`)
  }
  await context.close()
}
const sequence = pages.flatMap((file) => asTyped(readFileSync(join(folder, file), 'utf8')))
const frame = await (await browser.newContext({ bypassCSP: true })).newPage()
const wrong = await patchedWrong(frame, sequence)
if (wrong.length === 0) passed++
else failed++
console.log(`${sequence.length.toLocaleString('en')} pages put one over another in the preview: ${wrong.length} came out wrong`)
await browser.close()
rmSync(folder, { recursive: true })
mkdirSync(join(root, 'out'), { recursive: true })
writeFileSync(join(root, 'out', 'pages.json'), JSON.stringify({ passed, failed }))
console.log(`${pages.length} pages in ${views.length} views: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
