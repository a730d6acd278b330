import type { PreviewResult } from '../../server/protocol.ts'

interface Choice {
  /** Absent where there is nothing to show but the note. */
  readonly html?: string
  readonly note: string
}

/** A page that shrinks below this share of the last sound one would jump under the reader's eyes. */
const least = 2 / 3

/**
 * The page to show: the new one as far as the text can be read, or the last
 * sound one where hardly anything can, as after a quote that is not closed yet.
 */
export function choosePage(page: PreviewResult | null, good: PreviewResult | undefined): Choice {
  if (page && !page.incomplete) return { html: page.html, note: '' }
  if (good && (!page || contentLength(page.html) < least * contentLength(good.html))) {
    return {
      html: good.html,
      note: 'Most of the text cannot be read at the moment, so the page shows how it was before. The Problems panel says why.',
    }
  }
  if (page)
    return {
      html: page.html,
      note: 'A line of the text cannot be read at the moment, so something may be missing here. The Problems panel says which line.',
    }
  return { note: 'There is nothing to show yet. Write the first lines, and the page appears here.' }
}

/** The stylesheet is long and always the same, so it does not count. */
function contentLength(html: string): number {
  return html.length - Math.max(0, html.indexOf('<body'))
}
