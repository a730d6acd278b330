import { createScanner, type Node, type ParseError, type ParseOptions, parseTree } from 'jsonc-parser/lib/esm/main.js'

/** Deeper than any file that is read here. The parser calls itself for each bracket, and ends the program where there are too many. */
const deepest = 100

/** The tree of a JSON text, or where its first mistake stands. */
export function readJson(text: string, options: ParseOptions): { readonly tree: Node } | { readonly mistake: number } {
  const tooDeep = firstTooDeep(text)
  if (tooDeep !== undefined) return { mistake: tooDeep }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, options)
  const [error] = errors
  return tree && !error ? { tree } : { mistake: error?.offset ?? 0 }
}

function firstTooDeep(text: string): number | undefined {
  const scanner = createScanner(text)
  let depth = 0
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const sign = text.charAt(scanner.getTokenOffset())
    if (sign === '{' || sign === '[') depth++
    if (sign === '}' || sign === ']') depth--
    if (depth > deepest) return scanner.getTokenOffset()
  }
  return undefined
}

/** Read off the tree, for in an object an entry that is called `__proto__` would be lost. */
export function entriesOf({ children = [] }: Node): readonly (readonly [name: string, value: Node])[] {
  return children.flatMap(({ children: [key, value] = [] }) => (key && value ? [[String(key.value), value] as const] : []))
}
