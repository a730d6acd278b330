import {
  type Config,
  type ConfigChain,
  catalogue,
  fitsOption,
  ignoring,
  type Kind,
  type LintOptions,
  type Project,
  type Rule,
  readSetting,
  ruleLayers,
  type Stage,
  setting,
  settingFrom,
} from '../../core/index.ts'

/** A value and where it comes from, in a few words. */
export interface Sourced<T> {
  readonly value: T
  readonly from: string
}

export interface HoldingRule {
  readonly id: string
  /** Something else than the rule's own level or options was asked for. */
  readonly isSet: boolean
  readonly level: Sourced<string>
  readonly options: Readonly<Record<string, Sourced<unknown>>>
}

/** The configuration that holds for a file. */
export interface Holding {
  readonly path: string
  readonly kind: Sourced<Kind>
  readonly stage: Sourced<Stage> | undefined
  /** The nearest configuration, by its path. */
  readonly config: string | undefined
  /** The glob that leaves the file out. */
  readonly ignored: Sourced<string> | undefined
  readonly settings: Readonly<Record<string, Sourced<unknown>>>
  readonly rules: readonly HoldingRule[]
}

/** The file as it was found, or as its name lets expect. */
export interface Subject {
  /** From the root of the workspace. */
  readonly path: string
  readonly kind: Sourced<Kind>
  /** What the file says of itself. */
  readonly own: { readonly stage?: Stage; readonly profile?: string; readonly language?: string }
}

/** `shown` gives a path of the workspace as it is shown to people. */
export function holdingFor(project: Project, subject: Subject, lint: LintOptions, shown: (path: string) => string): Holding {
  const config = project.configOf(subject.path)
  const stage = stageOf(subject, lint)
  const words = (path: string) => shown(path)
  return {
    path: shown(subject.path),
    kind: subject.kind,
    stage: subject.kind.value === 'brief' || lint.stage ? stage : undefined,
    config: config && shown(config.path),
    ignored: ignoredBy(config, subject.path, words),
    settings: settingsOf({ project, config, shown }, subject),
    rules: rulesFor({ config, subject, stage, lint, shown }),
  }
}

function stageOf({ own }: Subject, lint: LintOptions): Sourced<Stage> {
  if (lint.stage) return { value: lint.stage, from: '--stage' }
  return own.stage ? { value: own.stage, from: 'the file itself' } : { value: 'draft', from: 'default' }
}

type Shown = (path: string) => string

function ignoredBy(config: ConfigChain | undefined, path: string, shown: Shown): Sourced<string> | undefined {
  const found = ignoring(config, path)
  return found && { value: found.glob, from: shown(found.path) }
}

interface Held {
  readonly project: Project
  readonly config: ConfigChain | undefined
  readonly shown: Shown
}

function settingsOf({ project, config, shown }: Held, { own }: Subject): Readonly<Record<string, Sourced<unknown>>> {
  const said = <K extends keyof Config>(key: K, usual?: string): Readonly<Record<string, Sourced<unknown>>> => {
    const value = setting(config, key)
    const from = settingFrom(config, key)
    if (from !== undefined) return { [key]: { value, from: shown(from) } }
    return usual === undefined ? {} : { [key]: { value: usual, from: 'default' } }
  }
  const itself = (key: 'profile' | 'language') =>
    own[key] === undefined ? said(key) : { [key]: { value: own[key], from: 'the file itself' } }
  const files = project.vocabularyFiles(config)
  const lists =
    config?.files.flatMap(({ model, path }) => (model.ignore && model.ignore.length > 0 ? [{ path, globs: model.ignore }] : [])) ?? []
  return {
    ...itself('profile'),
    ...itself('language'),
    ...said('naming', 'plain'),
    ...said('estimative_scale', 'icd203'),
    ...(files.length > 0 ? { vocabularies: { value: files.map(shown), from: sourcesOf(config, 'vocabularies', shown) } } : {}),
    ...said('libraries'),
    ...(lists.length > 0
      ? { ignore: { value: lists.flatMap(({ globs }) => globs), from: lists.map(({ path }) => shown(path)).join(' and ') } }
      : {}),
  }
}

function sourcesOf(config: ConfigChain | undefined, key: keyof Config, shown: Shown): string {
  return (config?.files ?? []).flatMap(({ model, path }) => (model[key] === undefined ? [] : [shown(path)])).join(' and ')
}

interface Asking {
  readonly config: ConfigChain | undefined
  readonly subject: Subject
  readonly stage: Sourced<Stage>
  readonly lint: LintOptions
  readonly shown: Shown
}

function rulesFor({ config, subject, stage, lint, shown }: Asking): readonly HoldingRule[] {
  const layers = ruleLayers(config, { path: subject.path, kind: subject.kind.value, stage: stage.value }).map(
    ({ path, override, rules }) => ({
      rules,
      from: override === undefined ? shown(path) : `${shown(path)}, override ${override}`,
    }),
  )
  return [...catalogue.values()]
    .map((rule) => {
      const { level, options } = usual(rule, stage.value)
      const held = { level, options }
      let isSet = false
      for (const { rules, from } of layers) {
        if (!Object.hasOwn(rules, rule.id)) continue
        const said = readSetting(rules[rule.id])
        if (said.level) held.level = { value: said.level, from }
        const known = Object.entries(said.options).filter(([name, value]) => isFit(rule, name, value))
        held.options = { ...held.options, ...Object.fromEntries(known.map(([name, value]) => [name, { value, from }])) }
        isSet ||= said.level !== undefined || known.length > 0
      }
      const asked = lint.levels?.get(rule.id)
      if (asked) held.level = { value: asked, from: '--rule' }
      return { id: rule.id, isSet: isSet || asked !== undefined, ...held }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function usual({ level, options = {} }: Rule, stage: Stage): Pick<HoldingRule, 'level' | 'options'> {
  const given = Object.entries(options).filter(([, option]) => option.default !== undefined)
  return {
    level: typeof level === 'string' ? { value: level, from: 'default' } : { value: level[stage], from: `default at stage ${stage}` },
    options: Object.fromEntries(given.map(([name, option]) => [name, { value: option.default, from: 'default' }])),
  }
}

function isFit(rule: Rule, name: string, value: unknown): boolean {
  const option = Object.hasOwn(rule.options ?? {}, name) ? rule.options?.[name] : undefined
  return option !== undefined && fitsOption(option, value as Parameters<typeof fitsOption>[1])
}
