import { ofSame, ofTexts, ofThings } from '../text/kept.ts'
import type { PageContext } from './context.ts'
import { keptSections } from './kept-sections.ts'
import { parseMarkdown } from './markdown-tree.ts'

/** What an editor keeps of its pages, because after a keystroke one text differs from those before and the rest does not. */
export function keptParts(): Required<Pick<PageContext, 'parse' | 'again' | 'parts' | 'of'>> {
  return { parse: ofTexts(parseMarkdown, 500_000), again: ofSame(8), parts: keptSections(), of: ofThings() }
}
