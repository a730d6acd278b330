import { printable } from '../text.ts'

declare const markup: unique symbol

/** Text that is XML; only `xmlElement` makes it. */
export type Xml = string & { readonly [markup]: true }

/** What XML 1.0 has no way to write, not even as a number. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** White space is written as numbers, for a parser makes plain spaces of it in attributes. */
const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

export function xmlText(words: string): Xml {
  const possible = words.replace(impossible, (sign) => (sign >= '\ufffe' ? '\ufffd' : printable(sign)))
  return possible.replace(/[&<>"\t\n\r]/g, (sign) => special[sign] ?? sign) as Xml
}

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** An element, on lines of its own unless it holds words; an attribute that is undefined is left out. */
export function xmlElement(name: string, attributes: XmlAttributes, content: Xml | readonly Xml[] = []): Xml {
  const words = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlText(String(value))}"`))
  const head = `<${name}${words.join('')}`
  if (typeof content === 'string') return `${head}>${content}</${name}>` as Xml
  if (content.length === 0) return `${head}/>` as Xml
  return `${head}>\n${content.map(indented).join('\n')}\n</${name}>` as Xml
}

function indented(xml: Xml): string {
  return `  ${xml.replaceAll('\n', '\n  ')}`
}

export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}
