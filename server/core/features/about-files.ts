import { type Bibliography, formatOf } from '../bibliography/bibliography.ts'
import type { DocumentOf } from '../model/document.ts'
import type { Kind } from '../model/kinds.ts'
import { counted } from '../text/words.ts'
import type { Files } from './feature.ts'
import { code, facts, paragraphs, plain } from './markdown.ts'
import type { Scene } from './scene.ts'

/** What a file of the workspace is that another one names: a bibliography, a configuration, a vocabulary, a library. */
export async function aboutFile({ portfolio }: Scene, path: string, read: Files['read']): Promise<string> {
  const bibliography = portfolio.bibliography(path)
  if (bibliography) return aboutBibliography(path, bibliography)
  const document = (await read(path))?.parts[0]?.document
  return document?.kind
    ? paragraphs(`**${code(path)}**`, facts(factsOf[document.kind](document as never)))
    : `**${code(path)}** cannot be read.`
}

function aboutBibliography(path: string, { references, problem }: Bibliography): string {
  const count = new Set(references.values()).size
  const held = `${formatOf(path)}, ${counted(count, 'reference')}`
  return paragraphs(`**${code(path)}**`, facts([problem && !problem.partly ? '' : held, problem && plain(`It ${problem.message}`)]))
}

type FactsOf = { readonly [K in Kind]: (document: DocumentOf<K>) => readonly string[] }

const factsOf: FactsOf = {
  engagement: ({ model }) => ['An engagement', plain(model.title ?? '')],
  brief: ({ model }) => ['A brief', plain(model.title ?? '')],
  config: ({ model }) => [
    'A configuration',
    ...(['profile', 'language', 'naming', 'estimative_scale'] as const).map((key) =>
      model[key] ? `${code(key)}: ${code(model[key])}` : '',
    ),
    model.rules ? `Sets ${counted(Object.keys(model.rules).length, 'rule')}` : '',
  ],
  vocabulary: ({ model }) => [
    'A vocabulary',
    ...(['organizations', 'engagement_types', 'exercise_forms', 'exercise_foci', 'acronyms', 'naming'] as const).map((key) =>
      model[key] ? `${code(key)}: ${counted(Object.keys(model[key]).length, 'entry', 'entries')}` : '',
    ),
  ],
  snippets: ({ model }) => [
    `The library ${code(model.id ?? '')}${model.title ? `: ${plain(model.title)}` : ''}`,
    counted(model.snippets?.length ?? 0, 'snippet'),
  ],
}
