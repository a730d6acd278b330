import { CompletionItemKind } from 'vscode-languageserver-types'
import { aboutEngagement, aboutListed, aboutSource, datesOf, listedUnder } from './about-references.ts'
import type { Choice } from './choice.ts'
import { keysAt, type Scene, textAt } from './scene.ts'

/** The engagements of the workspace, but for that of the file itself. */
export function engagementChoices(scene: Scene): readonly Choice[] {
  const { portfolio, kind, scan } = scene
  const own = kind === 'engagement' ? textAt(scan, ['id']) : undefined
  return portfolio.ids('engagement').flatMap((id): readonly Choice[] => {
    const entries = portfolio.defined('engagement', id)
    const [entry] = entries
    if (!entry || id === own) return []
    return [
      {
        text: id,
        label: entry.title ?? id,
        code: id,
        detail: [id, datesOf(entry)].filter(Boolean).join(', '),
        names: [
          { text: id, as: 'code' },
          { text: entry.title ?? id, as: 'name' },
        ],
        kind: CompletionItemKind.Reference,
        about: () => aboutEngagement(entries, scene),
      },
    ]
  })
}

/** The sources of the file. */
export function sourceChoices(scene: Scene): readonly Choice[] {
  return keysAt(scene.scan, ['sources'])
    .filter((id) => !id.startsWith('x-'))
    .map((id) => {
      const field = (key: string) => textAt(scene.scan, ['sources', id, key]) ?? ''
      return {
        text: id,
        label: id,
        detail: field('title') || id,
        names: [
          { text: id, as: 'code' },
          { text: field('title'), as: 'name' },
          { text: field('publisher'), as: 'alias', says: field('publisher') },
          { text: field('author'), as: 'alias', says: field('author') },
        ],
        kind: CompletionItemKind.Reference,
        about: () => aboutSource(scene, id),
      }
    })
}

/** The claims or options of the file. */
export function listedChoices(scene: Scene, key: 'claims' | 'options'): readonly Choice[] {
  return listedUnder(scene, key).map((listed) => {
    const { id, words = '' } = listed
    return {
      text: id,
      label: id,
      detail: words.length > 80 ? `${words.slice(0, 79)}…` : words,
      names: [
        { text: id, as: 'code' },
        { text: words, as: 'name' },
      ],
      kind: CompletionItemKind.Reference,
      about: () => aboutListed(key, listed),
    }
  })
}
