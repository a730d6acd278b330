import { catalogue, pageTitles, type Rule, type RuleParts, rulePartsOf } from '../core/index.ts'
import { unknownRule } from './lint-options.ts'
import type { Arguments, Option } from './options.ts'
import { refuse } from './refusal.ts'
import type { Shell, Status } from './shell.ts'
import type { Screen } from './terminal.ts'
import { columns, indented, printable } from './text.ts'

export const explainOptions: readonly Option[] = []

/** `chancery explain RULE`: the page of a rule. */
export async function explain({ rest }: Arguments, { out }: Shell): Promise<Status> {
  const [id, ...more] = rest
  if (id === undefined)
    return refuse(
      'Which rule? Write its id, as it stands behind a finding: chancery explain rec-owner. "chancery lint --list-rules" lists them all.',
    )
  if (more.length > 0) return refuse('One rule at a time, please: chancery explain RULE.')
  const rule = catalogue.get(id)
  if (!rule) return refuse(unknownRule(id))
  out.write(rulePage(rule, out.screen))
  return 0
}

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
