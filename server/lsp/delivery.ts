import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { Buffers } from './buffers.ts'
import { type Findings, findingsOf, type Source } from './findings.ts'
import { logged } from './guard.ts'

/**
 * How findings come to the editor. Of one file they come in one way only:
 *
 * - An editor that does not ask is sent them.
 * - One that asks gets those of a document that is open when it asks for them.
 *   Of all other files it is told in answer to `workspace/diagnostic`. Where that
 *   can be answered in parts, as by Visual Studio Code, it is held open, and what
 *   changes is told at once; without that, the editor asks again when it will.
 * - Some editors ask for documents alone, and no capability tells of it. Until
 *   the first `workspace/diagnostic` comes, the findings of files that are not
 *   open are sent, or those editors would never show them.
 */
export interface Delivery {
  readonly tell: (path: string) => Promise<void>
  readonly document: (params: DocumentDiagnosticParams, token: CancellationToken) => Promise<DocumentDiagnosticReport | null>
  readonly workspace: (params: WorkspaceDiagnosticParams, token: CancellationToken) => Promise<WorkspaceDiagnosticReport | null>
  /** A document was closed. */
  readonly closed: (path: string) => void
  /** Whether the editor has to be told that it should ask for these anew. */
  readonly mustAsk: (paths: Iterable<string>) => boolean
  /** Ends what is held open. */
  readonly end: () => void
}

export interface DeliveryWork extends Source {
  readonly connection: Connection
  readonly buffers: Pick<Buffers, 'uri' | 'version' | 'text' | 'path'>
  /** The editor asks for the findings of what it shows. */
  readonly pulls: () => boolean
  readonly settled: (path: string, token: CancellationToken) => Promise<void>
  readonly check: (paths: readonly string[]) => void
  /** The full paths of all files, once the workspace has been read. */
  readonly known: () => Promise<readonly string[]>
}

interface Desk extends DeliveryWork {
  /** The files of which findings were sent, which are shown until they are taken back, with the URIs that were used. */
  readonly sent: Map<string, string>
  asksForAll: boolean
  stream: Stream | undefined
}

/** A request for the findings of all files that is held open. */
interface Stream {
  /** What the editor was told last. */
  readonly told: Map<string, Told>
  readonly send: (report: WorkspaceDocumentDiagnosticReport) => Promise<void>
  readonly end: () => void
}

interface Told {
  /** Undefined where it is not certain that the editor shows what it was told. */
  readonly id: string | undefined
  readonly uri: string
}

export function createDelivery(work: DeliveryWork): Delivery {
  const desk: Desk = { ...work, sent: new Map(), asksForAll: false, stream: undefined }
  return {
    tell: (path) => tell(desk, path),
    document: (params, token) => document(desk, params, token),
    workspace: (params, token) => workspace(desk, params, token),
    closed: (path) => forgetTold(desk, path),
    mustAsk: (paths) => desk.pulls() && [...paths].some((path) => wayOf(desk, path) === 'asked' || desk.buffers.text(path) !== undefined),
    end: () => desk.stream?.end(),
  }
}

function wayOf({ pulls, stream, asksForAll, buffers }: Desk, path: string): 'sent' | 'streamed' | 'asked' {
  if (!pulls()) return 'sent'
  if (stream) return 'streamed'
  return asksForAll || buffers.text(path) !== undefined ? 'asked' : 'sent'
}

async function tell(desk: Desk, path: string): Promise<void> {
  if (wayOf(desk, path) === 'asked') return takeBack(desk, path)
  const found = await findingsOf(desk, path)
  if (!found) return
  switch (wayOf(desk, path)) {
    case 'asked':
      return takeBack(desk, path)
    case 'streamed':
      return stream(desk, path, found)
    case 'sent':
      return send(desk, path, found)
  }
}

async function send(desk: Desk, path: string, { items, version, isNothing }: Findings): Promise<void> {
  const { connection, buffers, sent } = desk
  const uri = buffers.uri(path)
  // A document that was saved for the first time has another URI than before.
  if (isNothing || sent.get(path) !== uri) await takeBack(desk, path)
  if (isNothing) return
  sent.set(path, uri)
  await connection.sendDiagnostics({ uri, diagnostics: items, ...(version === undefined ? {} : { version }) })
}

/** What was sent of a file is shown no longer: there is nothing to say of it, or the editor asks for it from now on. */
async function takeBack({ connection, sent }: Desk, path: string): Promise<void> {
  const uri = sent.get(path)
  if (uri === undefined) return
  sent.delete(path)
  await connection.sendDiagnostics({ uri, diagnostics: [] })
}

/**
 * What the editor shows of a document that it closes is what it asked for last;
 * what it was told meanwhile, it let pass. So it is told once more.
 */
function forgetTold({ stream, buffers }: Desk, path: string): void {
  stream?.told.set(path, { id: undefined, uri: stream.told.get(path)?.uri ?? buffers.uri(path) })
}

async function stream({ stream: held, buffers }: Desk, path: string, { items, id, version, isNothing }: Findings): Promise<void> {
  if (!held) return
  const uri = buffers.uri(path)
  const known = held.told.get(path)
  if (known && known.uri !== uri) await held.send({ kind: 'full', uri: known.uri, version: null, items: [] })
  const former = known?.uri === uri ? known : undefined
  if (isNothing) held.told.delete(path)
  else held.told.set(path, { id, uri })
  if (former ? former.id === id : items.length === 0) return
  await held.send({ kind: 'full', uri, version: version ?? null, resultId: id, items })
}

async function document(desk: Desk, params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport | null> {
  const path = desk.buffers.path(params.textDocument.uri)
  if (path === undefined) return { kind: 'full', items: [] }
  let found: Findings | undefined
  while (!found && !token.isCancellationRequested) {
    await desk.settled(path, token)
    found = await findingsOf(desk, path)
  }
  if (!found) return null
  if (desk.buffers.text(path) === undefined && desk.stream) {
    forgetTold(desk, path)
    // The editor lets pass what it is told before it has this answer.
    setImmediate(() => desk.check([path]))
  }
  const { id, items } = found
  return params.previousResultId === id ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items }
}

async function workspace(
  desk: Desk,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport | null> {
  const { buffers, sent } = desk
  desk.stream?.end()
  desk.asksForAll = true
  const told = new Map(
    params.previousResultIds.flatMap(({ uri, value }) => {
      const path = buffers.path(uri)
      return path === undefined ? [] : [[path, { id: value, uri }] as const]
    }),
  )
  for (const path of [...sent.keys()]) await takeBack(desk, path)
  return params.partialResultToken === undefined ? answerAll(desk, told, token) : holdOpen(desk, told, { ...params, token })
}

interface Held {
  readonly partialResultToken?: string | number
  readonly token: CancellationToken
}

function holdOpen(desk: Desk, told: Stream['told'], { partialResultToken = '', token }: Held): Promise<WorkspaceDiagnosticReport> {
  const { connection, known, check } = desk
  return new Promise((answer) => {
    const mine: Stream = {
      told,
      send: (report) => connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, { items: [report] }),
      end: () => {
        if (desk.stream === mine) desk.stream = undefined
        answer({ items: [] })
      },
    }
    desk.stream = mine
    token.onCancellationRequested(mine.end)
    const all = async () => check([...told.keys(), ...(await known())])
    all().catch((error: unknown) => logged(connection, 'looking for all files', error))
  })
}

async function answerAll(desk: Desk, told: Stream['told'], token: CancellationToken): Promise<WorkspaceDiagnosticReport | null> {
  const items: WorkspaceDocumentDiagnosticReport[] = []
  for (const path of new Set([...told.keys(), ...(await desk.known())])) {
    if (token.isCancellationRequested) return null
    const found = await findingsOf(desk, path)
    const former = told.get(path)?.id
    if (found && (former !== undefined || !found.isNothing)) {
      const about = { uri: desk.buffers.uri(path), version: found.version ?? null, resultId: found.id }
      items.push(former === found.id && !found.isNothing ? { ...about, kind: 'unchanged' } : { ...about, kind: 'full', items: found.items })
    }
    // A cancellation is heard only while the server waits.
    await new Promise((done) => setImmediate(done))
  }
  return { items }
}
