import type { Engagement, EngagementConcern, EngagementOutcome } from '../model/types.generated.ts'
import { actorName, enumerationLabel } from '../schema/value-words.ts'
import type { Context } from './context.ts'
import { fieldEntries, schemaOf } from './details.ts'
import { type Blocks, bullets, definitions, type Inlines, joined, paragraph, partlyKnown, phrase, strong, text } from './document-model.ts'
import { gradeWords } from './names.ts'
import { placed } from './places.ts'
import { prose } from './prose.ts'
import { withSources } from './references.ts'

/** What the participants wanted, each aim under its kind. */
export function objectiveBlocks({ objectives }: Engagement, context: Context): Blocks {
  return definitions(
    (objectives ?? []).flatMap((objective) => {
      const { kind } = objective
      const more = fieldEntries(objective, schemaOf('engagement', 'objectives', 0), context, ['kind', 'text'])
      const details = placed([...prose(context, objective, 'text'), ...definitions(more)], context.at(objective))
      const name = kind && enumerationLabel(context, 'objective-kind', kind)
      return partlyKnown(name, details, { term: 'Objective', details: 'Not described' })
    }),
  )
}

/** What came of it, with how firm each result is. */
export function outcomeBlocks({ outcomes }: Engagement, context: Context): Blocks {
  return bullets((outcomes ?? []).map((outcome) => outcomeItem(outcome, context)))
}

function outcomeItem(outcome: EngagementOutcome, context: Context): Blocks {
  const { status, grade, sources } = outcome
  const firmness = joined(
    [
      status === undefined ? [] : [text(enumerationLabel(context, 'outcome-status', status))],
      grade === undefined ? [] : [text(`Grade ${gradeWords(context, grade)}`)],
    ],
    '. ',
  )
  const more = fieldEntries(outcome, schemaOf('engagement', 'outcomes', 0), context, ['text', 'status', 'grade', 'sources'])
  const blocks = [...withSources(prose(context, outcome, 'text'), sources), ...paragraph(firmness, 'quiet'), ...definitions(more)]
  return placed(blocks, context.at(outcome))
}

/** What others hold against it, and what was answered. */
export function concernBlocks({ concerns }: Engagement, context: Context): Blocks {
  return bullets((concerns ?? []).map((concern) => concernItem(concern, context)))
}

function concernItem(concern: EngagementConcern, context: Context): Blocks {
  const { kind, raised_by: actor, sources } = concern
  const heading: Inlines = joined(
    [
      kind === undefined ? [] : [strong(enumerationLabel(context, 'concern-kind', kind))],
      actor === undefined ? [] : [text('raised by '), phrase(actorName(context, actor))],
    ],
    ', ',
  )
  const more = fieldEntries(concern, schemaOf('engagement', 'concerns', 0), context, ['kind', 'raised_by', 'text', 'sources'])
  const blocks = [...paragraph(heading), ...withSources(prose(context, concern, 'text'), sources), ...definitions(more)]
  return placed(blocks, context.at(concern))
}
