import type { Source } from '../model/types.generated.ts'
import { keysAt, type Scene, textAt } from './scene.ts'

/** A source that may be cited in a document, as far as its text or its bibliography says what it is. */
export interface KnownSource {
  readonly source: Source
  /** The bibliography that it stands in; undefined for a source of the file itself. */
  readonly from: string | undefined
}

const fields = ['type', 'title', 'publisher', 'author', 'date', 'url', 'doi', 'archived', 'accessed', 'language', 'grade'] as const

/** The keys under `sources`. */
export function ownSources({ scan }: Scene): readonly string[] {
  return keysAt(scan, ['sources']).filter((id) => !id.startsWith('x-'))
}

export function sourceOf(scene: Scene, id: string): KnownSource | undefined {
  if (ownSources(scene).includes(id)) {
    const given = fields.flatMap((key) => {
      const text = textAt(scene.scan, ['sources', id, key])
      return text ? [[key, text] as const] : []
    })
    return { source: Object.fromEntries(given), from: undefined }
  }
  const { bibliography } = scene
  const reference = bibliography?.held?.references.get(id)
  return reference && { source: reference.source, from: bibliography?.named }
}

/** What a `[@id]` means: a source of the file wins over an engagement of the same id, and that over one of the bibliography. */
export function citedAs(scene: Scene, id: string): 'source' | 'engagement' {
  const isEngagement = scene.portfolio.defined('engagement', id).length > 0
  return ownSources(scene).includes(id) || (!isEngagement && sourceOf(scene, id)) ? 'source' : 'engagement'
}
