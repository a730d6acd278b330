import type { Problem } from './problem.ts'
import { isMergeKey, keyText, type Mapping, type Node } from './tree.ts'

/** Keys that stand twice in one mapping: readers disagree which of the two counts. Aliases are not followed. */
export function duplicateKeys(root: Node | undefined): readonly Problem[] {
  const problems: Problem[] = []
  const open: Node[] = root ? [root] : []
  while (open.length > 0) {
    const node = open.pop()
    if (node?.kind === 'mapping') {
      problems.push(...inMapping(node))
      for (const pair of node.pairs) if (pair.value) open.push(pair.value)
    } else if (node?.kind === 'sequence') open.push(...node.items)
  }
  return problems.sort((a, b) => a.span.start - b.span.start)
}

function inMapping(mapping: Mapping): readonly Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { key } of mapping.pairs) {
    const text = keyText(key)?.normalize('NFC')
    if (text === undefined || text === '' || isMergeKey(key)) continue
    if (seen.has(text)) problems.push(duplicate(text, key))
    seen.add(text)
  }
  return problems
}

function duplicate(text: string, key: Node): Problem {
  return {
    rule: 'duplicate-key',
    span: { start: key.start, end: key.end },
    message: `"${text}" is already given above. Programs disagree which of the two counts; keep one, or merge them.`,
    fixes: [],
  }
}
