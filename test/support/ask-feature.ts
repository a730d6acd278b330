import { type FeatureContext, features, openFile, type Project } from '../../server/core/index.ts'
import { today } from './files.ts'

/** Asks a feature about a file without a server in between. */
export type Ask = <R>(method: string, params?: object) => R

/** The same answers as an editor gets, for laws that are tried on very many texts: those of a buffer in a workspace. */
export function askAbout(project: Project, path: string, text: string): Ask {
  const context = contextOf(project, path, text)
  return <R>(method: string, params: object = {}) => {
    const request = features.flatMap(({ requests }) => requests).find((each) => each.method === method)
    if (request?.about !== 'document') throw new Error(`no feature answers ${method}`)
    return request.answer(context, { textDocument: { uri: path }, ...params } as never) as R
  }
}

/** The same of a question about a whole workspace. */
export function askEverywhere(project: Project): Ask {
  const files = { project, read: async () => undefined, uri: (path: string) => path, pathOf: (uri: string) => uri, version: () => null }
  return <R>(method: string, params: object = {}) => {
    const request = features.flatMap(({ requests }) => requests).find((each) => each.method === method)
    if (request?.about !== 'workspace') throw new Error(`no feature answers ${method}`)
    return request.answer({ workspaces: [files], today, cancelled: () => false, client }, params as never) as R
  }
}

/** A client that can do everything, and shows every hint. */
export const client = {
  snippets: true,
  nestedSymbols: true,
  renamesFiles: true,
  pages: true,
  resolvesActions: true,
  reasonCommand: undefined,
}

const hints = { countries: true, durations: true, members: true, words: true, likelihood: true }

/** A file as a feature is asked about it, with no other file beside it. */
export function contextOf(project: Project, path: string, text: string): FeatureContext {
  const file = openFile(path, text)
  return {
    project,
    path,
    text,
    file,
    today,
    cancelled: () => false,
    read: async (other) => (other === path ? file : undefined),
    uri: (other) => other,
    pathOf: (uri) => uri,
    version: () => null,
    findings: async () => [],
    client,
    hints,
  }
}
