declare const markup: unique symbol

/**
 * Text that is HTML. Only `escapeHtml` makes it from words and only `tag` puts it
 * together, so the compiler sees to it that no field ever becomes a tag.
 */
export type Html = string & { readonly [markup]: true }

export type Attributes = Readonly<Record<string, string | undefined>>

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as HTML, in text and in attributes. What HTML cannot hold becomes the sign for an unknown character. */
export function escapeHtml(words: string): Html {
  // Most words need nothing, and a page has tens of thousands of them.
  if (!/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(words)) return words as Html
  return words.replace(/[&<>"']/g, (c) => entities[c] ?? c).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd') as Html
}

const empty = new Set(['br', 'hr', 'input', 'meta', 'wbr'])

/** An element. An attribute that is undefined is left out. */
export function tag(name: string, attributes: Attributes, ...content: readonly Html[]): Html {
  const words = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`]))
  return `<${name}${words.join('')}>${empty.has(name) ? '' : `${content.join('')}</${name}>`}` as Html
}

export function together(parts: readonly Html[]): Html {
  return parts.join('') as Html
}
