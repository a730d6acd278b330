import { existsSync, readFileSync } from 'node:fs'
import { exampleFilesByPath } from '../../core/rules/example-files.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { exampleDay, withoutAnnotations } from './fixtures.ts'
import { root } from './read.ts'

/** Which rules offer corrections: told by running each on its bad examples and its fixture, so that nobody keeps a list. */
export async function mendingTable(): Promise<string> {
  const { rules } = await import('../../core/rules/all.generated.ts')
  const rows: string[] = []
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const offers = await offersOf(rule)
    if (offers.length > 0) rows.push(`  ${/^\w+$/.test(rule.id) ? rule.id : `'${rule.id}'`}: [${offers.map((o) => `'${o}'`).join(', ')}],`)
  }
  return [
    '/** What each rule proposed on its bad examples and in its fixture; rules that propose nothing are not listed. */',
    "export const mended: Readonly<Record<string, readonly ('fix' | 'suggestion')[]>> = {",
    ...rows,
    '}',
    '',
  ].join('\n')
}

async function offersOf({ id, examples }: Rule): Promise<readonly ('fix' | 'suggestion')[]> {
  const fixture = new URL(`test/rules/${id}/invalid.yaml`, root)
  const texts = [...examples.bad, ...(existsSync(fixture) ? [withoutAnnotations(readFileSync(fixture, 'utf8'))] : [])]
  const safe = new Set<boolean>()
  for (const text of texts) for (const one of await safetyOf(id, text)) safe.add(one)
  return [...(safe.has(true) ? (['fix'] as const) : []), ...(safe.has(false) ? (['suggestion'] as const) : [])]
}

/** Of each correction that a rule proposes for a text, whether it is safe. */
async function safetyOf(id: string, text: string): Promise<readonly boolean[]> {
  // Past the door: what it leads to holds the table of the last time.
  const [{ lintText }, { memoryWorkspace }, { openProject }] = await Promise.all([
    import('../../core/lint/lint.ts'),
    import('../../core/workspace/port.ts'),
    import('../../core/workspace/project.ts'),
  ])
  const files = exampleFilesByPath(text)
  const project = await openProject(memoryWorkspace(files))
  const found = project.paths.flatMap((path) => lintText(project, path, files[path] ?? '', { today: exampleDay }).findings)
  return found.filter(({ rule }) => rule === id).flatMap(({ fixes }) => fixes.map((fix) => fix.safe))
}
