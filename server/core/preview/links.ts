import { isId } from '../text/ids.ts'

/** Whether a link may lead out of the document: to a web page, to a mailbox, or to a place in the document. */
export function isOutsideLink(href: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s]|#[^\s])/i.test(href)
}

/** Whether an address names a file beside the document or below. Without a colon it cannot name a scheme such as `javascript:`. */
export function isPageLink(href: string): boolean {
  return /^[\p{L}\p{N}._~%-]+(?:\/[\p{L}\p{N}._~%-]+)*$/u.test(href)
}

/** The page of an engagement or a brief; pages of one folder lie side by side. Only a true id makes a file name. */
export function pageOf(id: string): string | undefined {
  return isId(id) ? `${id}.html` : undefined
}

/** An id as the target of a link inside the document; none where it would not be a sound one. */
export function anchorOf(prefix: string, id: string | undefined): string | undefined {
  return id !== undefined && /^[A-Za-z0-9_-]+$/.test(id) ? `${prefix}-${id}` : undefined
}
