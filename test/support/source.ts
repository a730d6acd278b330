import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from '@swc/core'

const root = new URL('../../', import.meta.url)

/** A file that somebody wrote and maintains, by its path from the root. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Every program text of the repository that is not generated. */
export function sources(): readonly Source[] {
  const names = readdirSync(root).filter((name) => /\.(?:ts|mjs|cjs)$/.test(name))
  const below = ['client', 'server', 'test'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  )
  return [...names, ...below]
    .filter((path) => /\.(?:ts|mjs|cjs)$/.test(path) && !path.includes('.generated.'))
    .sort()
    .map((path) => ({ path, text: textOf(path) }))
}

export function textOf(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, root)), 'utf8')
}

export interface SizedFunction {
  readonly line: number
  /** Lines of the body, with its braces. */
  readonly length: number
  /** It is a group of tests, handed to `describe`. */
  readonly group: boolean
}

/** A node as the parser gives it: a type, a place in bytes from 1, and whatever hangs below. */
interface Node {
  readonly type: string
  readonly span: { readonly start: number; readonly end: number }
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function nodesOf(text: string): readonly { readonly node: Node; readonly group: boolean }[] {
  const found: { node: Node; group: boolean }[] = []
  const visit = (value: unknown, group: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, group)
    else if (typeof value === 'object' && value !== null) {
      if (isNode(value)) found.push({ node: value, group })
      const inGroup = isNode(value) ? value.type === 'CallExpression' && calls(value['callee'], 'describe') : group
      for (const inner of Object.values(value)) visit(inner, inGroup)
    }
  }
  visit(parseSync(text, { syntax: 'typescript', target: 'es2022' }).body, false)
  return found
}

/** `describe(…)`, `describe.each(…)(…)`. */
function calls(callee: unknown, name: string): boolean {
  if (!isNode(callee)) return false
  if (callee.type === 'Identifier') return callee['value'] === name
  return calls(callee['object'] ?? callee['callee'], name)
}

export function functionsIn(text: string): readonly SizedFunction[] {
  const bytes = Buffer.from(text)
  const lineAt = (byte: number) => bytes.subarray(0, byte - 1).filter((code) => code === 10).length + 1
  return nodesOf(text).flatMap(({ node, group }) => {
    if (!/Function|Method|Getter|Setter|Constructor/.test(node.type) || !isNode(node['body'])) return []
    const { start, end } = node['body'].span
    return [{ line: lineAt(start), length: lineAt(end - 1) - lineAt(start) + 1, group }]
  })
}

/** The comments of a text. What looks like one inside a string, a template or a regular expression is none. */
export function commentsIn(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  for (const { node } of nodesOf(text)) {
    if (['StringLiteral', 'TemplateElement', 'RegExpLiteral'].includes(node.type)) bytes.fill(32, node.span.start - 1, node.span.end - 1)
  }
  return bytes.toString('utf8').match(/\/\/.*|\/\*[\s\S]*?\*\//g) ?? []
}
