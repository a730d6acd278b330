import { type Paper, paintOnPaper } from '../../core/index.ts'
import { asArtifact, page, type Row, type Sheet, textHeight, textWidth } from './sheet.ts'

/** Fills page after page with rows and puts the marking, the title and the number on each. */
export function fill(sheet: Sheet, rows: readonly Row[], paper: Paper): void {
  let y = 0
  for (let i = 0; i < rows.length; ) {
    const group = groupAt(rows, i)
    const [first] = group
    const height = group.reduce((sum, row, k) => sum + row.height + (k === 0 && y === 0 ? 0 : row.before), 0)
    if (y > 0 && y + height > textHeight) {
      sheet.pdf.addPage()
      y = 0
      if (first?.head) y = draw(first.head, y)
    }
    for (const row of group) {
      // A group that is longer than a page goes on where it must.
      if (y > 0 && y + row.before + row.height > textHeight) {
        sheet.pdf.addPage()
        y = 0
      }
      y = draw(row, y)
    }
    i += group.length
  }
  marked(sheet, paper)
}

function draw(row: Row, y: number): number {
  const top = y === 0 ? 0 : y + row.before
  row.draw(page.left, page.top + top)
  return top + row.height
}

/** A row with those that may not be parted from it. */
function groupAt(rows: readonly Row[], start: number): readonly Row[] {
  let end = start
  while (rows[end]?.keep && end + 1 < rows.length) end++
  return rows.slice(start, end + 1)
}

function marked(sheet: Sheet, { banner, title }: Paper): void {
  const { pdf, fonts } = sheet
  const { start, count } = pdf.bufferedPageRange()
  const marking = fonts.shown(banner?.words.join(' ') ?? '')
  pdf.font('regular').fontSize(8)
  const running = cut(sheet, fonts.shown(title), textWidth - 90)
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i)
    asArtifact(sheet, () => {
      pdf.font('bold').fontSize(8.5).fillColor(paintOnPaper('ink'))
      for (const y of [32, page.height - 34]) centred(sheet, marking, y)
      pdf.font('regular').fontSize(8).fillColor(paintOnPaper('quiet'))
      const number = `Page ${i - start + 1} of ${count}`
      pdf.text(running, page.left, page.height - 54, { lineBreak: false })
      pdf.text(number, page.width - page.right - pdf.widthOfString(number), page.height - 54, { lineBreak: false })
    })
  }
}

function centred({ pdf }: Sheet, words: string, y: number): void {
  if (words !== '') pdf.text(words, (page.width - pdf.widthOfString(words)) / 2, y, { lineBreak: false })
}

function cut({ pdf }: Sheet, words: string, width: number): string {
  const letters = [...words].slice(0, 200)
  while (letters.length > 1 && pdf.widthOfString(letters.join('')) > width) letters.pop()
  return letters.length < [...words].length ? `${letters.join('')}…` : words
}
