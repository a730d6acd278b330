import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { bundles, options } from '../../../build.mjs'
import { root } from './read.ts'

/** Whose work is compiled into generated files, where no bundler sees it. */
const compiledIn = ['ajv', 'cldr-core', 'cldr-localenames-full', 'iso-3166', 'world-atlas']

/** Licences that ask for no more than that their text travels with the program. */
const allowed = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unicode-3.0', 'BlueOak-1.0.0'])

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** The licences of all that the programs hold of others, in the order of names. */
export async function buildNotices(): Promise<string> {
  const folders = new Set(compiledIn.map((name) => `node_modules/${name}`))
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
  const { name, version, license: licence } = JSON.parse(readFileSync(new URL('package.json', url), 'utf8')) as Record<string, string>
  if (!name || !version || !licence?.split(' OR ').some((choice) => allowed.has(choice.replace(/[()]/g, '')))) {
    throw new Error(
      `${folder} is under "${licence}", which is not a licence that Chancery ships. Use another package, or ask whether the list in notices.ts may grow.`,
    )
  }
  const file = readdirSync(url).find((entry) => /^licen[cs]e(?:\.\w+)?$/i.test(entry))
  if (!file) throw new Error(`${folder} has no licence file, and its licence asks for the text.`)
  const text = readFileSync(new URL(file, url), 'utf8').replaceAll('\r\n', '\n').trim()
  return { name, version, licence, text }
}

/** Packages whose licence is the same to the letter share one notice. */
function notice(packages: readonly Package[]): string {
  const title = packages.map(({ name, version }) => `${name} ${version}`).join(', ')
  const licences = [...new Set(packages.map(({ licence }) => licence))].join(', ')
  return `## ${title}\n\nLicence: ${licences}\n\n\`\`\`text\n${packages[0]?.text ?? ''}\n\`\`\``
}
