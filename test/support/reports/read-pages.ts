import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { expect } from 'vitest'
import type { Told } from './read.ts'

type HtmlNode = DefaultTreeAdapterTypes.Node

/** The tables below their summaries; between them stands nothing but words of our own. */
export function readMarkdown(text: string): readonly Told[] {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  let path = ''
  return tree.children.flatMap((node) => {
    expect(['paragraph', 'html', 'table']).toContain(node.type)
    if (node.type === 'html' && node.value !== '</details>') path = summaryPath(node.value)
    if (node.type !== 'table') return []
    return node.children.slice(1).map(({ children }) => {
      expect(children.length).toBe(3)
      const [place = '', level = '', last = ''] = children.map(wordsOf)
      const [, message = '', rule = ''] = /^(.*) ([\w-]+)$/s.exec(last) ?? []
      return { path, place, level, message, rule }
    })
  })
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  expect(['tableCell', 'link']).toContain(node.type)
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

function summaryPath(html: string): string {
  const all = elementsIn(parseFragment(html))
  expect(all.map(({ tagName }) => tagName)).toEqual(['details', 'summary', 'code'])
  return textIn(all[2])
}

/** The page as a browser reads it, without any fault of syntax. */
export function htmlTree(text: string): DefaultTreeAdapterTypes.Document {
  const faults: string[] = []
  const tree = parse(text, { onParseError: ({ code, startLine, startCol }) => faults.push(`${code} ${startLine}:${startCol}`) })
  // What the input holds beyond the common characters is no fault of syntax.
  expect(faults.filter((fault) => !/^noncharacter-in-input-stream/.test(fault))).toEqual([])
  return tree
}

export function readHtml(text: string): readonly Told[] {
  const sections = elementsIn(htmlTree(text)).filter(({ tagName }) => tagName === 'section')
  return sections.flatMap((section) => {
    const inside = elementsIn(section)
    const path = textIn(inside.find(({ tagName }) => tagName === 'h2'))
    const items = inside.filter(
      ({ tagName, parentNode }) => tagName === 'li' && parentNode && 'tagName' in parentNode && parentNode.tagName === 'ol',
    )
    return items.map((item) => {
      const parts = elementsIn(item)
      const part = (name: string) => textIn(parts.find((element) => classOf(element) === name))
      const place = part('quiet').replace(/^line (\d+), column (\d+)$/, '$1:$2')
      return { path, place, level: part('severity'), message: part('message'), rule: part('rule') }
    })
  })
}

export function elementsIn(node: HtmlNode): readonly DefaultTreeAdapterTypes.Element[] {
  const own = 'tagName' in node ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsIn)] : own
}

export function classOf({ attrs }: DefaultTreeAdapterTypes.Element): string | undefined {
  return attrs.find(({ name }) => name === 'class')?.value
}

export function textIn(node: HtmlNode | undefined): string {
  if (!node) return ''
  if ('value' in node && node.nodeName === '#text') return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}
