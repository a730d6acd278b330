import { schemas } from '../schema/schemas.generated.ts'
import type { Tree } from '../syntax/parse.ts'
import { keyText, type Node } from '../syntax/tree.ts'
import { type Copy, copiesIn } from './copies.ts'
import { type Kind, kindOfKey, kindOfName } from './kinds.ts'
import { isObject, readValue, type Value } from './read.ts'
import { sanitize } from './sanitize.ts'
import type { Models } from './types.generated.ts'

interface Read<K extends Kind> {
  readonly kind: K
  /** The readable part of the document, with the types of the schema. */
  readonly model: Models[K]
}

/** One YAML document as plain data. Positions are not kept here: `locate` finds them when they are asked for. */
export type Document = DocumentOf<Kind>
export type DocumentOf<K extends Kind> = { [P in K]: Read<P> & Common }[K]

interface Common {
  readonly path: string
  /** Which document of its file it is, from 0; files hold one as a rule. */
  readonly index: number
  /** All that the document says, of whatever type. */
  readonly value: Value
  /** Root keys whose entry is broken: nothing may be said about what is or is not in them. */
  readonly damaged: ReadonlySet<string>
  readonly exhausted: Node | undefined
  /** What of it was copied from snippets. */
  readonly copies: readonly Copy[]
}

/** A document whose kind neither its first key nor its file name tells. */
export interface Unknown extends Omit<Common, 'exhausted' | 'copies'> {
  readonly kind: undefined
}

/** Reads a parsed document of a text. The first key decides what it is; where it names no kind, the file name does. */
export function readDocument(path: string, index: number, tree: Tree, text: string): Document | Unknown {
  const damaged = damagedKeys(tree.root)
  const kind = kindOfKey(firstKey(tree.root))?.kind ?? kindOfName(path)
  if (!kind) return { kind, path, index, damaged, value: readValue(tree.root, undefined, damaged).value }
  const schema = schemas[kind]
  const { value, exhausted } = readValue(tree.root, schema, damaged)
  const model = isObject(value) ? sanitize(value, schema) : {}
  const copies = kind === 'brief' || kind === 'engagement' ? copiesIn(value, tree, text) : []
  return { kind, path, index, value, damaged, exhausted, model, copies } as Document
}

/** What stands behind `chancery:`, wherever it stands in the file. */
export function firstKey(root: Node | undefined): string | undefined {
  const value = root?.kind === 'mapping' ? root.entries.get('chancery')?.pair.value : undefined
  return value?.kind === 'scalar' ? value.text : undefined
}

function damagedKeys(root: Node | undefined): ReadonlySet<string> {
  if (root?.kind !== 'mapping') return new Set()
  return new Set(root.pairs.filter((pair) => pair.damaged).flatMap((pair) => keyText(pair.key) ?? []))
}
