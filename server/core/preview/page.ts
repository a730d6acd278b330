import type { DocumentOf } from '../model/document.ts'
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
  return renderPaper(document.kind === 'brief' ? briefPaper(document.model, context) : engagementPaper(document.model, context))
}
