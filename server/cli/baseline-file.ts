import { readFile } from 'node:fs/promises'
import { kindOfName } from '../core/index.ts'
import { codeOf } from '../disk.ts'
import { putFile } from './outputs.ts'
import { refuse } from './refusal.ts'

/** How many findings of a rule that are alike a file had. */
export interface Known {
  readonly rule: string
  readonly fingerprint: string
  readonly count: number
}

/** The findings of each file that were there when the baseline was written, by paths from its folder. */
export type Baseline = ReadonlyMap<string, readonly Known[]>

/** The only version that there has been. */
const version = 1

/** Reads a baseline; one that is not there yet is empty where it may be made. `name` is what the caller called it. */
export async function readBaseline(path: string, name: string, mayBeMissing: boolean): Promise<Baseline> {
  if (kindOfName(path) !== undefined) refuse(`--baseline ${name} has the name of a Chancery file. Give the baseline another name.`)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = codeOf(error)
    if (code !== 'ENOENT')
      return refuse(`--baseline ${name} cannot be read: ${code === 'EISDIR' ? 'it is a folder.' : `the system says ${code}.`}`)
    if (mayBeMissing) return undefined
    return refuse(`--baseline ${name} is not there. To make it from what is found now, add --update-baseline.`)
  })
  return text === undefined ? new Map() : (parse(text) ?? refuse(noBaseline(name)))
}

function noBaseline(name: string): string {
  return `--baseline ${name} holds no baseline that can be read, so nothing was checked. If a merge went wrong in it, settle that; otherwise delete it and make it anew with --update-baseline.`
}

function parse(text: string): Baseline | undefined {
  const value = json(text)
  if (!isRecord(value) || value['version'] !== version || !Array.isArray(value['findings'])) return undefined
  const found = new Map<string, Known[]>()
  for (const entry of value['findings'] as readonly unknown[]) {
    if (!isEntry(entry)) return undefined
    const { path, ...known } = entry
    const others = found.get(path)
    if (others) others.push(known)
    else found.set(path, [known])
  }
  return found
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isEntry(value: unknown): value is Known & { readonly path: string } {
  return (
    isRecord(value) &&
    ['path', 'rule', 'fingerprint'].every((key) => typeof value[key] === 'string') &&
    Number.isSafeInteger(value['count']) &&
    Number(value['count']) > 0
  )
}

/** Every entry on a line of its own and in order, so that a review shows what came and went, and two branches merge. */
export function baselineText(baseline: Baseline): string {
  const lines = [...baseline]
    .flatMap(([path, known]) => known.map(({ rule, fingerprint, count }) => ({ path, rule, fingerprint, count })))
    .sort((a, b) => order(a.path, b.path) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint))
    .map((entry) => `    ${JSON.stringify(entry)}`)
  return `{\n  "version": ${version},\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export async function writeBaseline(path: string, name: string, baseline: Baseline): Promise<void> {
  await putFile(path, baselineText(baseline), name)
}
