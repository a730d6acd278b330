import { stringify } from 'yaml'
import { printable } from '../text.ts'
import type { Holding, HoldingRule, Sourced } from './holding.ts'

/** For programs: every value beside its source. */
export function configAsJson({ rules, ...holding }: Holding): string {
  const plain = {
    version: 1,
    path: holding.path,
    kind: holding.kind,
    stage: holding.stage ?? null,
    config: holding.config ?? null,
    ignored: holding.ignored ?? null,
    settings: holding.settings,
    rules: Object.fromEntries(rules.map(({ id, isSet, level, options }) => [id, { isSet, level, options }])),
  }
  return `${JSON.stringify(plain, null, 2)}\n`
}

/** For people: a configuration that says the same, each value with its source beside it. What was chosen comes first. */
export function configAsYaml(holding: Holding): string {
  const { settings, rules } = holding
  const chosen = rules.filter(({ isSet }) => isSet)
  const usual = rules.filter(({ isSet }) => !isSet)
  return `${[
    ...headLines(holding),
    'chancery: config/1',
    ...Object.entries(settings).map(([key, value]) => line(key, value)),
    'rules:',
    ...(chosen.length > 0 ? ['  # Set for this file:'] : []),
    ...chosen.flatMap(ruleLines),
    ...(chosen.length > 0 ? ['', '  # As they are by themselves:'] : []),
    ...usual.flatMap(ruleLines),
  ].join('\n')}\n`
}

function headLines({ path, kind, stage, config, ignored }: Holding): readonly string[] {
  const at = stage ? `, checked at stage ${stage.value} (${source(stage.from)})` : ''
  return [
    `# What holds for ${printable(path)}: ${kind.value} (${source(kind.from)})${at}.`,
    config === undefined ? '# There is no chancery.yaml above it.' : `# The nearest configuration is ${printable(config)}.`,
    ...(ignored ? [`# The file is left out of all checks: "ignore" in ${printable(ignored.from)} has ${yaml(ignored.value)}.`] : []),
    '',
  ]
}

function ruleLines({ id, level, options }: HoldingRule): readonly string[] {
  const entries = Object.entries(options)
  if (entries.length === 0) return [`  ${line(id, level)}`]
  return [`  ${id}:`, `    ${line('level', level)}`, ...entries.map(([name, option]) => `    ${line(name, option)}`)]
}

function line(key: string, { value, from }: Sourced<unknown>): string {
  return `${key}: ${yaml(value)} # ${source(from)}`
}

function source(from: string): string {
  return /^default/.test(from) ? from : `from ${printable(from)}`
}

/** On one line, and so that programs that take `off` for false read it as it is meant. */
function yaml(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, version: '1.1', defaultStringType: 'PLAIN' }).trim()
}
