import type { Brief, BriefCaseStudy, BriefClaim, BriefNextStep, BriefOutlook, BriefPerspective } from '../model/types.generated.ts'
import { dateWords } from '../schema/dates.ts'
import { fieldLabel } from '../schema/labels.ts'
import { actorName } from '../schema/value-words.ts'
import type { Context } from './context.ts'
import { fieldEntries, schemaOf } from './details.ts'
import {
  type Blocks,
  type Definition,
  definition,
  definitions,
  type Inlines,
  joined,
  type ListItem,
  numberedList,
  paragraph,
  partlyKnown,
  phrase,
  section,
  strong,
  text,
} from './document-model.ts'
import { durationWords } from './formats.ts'
import { anchorOf } from './links.ts'
import { likelihoodWords, scaleName } from './names.ts'
import { placed } from './places.ts'
import { prose } from './prose.ts'
import { citedEngagement, gradedSource, withSources } from './references.ts'
import { withKey } from './shared-parts.ts'

/** What is stated as true, each with what bears it out and what speaks against it. */
export function claimBlocks({ claims }: Brief, context: Context): Blocks {
  return numberedList((claims ?? []).map((claim) => claimItem(claim, context)))
}

function claimItem(claim: BriefClaim, context: Context): ListItem {
  const { id, supports, sources } = claim
  const evidence = [
    ...(supports ?? []).map((ref) => citedEngagement(context, ref)),
    ...(sources ?? []).map((ref) => gradedSource(context, ref)),
  ]
  const entries = [
    ...definition(
      'Evidence',
      placed(paragraph(joined(evidence, '; ')), context.at(claim, supports === undefined ? 'sources' : 'supports')),
    ),
    ...fieldEntries(claim, schemaOf('brief', 'claims', 0), context, ['id', 'text', 'supports', 'sources']),
  ]
  return {
    id: anchorOf('claim', id),
    blocks: placed([...withKey(prose(context, claim, 'text'), id), ...definitions(entries)], context.at(claim)),
  }
}

/** What other cases teach, each under a heading of its own. */
export function caseStudyBlocks({ case_studies: cases }: Brief, context: Context): Blocks {
  return (cases ?? []).flatMap((study, i) => {
    const at = context.at(study)
    return section(`case-${i + 1}`, study.title ?? `Case ${i + 1}`, placed(caseStudy(study, context), at), at && { at })
  })
}

function caseStudy(study: BriefCaseStudy, context: Context): Blocks {
  const engagements = joined(
    (study.engagements ?? []).map((id) => citedEngagement(context, id)),
    '; ',
  )
  const entries = [
    ...definition('Engagements', placed(paragraph(engagements), context.at(study, 'engagements'))),
    ...fieldEntries(study, schemaOf('brief', 'case_studies', 0), context, ['title', 'engagements']),
  ]
  return entries.length > 0 ? definitions(entries) : paragraph(study.title && 'Nothing is said of this case yet.', 'quiet')
}

/** How others see it, each view under the name of the actor. */
export function perspectiveBlocks({ perspectives }: Brief, context: Context): Blocks {
  return definitions((perspectives ?? []).flatMap((perspective) => perspectiveEntry(perspective, context)))
}

function perspectiveEntry(perspective: BriefPerspective, context: Context): readonly Definition[] {
  const { actor, sources } = perspective
  const more = fieldEntries(perspective, schemaOf('brief', 'perspectives', 0), context, ['actor', 'view', 'sources'])
  const details = placed([...withSources(prose(context, perspective, 'view'), sources), ...definitions(more)], context.at(perspective))
  return partlyKnown(actor && actorName(context, actor), details, { term: 'Not named', details: 'Not described' })
}

/** What is expected, each judgement with its likelihood in words and figures. */
export function outlookBlocks({ outlook }: Brief, context: Context): Blocks {
  const items = numberedList((outlook ?? []).map((judgement) => outlookItem(judgement, context)))
  const scale = (outlook ?? []).some(({ likelihood }) => likelihood !== undefined) ? scaleName(context) : undefined
  return [...items, ...paragraph(scale && `Terms of likelihood are those of ${scale}.`, 'quiet')]
}

function outlookItem(judgement: BriefOutlook, context: Context): ListItem {
  const { likelihood, percent, horizon } = judgement
  const entries = [
    ...definition(
      fieldLabel('likelihood', undefined),
      placed(paragraph(likelihoodWords(context, likelihood, percent)), context.at(judgement, 'likelihood')),
    ),
    ...definition(
      fieldLabel('horizon', undefined),
      placed(paragraph(horizon && [phrase(durationWords(horizon))]), context.at(judgement, 'horizon')),
    ),
    ...fieldEntries(judgement, schemaOf('brief', 'outlook', 0), context, ['text', 'likelihood', 'percent', 'horizon']),
  ]
  return { id: undefined, blocks: placed([...prose(context, judgement, 'text'), ...definitions(entries)], context.at(judgement)) }
}

/** What happens once the decision is taken. */
export function nextStepBlocks({ next_steps: steps }: Brief, context: Context): Blocks {
  return numberedList((steps ?? []).map((step) => ({ id: undefined, blocks: nextStep(step, context) })))
}

function nextStep(step: BriefNextStep, context: Context): Blocks {
  const { owner, due } = step
  const who: Inlines = joined([owner === undefined ? [] : [phrase(owner)], due === undefined ? [] : [text(`by ${dateWords(due)}`)]], ', ')
  const more = fieldEntries(step, schemaOf('brief', 'next_steps', 0), context, ['text', 'owner', 'due'])
  return placed([...prose(context, step, 'text'), ...paragraph(who, 'quiet'), ...definitions(more)], context.at(step))
}

/** Why the decision is needed on that day. */
export function timingBlocks({ timing }: Brief, context: Context): Blocks {
  if (timing === undefined) return []
  const { decide_by: day } = timing
  const more = fieldEntries(timing, schemaOf('brief', 'timing'), context, ['decide_by', 'why'])
  return [
    ...placed(paragraph(day && [text('A decision is needed by '), strong(dateWords(day)), text('.')]), context.at(timing, 'decide_by')),
    ...prose(context, timing, 'why'),
    ...definitions(more),
  ]
}
