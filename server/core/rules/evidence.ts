import { citationsIn } from '../model/citations.ts'
import type { BriefClaim, EngagementOutcome, Source } from '../model/types.generated.ts'
import { localOf } from '../workspace/references.ts'
import type { Context } from './rule.ts'

/** On what a statement rests: ids that it lists, and those that its text cites. */
export interface Evidence {
  readonly sources: readonly string[]
  readonly engagements: readonly string[]
}

/** A reader of evidence for one document. What leads nowhere counts, for it is told as such. */
export function evidenceReader({ document, fields, portfolio }: Context): {
  readonly ofClaim: (claim: BriefClaim) => Evidence
  readonly ofOutcome: (outcome: EngagementOutcome) => Evidence
} {
  const { citation } = localOf(document, fields, portfolio)
  const read = (sources: readonly string[] = [], engagements: readonly string[] = [], texts: readonly (string | undefined)[] = []) => {
    const cited = texts.flatMap((text) => citationsIn(text ?? '').map(({ id }) => id))
    return {
      sources: distinct([...sources, ...cited.filter((id) => citation(id) === 'source')]),
      engagements: distinct([...engagements, ...cited.filter((id) => citation(id) === 'engagement')]),
    }
  }
  return {
    ofClaim: ({ sources, supports, text, basis }) => read(sources, supports, [text, basis]),
    ofOutcome: ({ sources, text }) => read(sources, [], [text]),
  }
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id) => id.trim() !== ''))]
}

/** The source that a document lists under an id. */
export function sourceNamed(sources: Readonly<Record<string, Source>> | undefined, id: string): Source | undefined {
  return sources && Object.hasOwn(sources, id) ? sources[id] : undefined
}

/** The grade under which a document lists a source, where it has one of the right form. */
export function gradeOf(sources: Readonly<Record<string, Source>> | undefined, id: string): string | undefined {
  const grade = sourceNamed(sources, id)?.grade
  return isGrade(grade) ? grade : undefined
}

export function isGrade(grade: string | undefined): grade is string {
  return grade !== undefined && /^[A-F][1-6]$/.test(grade)
}
