import { readFileSync } from 'node:fs'
import { type ModuleItem, parseSync } from '@swc/core'

/** Modules that a file imports for their types alone: they are gone when the program runs. */
export function importedForTypes(file: string): ReadonlySet<string> {
  const types = new Set<string>()
  const values = new Set<string>()
  for (const item of parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', target: 'es2022' }).body) {
    const from = sourceOf(item)
    if (from) (from.typeOnly ? types : values).add(from.module)
  }
  return new Set([...types].filter((module) => !values.has(module)))
}

function sourceOf(item: ModuleItem): { readonly module: string; readonly typeOnly: boolean } | undefined {
  switch (item.type) {
    case 'ImportDeclaration': {
      const named = item.specifiers.length > 0 && item.specifiers.every((s) => s.type === 'ImportSpecifier' && s.isTypeOnly)
      return { module: item.source.value, typeOnly: item.typeOnly || named }
    }
    case 'ExportNamedDeclaration': {
      // The declared type of the node lacks the mark that it carries.
      const { source, typeOnly } = item as typeof item & { readonly typeOnly?: boolean }
      return source ? { module: source.value, typeOnly: typeOnly === true } : undefined
    }
    case 'ExportAllDeclaration':
      return { module: item.source.value, typeOnly: false }
    default:
      return undefined
  }
}

/** A way through the graph that comes back to where it began, or none. */
export function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (node: string, way: readonly string[]): readonly string[] | undefined => {
    const at = way.indexOf(node)
    if (at >= 0) return [...way.slice(at), node]
    if (done.has(node)) return undefined
    for (const next of graph.get(node) ?? []) {
      const found = visit(next, [...way, node])
      if (found) return found
    }
    done.add(node)
    return undefined
  }
  for (const node of graph.keys()) {
    const found = visit(node, [])
    if (found) return found
  }
  return undefined
}
