// @ts-check
/** Bundles each program into one CommonJS file that plain Node runs, and holds it to its size. */
import { chmodSync, copyFileSync, mkdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const exportDoor = 'server/export/index.ts'

/** Every program: where it begins, where it is written, and how large it may be. Some 35 per cent of the first two are the vocabularies, some 25 the rules: each brings its reason and its examples, which `explain` and editors show. Another 3 are the libraries of snippets. */
export const bundles = [
  { entry: 'server/cli/main.ts', file: 'dist/chancery.cjs', limit: 2_200_000 },
  { entry: 'server/lsp/node.ts', file: 'dist/server.cjs', limit: 2_450_000 },
  { entry: 'client/desktop.ts', file: 'dist/client.cjs', limit: 500_000 },
  // What runs inside a preview.
  { entry: 'client/preview/webview/main.ts', file: 'dist/preview.js', limit: 30_000, isForBrowser: true },
  // Loaded only when somebody asks for a document: most of it is the two libraries that write them.
  { entry: exportDoor, file: 'dist/export.cjs', limit: 3_000_000 },
]

/** What the export reads when it runs: where it comes from, and what it is called in `dist/assets`. */
const fonts = '@expo-google-fonts/noto-sans'
export const assets = [
  { from: '@resvg/resvg-wasm/index_bg.wasm', name: 'resvg.wasm' },
  { from: `${fonts}/400Regular/NotoSans_400Regular.ttf`, name: 'NotoSans-Regular.ttf' },
  { from: `${fonts}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`, name: 'NotoSans-Italic.ttf' },
  { from: `${fonts}/700Bold/NotoSans_700Bold.ttf`, name: 'NotoSans-Bold.ttf' },
  { from: `${fonts}/700Bold_Italic/NotoSans_700Bold_Italic.ttf`, name: 'NotoSans-BoldItalic.ttf' },
]

/** The two shells reach the export through this one import, which stays an import of the bundle beside them. */
const exportApart = {
  name: 'export-apart',
  /** @param {import('esbuild').PluginBuild} build */
  setup: (build) =>
    build.onResolve({ filter: /\/export\/index\.ts$/ }, ({ importer }) =>
      importer === '' ? undefined : { path: './export.cjs', external: true },
    ),
}

/**
 * @param {{ readonly entry: string, readonly file: string, readonly isForBrowser?: boolean }} bundle
 * @returns {import('esbuild').BuildOptions}
 */
export function options({ entry, file, isForBrowser = false }) {
  return {
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: isForBrowser ? 'browser' : 'node',
    // The editor itself provides this one, and only the client asks for it.
    external: ['vscode'],
    target: isForBrowser ? 'chrome114' : 'node20',
    format: isForBrowser ? 'iife' : 'cjs',
    minify: true,
    legalComments: 'none',
    ...(isForBrowser ? {} : { banner: { js: '#!/usr/bin/env node' } }),
    plugins: [exportApart],
    // A library asks when it is loaded where it lies, though it reads nothing from there; in this format nobody could tell it.
    define: { 'import.meta.url': '"file:///"' },
  }
}

function copyAssets() {
  const require = createRequire(import.meta.url)
  for (const { from, name } of assets) {
    const file = `dist/assets/${name}`
    mkdirSync(dirname(file), { recursive: true })
    copyFileSync(require.resolve(from), file)
  }
}

async function buildAll() {
  copyAssets()
  for (const bundle of bundles) {
    await build(options(bundle))
    chmodSync(bundle.file, 0o755)
    const { size } = statSync(bundle.file)
    console.log(`${bundle.file}: ${size.toLocaleString('en')} bytes`)
    if (size <= bundle.limit) continue
    console.error(
      `${bundle.file} is ${(size - bundle.limit).toLocaleString('en')} bytes over its limit of ${bundle.limit.toLocaleString('en')}. Leave something out of it, or raise the limit in build.mjs and say why.`,
    )
    process.exitCode = 1
  }
}

// The list of notices imports the table above and builds nothing.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll()
