import { readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

type Entries = readonly Readonly<Record<string, unknown>>[]

/** Lists whose entries are written over and over, and texts that go on and on. */
const lists = ['claims', 'perspectives', 'options', 'recommendations', 'risks', 'next_steps', 'annexes']
const texts = ['background', 'analysis']

/** A brief of at least as many lines, made of an example's parts: each copy of an entry has an id of its own. */
export function longBrief(example: string, lines: number): string {
  const brief: Record<string, unknown> = parse(readFileSync(example, 'utf8'))
  const made = (copies: number): string => stringify({ ...brief, ...grown(brief, copies) }, { lineWidth: 100 })
  let copies = 1
  while (made(copies).split('\n').length < lines) copies++
  return made(copies)
}

function grown(brief: Readonly<Record<string, unknown>>, copies: number): Readonly<Record<string, unknown>> {
  const each = Array.from({ length: copies }, (_, i) => i)
  const entries = lists.flatMap((name): readonly (readonly [string, unknown])[] => {
    const own = brief[name]
    return Array.isArray(own) ? [[name, each.flatMap((i) => (own as Entries).map((entry) => renamed(entry, i)))]] : []
  })
  const prose = texts.flatMap((name): readonly (readonly [string, unknown])[] => {
    const own = brief[name]
    return typeof own === 'string' ? [[name, each.map((i) => own.replace(/\.(?=\s|$)/, `, as told in part ${i + 1}.`)).join('\n\n')]] : []
  })
  return Object.fromEntries([...entries, ...prose])
}

function renamed(entry: Readonly<Record<string, unknown>>, copy: number): Readonly<Record<string, unknown>> {
  return copy > 0 && typeof entry['id'] === 'string' ? { ...entry, id: `${entry['id']}-${copy}` } : entry
}
