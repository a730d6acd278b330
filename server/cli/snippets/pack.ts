import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import {
  houseOf,
  kindOfName,
  type LintOptions,
  lintText,
  listedShort,
  missingIn,
  openFile,
  openProject,
  type Project,
  portfolioAt,
} from '../../core/index.ts'
import { diskWorkspace } from '../../disk.ts'
import { trustOption } from '../lint-options.ts'
import type { Arguments, Option } from '../options.ts'
import { writeNewFiles } from '../outputs.ts'
import { inCommand, insidePath, shownPath } from '../paths.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { targetsOf } from '../targets.ts'
import { type Library, packageFiles } from './package-files.ts'

export const packOptions: readonly Option[] = [
  { name: 'out', value: 'FOLDER', about: 'The folder of the package, which must not hold one yet' },
  { name: 'name', value: 'NAME', about: 'The name of the package, as @team/briefing-snippets; without it, chancery-snippets-ID' },
  trustOption,
]

/** `chancery snippets pack PATH --out FOLDER`: an npm package of libraries, with the same as `.code-snippets` for other editors. Nothing is published. */
export async function packLibraries(args: Arguments, shell: Shell): Promise<Status> {
  const { cwd, out } = shell
  const folder = args.get('out') ?? refuse('Where is the package to be written? Name a new folder: --out packages/house.')
  const libraries = await librariesIn(args.rest, shell)
  const [first] = libraries
  if (!first) return refuse(`There is no snippet library in ${args.rest.join(', ') || 'this folder'}. Their names end in .snippets.yaml.`)
  const twice = libraries.find(({ file }, i) => libraries.findIndex((each) => each.file === file) < i)
  if (twice)
    return refuse(
      `Two of these libraries are called ${twice.model.id}, and a package has one of a name. Pack them apart, or name one anew.`,
    )
  const name = packageName(args.get('name') ?? `chancery-snippets-${first.model.id}`)
  const files = packageFiles(name, libraries)
  await writeNewFiles(folder, files, cwd)
  const shown = shownPath(resolve(cwd, folder), cwd)
  out.write(
    `Wrote ${files.length} files to ${shown}\nNext: read ${join(shown, 'package.json')}, then publish it from there: npm publish\nWhoever installs it names it in chancery.yaml: libraries: ["${name}"]\n`,
  )
  return 0
}

/** What npm and Node have names for themselves. */
const keptNames = ['node_modules', 'favicon.ico', ...builtinModules]

function packageName(name: string): string {
  if (!/^(@[a-z0-9][a-z0-9-._]*\/)?[a-z0-9][a-z0-9-._]*$/.test(name) || name.length > 214)
    return refuse(`"${name}" is no name for an npm package. Take small letters, digits and hyphens, as @team/briefing-snippets.`)
  if (keptNames.includes(name) || name.endsWith('/node_modules'))
    return refuse(
      `npm takes no package of the name "${name}", for it means something else there. Take another, as @team/briefing-snippets.`,
    )
  return name
}

async function librariesIn(paths: readonly string[], { cwd, today, isTrusted }: Shell): Promise<readonly Library[]> {
  const targets = await targetsOf(paths.length > 0 ? paths : ['.'], cwd)
  if (targets.length > 1) return refuse('These libraries belong to several workspaces. Pack those of one at a time.')
  const [target] = targets
  if (!target) return refuse('There is no snippet library here. Their names end in .snippets.yaml.')
  const project = await openProject(diskWorkspace(target.root, { isTrusted }), { keepsFiles: false })
  const libraries: Library[] = []
  for (const path of target.files.map((file) => insidePath(file, target.root)).filter((file) => kindOfName(file) === 'snippets'))
    libraries.push(await libraryAt(project, path, { today, shown: shownPath(resolve(target.root, path), cwd) }))
  return libraries
}

/** A sound library that takes in nothing but what is here. `shown` is its path as the user sees it. */
async function libraryAt(
  project: Project,
  path: string,
  { shown, ...options }: LintOptions & { readonly shown: string },
): Promise<Library> {
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
    return refuse(
      `${shown} has mistakes, and a package is made of sound libraries alone. Mend it first: chancery snippets check ${inCommand(shown)}`,
    )
  const { model } = part.document
  const house = houseOf({ portfolio: portfolioAt(project, path), vocabulary: project.vocabularyOf(project.configOf(path)) })
  const missing = missingIn(model, house)
  if (missing.length > 0)
    return refuse(
      `${shown} takes in ${listedShort(missing)}, which cannot be found here, so the package would have gaps in its texts. Install the package of that library, or name its folder under "libraries" in chancery.yaml; a folder outside of the workspace is read with --trust.`,
    )
  return { file: `${model.id}.snippets.yaml`, text: content.text, model, house }
}
