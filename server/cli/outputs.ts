import { lstatSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { kindOfName, listed, nearest } from '../core/index.ts'
import { codeOf } from '../disk.ts'
import { inTurn } from './in-turn.ts'
import { refuse } from './refusal.ts'
import type { Shell } from './shell.ts'
import { plain, type Screen } from './terminal.ts'
import { writeAtomically } from './write-atomically.ts'

/** One form of a report and where it goes: a file, or standard output. */
export interface Destination {
  readonly format: string
  readonly file: string | undefined
  /** Nobody asked for it by name. */
  readonly isDefault?: true
}

/** Reads `--format NAME` and `--format NAME=FILE`, each of which may be given several times. */
export function readDestinations(values: readonly string[], names: readonly string[], cwd: string): readonly Destination[] {
  const all = values.map((value) => readDestination(value, names))
  const targets = all.map(({ file }) => (file === undefined ? '' : resolve(cwd, file)))
  const twice = targets.find((target, i) => targets.indexOf(target) !== i)
  if (twice === '') return refuse('Only one format can go to standard output. Give the other a file, as --format json=report.json.')
  if (twice !== undefined)
    return refuse(
      `Two formats would both be written to ${all.findLast(({ file }) => file && resolve(cwd, file) === twice)?.file}. Give each a file of its own.`,
    )
  return all.length > 0 ? all : [{ format: 'stylish', file: undefined, isDefault: true }]
}

/** With one format for standard output in the place of the usual one; what was asked for by name stays. */
export function withDefault(format: string, asked: readonly Destination[]): readonly Destination[] {
  if (asked.some(({ file, isDefault }) => file === undefined && !isDefault)) return asked
  return [...asked.filter(({ file }) => file !== undefined), { format, file: undefined, isDefault: true }]
}

function readDestination(value: string, names: readonly string[]): Destination {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(value) ?? []
  if (file === '') return refuse(`--format ${value} names no file. Write --format ${name}=FILE, or --format ${name}.`)
  if (names.includes(name)) return { format: name, file }
  const meant = nearest(name, names)
  return refuse(`There is no format "${name}".${meant ? ` Did you mean ${meant}?` : ''} There are ${listed(names)}.`)
}

/** Writes each form of a report; files first, so that nothing is lost when somebody stops reading the output. */
export async function writeOutputs(
  destinations: readonly Destination[],
  text: (format: string, screen: Screen) => string,
  shell: Shell,
): Promise<void> {
  for (const { format, file } of destinations) {
    if (file !== undefined) await writeOutput(file, text(format, plain), shell.cwd)
  }
  for (const { format, file } of destinations) {
    if (file === undefined) shell.out.write(text(format, shell.out.screen))
  }
}

/** Writes a file that was asked for, and the folder that is to hold it. */
export async function writeOutput(file: string, content: string | Uint8Array, cwd: string, flag: 'w' | 'wx' = 'w'): Promise<void> {
  const path = resolve(cwd, file)
  // A slip such as --out with the brief itself would cost the writer the text.
  if (flag === 'w' && kindOfName(path) !== undefined)
    refuse(`${file} has the name of a Chancery file, and those are only written by you. Give the output another name.`)
  await putFile(path, content, file, flag)
}

/** Writes a file of any name, and the folder that is to hold it, or ends the run with the reason. `name` is what the caller called it. */
export async function putFile(path: string, content: string | Uint8Array, name: string, flag: 'w' | 'wx' = 'w'): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await inTurn([path], () => (flag === 'wx' ? writeFileSync(path, content, { flag }) : put(path, content)))
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    refuse(`${name} could not be written: ${reasonOf(error)}`)
  }
}

/**
 * A file is replaced whole, so that a run that is ended leaves no half of one, and
 * keeps its mode; links are followed and stay. A device or a pipe, such as
 * /dev/null, is written to, and so is what a link makes that leads to no file yet.
 */
function put(path: string, content: string | Uint8Array): void {
  const former = statSync(path, { throwIfNoEntry: false })
  if (former?.isFile()) writeAtomically(realpathSync(path), content, former)
  else if (lstatSync(path, { throwIfNoEntry: false })) writeFileSync(path, content)
  else writeAtomically(path, content)
}

/** Writes files that are all new, by their paths in a folder. Every place is looked at first, so that a refusal leaves no half of them. */
export async function writeNewFiles(
  folder: string,
  files: readonly (readonly [path: string, content: string])[],
  cwd: string,
): Promise<void> {
  for (const inner of new Set(files.map(([path]) => dirname(path)))) keepToFolder(join(folder, inner), inner === '.', cwd)
  const taken = files.map(([path]) => join(folder, path)).find((path) => lstatSync(resolve(cwd, path), { throwIfNoEntry: false }))
  if (taken !== undefined)
    refuse(`${taken} is there already, and nothing is ever overwritten here. So nothing was written. Name a new folder.`)
  for (const [path, content] of files) await writeOutput(join(folder, path), content, cwd, 'wx')
}

/** The folder that was named may be a link, but a link in it could lead anywhere. */
function keepToFolder(folder: string, isNamed: boolean, cwd: string): void {
  try {
    const there = (isNamed ? statSync : lstatSync)(resolve(cwd, folder), { throwIfNoEntry: false })
    if (there && !there.isDirectory()) refuse(`${folder} is a file or a link and no folder, so nothing was written. Name a new folder.`)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    refuse(`${folder} could not be written: ${reasonOf(error)}`)
  }
}

const partIsFile = 'a part of its path is a file and not a folder.'

/** Why the system did not write a file, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case 'EEXIST':
      // Of a folder that was to be made it means that a file has its name.
      if ((error as NodeJS.ErrnoException).syscall === 'mkdir') return partIsFile
      return 'there is such a file or folder already, and nothing is ever overwritten here.'
    case 'EISDIR':
      return 'there is a folder of that name.'
    case 'ENOTDIR':
      return partIsFile
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'you have no permission to write there.'
    case 'ENOSPC':
      return 'the disk is full.'
    default:
      return `the system says ${code ?? String(error)}.`
  }
}
