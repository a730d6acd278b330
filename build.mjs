// @ts-check
/** Bundles each program into one CommonJS file that plain Node runs, and holds it to its size. */
import { chmodSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Every program: where it begins, where it is written, and how large it may be. Some 35 per cent of the first two are the vocabularies, some 25 the rules: each brings its reason and its examples, which `explain` and editors show. */
export const bundles = [
  { entry: 'server/cli/main.ts', file: 'dist/chancery.cjs', limit: 2_200_000 },
  { entry: 'server/lsp/node.ts', file: 'dist/server.cjs', limit: 2_350_000 },
  { entry: 'client/desktop.ts', file: 'dist/client.cjs', limit: 500_000 },
]

/**
 * @param {{ readonly entry: string, readonly file: string }} bundle
 * @returns {import('esbuild').BuildOptions}
 */
export function options({ entry, file }) {
  return {
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    // The editor itself provides this one, and only the client asks for it.
    external: ['vscode'],
    target: 'node20',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    banner: { js: '#!/usr/bin/env node' },
  }
}

async function buildAll() {
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
