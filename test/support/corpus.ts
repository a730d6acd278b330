import { readdirSync, readFileSync } from 'node:fs'
import { formatOf, kindOfName } from '../../server/core/index.ts'
import { withoutAnnotations } from './check.ts'
import { type Files, splitFiles } from './files.ts'
import { pieces } from './precision.ts'

const root = new URL('../../', import.meta.url)

function yamlBelow(folder: string): readonly string[] {
  const names = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
}

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

/** The workspace under `examples/`, as a disk would list it. */
export function examples(): Files {
  const names = yamlBelow('examples/').filter((name) => kindOfName(name) !== undefined)
  return Object.fromEntries(names.map((name) => [name, read(`examples/${name}`)]))
}

/** The fixtures of the rules and of the traps of YAML, each a small workspace, without their caret lines. */
export function fixtures(): readonly Files[] {
  const texts = ['test/rules/', 'test/core/'].flatMap((folder) =>
    yamlBelow(folder).flatMap((name) => (name.startsWith('precision/') ? [] : [splitFiles(withoutAnnotations(read(folder + name)))])),
  )
  return [...texts, ...pieces().map(({ files }) => files)]
}

/** Every text of both, with the files that are needed to judge it. A file of references is needed and is no text of ours. */
export function corpus(): readonly { readonly files: Files; readonly path: string }[] {
  const all = examples()
  const shared = Object.fromEntries(Object.entries(all).filter(([path]) => path === 'chancery.yaml' || path.startsWith('vocabulary/')))
  return [
    ...Object.keys(all).map((path) => ({ files: { ...shared, [path]: all[path] ?? '' }, path })),
    ...fixtures().flatMap((files) => Object.keys(files).flatMap((path) => (formatOf(path) ? [] : [{ files, path }]))),
  ]
}
