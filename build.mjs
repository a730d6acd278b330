/** Bundles the command line into one CommonJS file that plain Node runs. */
import { build } from 'esbuild'

await build({
  entryPoints: { chancery: 'server/cli/main.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  banner: { js: '#!/usr/bin/env node' },
})
