import { describe, it } from 'vitest'
import { openFile, paperOf } from '../../server/core/index.ts'
import { expectFile } from '../support/check.ts'
import { projectOf } from '../support/files.ts'
import { paperWords } from '../support/paper-words.ts'
import { exampleFiles } from './preview-pages.ts'

const files = exampleFiles()
const project = await projectOf(files)

/** Briefs of three profiles, and engagements of different kinds: exercise with a series, agreement, hotline, attaché, visit. */
const shown = [
  ...['keep-the-channel-open', 'reassure-without-raising-the-temperature', 'start-with-relief'].map((id) => `briefs/${id}.brief.yaml`),
  ...['balikatan-2024', 'incsea-1972', 'usa-sun-hotline-1963', 'vnm-attache-usa-1997', 'carl-vinson-da-nang-2018'].map(
    (id) => `engagements/${id}.engagement.yaml`,
  ),
]

function wordsOf(path: string): string {
  const [part] = openFile(path, files[path] ?? '').parts
  if (part?.document.kind !== 'brief' && part?.document.kind !== 'engagement') throw new Error(`${path} is no paper`)
  const context = { vocabulary: project.vocabularyOf(project.configOf(path)), portfolio: project.portfolio, editor: { findings: [] } }
  return paperWords(paperOf(part.document, context))
}

describe('the document model of an example', () => {
  it.each(shown)('%s is as it was last looked at', (path) => {
    expectFile(new URL(`./preview-model/${/([^/]+)\.yaml$/.exec(path)?.[1]}.txt`, import.meta.url), wordsOf(path))
  })
})
