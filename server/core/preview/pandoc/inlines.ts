import type { Inline, Inlines } from '../document-model.ts'
import { isOutsideLink } from '../links.ts'
import { escaped } from './escape.ts'

/** A line of text in Pandoc's Markdown. Citations stand in brackets, several of one place in one pair. */
export function markdownLine(inlines: Inlines): string {
  return inlines
    .map((inline, i) => inlineMarkdown(inline, inlines[i - 1], inlines[i + 1]))
    .join('')
    .trim()
}

function inlineMarkdown(inline: Inline, former: Inline | undefined, next: Inline | undefined): string {
  switch (inline.kind) {
    case 'text':
      return escaped(inline.text)
    case 'break':
      return '\\\n'
    case 'code':
      return codeSpan(inline.text)
    case 'key':
      return `[${escaped(inline.text)}]{.id}`
    case 'strong':
      return wrapped('**', inline.content)
    case 'emphasis':
      return wrapped('*', inline.content)
    case 'phrase':
    case 'lead':
      return markdownLine(inline.content)
    case 'link':
      return linkMarkdown(inline.href, inline.content)
    case 'citation': {
      const open = former?.kind === 'citation' ? '; ' : ' ['
      return `${open}@${citationKey(inline.id)}${next?.kind === 'citation' ? '' : ']'}`
    }
    default:
      return inline satisfies never
  }
}

/** An id of Chancery is a key of Pandoc; of anything else only what can be nothing but a key is left. */
export function citationKey(id: string): string {
  return id.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-|-$/g, '') || 'source'
}

/** Marks stand close to the words; around nothing they would be words themselves. */
function wrapped(mark: string, content: Inlines): string {
  const words = markdownLine(content)
  return words === '' ? '' : `${mark}${words}${mark}`
}

function codeSpan(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words === '') return ''
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${words} ${fence}`
}

function linkMarkdown(href: string, content: Inlines): string {
  const words = markdownLine(content)
  if (!isOutsideLink(href) && !href.startsWith('#')) return words
  return `[${words}](<${href.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))}>)`
}
