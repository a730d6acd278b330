import { catalogue, type Rule } from '../core/index.ts'
import { unknownRule } from './lint-options.ts'
import { levelWords } from './list-rules.ts'
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
  const heading = (text: string) => colors.bold(text)
  const paragraph = (text: string) => indented(text, width, margin)
  const samples = (title: string, texts: readonly string[]) => texts.map((text) => `${heading(title)}\n${sample(text, screen)}`)
  return `${[
    `${colors.bold(colors.underline(rule.id))}\n${indented(rule.summary, width, '')}`,
    columns(
      [
        ['Level', levels(rule.level)],
        ['Finds it', rule.certainty === 'exact' ? 'exactly, from what the file says' : 'by a good guess, so it may be wrong now and then'],
        ['Source', rule.source],
      ],
      width,
      '',
    ),
    `${heading('Why')}\n${paragraph(rule.reason)}`,
    ...optionsOf(rule, screen),
    ...samples('Not like this', rule.examples.bad.slice(0, 1)),
    ...samples('But like this', rule.examples.good.slice(0, 1)),
    `${heading('To change its level, in chancery.yaml')}\n${margin}rules:\n${margin}  ${rule.id}: ${otherLevel(rule)}`,
    `${heading('To silence it in one place, with a reason')}\n${margin}# chancery-disable-next-line ${rule.id} -- why it does not apply here`,
  ].join('\n\n')}\n`
}

function levels(level: Rule['level']): string {
  if (typeof level === 'string') return level
  return `${levelWords(level)}: ${level.draft} for a draft, ${level.review} in review, ${level.final} in a final text`
}

/** A level that it does not have yet, so that the example would change something. */
function otherLevel({ level }: Rule): string {
  const usual = typeof level === 'string' ? level : level.draft
  return usual === 'warning' ? 'error' : 'warning'
}

function optionsOf({ id, options, level }: Rule, { colors, width }: Screen): readonly string[] {
  const all = Object.entries(options ?? {})
  if (all.length === 0) return []
  const rows = all.map(([name, option]) => [
    name,
    `${option.description}${option.default === undefined ? '' : ` Default: ${[option.default].flat().join(', ')}.`}`,
  ])
  const [name = '', option] = all[0] ?? []
  const value = option?.type === 'number' ? (option.default ?? 50) : option?.type === 'boolean' ? !option.default : undefined
  const example =
    value === undefined ? '' : `\n${margin}${id}: { level: ${typeof level === 'string' ? level : level.draft}, ${name}: ${value} }`
  return [`${colors.bold('Options')}\n${columns(rows, width, margin)}${example}`]
}

function sample(text: string, { colors }: Screen): string {
  return text
    .trimEnd()
    .split(/\r\n|\r|\n/)
    .map((line) => (line.startsWith('#- ') ? colors.dim(`${margin}${printable(line.slice(3))}:`) : `${margin}${printable(line)}`).trimEnd())
    .join('\n')
}
