import { CompletionItemKind } from 'vscode-languageserver-types'
import { kindOfName } from '../model/kinds.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import { fileName, folderOf, relative } from '../workspace/paths.ts'
import type { Choice } from './choice.ts'
import type { Scene } from './scene.ts'
import type { Topic } from './topic.ts'

/** The files of the workspace that a setting may name, as paths from the file that names them. */
export function pathChoices(scene: Scene, [key]: Path): readonly Choice[] {
  const { portfolio, path: own, kind } = scene
  if (key === 'bibliography') return portfolio.bibliographies().map((path) => pathChoice(scene, path, { is: 'file', path }))
  if (kind !== 'config') return []
  const of = (wanted: string) => [...portfolio.paths()].filter((path) => kindOfName(path) === wanted && path !== own).sort()
  switch (key) {
    case 'extends':
      return of('config').map((path) => pathChoice(scene, path, { is: 'file', path }))
    case 'vocabularies':
      return vocabularyPaths(scene, of('vocabulary'))
    case 'libraries':
      return libraryPaths(scene, of('snippets'))
    default:
      return []
  }
}

/** Each vocabulary, and before them one pattern for each folder that holds several. */
function vocabularyPaths(scene: Scene, paths: readonly string[]): readonly Choice[] {
  const folders = paths.map(folderOf)
  const several = [...new Set(folders.filter((folder, i) => folders.indexOf(folder) < i))]
  const patterns = several.map((folder) => (folder === '' ? '*.vocabulary.yaml' : `${folder}/*.vocabulary.yaml`))
  return [
    ...patterns.map((path) => pathChoice(scene, path, { is: 'word', id: path, says: 'All vocabularies of this folder.' })),
    ...paths.map((path) => pathChoice(scene, path, { is: 'file', path })),
  ]
}

/** Each folder that holds libraries; the folder of the configuration itself has no name there. */
function libraryPaths(scene: Scene, paths: readonly string[]): readonly Choice[] {
  const folders = [...new Set(paths.map(folderOf))].filter((folder) => folder !== folderOf(scene.path))
  return folders.map((folder) => {
    const files = paths.filter((path) => folderOf(path) === folder).map(fileName)
    return pathChoice(scene, `${folder}/`, { is: 'word', id: `${folder}/`, says: listed(files) })
  })
}

function pathChoice(scene: Scene, path: string, topic: Topic): Choice {
  const way = relative(folderOf(scene.path), path)
  // Another configuration is told from the name of a package by the point before its path.
  const text = scene.kind === 'config' && !way.startsWith('../') && kindOfName(path) === 'config' ? `./${way}` : way
  return {
    text,
    label: text,
    names: [
      { text, as: 'code' },
      { text: path, as: 'code' },
    ],
    kind: path.endsWith('/') ? CompletionItemKind.Folder : CompletionItemKind.File,
    topic,
  }
}
