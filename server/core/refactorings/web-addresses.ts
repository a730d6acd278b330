/** A web address in a Markdown text: bare, between angle brackets, or as a link with words of its own. */
export interface WebAddress {
  readonly from: number
  readonly to: number
  readonly url: string
  /** The words of a link, which stay when the address goes; undefined where the reader sees the address itself. */
  readonly words: string | undefined
}

/** A picture, a link or a bare address. Bounded, so that "[[[[…" is not searched again and again. */
const address = /(!?)\[(?!@)([^[\]\n]{1,300})\]\(<?(https?:\/\/[^\s<>()]{1,2000})>?\)|https?:\/\/[^\s<>"“”`]+/gi

/** The addresses of a text in their order. That of a picture is none to cite. */
export function webAddressesIn(text: string): readonly WebAddress[] {
  return [...text.matchAll(address)].flatMap(({ 0: found, 1: mark, 2: words, 3: target, index }): readonly WebAddress[] => {
    if (target !== undefined) return mark === '' ? [{ from: index, to: index + found.length, url: target, words }] : []
    const url = withoutEnd(found)
    const isEnclosed = text[index - 1] === '<' && text[index + url.length] === '>'
    return [{ from: index - (isEnclosed ? 1 : 0), to: index + url.length + (isEnclosed ? 1 : 0), url, words: undefined }]
  })
}

/** What ends a sentence or closes a bracket before the address is no part of it. */
function withoutEnd(url: string): string {
  let open = url.split(')').length - url.split('(').length
  let end = url.length
  for (; end > 0; end--) {
    const last = url.charAt(end - 1)
    if (last === ')' ? open <= 0 : !/[.,;:!?'’*_\]]/.test(last)) break
    if (last === ')') open--
  }
  return url.slice(0, end)
}
