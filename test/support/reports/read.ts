import { Parser } from 'tap-parser'
import { expect } from 'vitest'
import { commandsIn } from './commands.ts'

/** A finding as a program that reads the report has it. */
export interface Told {
  readonly path: string
  /** Line and column, or the line where the format has no columns. */
  readonly place: string
  readonly level: string
  readonly message: string
  readonly rule: string
}

export function readGithub(log: string): readonly Told[] {
  return commandsIn(log).map(({ name, properties: { file = '', line, col, title = '' }, data }) => ({
    path: file,
    place: `${line}:${col}`,
    level: name,
    message: data,
    rule: title,
  }))
}

interface TapFinding {
  readonly severity: string
  readonly rule: string
  readonly message: string
  readonly line: number
  readonly column: number
}

export function readTap(text: string): readonly Told[] {
  const events = Parser.parse(text, { strict: true }).map(([name, data]): readonly [string, Record<string, unknown>] => [name, data])
  expect(events.filter(([name]) => ['extra', 'comment', 'bailout'].includes(name))).toEqual([])
  expect(events[0]).toEqual(['version', 14])
  const tests = events.filter(([name]) => name === 'assert').map(([, test]) => test)
  expect(events.find(([name]) => name === 'complete')?.[1]).toMatchObject({ count: tests.length })
  return tests.flatMap(({ name, diag, ok }) =>
    ((diag as { readonly findings: readonly TapFinding[] } | null)?.findings ?? []).map(({ severity, rule, message, line, column }) => ({
      path: String(name),
      place: `${line}:${column}`,
      level: ok ? `ok ${severity}` : severity,
      message,
      rule,
    })),
  )
}
