import { firstKeyOf } from '../model/kinds.ts'
import { isObject } from '../model/read.ts'
import { child, type Schema, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { keyText } from '../syntax/tree.ts'
import { kebab } from '../text/ids.ts'
import { lineAround, lineBreakOf } from '../text/lines.ts'
import type { Edit } from '../text/span.ts'
import { listed } from '../text/words.ts'
import { fileName } from '../workspace/paths.ts'
import type { Refactoring, Spot } from './refactoring.ts'
import { addedAtRoot, type RootEntry } from './root-entries.ts'

/**
 * The keys without which a document is not whole, with nothing behind them but
 * what the file itself tells. To the checks an empty value is as good as none, so
 * they go on asking until the writer has filled it in.
 */
export const refactoring: Refactoring = {
  id: 'add-missing',
  nature: 'rewrite',
  propose: (spot) => {
    const missing = isAtRoot(spot) ? missingKeys(spot) : []
    const edits = missing.length > 0 ? added(spot, missing) : undefined
    return (
      edits && {
        title: `Add ${missing.length > 4 ? `the ${missing.length} parts that are` : `what is`} still missing${named(missing)}`,
        edits,
      }
    )
  },
}

function named(keys: readonly string[]): string {
  return keys.length > 4 ? '' : `: ${listed(keys)}`
}

/** On the line of a key of the document, or on an empty one. */
function isAtRoot({ file: { text }, steps: [, entry, ...deeper], selection }: Spot): boolean {
  const line = lineAround(text, selection.start)
  if (!entry?.pair || text.slice(line.start, line.end).trim() === '') return true
  return line.start <= entry.pair.key.start && (deeper.length === 0 || entry.onKey)
}

function missingKeys(spot: Spot): readonly string[] {
  const { document, tree } = spot.part
  const { root } = tree
  const present = new Set(root?.kind === 'mapping' ? root.pairs.flatMap(({ key }) => keyText(key) ?? []) : [])
  const merged = root?.kind === 'mapping' ? root.entries : new Map<string, unknown>()
  const required = new Set([...(schemas[document.kind].required ?? []), ...byType(spot), ...byProfile(spot)])
  const order = Object.keys(schemas[document.kind].properties ?? {})
  return order.filter((key) => required.has(key) && !present.has(key) && !merged.has(key))
}

function byType({ part: { document }, setting }: Spot): readonly string[] {
  const type = document.kind === 'engagement' ? setting.vocabulary.engagementTypes.get(document.model.type ?? '') : undefined
  if (!type) return []
  return [...(type.temporal.includes('instrument') ? [] : ['dates']), ...type.block]
}

function byProfile({ part: { document }, setting }: Spot): readonly string[] {
  if (document.kind !== 'brief') return []
  return setting.vocabulary.profiles.get(document.model.profile ?? setting.profile ?? '')?.required ?? []
}

function added(spot: Spot, missing: readonly string[]): readonly Edit[] | undefined {
  const { file, part } = spot
  const entries = missing.map((key): RootEntry => ({ key, lines: linesFor(spot, key) }))
  const { root } = part.tree
  if (root?.kind === 'mapping') return addedAtRoot(spot, entries)
  if (isObject(part.document.value) || !file.text.split(/\r\n|\r|\n/).every(isRemark)) return undefined
  const lineBreak = lineBreakOf(file.text)
  const lines = entries.flatMap((entry) => entry.lines).map((line) => line + lineBreak)
  // What is blank behind the last remark is replaced, for a tab that was left there would be a mistake.
  const end = file.text.trimEnd().length
  return [{ span: { start: end, end: file.text.length }, text: (end === 0 ? '' : lineBreak) + lines.join('') }]
}

/** Nothing else stands in a file without any entry. */
function isRemark(line: string): boolean {
  return /^[ \t]*(?:#|$)/.test(line)
}

function linesFor(spot: Spot, key: string): readonly string[] {
  const known = knownValue(spot, key)
  return known === undefined ? skeleton(key, child(schemas[spot.part.document.kind], key)) : [`${key}: ${known}`]
}

/** What needs no writer: the kind of file, its name, its configuration, and that what has just begun is a draft. */
function knownValue({ file, part: { document }, setting }: Spot, key: string): string | undefined {
  if (key === 'chancery') return firstKeyOf(document.kind)
  if (key === 'id') return kebab(fileName(file.path).replace(/\..*$/, ''))
  if (document.kind !== 'brief') return undefined
  return key === 'stage' ? 'draft' : key === 'profile' ? setting.profile : undefined
}

/** A key with the keys that its value cannot do without; of a list, those of its first item. */
function skeleton(key: string, schema: Schema | undefined): readonly string[] {
  const isList = schema !== undefined && types(schema).includes('array')
  const inner = isList ? schema.items : schema
  const needed = inner?.required ?? inner?.['x-one-of']?.slice(0, 1) ?? []
  const lines = needed.flatMap((name) => skeleton(name, child(inner, name)))
  return [`${key}:`, ...lines.map((line, i) => (isList ? (i === 0 ? `  - ${line}` : `    ${line}`) : `  ${line}`))]
}
