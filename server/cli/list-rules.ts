import { levelWords, rules } from '../core/index.ts'
import type { Screen } from './terminal.ts'
import { columns } from './text.ts'

/** All rules with their levels: a table for people, a list for programs. */
export function listRules(format: string, screen: Screen): string {
  const all = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (format === 'json')
    return `${JSON.stringify(
      all.map(({ id, level, certainty, summary }) => ({ id, level, certainty, summary })),
      null,
      2,
    )}\n`
  return `${columns(
    all.map((rule) => [rule.id, levelWords(rule.level), rule.summary]),
    screen.width,
    '',
  )}\n`
}
