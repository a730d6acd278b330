import { aboutFile } from './about-files.ts'
import { aboutKey, aboutOption, aboutRule } from './about-keys.ts'
import { aboutEngagement, aboutListed, aboutSource } from './about-references.ts'
import { aboutLibrary, aboutSnippet } from './about-snippets.ts'
import { aboutWord } from './about-words.ts'
import type { Files } from './feature.ts'
import type { Scene } from './scene.ts'
import type { Topic } from './topic.ts'

/** What something means, with its facts and their source, in Markdown; empty where nothing is known of it. */
export async function aboutTopic(scene: Scene, topic: Topic, read: Files['read']): Promise<string> {
  switch (topic.is) {
    case 'engagement':
      return aboutCited(scene, topic.id, read)
    case 'library':
      return aboutLibraryNamed(scene, topic.id)
    case 'snippet':
      return aboutSnippet(scene, topic.id)
    case 'file':
      return aboutFile(scene, topic.path, read)
    case 'source':
      return aboutSource(scene, topic.id)
    case 'claim':
    case 'option':
      return aboutListed(scene, topic.is, topic.id)
    case 'key':
      return aboutKey(scene, topic.path)
    case 'rule':
      return aboutRule(topic.id)
    case 'option-of-rule':
      return aboutOption(topic.rule, topic.name)
    default:
      return aboutWord(scene, topic)
  }
}

/** Who took part is in no index; it is read from the one file. */
async function aboutCited(scene: Scene, id: string, read: Files['read']): Promise<string> {
  const entries = scene.portfolio.defined('engagement', id)
  const [entry] = entries
  const document = entry && (await read(entry.path))?.parts[entry.index]?.document
  return aboutEngagement(entries, scene, document?.kind === 'engagement' ? document.model : undefined)
}

function aboutLibraryNamed({ portfolio }: Scene, id: string): string {
  const [library] = portfolio.terms('library', id)
  return library ? aboutLibrary(library) : ''
}
