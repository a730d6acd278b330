// @ts-check
/** Takes the pictures of the extension at work into out/screenshots, as a user would see it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { choose, contributes, openFile, ourPage, runCommand, settle, titleOf } from './hands.mjs'
import { root } from './places.mjs'
import { openWorkbench, remoteUri, serverArguments, startServer } from './workbench.mjs'
import { fillWorkspace, temporaryFolder } from './workspace.mjs'

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ readonly name: string, readonly settings?: Readonly<Record<string, unknown>>, readonly viewport?: { readonly width: number, readonly height: number }, readonly play: (page: Page) => Promise<void> }} Scene
 */

const out = join(root, 'out', 'screenshots')
const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast', 'light-contrast': 'Light High Contrast' }
const patience = 30_000

const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
}

const exercise = 'golden-dragon-2024.engagement.yaml'
const mistaken = 'quiet-harbour-2024.engagement.yaml'

/** A file with a mistake that anyone can see. */
const mistakenText = `chancery: engagement/1
id: quiet-harbour-2024
type: joint-exercise
title: Exercise Quiet Harbour 2024
status: completed
dates: { start: 2024-01-15, end: 2024-01-26 }
participants:
  - { country: NOR, role: host, services: [army, air-force] }
  - { country: Sweden, role: participant, services: [army] }
  - { country: FIN, role: participant, services: [army] }
exercise: { form: [field-training], focus: [hadr], domains: [land, air] }
themes: [hadr]
sources:
  press: { type: news, title: Quiet harbour begins, publisher: The Press, date: 2024-01-15 }
`

/**
 * Opens a file and a page beside or over it, and waits for what is to be seen there.
 * @param {string} file
 * @param {string} command
 * @param {(shown: ReturnType<typeof ourPage>) => Promise<void>} turn
 * @returns {Scene['play']}
 */
function previewing(file, command, turn) {
  return async (page) => {
    await openFile(page, file)
    await page.keyboard.press('ControlOrMeta+B')
    await runCommand(page, titleOf(command))
    await turn(ourPage(page))
    await page.waitForTimeout(1500)
  }
}

/**
 * Begins a new risk and asks for a snippet there.
 * @param {Page} page
 */
async function insertAtRisks(page) {
  await openFile(page, 'start-with-relief.brief.yaml', '147')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- ', { delay: 60 })
  await page.keyboard.press('Escape')
  await runCommand(page, titleOf('chancery.insertSnippet'))
}

/** @type {readonly Scene[]} */
const scenes = [
  {
    name: 'completion',
    play: async (page) => {
      await openFile(page, exercise, '14')
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      // The editor begins the next entry with its dash by itself.
      await page.keyboard.type('{ country:  }', { delay: 60 })
      await page.keyboard.press('Escape')
      for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft')
      await page.keyboard.type('nor', { delay: 60 })
      await page.waitForSelector('.suggest-widget.visible .monaco-list-row')
      await page.waitForTimeout(1000)
    },
  },
  {
    name: 'problem',
    play: async (page) => {
      await openFile(page, mistaken, '9:18')
      await page.waitForSelector('.squiggly-error')
      await page.keyboard.press('ControlOrMeta+Shift+M')
      await page.waitForSelector('.markers-panel .monaco-list-row')
      await openFile(page, mistaken, '9:18')
      await page.keyboard.press('ControlOrMeta+K')
      await page.keyboard.press('ControlOrMeta+I')
      await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents')
      await page.waitForTimeout(1000)
    },
  },
  {
    name: 'preview',
    play: previewing('start-with-relief.brief.yaml', 'chancery.openPreviewToSide', (shown) => shown.locator('h1').first().waitFor()),
  },
  {
    name: 'preview-narrow',
    viewport: { width: 760, height: 900 },
    play: previewing('keep-the-channel-open.brief.yaml', 'chancery.openPreview', (shown) =>
      shown.locator('#options').scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'preview-engagement',
    play: previewing('rimpac-2024.engagement.yaml', 'chancery.openPreviewToSide', (shown) =>
      shown.locator('#participants').scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'reviewer',
    play: previewing('keep-the-channel-open.brief.yaml', 'chancery.openPreviewToSide', (shown) =>
      shown.locator('aside').scrollIntoViewIfNeeded(),
    ),
  },
  {
    name: 'network',
    play: previewing(exercise, 'chancery.showNetwork', async (shown) => {
      await shown.locator('select[name=country]').selectOption('JPN')
      await shown.locator('.chosen').waitFor()
    }),
  },
  {
    name: 'outline',
    settings: { 'breadcrumbs.enabled': true, 'explorer.autoReveal': false },
    play: async (page) => {
      await openFile(page, 'start-with-relief.brief.yaml', '75:10')
      await runCommand(page, 'Outline: Focus on Outline View')
      await page.waitForSelector('.outline-pane .monaco-list-row')
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'hints',
    play: async (page) => {
      await openFile(page, exercise, '10:5')
      await page.waitForTimeout(2500)
    },
  },
  {
    name: 'light-bulb',
    play: async (page) => {
      await openFile(page, mistaken, '9:18')
      await page.waitForSelector('.squiggly-error')
      await page.keyboard.press('ControlOrMeta+.')
      await page.waitForSelector('.action-widget .monaco-list-row')
      await page.waitForTimeout(800)
    },
  },
  {
    name: 'search',
    play: async (page) => {
      await openFile(page, exercise)
      await page.keyboard.press('ControlOrMeta+T')
      await page.keyboard.type('Cambodian', { delay: 30 })
      await page.waitForSelector('.quick-input-widget .monaco-list-row')
      await page.waitForTimeout(2000)
    },
  },
  {
    name: 'questions',
    play: async (page) => {
      await runCommand(page, titleOf('chancery.newEngagement'))
      const answers = ['Port call', 'USS Carl Vinson at Da Nang', 'goodwill', '5 March 2018', '9 March 2018', 'Viet Nam', 'america']
      for (const answer of answers) await choose(page, answer)
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'snippet-picker',
    play: async (page) => {
      await insertAtRisks(page)
      await page.waitForSelector('.quick-input-widget .monaco-list-row')
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'snippet-question',
    play: async (page) => {
      await insertAtRisks(page)
      await choose(page, 'Risk: cost')
      await page.waitForTimeout(1500)
    },
  },
  {
    name: 'snippet-libraries',
    settings: { 'explorer.autoReveal': false },
    play: async (page) => {
      await openFile(page, 'house.snippets.yaml')
      await runCommand(page, 'Explorer: Focus on Snippet Libraries View')
      await page.waitForSelector('.pane-body [aria-label^="Snippet "]')
      await page.hover('.pane-body [aria-label^="Snippet The host is surprised"]')
      await page.waitForTimeout(2500)
    },
  },
  {
    name: 'walkthrough',
    play: async (page) => {
      await page.keyboard.press('ControlOrMeta+B')
      await runCommand(page, 'Welcome: Open Walkthrough')
      await page.keyboard.type(contributes.walkthroughs[0].title, { delay: 10 })
      await page.waitForSelector('.quick-input-widget .monaco-list-row')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.gettingStartedContainer .getting-started-step')
      await page.waitForTimeout(1500)
    },
  },
]

/**
 * Every scene has a window and a folder of its own: what one types without
 * saving it, the next window on the same folder would show again.
 * @param {{ readonly port: number, readonly folder: string, readonly scene: Scene, readonly theme: keyof typeof themes }} what
 */
async function take({ port, folder, scene, theme }) {
  const payload = /** @type {const} */ ([
    ['extensionDevelopmentPath', remoteUri(port, root)],
    ['skipWelcome', 'true'],
  ])
  fillWorkspace(folder, {
    settings: { ...settings, ...scene.settings, 'workbench.colorTheme': themes[theme] },
    files: { [`engagements/${mistaken}`]: mistakenText },
  })
  const { page, close } = await openWorkbench({ port, folder, payload, viewport: scene.viewport ?? { width: 1280, height: 800 }, scale: 2 })
  page.setDefaultTimeout(patience)
  const file = join(out, `${scene.name}-${theme}.png`)
  try {
    await settle(page, exercise)
    // A workspace cannot set it: in a browser the theme is chosen before the workspace's settings are read.
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.press('ControlOrMeta+T')
    await choose(page, themes[theme])
    await scene.play(page)
    await page.screenshot({ path: file })
    console.log(file)
  } catch (error) {
    await page.screenshot({ path: file.replace('.png', '-failed.png') })
    throw error
  } finally {
    await close()
  }
}

const built = spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
if (built.status !== 0) process.exit(1)
const folder = temporaryFolder()
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const { port, stop } = await startServer(serverArguments(join(folder, 'data')))
process.on('exit', stop)
mkdirSync(out, { recursive: true })
/** `npm run screenshots -- preview network` takes the pictures of those scenes alone, and in high contrast too. */
const wanted = process.argv.slice(2)
const shown = /** @type {readonly (keyof typeof themes)[]} */ (wanted.length === 0 ? ['light', 'dark'] : Object.keys(themes))
for (const theme of shown) {
  for (const scene of scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take({ port, folder: join(folder, `${scene.name}-${theme}`, 'policy'), scene, theme })
}
process.exit(0)
