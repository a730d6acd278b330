/**
 * Checks the walls of `.dependency-cruiser.cjs`, and that nobody was fooled: the
 * tool is content when it sees no file, and takes an import of types for any other.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { IConfiguration, ICruiseResult, IModule, IViolation } from 'dependency-cruiser'
import { cycleIn, importedForTypes } from './layers/imports.ts'

/** Imports across these walls are of types alone, so that no code comes along but what answers questions of paths and ids. */
const typesAlone = [
  {
    from: 'server/core/rules/',
    to: 'server/core/workspace/',
    except: ['references.ts', 'bibliographies.ts', 'paths.ts', 'whole-brief.ts'],
  },
  { from: 'server/core/preview/', to: 'server/core/workspace/', except: ['bibliographies.ts', 'whole-brief.ts'] },
]

/** The folders that have walls. */
const folders = ['server', 'client']

const result = cruise()
const modules = result.modules.filter((module) => isSource(module.source))
const { violations } = result.summary

const edges = modules.flatMap(edgesOf)
const problems = [
  ...blind(),
  ...violations.filter((v) => v.rule.severity === 'error').map(told),
  ...valuesAcross(),
  ...hidden(),
  ...valueCycle(),
]
const harmless = violations.filter((v) => v.rule.name === 'cycle' && problems.length === 0)
for (const cycle of harmless)
  console.log(`Accepted, for types alone: ${[cycle.from, ...(cycle.cycle ?? []).map((c) => c.name)].join(' -> ')}`)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else console.log(`${modules.length} modules and ${edges.length} imports between them keep to the walls.`)

interface Edge {
  readonly from: string
  readonly to: string
  readonly types: boolean
}

/** As a program of its own, because the loader that runs this script upsets the tool's parser. */
function cruise(): ICruiseResult {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...folders,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result. ${stderr}`)
  return JSON.parse(stdout) as ICruiseResult
}

function isSource(path: string): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`)) && path.endsWith('.ts')
}

function edgesOf({ source, dependencies }: IModule): readonly Edge[] {
  const types = importedForTypes(source)
  return dependencies.filter((d) => isSource(d.resolved)).map((d) => ({ from: source, to: d.resolved, types: types.has(d.module) }))
}

/** The folders of which the tool did not see every file. */
function blind(): readonly string[] {
  return folders.flatMap((folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
    )
    const seen = modules.filter(({ source }) => source.startsWith(`${folder}/`)).length
    if (files.length > 0 && seen >= files.length) return []
    return [
      `The check saw ${seen} of ${files.length} files under ${folder}/, so it proves nothing. Look at "options" in .dependency-cruiser.cjs.`,
    ]
  })
}

/** The tool's own result leaves out what the wall is for. */
function told({ from, to, rule }: IViolation): string {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration
  return `${from} imports ${to}. ${forbidden?.find((wall) => wall.name === rule.name)?.comment ?? ''}`
}

function valuesAcross(): readonly string[] {
  const forbidden = (edge: Edge) =>
    typesAlone.some(
      ({ from, to, except }) => edge.from.startsWith(from) && edge.to.startsWith(to) && !except.some((name) => edge.to === to + name),
    )
  const across = edges.filter((edge) => !edge.types && forbidden(edge))
  return across.map(
    ({ from, to }) => `${from} imports ${to} for more than its types. Write "import type", or take the value as an argument.`,
  )
}

/** The parser passes over `import('…').Type`, and a browser worker has nowhere to load a module from. */
function hidden(): readonly string[] {
  const found = modules.filter(({ source }) => source.startsWith('server/core/') && /\bimport\(/.test(readFileSync(source, 'utf8')))
  return found.map(({ source }) => `${source} imports in the middle of the text. Import at its head, where the walls are checked.`)
}

function valueCycle(): readonly string[] {
  const graph = new Map(modules.map(({ source }) => [source, edges.filter((e) => e.from === source && !e.types).map((e) => e.to)]))
  const cycle = cycleIn(graph)
  return cycle
    ? [`${cycle.join(' -> ')} is a circle of imports. Two files that need each other are one file, or there is a third in them.`]
    : []
}
