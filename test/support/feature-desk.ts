import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { type FeatureContext, features, type OpenFile, openFile, type Project } from '../../server/core/index.ts'
import { contextOf } from './ask-feature.ts'
import { type Files, projectOf } from './files.ts'

/** The features over files in memory, as an editor asks them; every file is open in it. */
export interface FeatureDesk {
  readonly files: Files
  readonly project: Project
  readonly file: (path: string) => OpenFile
  readonly ask: (method: string, path: string, params: object) => Promise<unknown>
}

const base = 'file:///'

export async function deskOf(files: Files): Promise<FeatureDesk> {
  const project = await projectOf(files)
  const opened = new Map<string, OpenFile>()
  const file = (path: string): OpenFile => {
    const found = opened.get(path) ?? openFile(path, files[path] ?? '')
    opened.set(path, found)
    return found
  }
  const context = (path: string): FeatureContext => ({
    ...contextOf(project, path, files[path] ?? ''),
    file: file(path),
    read: async (other) => (Object.hasOwn(files, other) ? file(other) : undefined),
    uri: (other) => base + other,
    pathOf: (uri) => (uri.startsWith(base) ? uri.slice(base.length) : undefined),
    version: () => 1,
  })
  const requests = features.flatMap((feature) => feature.requests)
  return {
    files,
    project,
    file,
    ask: async (method, path, params) => {
      const request = requests.find((each) => each.method === method)
      const about = context(path)
      if (!request) throw new Error(`nobody answers ${method}`)
      return request.about === 'document'
        ? request.answer(about, { textDocument: { uri: base + path }, ...params } as never)
        : request.answer({ ...about, workspaces: [about] }, params as never)
    },
  }
}

interface Edit {
  readonly documentChanges?: readonly Change[]
}
type Change =
  | { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'rename'; readonly oldUri: string; readonly newUri: string }

/** The files as an editor would leave them, each change after the one before it. */
export function edited(files: Files, { documentChanges = [] }: Edit): Files {
  const now: Record<string, string> = { ...files }
  const path = (uri: string) => uri.slice(base.length)
  for (const change of documentChanges) {
    if ('edits' in change) {
      const at = path(change.textDocument.uri)
      now[at] = TextDocument.applyEdits(TextDocument.create(change.textDocument.uri, 'yaml', 1, now[at] ?? ''), [...change.edits])
    } else {
      const [from, to] = [path(change.oldUri), path(change.newUri)]
      if (Object.hasOwn(now, to)) throw new Error(`${to} would be overwritten`)
      now[to] = now[from] ?? ''
      delete now[from]
    }
  }
  return now
}
