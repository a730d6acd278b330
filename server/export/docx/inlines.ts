import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunPropertiesOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { directionOf, type Inline, type Inlines, isOutsideLink } from '../../core/index.ts'
import { sound } from '../text.ts'
import { ink } from './styles.ts'

/** How runs look where they stand: what the blocks and inlines around them ask for. */
export type Look = Pick<IRunPropertiesOptions, 'bold' | 'italics' | 'color' | 'underline' | 'font' | 'size' | 'rightToLeft' | 'language'>

export function runs(inlines: Inlines, look: Look = {}): readonly ParagraphChild[] {
  return inlines.flatMap((inline, i) => run(inline, look, inlines[i - 1]))
}

function run(inline: Inline, look: Look, former: Inline | undefined): readonly ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return [new TextRun({ ...look, text: sound(inline.text) })]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'code':
      return [new TextRun({ ...look, text: sound(inline.text), font: 'Consolas' })]
    case 'key':
      return [new TextRun({ ...look, text: sound(inline.text), size: 16, color: ink('quiet') })]
    case 'strong':
      return runs(inline.content, { ...look, bold: true })
    case 'emphasis':
      return runs(inline.content, { ...look, italics: true })
    case 'phrase':
      return runs(inline.content, inLanguage(inline.language, look))
    case 'lead':
      return runs(inline.content, look)
    case 'link':
      return link(inline.href, inline.content, look)
    case 'citation':
      return [
        ...(former?.kind === 'citation' ? [new TextRun({ text: ', ', superScript: true })] : []),
        noteCall(inline.number, inline.place),
      ]
    default:
      return inline satisfies never
  }
}

/** Words that a program spells and a screen reader says in a language of their own. */
export function inLanguage(tag: string | undefined, look: Look): Look {
  if (tag === undefined || !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return look
  return { ...look, language: directionOf(tag) === 'rtl' ? { bidirectional: tag } : { value: tag } }
}

function link(href: string, content: Inlines, look: Look): readonly ParagraphChild[] {
  const marked = { ...look, color: ink('link'), underline: {} }
  if (href.startsWith('#')) return [new InternalHyperlink({ anchor: bookmarkOf(href.slice(1)), children: [...runs(content, marked)] })]
  // A page of another paper is no file that the reader of a document has.
  return isOutsideLink(href) ? [new ExternalHyperlink({ link: sound(href), children: [...runs(content, marked)] })] : runs(content, look)
}

/** The first call of a note is the note itself; later ones lead to it and repeat its number. */
function noteCall(number: number, place: number): ParagraphChild {
  const name = `note_${number}`
  if (place === 1) return new Bookmark({ id: name, children: [new FootnoteReferenceRun(number)] })
  return new InternalHyperlink({ anchor: name, children: [new TextRun({ text: String(number), superScript: true })] })
}

/** Names of bookmarks begin with a letter, have no hyphen, and end after forty characters. */
export function bookmarkOf(id: string): string {
  return `at_${id.replace(/[^A-Za-z0-9_]/g, '_')}`.slice(0, 40)
}
