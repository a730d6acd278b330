import type { DocumentOf } from '../model/document.ts'
import { bibliographyOf } from '../workspace/bibliographies.ts'
import { briefPaper } from './brief.ts'
import type { PageContext } from './context.ts'
import { engagementPaper } from './engagement.ts'
import { renderPaper } from './html.ts'

/**
 * A brief or an engagement as one HTML page: self-contained, without a script,
 * for reading and for print. Whatever is half typed is left out. Engagements
 * that the portfolio knows are linked as `<id>.html`, for pages of one folder
 * lie side by side.
 */
export function renderPage(document: DocumentOf<'engagement' | 'brief'>, context: PageContext): string {
  if (document.kind === 'engagement') return renderPaper(engagementPaper(document.model, context))
  const bibliography = bibliographyOf(document, context.portfolio)
  return renderPaper(briefPaper(document.model, bibliography ? { ...context, bibliography } : context))
}
