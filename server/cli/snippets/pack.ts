import { join, resolve } from 'node:path'
import {
  codeSnippets,
  houseOf,
  kindOfName,
  type LintOptions,
  lintText,
  openFile,
  openProject,
  type Project,
  portfolioAt,
  type Snippets,
} from '../../core/index.ts'
import { diskWorkspace } from '../../disk.ts'
import type { Arguments, Option } from '../options.ts'
import { writeOutput } from '../outputs.ts'
import { insidePath, shownPath } from '../paths.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { targetsOf } from '../targets.ts'

export const packOptions: readonly Option[] = [
  { name: 'out', value: 'FOLDER', about: 'The folder of the package, which must not hold one yet' },
  { name: 'name', value: 'NAME', about: 'The name of the package, as @team/briefing-snippets; without it, chancery-snippets-ID' },
]

interface Library {
  readonly file: string
  readonly text: string
  readonly model: Snippets
}

/** `chancery snippets pack PATH --out FOLDER`: an npm package of libraries, with the same as `.code-snippets` for other editors. Nothing is published. */
export async function packLibraries(args: Arguments, { cwd, out, today }: Shell): Promise<Status> {
  const folder = args.get('out') ?? refuse('Where is the package to be written? Name a new folder: --out packages/house.')
  const { project, libraries } = await librariesIn(args.rest, cwd, { today })
  const [first] = libraries
  if (!first) return refuse(`There is no snippet library in ${args.rest.join(', ')}. Their names end in .snippets.yaml.`)
  const twice = libraries.find(({ file }, i) => libraries.findIndex((each) => each.file === file) < i)
  if (twice)
    return refuse(
      `Two of these libraries are called ${twice.model.id}, and a package has one of a name. Pack them apart, or name one anew.`,
    )
  const name = args.get('name') ?? `chancery-snippets-${first.model.id}`
  if (!/^(@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/.test(name) || name.length > 214)
    return refuse(`"${name}" is no name for an npm package. Take small letters, digits and hyphens, as @team/briefing-snippets.`)
  const files = packageFiles(name, libraries, project)
  for (const [path, text] of files) await writeOutput(join(folder, path), text, cwd, 'wx')
  const shown = shownPath(resolve(cwd, folder), cwd)
  out.write(
    `Wrote ${files.length} files to ${shown}\nNext: read ${join(shown, 'package.json')}, then publish it from there: npm publish\nWhoever installs it names it in chancery.yaml: libraries: ["${name}"]\n`,
  )
  return 0
}

async function librariesIn(
  paths: readonly string[],
  cwd: string,
  options: LintOptions,
): Promise<{ readonly project: Project; readonly libraries: readonly Library[] }> {
  const targets = await targetsOf(paths.length > 0 ? paths : ['.'], cwd)
  if (targets.length > 1) return refuse('These libraries belong to several workspaces. Pack those of one at a time.')
  const [target] = targets
  if (!target) return refuse('There is no snippet library here. Their names end in .snippets.yaml.')
  const project = await openProject(diskWorkspace(target.root), { keepsFiles: false })
  const libraries: Library[] = []
  for (const path of target.files.map((file) => insidePath(file, target.root)).filter((file) => kindOfName(file) === 'snippets')) {
    const content = await project.workspace.read(path)
    const [part] = 'text' in content ? openFile(path, content.text).parts : []
    const faults = 'text' in content ? lintText(project, path, content.text, options).findings : []
    if (
      faults.some(({ severity }) => severity === 'error') ||
      !('text' in content) ||
      part?.document.kind !== 'snippets' ||
      part.tree.problems.length > 0 ||
      !part.document.model.id
    )
      return refuse(`${path} has mistakes, and a package is made of sound libraries alone. Mend it first: chancery snippets check ${path}`)
    libraries.push({ file: `${part.document.model.id}.snippets.yaml`, text: content.text, model: part.document.model })
  }
  return { project, libraries }
}

/** The files of the package, by their paths in it. */
function packageFiles(name: string, libraries: readonly Library[], project: Project): readonly (readonly [path: string, text: string])[] {
  const house = houseOf({ portfolio: portfolioAt(project, ''), vocabulary: project.vocabularyOf(project.configOf('')) })
  const made = libraries.flatMap(({ model }) =>
    [...codeSnippets(model, house)].map(([kind, snippets]) => ({ kind, path: `snippets/${model.id}.${kind}.code-snippets`, snippets })),
  )
  const contributes = made.flatMap(({ kind, path }) => [`chancery-${kind}`, 'yaml'].map((language) => ({ language, path: `./${path}` })))
  return [
    ['package.json', json({ ...manifest(name, libraries), contributes: { snippets: contributes } })],
    ['README.md', readme(name, libraries)],
    ...libraries.map(({ file, text }) => [file, text] as const),
    ...made.map(({ path, snippets }) => [path, json(snippets)] as const),
  ]
}

function manifest(name: string, libraries: readonly Library[]): Readonly<Record<string, unknown>> {
  const [{ title, description, version, licence, maintainers } = {}] = libraries.map(({ model }) => model)
  return {
    name,
    version: `${version ?? 1}.0.0`,
    description: description ?? title ?? 'Snippets for policy briefs',
    license: licence ?? 'UNLICENSED',
    ...(maintainers?.length ? { contributors: maintainers } : {}),
    keywords: ['chancery', 'snippets', 'policy brief'],
    files: ['*.snippets.yaml', 'snippets/*.code-snippets'],
    engines: { vscode: '^1.91.0' },
  }
}

function readme(name: string, libraries: readonly Library[]): string {
  const parts = libraries.map(({ model: { id, title, description, snippets = [] } }) => {
    const rows = snippets.map((each) => `| \`${id}/${each.id}\` | ${cell(each.title)} | ${cell(each.scope?.join(', '))} |`)
    return [
      `## ${title ?? id}`,
      ...(description ? [description.trim()] : []),
      ['| snippet | what it is | where it goes |', '|---|---|---|', ...rows].join('\n'),
    ].join('\n\n')
  })
  const use = ['```yaml', 'chancery: config/1', `libraries: ["${name}"]`, '```'].join('\n')
  const start = `# ${name}\n\nSnippets for policy briefs with Chancery. Install the package and name it in \`chancery.yaml\`:\n\n${use}\n\nEditors that read the snippets of Visual Studio Code find them in \`snippets/\`; those that are made from the data of a file are left out there.`
  return `${[start, ...parts].join('\n\n')}\n`
}

function cell(words = ''): string {
  return words.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
