import { fieldsOf } from '../model/fields.ts'
import type { Value } from '../model/read.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Borrowed } from '../snippets/include.ts'
import { startsWith } from '../text/path.ts'
import type { Part } from '../workspace/file.ts'
import { pageSettings } from '../workspace/page-settings.ts'
import type { Project } from '../workspace/project.ts'
import { wholeBrief } from '../workspace/whole-brief.ts'
import type { Ruled } from './structure-words.ts'

/** A brief with the shared text that it takes in, and what of it stands in a library. */
interface Whole {
  readonly part: Part
  readonly borrowed: readonly Borrowed[]
}

/** The document as its reader gets it; undefined where it takes nothing in. */
export function wholePart(project: Project, part: Part): Whole | undefined {
  const { document } = part
  if (document.kind !== 'brief' || !document.model.snippets?.length) return undefined
  const { brief, borrowed } = wholeBrief(document.model, pageSettings(project, document.path))
  if (borrowed.length === 0) return undefined
  const whole = { ...document, model: brief, value: brief as Value }
  return { part: { ...part, document: whole, fields: [...fieldsOf(brief, schemas.brief)] }, borrowed }
}

/** What a snippet introduces of itself, and spaces around an answer: nothing that whoever names it could mend. */
const ofSnippetAlone = new Set(['acronym-unused', 'whitespace'])

/**
 * What is said of borrowed text, told where the brief names it. It is mended in
 * the library, so no correction is offered here.
 */
export function atUse(reports: readonly Ruled[], { part: { document }, borrowed }: Whole): readonly Ruled[] {
  const uses = document.kind === 'brief' ? (document.model.snippets ?? []) : []
  return reports.flatMap((report) => {
    const from = borrowed.find((each) => startsWith(report.at, each.path) && isBehind(report, each))
    if (!from || ofSnippetAlone.has(report.rule)) return []
    const { on: _on, within: _within, missing: _missing, fixes: _fixes, related = [], ...rest } = report
    const others = related.filter((place) => !('at' in place))
    return [{ ...rest, at: ['snippets', from.use, 'use'], message: `In ${uses[from.use]?.use}: ${report.message}`, related: others }]
  })
}

/** Of a text that goes on in a library only the words behind its own are borrowed. */
function isBehind({ within }: Ruled, { from = 0 }: Borrowed): boolean {
  return from === 0 || (within !== undefined && within[0] >= from)
}
