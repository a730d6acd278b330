import { readDocument } from '../model/document.ts'
import type { Kind } from '../model/kinds.ts'
import type { Config, Stage } from '../model/types.generated.ts'
import { parse } from '../syntax/parse.ts'
import { isLevel, type Level } from '../text/finding.ts'
import type { Path } from '../text/path.ts'
import { folderOf, type Globs, globsOf, isInside, isRelative, join, matches } from './paths.ts'
import type { Workspace } from './port.ts'

/** What a rule is set to: a level, options, or both. */
export interface RuleSetting {
  readonly level?: Level
  readonly options: Readonly<Record<string, unknown>>
}

/** One configuration file as it was read, with the folder that its globs are relative to. */
export interface ConfigFile {
  readonly path: string
  readonly folder: string
  readonly model: Config
  /** It is no configuration, or its syntax is broken. */
  readonly isBroken: boolean
  /** Whether its `ignore` names a path. */
  readonly ignores: Globs
  /** Whether the files of each of its overrides hold a path, in their order. */
  readonly overrides: readonly Globs[]
}

/** The configuration of a folder: a `chancery.yaml` behind all that it extends, the weakest first. */
export interface ConfigChain {
  readonly path: string
  readonly folder: string
  readonly files: readonly ConfigFile[]
  readonly problems: readonly ConfigProblem[]
}

export interface ConfigProblem {
  readonly at: Path
  readonly message: string
  /** What was most likely meant to stand there. */
  readonly meant?: string
  /** It may be meant so, or mend itself once a package is installed. */
  readonly isMild?: true
}

/** Reads a `chancery.yaml` and what it extends. A mistake becomes a problem in the file, never an error. */
export async function readConfigChain(workspace: Workspace, path: string): Promise<ConfigChain> {
  const reading: Reading = { workspace, files: new Map(), problems: [] }
  await follow(reading, path, [], undefined)
  return { path, folder: folderOf(path), files: [...reading.files.values()], problems: reading.problems }
}

interface Reading {
  readonly workspace: Workspace
  /** What has been read, the weakest first. A file that several extend counts once, before all of them. */
  readonly files: Map<string, ConfigFile>
  readonly problems: ConfigProblem[]
}

/** A chain that is longer than this is a mistake, or nobody could tell any more what holds. */
const longestChain = 20

/** A mistake is told in the workspace's own file only, at the line that leads to it. */
async function follow(reading: Reading, path: string, above: readonly string[], from: Path | undefined): Promise<void> {
  const { workspace, files, problems } = reading
  const file = await readConfig(workspace, path)
  if (!file) return
  if (file.isBroken && from)
    problems.push({
      at: from,
      message: `${path} has mistakes, so not all of its settings count. Mend it; "chancery lint ${path}" shows them.`,
    })
  const tell = (at: Path, message: string, meant?: string) => {
    if (above.length === 0) problems.push({ at, message, ...(meant === undefined ? {} : { meant }) })
  }
  for (const [index, target] of extended(file.model).entries()) {
    const found = await resolveExtends(workspace, file.folder, target)
    const at: Path = from ?? (Array.isArray(file.model.extends) ? ['extends', index] : ['extends'])
    if (!found) {
      const meant = await meantBy(workspace, file, target)
      tell(at, notFound(target, meant), meant)
    } else if (above.includes(found) || found === path)
      tell(at, `"${target}" leads back to this file. A configuration cannot extend itself.`)
    else if (above.length >= longestChain) problems.push({ at, message: tooLong(found) })
    else if (!files.has(found)) await follow(reading, found, [...above, path], at)
  }
  files.set(path, file)
}

function notFound(target: string, meant: string | undefined): string {
  const remedy = 'Give a path relative to this file, or the name of an installed package that holds a chancery.yaml.'
  if (meant === undefined) return `"${target}" cannot be found, so its settings do not count. ${remedy}`
  const why = isRelative(target) ? 'cannot be found' : 'is taken for the name of a package, and none of that name is installed'
  return `"${target}" ${why}, so its settings do not count. Did you mean ${meant}?`
}

/** A file near by that is called like what cannot be found: without the ./ before it, without its ending, or one folder up. */
async function meantBy(workspace: Workspace, { folder, path }: ConfigFile, target: string): Promise<string | undefined> {
  const clean = target.replace(/\/+$/, '')
  const places = isRelative(clean) ? [clean] : [`./${clean}`, `../${clean}`]
  for (const place of places.flatMap((each) => [each, `${each}.yaml`, `${each}.yml`, `${each}/chancery.yaml`])) {
    const found = join(folder, place)
    if (found !== undefined && found !== path && 'text' in (await workspace.read(found))) return place
  }
  return undefined
}

function tooLong(path: string): string {
  return `This leads on through more than ${longestChain} files, of which each extends the next, so ${path} and what it extends do not count. Let fewer files extend one another.`
}

function extended(model: Config): readonly string[] {
  const { extends: targets } = model
  return typeof targets === 'string' ? [targets] : (targets ?? [])
}

async function readConfig(workspace: Workspace, path: string): Promise<ConfigFile | undefined> {
  const content = await workspace.read(path)
  if (!('text' in content)) return undefined
  const [tree] = parse(content.text)
  if (!tree) return undefined
  const document = readDocument('chancery.yaml', 0, tree, content.text)
  const model = document.kind === 'config' ? document.model : {}
  return {
    path,
    folder: folderOf(path),
    model,
    isBroken: document.kind !== 'config' || tree.problems.length > 0,
    ignores: globsOf(model.ignore ?? []),
    overrides: (model.overrides ?? []).map(({ files = [] }) => globsOf(files)),
  }
}

/** A path relative to the file, or a package: the nearest `node_modules` above that holds it. Nothing is executed. */
export async function resolveExtends(workspace: Workspace, folder: string, target: string): Promise<string | undefined> {
  const candidates = isRelative(target) ? [join(folder, target)] : packageCandidates(folder, target)
  for (const candidate of candidates) {
    if (candidate !== undefined && 'text' in (await workspace.read(candidate))) return candidate
  }
  return undefined
}

function packageCandidates(folder: string, name: string): readonly string[] {
  return packagePlaces(folder, name).flatMap((place) => [`${place}/chancery.yaml`, place])
}

/** Where a package would be installed, the nearest first. */
export function packagePlaces(folder: string, name: string): readonly string[] {
  const folders = [folder]
  for (let f = folder; f !== ''; ) {
    f = folderOf(f)
    folders.push(f)
  }
  return folders.flatMap((f) => join(f, `node_modules/${name}`) ?? [])
}

/** The nearest configuration above a file; undefined where there is none. */
export function configFor(chains: ReadonlyMap<string, ConfigChain>, path: string): ConfigChain | undefined {
  let best: ConfigChain | undefined
  for (const candidate of chains.values()) {
    if (isInside(path, candidate.folder) && (!best || candidate.folder.length > best.folder.length)) best = candidate
  }
  return best
}

/** The last value of a setting along the chain. */
export function setting<K extends keyof Config>(config: ConfigChain | undefined, key: K): Config[K] | undefined {
  return config?.files.reduce<Config[K] | undefined>((value, file) => file.model[key] ?? value, undefined)
}

/** The configuration file from which a setting comes. */
export function settingFrom(config: ConfigChain | undefined, key: keyof Config): string | undefined {
  return config?.files.findLast((file) => file.model[key] !== undefined)?.path
}

/** Whether a file is left out of what is reported. */
export function isIgnored(config: ConfigChain | undefined, path: string): boolean {
  return config?.files.some(({ ignores }) => ignores(path, config.folder)) ?? false
}

/** What leaves a file out: the glob, and the configuration file in which it stands. */
export function ignoring(config: ConfigChain | undefined, path: string): { readonly path: string; readonly glob: string } | undefined {
  const all = config?.files.flatMap((file) => (file.model.ignore ?? []).map((glob) => ({ path: file.path, glob }))) ?? []
  return all.find(({ glob }) => matches(path, config?.folder ?? '', [glob]))
}

/** Rules that one place of a configuration sets. */
export interface RuleLayer {
  /** The configuration file. */
  readonly path: string
  /** Which of its overrides it is, from 1; without one it is its `rules:`. */
  readonly override?: number
  readonly rules: NonNullable<Config['rules']>
}

/** A file, as overrides tell files apart. */
export interface Overridable {
  readonly path: string
  readonly kind: Kind
  readonly stage: Stage
}

/**
 * What the configuration says of the rules for one file: first `rules:`, then
 * each override that fits it, in order, so that the last one wins. Globs count
 * from the folder of the workspace's own file, also those of a file that it
 * extends: house style knows no folders.
 */
export function ruleLayers(config: ConfigChain | undefined, file: Overridable): readonly RuleLayer[] {
  return (config?.files ?? []).flatMap(({ path, model, overrides }) => [
    ...(model.rules ? [{ path, rules: model.rules }] : []),
    ...(model.overrides ?? []).flatMap((override, index) =>
      override.rules && fits(override, file) && overrides[index]?.(file.path, config?.folder ?? '')
        ? [{ path, override: index + 1, rules: override.rules }]
        : [],
    ),
  ])
}

function fits({ kind, stage }: NonNullable<Config['overrides']>[number], file: Overridable): boolean {
  return (kind === undefined || kind === file.kind) && (stage === undefined || stage === file.stage)
}

/** All of it together. */
export function ruleSettings(config: ConfigChain | undefined, file: Overridable): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>()
  for (const { rules } of ruleLayers(config, file)) apply(settings, rules)
  return settings
}

function apply(settings: Map<string, RuleSetting>, rules: RuleLayer['rules']): void {
  for (const [id, value] of Object.entries(rules)) {
    const former = settings.get(id)
    const { level, options } = readSetting(value)
    settings.set(id, {
      options: { ...former?.options, ...options },
      ...((level ?? former?.level) ? { level: level ?? former?.level } : {}),
    } as RuleSetting)
  }
}

/** `off` is `false` for YAML 1.1 programs that write such files, so both are understood. */
export function readSetting(value: unknown): { readonly level: Level | undefined; readonly options: Readonly<Record<string, unknown>> } {
  if (value === false || value === 'false') return { level: 'off', options: {} }
  if (typeof value !== 'object' || value === null) return { level: isLevel(value) ? value : undefined, options: {} }
  const { level, note: _, ...options } = value as Readonly<Record<string, unknown>>
  return { level: level === false ? 'off' : isLevel(level) ? level : undefined, options }
}
