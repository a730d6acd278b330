import { pageTitles, type Rule, type RuleParts, rulePartsOf } from '../core/index.ts'
import type { Screen } from './terminal.ts'
import { columns, indented, printable } from './text.ts'

const margin = '  '

/** The page of a rule, made from the rule itself. */
export function rulePage(rule: Rule, screen: Screen): string {
  const { colors, width } = screen
  const { facts, bad, good, levelSample, directiveSample, ...more } = rulePartsOf(rule)
  const section = (title: string, text: string) => `${colors.bold(title)}\n${text}`
  return `${[
    `${colors.bold(colors.underline(rule.id))}\n${indented(rule.summary, width, '')}`,
    columns(facts, width, ''),
    section(pageTitles.reason, indented(rule.reason, width, margin)),
    ...(more.options.length === 0 ? [] : [section(pageTitles.options, options(more, width))]),
    ...(bad === undefined ? [] : [section(pageTitles.bad, sample(bad, screen))]),
    ...(good === undefined ? [] : [section(pageTitles.good, sample(good, screen))]),
    section(pageTitles.level, sample(levelSample, screen)),
    section(pageTitles.directive, sample(directiveSample, screen)),
  ].join('\n\n')}\n`
}

function options({ options: rows, optionSample }: Pick<RuleParts, 'options' | 'optionSample'>, width: number): string {
  return columns(rows, width, margin) + (optionSample === undefined ? '' : `\n${margin}${optionSample}`)
}

function sample(text: string, { colors }: Screen): string {
  return text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => (line.startsWith('#- ') ? colors.dim(`${margin}${printable(line.slice(3))}:`) : `${margin}${printable(line)}`).trimEnd())
    .join('\n')
}
