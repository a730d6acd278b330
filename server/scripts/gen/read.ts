import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export const root = new URL('../../../', import.meta.url)

/** A YAML file of the repository as plain data. Dates stay text; a bare year becomes a number. */
export function readYaml(path: string): Record<string, unknown> {
  const data: unknown = parse(readFileSync(new URL(path, root), 'utf8'), { prettyErrors: true })
  if (typeof data !== 'object' || data === null) throw new Error(`${path} is empty`)
  return data as Record<string, unknown>
}

export type Raw = Readonly<Record<string, unknown>>

export function asMap(value: unknown, what: string): Record<string, Raw> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} must be a map`)
  return value as Record<string, Raw>
}

export function asText(value: unknown, what: string): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${what} must be text`)
  return String(value)
}

export function asTexts(value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Error(`expected a list, found ${JSON.stringify(value)}`)
  return value.map(String)
}
