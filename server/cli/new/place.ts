import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Answer, type Draft, isId, kindOfName, objections, type Project, readId } from '../../core/index.ts'
import { workspaceRoot } from '../../disk.ts'
import type { Option } from '../options.ts'
import { writeOutput } from '../outputs.ts'
import { insidePath, shownPath } from '../paths.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import type { Facts } from './facts.ts'

export type NewKind = 'engagement' | 'brief'

export const placeOptions: readonly Option[] = [
  { name: 'out', value: 'PATH', about: 'The folder to write to, or the file; without it, the current folder' },
  { name: 'stdout', about: 'Print the file in place of writing it' },
]

/** Where a new file will stand. */
export interface Place {
  readonly kind: NewKind
  readonly folder: string
  readonly root: string
  /** The id that the name of the file asks for, where `--out` names a file. */
  readonly id: string | undefined
  readonly ending: string
}

export function readPlace({ args }: Facts, kind: NewKind, cwd: string): Place {
  const out = args.get('out')
  const isFile = out !== undefined && /\.ya?ml$/i.test(out)
  if (isFile && kindOfName(out) !== kind)
    return refuse(`--out ${out}: the name of the file must end in .${kind}.yaml, which says what it holds.`)
  const folder = resolve(cwd, isFile ? dirname(out) : (out ?? '.'))
  const [, name = '', ending = `.${kind}.yaml`] = /^(.*?)(\.[a-z]+\.ya?ml)$/i.exec(isFile ? basename(out) : '') ?? []
  if (isFile && !isId(name))
    return refuse(`--out ${out}: a file is called after its id, in small letters, digits and hyphens, and "${name}" is none.`)
  return { kind, folder, root: workspaceRoot(folder, cwd), id: isFile ? name : undefined, ending }
}

/** An id that no file in the folder has yet. */
export function readFreeId({ folder, ending }: Place, isPrinted: boolean): (text: string) => Answer<string> {
  return (text) => {
    const answer = readId(text)
    const taken = 'value' in answer && !isPrinted && existsSync(join(folder, answer.value + ending))
    return taken
      ? { problem: `There is a file ${answer.value}${ending} already, and nothing is ever overwritten. Choose another id.` }
      : answer
  }
}

interface Surroundings {
  readonly place: Place
  readonly project: Project
  readonly today: string
  /** Print the file in place of writing it. */
  readonly isPrinted: boolean
}

/** Writes a new file, if the linter has nothing against it. */
export async function deliverNew(draft: Draft, { place, project, today, isPrinted }: Surroundings, shell: Shell): Promise<Status> {
  if ('problems' in draft) return refuse(draft.problems[0] ?? '', draft.problems.slice(1))
  const { id, text } = draft
  const file = join(place.folder, id + place.ending)
  const against = objections(project, insidePath(file, place.root), text, { today })
  if (against.length > 0)
    refuse(
      'Nothing was written, because the file would begin with mistakes:',
      against.map((words) => `  ${words}`),
    )
  if (isPrinted) {
    shell.out.write(text)
    return 0
  }
  const shown = shownPath(file, shell.cwd)
  await writeOutput(shown, text, shell.cwd, 'wx')
  shell.out.write(
    `Wrote ${shown}\nNext: open it and go on from there; its comments lead through the other parts.\nThen check it: chancery lint ${/\s/.test(shown) ? `"${shown}"` : shown}\n`,
  )
  return 0
}
