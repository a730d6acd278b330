import { SaxesParser } from 'saxes'

export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly words: string
}

/** XML as a tree; what is not well-formed throws. */
export function xmlTree(text: string): XmlNode {
  const open: { name: string; attributes: Record<string, string>; children: XmlNode[]; words: string }[] = [
    { name: '', attributes: {}, children: [], words: '' },
  ]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes: attributes as Record<string, string>, children: [], words: '' })
  })
  parser.on('text', (words) => {
    const node = open.at(-1)
    if (node) node.words += words
  })
  parser.on('closetag', () => {
    const node = open.pop()
    if (node) open.at(-1)?.children.push(node)
  })
  parser.write(text).close()
  const [root] = open[0]?.children ?? []
  if (!root) throw new Error('There is no element.')
  return root
}
