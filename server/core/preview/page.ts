import type { DocumentOf } from '../model/document.ts'
import { bibliographyOf } from '../workspace/bibliographies.ts'
import { wholeBrief } from '../workspace/whole-brief.ts'
import { briefPaper } from './brief.ts'
import type { PageContext } from './context.ts'
import type { Paper } from './document-model.ts'
import { engagementPaper } from './engagement.ts'
import { renderPaper } from './html.ts'

/**
 * A brief or an engagement as a paper that any format can be written from.
 * Whatever is half typed is left out. Engagements that the portfolio knows are
 * linked as `<id>.html`, for pages of one folder lie side by side.
 */
export function paperOf(document: DocumentOf<'engagement' | 'brief'>, context: PageContext): Paper {
  if (document.kind === 'engagement') return engagementPaper(document.model, context)
  const bibliography = bibliographyOf(document, context.portfolio)
  const { brief } = wholeBrief(document.model, context)
  return briefPaper(brief, bibliography ? { ...context, bibliography } : context)
}

/** The paper as one HTML page: self-contained, without a script, for reading and for print. */
export function renderPage(document: DocumentOf<'engagement' | 'brief'>, context: PageContext): string {
  return renderPaper(paperOf(document, context), context.of ? { of: context.of } : {})
}
