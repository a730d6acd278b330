import { readFileSync } from 'node:fs'
import {
  type Brief,
  builtIn,
  type DocumentOf,
  type Engagement,
  openFile,
  type Paper,
  paperOf,
  type Schema,
  schemas,
} from '../../server/core/index.ts'
import type { PageContext } from '../../server/core/preview/context.ts'
import { types } from '../../server/core/schema/schema.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { createPortfolio } from '../../server/core/workspace/portfolio.ts'
import type { Assets } from '../../server/export/assets.ts'
import { exampleFiles } from '../core/preview-pages.ts'
import { projectOf } from './files.ts'

export const emptyContext: PageContext = { vocabulary: vocabularyOf(builtIn), portfolio: createPortfolio() }

/** The paper of a model that need not come from a file. */
export function paperOfModel(kind: 'brief' | 'engagement', model: Brief | Engagement): Paper {
  const common = { path: `x.${kind}.yaml`, index: 0, value: null, damaged: new Set<string>(), exhausted: undefined, copies: [] }
  return paperOf({ ...common, kind, model } as DocumentOf<'engagement' | 'brief'>, emptyContext)
}

/** The papers of the examples as they are shipped, by their paths. */
export async function examplePapers(): Promise<ReadonlyMap<string, Paper>> {
  const files = exampleFiles()
  const project = await projectOf(files)
  const papers = Object.entries(files).flatMap(([path, text]) => {
    const document = openFile(path, text).parts[0]?.document
    if (document?.kind !== 'engagement' && document?.kind !== 'brief') return []
    const vocabulary = project.vocabularyOf(project.configOf(path))
    return [[path, paperOf(document, { vocabulary, portfolio: project.portfolio })] as const]
  })
  return new Map(papers)
}

/** A model in which every field that takes words holds the same. */
export function filledModel(kind: 'brief' | 'engagement', words: string): Brief | Engagement {
  return filled(schemas[kind], words) as Brief | Engagement
}

function filled(schema: Schema, words: string): unknown {
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([key, inner]) => [key, filled(inner, words)]))
  // A word of an enumeration is none of these, and no list of a file has a gap.
  if (schema.items)
    return [filled(schema.items, words), ...(schema.items.type?.includes('string') ? [words] : [])].filter((item) => item !== undefined)
  if (typeof schema.additionalProperties === 'object')
    return { [words]: filled(schema.additionalProperties, words), own: filled(schema.additionalProperties, words) }
  return types(schema).includes('string') && schema['x-enumeration'] === undefined ? words : undefined
}

/** What is shipped beside the programs, from where the build takes it. */
export const assets: Assets = async (name) => new Uint8Array(readFileSync(new URL(`../../dist/assets/${name}`, import.meta.url)))
