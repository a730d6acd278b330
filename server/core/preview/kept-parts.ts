import { ofSame, ofTexts } from '../text/kept.ts'
import type { PageContext } from './context.ts'
import { parseMarkdown } from './markdown-tree.ts'

/** What an editor keeps of its pages, because after a keystroke one text differs from those before and the pictures do not. */
export function keptParts(): Required<Pick<PageContext, 'parse' | 'again'>> {
  return { parse: ofTexts(parseMarkdown, 500_000), again: ofSame(8) }
}
