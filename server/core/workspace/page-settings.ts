import type { Brief } from '../model/types.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { type BriefLimits, briefLimits } from './brief-limits.ts'
import { setting } from './config.ts'
import { portfolioAt } from './in-force.ts'
import type { Portfolio } from './portfolio.ts'
import type { Project } from './project.ts'

/** What a page of a file goes by, beside the file: words, other files, and the choices of the workspace. */
export interface PageSettings {
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  readonly scale?: string
  readonly naming?: string
  /** The profile of briefs that name none. */
  readonly profile?: string
  readonly limits: (brief: Brief) => BriefLimits
}

export function pageSettings(project: Project, path: string): PageSettings {
  const config = project.configOf(path)
  const scale = setting(config, 'estimative_scale')
  const naming = setting(config, 'naming')
  const profile = setting(config, 'profile')
  return {
    vocabulary: project.vocabularyOf(config),
    portfolio: portfolioAt(project, path),
    ...(scale ? { scale } : {}),
    ...(naming ? { naming } : {}),
    ...(profile ? { profile } : {}),
    limits: (brief) => briefLimits(project, path, brief),
  }
}
