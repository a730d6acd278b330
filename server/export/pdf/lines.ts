import { paintOnPaper } from '../../core/index.ts'
import { asPart, type Element, type Row, type Sheet, type Style } from './sheet.ts'

/** Words of one look. */
export interface Piece {
  readonly text: string
  readonly style: Style
  /** A place outside, or one of the document by its name with a hash. */
  readonly href?: string
  /** A place to which others lead. */
  readonly name?: string
  /** Points above the line, as for the number of a note. */
  readonly rise?: number
  readonly isBreak?: true
}

interface Placed extends Piece {
  readonly x: number
  readonly width: number
}

interface Line {
  readonly pieces: readonly Placed[]
  readonly size: number
}

/** Room between base lines, as a share of the type size. */
const leading = 1.42

/** Pieces as lines of a width. Words longer than a line are broken where it ends. */
export function lineRows(
  pieces: readonly Piece[],
  width: number,
  look: { readonly sheet: Sheet; readonly element: Element; readonly before: number },
): readonly Row[] {
  const lines = broken(pieces, width, look.sheet)
  return lines.map((line, i) => ({
    height: line.size * leading,
    before: i === 0 ? look.before : 0,
    // Neither the first nor the last line of a paragraph stands alone on a page.
    keep: lines.length > 1 && (i === 0 || i === lines.length - 2),
    draw: (x, y) => drawLine(line, x, y, look),
  }))
}

function broken(pieces: readonly Piece[], width: number, sheet: Sheet): readonly Line[] {
  const lines: Line[] = []
  let current: Placed[] = []
  let x = 0
  const close = () => {
    lines.push({ pieces: current, size: Math.max(...current.map(({ style }) => style.size), pieces[0]?.style.size ?? 10) })
    current = []
    x = 0
  }
  for (const piece of pieces) {
    if (piece.isBreak) {
      close()
      continue
    }
    for (const word of wordsOf(piece, width, sheet)) {
      const long = widthOf(word.trimEnd(), piece.style, sheet)
      // The number of a note never begins a line: better that it stands out a little.
      if (x > 0 && x + long > width && piece.rise === undefined) close()
      if (x === 0 && word.trim() === '') continue
      const full = widthOf(word, piece.style, sheet)
      current.push({ ...piece, text: word, x, width: full })
      x += full
    }
  }
  if (current.length > 0 || lines.length === 0) close()
  return lines
}

/** No line holds more letters. */
const longest = 400

/** The words with the space behind each; those too long for a line in parts. */
function wordsOf({ text, style }: Piece, width: number, sheet: Sheet): readonly string[] {
  const words = sheet.fonts.shown(text).match(/\s*\S+\s?|\s+/gu) ?? []
  return words.flatMap((word) =>
    word.length < longest && widthOf(word, style, sheet) <= width ? [word] : parts(word, style, width, sheet),
  )
}

/** Letter by letter, for each of them is measured but once however long the word is. */
function parts(word: string, style: Style, width: number, sheet: Sheet): readonly string[] {
  const all: string[] = []
  let [part, long] = ['', 0]
  for (const letter of word) {
    const more = letterWidth(letter, style, sheet)
    if (part !== '' && long + more > width) {
      all.push(part)
      part = ''
      long = 0
    }
    part += letter
    long += more
  }
  return part === '' ? all : [...all, part]
}

function letterWidth(letter: string, style: Style, sheet: Sheet): number {
  const key = `${style.face} ${letter}`
  const width = sheet.letters.get(key) ?? widthOf(letter, { ...style, size: 1 }, sheet)
  sheet.letters.set(key, width)
  return width * style.size
}

export function widthOf(words: string, { face, size }: Style, { pdf }: Sheet): number {
  return words === '' ? 0 : pdf.font(face).fontSize(size).widthOfString(words)
}

/** Neighbours of one look are drawn as one, so that a reader of the file finds whole lines and not single words. */
function merged(pieces: readonly Placed[]): readonly Placed[] {
  const all: Placed[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    const isSame = last && last.style === piece.style && last.href === piece.href && last.name === piece.name && last.rise === piece.rise
    if (last && isSame) all[all.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width }
    else all.push(piece)
  }
  return all
}

function drawLine(line: Line, x: number, y: number, { sheet, element }: { readonly sheet: Sheet; readonly element: Element }): void {
  const base = y + line.size * 1.12
  for (const piece of merged(line.pieces)) {
    if (piece.name !== undefined) sheet.pdf.addNamedDestination(piece.name, 'XYZ', x + piece.x, y - 4, null)
    if (piece.href === undefined) asPart(sheet, element, 'Span', () => drawPiece(piece, x, base, sheet))
    else drawLink({ ...piece, href: piece.href }, x, base, sheet, element)
  }
}

function drawPiece({ text, style, rise = 0, ...piece }: Placed, x: number, base: number, { pdf }: Sheet): void {
  pdf.font(style.face).fontSize(style.size).fillColor(paintOnPaper(style.paint))
  pdf.text(text, x + piece.x, base - rise, { lineBreak: false, baseline: 'alphabetic' })
}

function drawLink(piece: Placed & { readonly href: string }, x: number, base: number, sheet: Sheet, element: Element): void {
  const { pdf } = sheet
  const { href, style, width, rise = 0 } = piece
  const link = pdf.struct('Link')
  element.add(link)
  asPart(sheet, link, 'Link', () => drawPiece(piece, x, base, sheet))
  const box = [x + piece.x, base - rise - style.size, width, style.size * 1.25] as const
  // The library writes a plain string as a name of PDF and only an object of String as text; its types do not know that.
  const options = { structParent: link, Contents: new String(piece.text.trim() || href) as string }
  if (href.startsWith('#')) pdf.goTo(...box, href.slice(1), options)
  else pdf.link(...box, href, options)
  // The link has to be closed on its own page: the library notes the page on which it is.
  link.end()
}
