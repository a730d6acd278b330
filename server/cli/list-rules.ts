import { levelsByStage, levelWords, mendingOf, type Rule, rules, type Topic, topics } from '../core/index.ts'
import { ruleUrl } from './rule-url.ts'
import type { Screen } from './terminal.ts'
import { columns } from './text.ts'

/** All rules: by topic for people, in a table for other tools of the shell, and with all that they say for programs. */
export function listRules(format: string, screen: Screen): string {
  const all = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (format === 'json') return `${JSON.stringify(all.map(entry), null, 2)}\n`
  if (!screen.isTerminal) return `${table(all, screen, '')}\n`
  const sections = (Object.entries(topics) as [Topic, string][]).map(([topic, title]) => ({
    title,
    its: all.filter((rule) => rule.topic === topic),
  }))
  return `${sections
    .filter(({ its }) => its.length > 0)
    .map(({ title, its }) => `${screen.colors.bold(title)}\n${table(its, screen, '  ')}\n`)
    .join('\n')}`
}

function table(some: readonly Rule[], { width }: Screen, margin: string): string {
  return columns(
    some.map((rule) => [rule.id, levelWords(rule.level), rule.summary]),
    width,
    margin,
  )
}

function entry({ id, topic, level, certainty, summary, reason, source, options = {} }: Rule) {
  const { fixes, suggestions } = mendingOf(id)
  const url = ruleUrl(id)
  return { id, topic, level: levelsByStage(level), certainty, summary, reason, source, options, fixable: fixes, suggestions, url }
}
