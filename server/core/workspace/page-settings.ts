import type { Vocabulary } from '../schema/vocabulary.ts'
import { setting } from './config.ts'
import type { Portfolio } from './portfolio.ts'
import type { Project } from './project.ts'

/** What a page of a file goes by, beside the file: words, other files, and the choices of the workspace. */
export interface PageSettings {
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  readonly scale?: string
  readonly naming?: string
}

export function pageSettings(project: Project, path: string): PageSettings {
  const config = project.configOf(path)
  const scale = setting(config, 'estimative_scale')
  const naming = setting(config, 'naming')
  return {
    vocabulary: project.vocabularyOf(config),
    portfolio: project.portfolio,
    ...(scale ? { scale } : {}),
    ...(naming ? { naming } : {}),
  }
}
