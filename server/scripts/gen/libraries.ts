import { readdirSync } from 'node:fs'
import { readYaml, root } from './read.ts'

/** The libraries that come with Chancery, as the core reads them: by where they seem to be kept, so that a reader can tell them from files. */
export function buildLibraries(): string {
  const names = readdirSync(new URL('snippets/', root)).filter((name) => name.endsWith('.snippets.yaml'))
  const entries = names.sort().map((name) => {
    const { chancery: _, ...library } = readYaml(`snippets/${name}`)
    return `  ${JSON.stringify(`built-in:${library['id']}`)}: ${JSON.stringify(library)},`
  })
  return `import type { Snippets } from '../model/types.generated.ts'\n\nexport const builtInLibraries: Readonly<Record<string, Snippets>> = {\n${entries.join('\n')}\n}\n`
}
