import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { assets, bundles, options } from '../../../build.mjs'
import { root } from './read.ts'

/** Whose work is compiled into generated files, where no bundler sees it. */
const compiledIn = ['ajv', 'cldr-core', 'cldr-localenames-full', 'iso-3166', 'world-atlas']

/** Licences that ask for no more than that their text travels with the program. */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unicode-3.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'MPL-2.0',
])

function byDevonGovett(source: string): string {
  return `Copyright Devon Govett. Under the MIT License, whose text is at https://opensource.org/license/mit. The source is at ${source}.`
}

/** Packages that say only in the text of their licence which it is. */
const readIn: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** Packages that bring no text of their licence, and where it and their source are to be found, as the licence asks. */
const whereFound: Readonly<Record<string, string>> = {
  '@resvg/resvg-wasm':
    'Under the Mozilla Public License 2.0, whose text is at https://www.mozilla.org/MPL/2.0/. The source is at https://github.com/thx/resvg-js and https://github.com/linebender/resvg, and is shipped unchanged.',
  brotli: byDevonGovett('https://github.com/devongovett/brotli.js'),
  dfa: byDevonGovett('https://github.com/foliojs/dfa'),
  fontkit: byDevonGovett('https://github.com/foliojs/fontkit'),
}

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** The licences of all that the programs hold of others, in the order of names. */
export async function buildNotices(): Promise<string> {
  const shipped = assets.map(({ from }) => from.split('/').slice(0, 2).join('/'))
  const folders = new Set([...compiledIn, ...shipped].map((name) => `node_modules/${name}`))
  for (const bundle of bundles) {
    const { metafile } = await build({
      ...options(bundle),
      absWorkingDir: fileURLToPath(root),
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
    for (const folder of foldersIn(metafile)) folders.add(folder)
  }
  const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1))
  const texts = [...new Set(packages.map(({ text }) => text))]
  return `${[introduction, ...texts.map((text) => notice(packages.filter((p) => p.text === text)))].join('\n\n')}\n`
}

const introduction = `# Third-party notices

Chancery's programs hold code and data of the packages below, each under its own licence. This file is written by "npm run gen".`

/** The folders of all packages of which some code is left in the bundle. */
function foldersIn({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs))
  return inputs.flatMap(([path, { bytesInOutput }]) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
    return folder && bytesInOutput > 0 ? [folder] : []
  })
}

function readPackage(folder: string): Package {
  const url = new URL(`${folder}/`, root)
  const {
    name = '',
    version,
    license: licence = readIn[name],
  } = JSON.parse(readFileSync(new URL('package.json', url), 'utf8')) as Record<string, string>
  if (!name || !version || !isAllowed(licence)) {
    throw new Error(
      `${folder} is under "${licence}", which is not a licence that Chancery ships. Use another package, or ask whether the list in notices.ts may grow.`,
    )
  }
  const files = readdirSync(url).filter((entry) => /^licen[cs]e(?:_\w+)?(?:\.\w+)?$/i.test(entry))
  const texts = files.map((file) => readFileSync(new URL(file, url), 'utf8').replaceAll('\r\n', '\n').trim())
  const text = texts.join('\n\n') || whereFound[name]
  if (!text) throw new Error(`${folder} has no licence file, and its licence asks for the text.`)
  return { name, version, licence, text }
}

/** Of several to choose from one must be allowed, of several that hold together all. */
function isAllowed(licence: string | undefined): licence is string {
  const choices = licence?.replace(/[()]/g, '').split(' OR ') ?? []
  return choices.some((choice) => choice.split(' AND ').every((each) => allowed.has(each)))
}

/** Packages whose licence is the same to the letter share one notice. */
function notice(packages: readonly Package[]): string {
  const title = packages.map(({ name, version }) => `${name} ${version}`).join(', ')
  const licences = [...new Set(packages.map(({ licence }) => licence))].join(', ')
  return `## ${title}\n\nLicence: ${licences}\n\n\`\`\`text\n${packages[0]?.text ?? ''}\n\`\`\``
}
