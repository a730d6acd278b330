import type { Stage } from '../model/types.generated.ts'
import type { Level } from '../text/finding.ts'
import { printable } from '../text/printable.ts'
import { addressesIn } from '../text/web.ts'
import { exampleFiles } from './example-files.ts'
import { mendingWords } from './mending.ts'
import { type Rule, type RuleOption, topics } from './rule.ts'

/** What the page of a rule says, whatever it is shown on. */
export interface RuleParts {
  /** Topic, level, certainty, corrections and source, each with its label. */
  readonly facts: readonly (readonly [label: string, words: string])[]
  /** Each option with what it does and its default. */
  readonly options: readonly (readonly [name: string, words: string])[]
  /** The first option in a configuration, where an example can be made up. */
  readonly optionSample: string | undefined
  readonly bad: string | undefined
  readonly good: string | undefined
  /** The lines of a configuration that give the rule another level. */
  readonly levelSample: string
  readonly directiveSample: string
}

export const pageTitles = {
  reason: 'Why',
  options: 'Options',
  bad: 'Not like this',
  good: 'But like this',
  level: 'To change its level, in chancery.yaml',
  directive: 'To silence it in one place, with a reason',
} as const

export function rulePartsOf(rule: Rule): RuleParts {
  const { id, topic, level, certainty, source, examples } = rule
  return {
    facts: [
      ['Topic', topics[topic]],
      ['Level', levelsInWords(level)],
      ['Finds it', certainty === 'exact' ? 'exactly, from what the file says' : 'by a good guess, so it may be wrong now and then'],
      ['Mends it', mendingWords(id)],
      ['Source', source],
    ],
    options: Object.entries(rule.options ?? {}).map(([name, option]) => [name, `${option.description}${defaultWords(option.default)}`]),
    optionSample: optionSample(rule),
    bad: examples.bad[0],
    good: examples.good[0],
    levelSample: `rules:\n  ${id}: ${otherLevel(level)}`,
    directiveSample: `# chancery-disable-next-line ${id} -- why it does not apply here`,
  }
}

function defaultWords(value: RuleOption['default']): string {
  const words = value === undefined ? '' : [value].flat().join(', ')
  return words === '' ? '' : ` Default: ${words}.`
}

export function levelsByStage(level: Rule['level']): Readonly<Record<Stage, Level>> {
  return typeof level === 'string' ? { draft: level, review: level, final: level } : level
}

/** "warning", or "warning to error" where the level grows with the stage of a brief. */
export function levelWords(level: Rule['level']): string {
  const { draft, review, final } = levelsByStage(level)
  return [...new Set([draft, review, final])].join(' to ')
}

function levelsInWords(level: Rule['level']): string {
  if (typeof level === 'string') return level
  return `${levelWords(level)}: ${level.draft} for a draft, ${level.review} in review, ${level.final} in a final text`
}

/** A level that it does not have yet, so that the example would change something. */
function otherLevel(level: Rule['level']): Level {
  return usualLevel(level) === 'warning' ? 'error' : 'warning'
}

function usualLevel(level: Rule['level']): Level {
  return typeof level === 'string' ? level : level.draft
}

function optionSample({ id, level, options }: Rule): string | undefined {
  const [name = '', option] = Object.entries(options ?? {})[0] ?? []
  const value = option?.type === 'number' ? (option.default ?? 50) : option?.type === 'boolean' ? !option.default : undefined
  return value === undefined ? undefined : `${id}: { level: ${usualLevel(level)}, ${name}: ${value} }`
}

/** The page of a rule as Markdown. */
export function rulePage(rule: Rule): string {
  const { facts, options, optionSample: sample, bad, good, levelSample, directiveSample } = rulePartsOf(rule)
  const section = (title: string, ...parts: readonly string[]) => [`## ${title}`, ...parts]
  return `${[
    `# ${rule.id}`,
    prose(rule.summary),
    facts.map(([label, words]) => `- **${label}:** ${prose(words)}`).join('\n'),
    ...section(pageTitles.reason, prose(rule.reason)),
    ...(options.length === 0
      ? []
      : section(pageTitles.options, options.map(([name, words]) => `- \`${name}\`: ${prose(words)}`).join('\n'))),
    ...(sample === undefined ? [] : [fenced(sample)]),
    ...(bad === undefined ? [] : section(pageTitles.bad, ...filesOf(bad))),
    ...(good === undefined ? [] : section(pageTitles.good, ...filesOf(good))),
    ...section(pageTitles.level, fenced(levelSample)),
    ...section(pageTitles.directive, fenced(directiveSample)),
  ].join('\n\n')}\n`
}

/** A text of several files as one block for each, below its path. */
function filesOf(text: string): readonly string[] {
  return exampleFiles(text).map((file) => (file.path === undefined ? fenced(file.text) : `\`${file.path}\`:\n\n${fenced(file.text)}`))
}

/** The fence is longer than any in the text, for an example may hold Markdown itself; what cannot be seen is shown by a sign. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const lines = text.trimEnd().split(/\r\n|\r|\n/)
  return `${fence}yaml\n${lines.map(printable).join('\n')}\n${fence}`
}

/** Words in which nothing is Markdown but code between back-ticks, and web addresses are links. */
export function prose(text: string): string {
  return text
    .trim()
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? part : plainWords(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/^[-+=]/, '\\$&')
}

function plainWords(text: string): string {
  const escaped = (part: string) => part.replace(/[\\`*_[\]<>#|~$&]/g, '\\$&').replace(/:(?=[\w+-]+:)/g, '\\:')
  let from = 0
  let words = ''
  for (const { start, end } of addressesIn(text).filter(({ href, start, end }) => href === text.slice(start, end))) {
    words += `${escaped(text.slice(from, start))}<${text.slice(start, end)}>`
    from = end
  }
  return words + escaped(text.slice(from))
}
