import { SymbolKind } from 'vscode-languageserver-types'
import { type Schema, types } from '../schema/schema.ts'
import { type Node, resolved } from '../syntax/tree.ts'

/** The signs of an outline are made for programs; these are the nearest, and those that are filtered together belong together. */
const entryKinds: Readonly<Record<string, SymbolKind>> = {
  acronyms: SymbolKind.Constant,
  claims: SymbolKind.Constant,
  engagement_types: SymbolKind.Enum,
  engagements: SymbolKind.File,
  exercise_foci: SymbolKind.EnumMember,
  exercise_forms: SymbolKind.EnumMember,
  history: SymbolKind.Event,
  naming: SymbolKind.Namespace,
  next_steps: SymbolKind.Method,
  options: SymbolKind.EnumMember,
  organizations: SymbolKind.Class,
  participants: SymbolKind.Interface,
  perspectives: SymbolKind.Interface,
  precedents: SymbolKind.Event,
  recommendations: SymbolKind.Method,
  risks: SymbolKind.Event,
  rules: SymbolKind.Property,
  snippets: SymbolKind.Function,
  sources: SymbolKind.Key,
}

/** The sign of an item of a list, or of an entry under an id. */
export function entryKind(list: string): SymbolKind {
  return (Object.hasOwn(entryKinds, list) ? entryKinds[list] : undefined) ?? SymbolKind.Struct
}

/** The sign of a section or a field. */
export function sectionKind(key: string, node: Node | undefined, schema: Schema | undefined): SymbolKind {
  const value = resolved(node)
  if (value?.kind === 'sequence') return SymbolKind.Array
  if (value?.kind === 'mapping') return key === 'dates' ? SymbolKind.Event : SymbolKind.Namespace
  if (schema?.['x-is'] === 'prose') return SymbolKind.String
  const [type] = types(schema ?? {})
  return type === 'boolean' ? SymbolKind.Boolean : type === 'integer' || type === 'number' ? SymbolKind.Number : SymbolKind.Field
}
