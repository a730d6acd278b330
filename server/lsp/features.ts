import { resolve } from 'node:path'
import { type CancellationToken, type Connection, LSPErrorCodes, type ProgressToken, ResponseError } from 'vscode-languageserver'
import {
  type DocumentRequest,
  type FeatureContext,
  type Files,
  features,
  type Refusal,
  type WorkspaceContext,
  type WorkspaceRequest,
} from '../core/index.ts'
import type { Desk } from './answers.ts'
import { cancelled, guarded } from './guard.ts'
import { longWork } from './long-work.ts'
import type { OpenRoom } from './office.ts'
import { insidePath, isUsed } from './paths.ts'

/** Answers the requests of every feature of the core. */
export function answerFeatures(connection: Connection, desk: Desk): void {
  for (const { requests } of features) {
    for (const request of requests) {
      connection.onRequest(
        request.method,
        guarded(connection, request.method, (params: Params, token) => answerOne(connection, desk, { request, params, token })),
      )
    }
  }
}

/** Every request may bring a token under which it tells how far it is. */
type Params = { readonly workDoneToken?: ProgressToken } | null | undefined

interface Question {
  readonly request: DocumentRequest | WorkspaceRequest
  readonly params: Params
  readonly token: CancellationToken
}

async function answerOne(connection: Connection, desk: Desk, { request, params, token }: Question): Promise<unknown> {
  const work = longWork(connection, { title: 'Chancery', token: params?.workDoneToken })
  const waiting: Waiting = { cancelled: () => token.isCancellationRequested || work.cancelled(), progress: work.report }
  try {
    const answer = request.about === 'document' ? aboutDocument : aboutWorkspace
    const found = orRefused(await answer(desk, request as never, params as never, waiting))
    if (work.cancelled()) throw cancelled()
    return found
  } finally {
    work.end()
  }
}

/** Whoever asked, while they wait. */
type Waiting = Required<Pick<WorkspaceContext, 'cancelled' | 'progress'>>

/** The capabilities of all features together, with those of the server itself. */
export function capabilitiesOf(own: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return features.reduce((all, { capabilities }) => merged(all, capabilities), own)
}

function merged(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const both = Object.entries(b).map(([key, value]) => [key, isMap(a[key]) && isMap(value) ? merged(a[key], value) : value])
  return { ...a, ...Object.fromEntries(both) }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function aboutDocument(desk: Desk, request: DocumentRequest, params: never, waiting: Waiting): Promise<unknown> {
  const path = desk.buffers.path(request.uri(params))
  const text = path === undefined ? undefined : desk.buffers.text(path)
  const nothing = request.otherwise?.(params) ?? null
  if (path === undefined || text === undefined || !desk.isReadable(text)) return nothing
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
    ...waiting,
    findings: async () => (await desk.office.report(path))?.findings ?? [],
    client: desk.client(),
    hints: desk.hints(),
  }
  return request.answer(context, params)
}

/** The workspaces to which an open folder or an open file belongs. */
export async function roomsInUse(desk: Desk): ReturnType<Desk['office']['rooms']> {
  // Somebody may ask before the folders have been read, and an answer without them would be taken for the whole.
  await desk.read()
  return (await desk.office.rooms()).filter(({ root }) => isUsed(root, desk.folders(), desk.buffers.paths()))
}

async function aboutWorkspace(desk: Desk, request: WorkspaceRequest, params: never, waiting: Waiting): Promise<unknown> {
  const workspaces = (await roomsInUse(desk)).map((room) => filesOf(desk, room))
  return request.answer({ workspaces, today: desk.today(), ...waiting, client: desk.client() }, params)
}

function filesOf({ buffers, office }: Desk, { root, project }: Pick<OpenRoom, 'root' | 'project'>): Files {
  return {
    project,
    read: async (inside) => {
      const file = await office.file(resolve(root, inside))
      // A file outside of this workspace belongs to another, where its path is another.
      return file && file.path !== inside ? { ...file, path: inside } : file
    },
    uri: (inside) => buffers.uri(resolve(root, inside)),
    version: (inside) => buffers.version(resolve(root, inside)) ?? null,
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
