import { readdirSync } from 'node:fs'
import { root } from './read.ts'

/** The list of all rules, from the files that stand in the folder: a new rule is a new file and nothing else. */
export function ruleRegistry(): string {
  return registry({ folder: 'server/core/rules/', kind: 'rule', type: 'Rule' })
}

/** The list of all language features, in the same way. */
export function featureRegistry(): string {
  return registry({ folder: 'server/core/features/', kind: 'feature', type: 'Feature' })
}

/** The list of all refactorings. */
export function refactoringRegistry(): string {
  return registry({ folder: 'server/core/refactorings/', kind: 'refactoring', type: 'Refactoring' })
}

interface Listed {
  readonly folder: string
  /** What each file exports, and the ending of its name. */
  readonly kind: string
  readonly type: string
}

function registry({ folder, kind, type }: Listed): string {
  const ids = readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(`.${kind}.ts`))
    .map((name) => name.replace(`.${kind}.ts`, ''))
    .sort()
  const name = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [
    `import type { ${type} } from './${kind}.ts'`,
    ...ids.map((id) => `import { ${kind} as ${name(id)} } from './${id}.${kind}.ts'`),
    '',
    `export const ${kind}s: readonly ${type}[] = [`,
    ...ids.map((id) => `  ${name(id)},`),
    ']',
    '',
  ].join('\n')
}
