import { readdirSync } from 'node:fs'
import { root } from './read.ts'

/** The list of all rules, from the files that stand in the folder: a new rule is a new file and nothing else. */
export function ruleRegistry(): string {
  const ids = readdirSync(new URL('server/core/rules/', root))
    .filter((name) => name.endsWith('.rule.ts'))
    .map((name) => name.replace('.rule.ts', ''))
    .sort()
  const name = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [
    `import type { Rule } from './rule.ts'`,
    ...ids.map((id) => `import { rule as ${name(id)} } from './${id}.rule.ts'`),
    '',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${name(id)},`),
    ']',
    '',
  ].join('\n')
}
