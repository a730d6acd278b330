import { type Inline, type Inlines, isOutsideLink } from '../../core/index.ts'
import type { Piece } from './lines.ts'
import type { Style } from './sheet.ts'

/** A line of the paper as words of one look each. */
export function piecesOf(inlines: Inlines, style: Style, href?: string): readonly Piece[] {
  return inlines.flatMap((inline, i) => pieces(inline, style, { href, former: inlines[i - 1] }))
}

interface Around {
  readonly href: string | undefined
  readonly former: Inline | undefined
}

function pieces(inline: Inline, style: Style, { href, former }: Around): readonly Piece[] {
  const plain = (text: string, look: Style = style): readonly Piece[] =>
    text === '' ? [] : [{ text: text.replace(/\s+/g, ' '), style: look, ...(href === undefined ? {} : { href }) }]
  switch (inline.kind) {
    case 'text':
    case 'code':
      return plain(inline.text)
    case 'break':
      return [{ text: '', style, isBreak: true }]
    case 'key':
      return plain(inline.text, { ...style, size: style.size * 0.76, paint: 'quiet' })
    case 'strong':
      return piecesOf(
        inline.content,
        { ...style, face: style.face === 'italic' || style.face === 'boldItalic' ? 'boldItalic' : 'bold' },
        href,
      )
    case 'emphasis':
      return piecesOf(
        inline.content,
        { ...style, face: style.face === 'bold' || style.face === 'boldItalic' ? 'boldItalic' : 'italic' },
        href,
      )
    case 'phrase':
    case 'lead':
      return piecesOf(inline.content, style, href)
    case 'link':
      return linkPieces(inline.href, inline.content, style)
    case 'citation':
      return notePieces(inline, style, former)
    default:
      return inline satisfies never
  }
}

/** A page of another paper is no file that the reader of a document has, so only its words stay. */
function linkPieces(href: string, content: Inlines, style: Style): readonly Piece[] {
  return isOutsideLink(href) ? piecesOf(content, { ...style, paint: 'link' }, href) : piecesOf(content, style)
}

function notePieces(
  { number, place }: Extract<Inline, { readonly kind: 'citation' }>,
  style: Style,
  former: Inline | undefined,
): readonly Piece[] {
  const small: Style = { ...style, size: style.size * 0.68, paint: 'link' }
  const rise = style.size * 0.32
  const comma: readonly Piece[] = former?.kind === 'citation' ? [{ text: ', ', style: small, rise }] : []
  return [...comma, { text: String(number), style: small, rise, href: `#note-${number}`, name: `cite-${number}-${place}` }]
}
