import { kindOfKey } from '../model/kinds.ts'
import { isDate } from '../schema/dates.ts'
import { tlpNamed } from '../schema/handling.ts'
import { termOnScales } from '../schema/likelihood.ts'
import { child, type Schema, types } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { keyText, type Node, type Pair, type Scalar } from '../syntax/tree.ts'
import { isLevel } from '../text/finding.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'
import type { Token, TokenType } from './token-legend.ts'

interface Reading {
  readonly file: OpenFile
  readonly vocabulary: Vocabulary
  readonly scale: string
  readonly found: Token[]
}

/** The keys of a file, and the values that are more than text by what the schema says of them. */
export function tokensOfFields(file: OpenFile, vocabulary: Vocabulary, scale: string): readonly Token[] {
  const reading: Reading = { file, vocabulary, scale, found: [] }
  for (const { tree, document } of file.parts) {
    const { root } = tree
    if (root?.kind === 'mapping') for (const pair of root.pairs) readRootPair(pair, document.kind && schemas[document.kind], reading)
  }
  return reading.found
}

/** The entry that says what a file is, is set apart. */
function readRootPair(pair: Pair, schema: Schema | undefined, reading: Reading): void {
  const { key, value } = pair
  if (keyText(key) !== 'chancery' || value?.kind !== 'scalar' || !kindOfKey(value.text)) readPair(pair, schema, reading)
  else reading.found.push({ ...spanOf(key), type: 'keyword' }, { ...spanOf(value), type: 'type' })
}

function readPair({ key, value }: Pair, schema: Schema | undefined, reading: Reading): void {
  const text = keyText(key)
  if (text === undefined) {
    readNode(key, undefined, reading)
    return
  }
  if (key.kind === 'scalar' && text !== '<<' && key.start < key.end)
    reading.found.push({ ...spanOf(key), type: isKnown(text, schema) ? 'property' : 'variable' })
  if (value) readNode(value, child(schema, text), reading)
}

/** Where the schema says nothing of a place, as below an `x-` key, every key may stand. */
function isKnown(key: string, schema: Schema | undefined): boolean {
  if (!schema || key.startsWith('x-') || child(schema, key)) return true
  return schema.properties === undefined && typeof schema.additionalProperties !== 'object'
}

function readNode(node: Node, schema: Schema | undefined, reading: Reading): void {
  if (node.kind === 'mapping') for (const pair of node.pairs) readPair(pair, schema, reading)
  else if (node.kind === 'sequence') for (const item of node.items) readNode(item, child(schema, 0), reading)
  else if (node.kind === 'scalar' && schema && node.start < node.end) {
    const type = valueType(node, schema, reading)
    if (type) reading.found.push({ ...reading.file.inside(node, 0, node.text.length), type })
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function valueType({ text, style }: Scalar, schema: Schema, { vocabulary, scale }: Reading): TokenType | undefined {
  const { builtIn } = vocabulary
  if (isEnumeration(schema)) return schema.enum?.includes(text) ? 'enumMember' : undefined
  switch (schema['x-is']) {
    case 'date':
      return isDate(text) ? 'number' : undefined
    case 'historic-date':
      return /^-?\d{4}(?:-\d\d){0,2}[~?%]?$/.test(text) ? 'number' : undefined
    case 'likelihood':
      return termOnScales(vocabulary.scales, scale, text) ? 'enumMember' : undefined
    case 'grade':
      return /^[A-F][1-6]$/.test(text) ? 'enumMember' : undefined
    case 'tlp':
      return tlpNamed(text, builtIn.handling) ? 'decorator' : undefined
    case 'marking':
      return 'decorator'
    case 'level':
      return isLevel(text) ? 'keyword' : undefined
    default:
      return style === 'plain' && isNumber(text, schema) ? 'number' : undefined
  }
}

/** A list of words; yes, no and unknown are none. */
function isEnumeration({ enum: listed }: Schema): boolean {
  return listed?.every((value) => typeof value === 'string') ?? false
}

function isNumber(text: string, schema: Schema): boolean {
  const wanted = types(schema)
  return (wanted.includes('integer') || wanted.includes('number')) && /^-?\d+(?:\.\d+)?$/.test(text)
}
