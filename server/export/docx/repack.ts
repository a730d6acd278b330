import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Paper } from '../../core/index.ts'
import { sound } from '../text.ts'

/** The earliest time that a zip can hold; it says that there is none. */
const noTime = new Date(1980, 0, 1)

/**
 * The same document without what differs from run to run: the library stamps
 * the clock on it and draws lots for the names of its links.
 */
export function repacked(bytes: Uint8Array, paper: Paper): Uint8Array {
  const files = unzipSync(bytes)
  const names = Object.keys(files).sort()
  const steady = steadyIds()
  const parts = names.map((name): [string, Uint8Array] => {
    const content = files[name] ?? new Uint8Array()
    if (!/\.(?:xml|rels)$/.test(name)) return [name, content]
    const text = steady(strFromU8(content))
    return [name, strToU8(name === 'docProps/core.xml' ? withDates(text, paper) : text)]
  })
  // The list of types comes first, as readers that look no farther expect.
  parts.sort(([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'))
  return zipSync(Object.fromEntries(parts), { mtime: noTime, level: 9 })
}

/** What counts on from document to document, or is drawn by lot, by its turn; the same id is the same in every part. */
function steadyIds(): (text: string) => string {
  const links = turns()
  const bookmarks = turns()
  const pictures = turns()
  return (text) =>
    text
      .replace(/rId[a-z0-9_-]{21}(?![a-z0-9_-])/g, (id) => `rIdLink${links(id)}`)
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g, (_, before: string, id: string) => `${before}${bookmarks(id)}"`)
      .replace(/(<wp:docPr\b[^>]*?\bid=")(\d+)"/g, (_, before: string, id: string) => `${before}${pictures(id)}"`)
}

/** Numbers things in the order in which they are first met. */
function turns(): (id: string) => number {
  const known = new Map<string, number>()
  return (id) => {
    const turn = known.get(id) ?? known.size + 1
    known.set(id, turn)
    return turn
  }
}

function withDates(text: string, { properties: { date }, language }: Paper): string {
  const day = date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : undefined
  const stamps = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g
  const dated = text.replace(stamps, (_, kind: string) =>
    day === undefined ? '' : `<dcterms:${kind} xsi:type="dcterms:W3CDTF">${day}</dcterms:${kind}>`,
  )
  return dated.replace(
    '</cp:coreProperties>',
    `<dc:language>${sound(language).replace(/[^A-Za-z0-9-]/g, '')}</dc:language></cp:coreProperties>`,
  )
}
