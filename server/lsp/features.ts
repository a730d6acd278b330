import { resolve } from 'node:path'
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { type DocumentRequest, type FeatureContext, type Files, features, type Refusal, type WorkspaceRequest } from '../core/index.ts'
import type { Desk } from './answers.ts'
import { guarded } from './guard.ts'
import type { OpenRoom } from './office.ts'
import { insidePath } from './paths.ts'

/** Answers the requests of every feature of the core. */
export function answerFeatures(connection: Connection, desk: Desk): void {
  for (const { requests } of features) {
    for (const request of requests) {
      const answer = (params: never, token: CancellationToken) =>
        request.about === 'document' ? aboutDocument(desk, request, params, token) : aboutWorkspace(desk, request, params, token)
      connection.onRequest(
        request.method,
        guarded(connection, request.method, async (params: never, token) => orRefused(await answer(params, token))),
      )
    }
  }
}

/** The capabilities of all features together. */
export function capabilitiesOf(): Readonly<Record<string, unknown>> {
  return features.reduce<Record<string, unknown>>((all, { capabilities }) => merged(all, capabilities), {})
}

function merged(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const both = Object.entries(b).map(([key, value]) => [key, isMap(a[key]) && isMap(value) ? merged(a[key], value) : value])
  return { ...a, ...Object.fromEntries(both) }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function aboutDocument(desk: Desk, request: DocumentRequest, params: never, token: CancellationToken): Promise<unknown> {
  const path = desk.buffers.path(request.uri(params))
  const text = path === undefined ? undefined : desk.buffers.text(path)
  const nothing = request.otherwise?.(params) ?? null
  if (path === undefined || text === undefined) return nothing
  const room = await desk.office.room(path)
  const context: FeatureContext = {
    ...filesOf(desk, room),
    path: room.inside,
    text,
    // Read when an answer asks for it: what is needed at every key, such as completion, does without.
    get file() {
      return room.open(text)
    },
    today: desk.today(),
    cancelled: () => token.isCancellationRequested,
    findings: async () => (await desk.office.report(path))?.findings ?? [],
    client: desk.client(),
  }
  return request.answer(context, params)
}

async function aboutWorkspace(desk: Desk, request: WorkspaceRequest, params: never, token: CancellationToken): Promise<unknown> {
  const rooms = await desk.office.rooms()
  const workspaces = rooms.map((room) => filesOf(desk, room))
  return request.answer({ workspaces, today: desk.today(), cancelled: () => token.isCancellationRequested, client: desk.client() }, params)
}

function filesOf({ buffers, office }: Desk, { root, project }: Pick<OpenRoom, 'root' | 'project'>): Files {
  return {
    project,
    read: (inside) => office.file(resolve(root, inside)),
    uri: (inside) => buffers.uri(resolve(root, inside)),
    pathOf: (uri) => {
      const path = buffers.path(uri)
      const inside = path === undefined ? undefined : insidePath(path, root)
      return inside?.startsWith('../') ? undefined : inside
    },
  }
}

/** What a client is told of a refusal is shown to the person who asked. */
function orRefused(answer: unknown): unknown {
  if (isMap(answer) && typeof answer['refused'] === 'string')
    throw new ResponseError(LSPErrorCodes.RequestFailed, (answer as unknown as Refusal).refused)
  return answer
}
