import PDFDocument from 'pdfkit'
import { directionOf, type Paper } from '../../core/index.ts'
import type { Assets } from '../assets.ts'
import { sound } from '../text.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { lineRows } from './lines.ts'
import { fill } from './pages.ts'
import { piecesOf } from './pieces.ts'
import { type Place, quiet } from './place.ts'
import { rowsOf } from './rows.ts'
import { type Element, type Pdf, type Row, type Sheet, type Style, textWidth } from './sheet.ts'

export interface PdfResult {
  readonly bytes: Uint8Array
  /** What could not be printed as it was written, for whoever asked for the document. */
  readonly notices: readonly string[]
}

const text: Style = { face: 'regular', size: 10, paint: 'ink' }

/** A paper as a tagged PDF with its own fonts. The same paper gives the same bytes. */
export async function writePdf(paper: Paper, { assets }: { readonly assets: Assets }): Promise<PdfResult> {
  const fonts = await loadFonts(assets)
  const pdf = documentOf(paper, fonts)
  const bytes = bytesOf(pdf)
  const sheet: Sheet = { pdf, fonts, letters: new Map() }
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  fill(sheet, rowsOfPaper(paper, sheet, root), paper)
  root.end()
  pdf.end()
  return { bytes: await bytes, notices: noticesOf(paper, fonts) }
}

function documentOf({ title, language, properties, heading }: Paper, { bytes }: Fonts): Pdf {
  const info = {
    Title: sound(title),
    Author: sound(properties.authors.join('; ')),
    Subject: sound(heading.join(', ')),
    Keywords: sound(properties.keywords.join(', ')),
    Creator: 'Chancery',
    Producer: 'Chancery',
    // Without a day of its own a paper has the first that there is, for the day of printing would make each copy another.
    CreationDate: new Date(`${/^\d{4}-\d{2}-\d{2}$/.test(properties.date ?? '') ? properties.date : '1970-01-01'}T00:00:00Z`),
  }
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    // Its types lag behind the library, which knows this one.
    subset: 'PDF/UA' as 'PDF/A-3',
    tagged: true,
    displayTitle: true,
    lang: language,
    info,
    // A font of the library's own would be looked for on the disk; with no name there is none until one is set.
    font: '',
  })
  for (const [face, data] of Object.entries(bytes)) pdf.registerFont(face, Buffer.from(data))
  return pdf
}

function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
  })
}

function rowsOfPaper(paper: Paper, sheet: Sheet, root: Element): readonly Row[] {
  const levels: ReturnType<Pdf['outline']['addItem']>[] = []
  const outline = (title: string, level: number) => {
    const parent = level <= 1 ? sheet.pdf.outline : (levels[level - 1] ?? sheet.pdf.outline)
    levels[level] = parent.addItem(sound(title))
  }
  const place: Place = { sheet, element: root, width: textWidth, style: text, level: 0, before: 0, outline }
  const head = (tag: string, words: string, style: Style, before: number): readonly Row[] => {
    const element = sheet.pdf.struct(tag)
    root.add(element)
    return lineRows([{ text: words, style }], textWidth, { sheet, element, before }).map((row) => ({ ...row, keep: true }))
  }
  return [
    ...head('P', paper.heading.join(' · '), quiet(text), 0),
    ...head('H1', paper.title, { face: 'bold', size: 20, paint: 'accent' }, 4),
    ...rowsOf(paper.titleBlock, { ...place, before: 8 }),
    ...rowsOf(paper.sections, { ...place, before: 8 }),
    ...lineRows(piecesOf(paper.colophon, quiet(text)), textWidth, { sheet, element: colophonOf(sheet, root), before: 16 }),
  ]
}

function colophonOf({ pdf }: Sheet, root: Element): Element {
  const element = pdf.struct('P')
  root.add(element)
  return element
}

function noticesOf({ language }: Paper, fonts: Fonts): readonly string[] {
  const missing = fonts.missing()
  const few = missing.slice(0, 8).join(' ')
  return [
    ...(missing.length > 0
      ? [
          `The fonts of the PDF have Latin, Greek and Cyrillic letters, and not ${few}${missing.length > 8 ? ' and others' : ''}; a square stands in their place. Use html or docx for this text.`,
        ]
      : []),
    ...(directionOf(language) === 'rtl'
      ? ['The PDF is set from left to right. Use html or docx for a text that runs from right to left.']
      : []),
  ]
}
