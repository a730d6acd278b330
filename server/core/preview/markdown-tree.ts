import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Markdown as a tree; none where the text is no prose and is better shown as it was typed. */
export type ParseMarkdown = (source: string) => Root | undefined

export const parseMarkdown: ParseMarkdown = (source) => (isTangled(source) ? undefined : fromMarkdown(source))

/**
 * Texts that would keep the Markdown parser busy for minutes: nested out of all
 * measure, or thick with marks that never close. They are nobody's prose.
 */
function isTangled(source: string): boolean {
  if (source.length > 100_000) return true
  if (/^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){25}/m.test(source) || /^[ \t]{200}/m.test(source)) return true
  return source.split(/\n[ \t]*\n/).some((part) => (part.match(/[[\]*_`<&!]/g)?.length ?? 0) > 1000)
}
