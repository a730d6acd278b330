import type { Span } from './span.ts'

/** An address in a text, and where it stands. */
export interface WebAddress extends Span {
  readonly href: string
}

/** The longest address that anybody follows; the bound keeps the search short. */
const address =
  /(?<![\p{L}\p{N}])(?:https?:\/\/[^\s<>"'`[\]{}|\\^]{1,2000}|mailto:[^\s<>"'`[\]{}|\\^]{1,200}|doi(?::[ ]?|[ ])10\.\d{4,9}\/[^\s<>"'`[\]{}|\\^]{1,200})/giu

/** The addresses of the web and of mail in a text; what ends a sentence or closes a bracket around one does not belong to it. */
export function addressesIn(text: string): readonly WebAddress[] {
  if (!/:|doi /i.test(text)) return []
  return [...text.matchAll(address)].flatMap((match) => {
    const written = withoutEnding(match[0])
    const href = /^doi/i.test(written) ? (doiAddress(written) ?? '') : written
    return isFollowed(href) ? [{ href, start: match.index, end: match.index + written.length }] : []
  })
}

function withoutEnding(found: string): string {
  let end = found.length
  for (let depth = closing(found); end > 0; end--) {
    const last = found.charAt(end - 1)
    if (last === ')' && depth > 0) depth--
    else if (!/[.,;:!?*_~]/.test(last)) break
  }
  return found.slice(0, end)
}

/** How many brackets are closed that were not opened in the address. */
function closing(found: string): number {
  return Math.max(0, (found.match(/\)/g)?.length ?? 0) - (found.match(/\(/g)?.length ?? 0))
}

/** Whether an address may be opened: a page of a site, or a mailbox, and nothing that a program would run. */
export function isFollowed(href: string): boolean {
  return /^(?:https?:\/\/[^\s/?#]+|mailto:[^\s@]+@[^\s@]+)/i.test(href) && !/[\s<>"]/.test(href)
}

/** Where a DOI leads, however it is written; undefined where it is none. */
export function doiAddress(text: string): string | undefined {
  const doi = text.trim().replace(/^(?:doi[:\s]\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
  return /^10\.\d{4,9}\/[!-~]+$/.test(doi) ? `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}` : undefined
}
