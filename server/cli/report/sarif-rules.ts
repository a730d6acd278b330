import { catalogue, type Level, type Rule, rulePage } from '../../core/index.ts'
import { rulePage as plainPage } from '../rule-text.ts'
import { plain } from '../terminal.ts'
import type { Run } from './run.ts'
import { severityWords } from './severity-words.ts'

/** The rules of some findings as SARIF describes them, in the order of their ids. */
export function sarifRules(ids: Iterable<string>, { ruleUrl }: Run) {
  const used = [...new Set(ids)].sort().flatMap((id) => catalogue.get(id) ?? [])
  return used.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.reason },
    helpUri: ruleUrl(rule.id),
    help: { text: plainPage(rule, plain), markdown: rulePage(rule) },
    defaultConfiguration: configurationOf(rule),
    properties: propertiesOf(rule),
  }))
}

function configurationOf({ level }: Rule) {
  const usual = typeof level === 'string' ? level : level.draft
  return usual === 'off' ? { enabled: false, level: 'none' } : { level: severityWords.sarif[usual] }
}

/** "tags", "precision" and "problem.severity" are what GitHub sorts and filters by. */
function propertiesOf({ topic, certainty, level }: Rule) {
  const strictest: Level = typeof level === 'string' ? level : level.final
  return {
    topic,
    certainty,
    tags: [topic],
    precision: certainty === 'exact' ? 'very-high' : 'medium',
    'problem.severity': strictest === 'error' || strictest === 'warning' ? strictest : 'recommendation',
  }
}
