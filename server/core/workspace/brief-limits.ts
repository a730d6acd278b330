import type { Brief } from '../model/types.generated.ts'
import { ruleSettings, setting } from './config.ts'
import type { Project } from './project.ts'

/** The most words that a brief and its bottom line may have; undefined where nobody says so. */
export interface BriefLimits {
  readonly whole: number | undefined
  readonly bluf: number | undefined
}

/** The limits of a brief's profile. A workspace may set another for the bottom line, as an option of its rule. */
export function briefLimits(project: Project, path: string, brief: Brief): BriefLimits {
  const config = project.configOf(path)
  const words = project.vocabularyOf(config).profiles.get(brief.profile ?? setting(config, 'profile') ?? '')?.words
  const settings = ruleSettings(config, { path, kind: 'brief', stage: brief.stage ?? 'draft' })
  const own = settings.get('bluf-length')?.options['words']
  return { whole: words?.whole, bluf: typeof own === 'number' ? own : words?.bluf }
}
