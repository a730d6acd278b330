import type { Connection } from 'vscode-languageserver'
import {
  type ClientAbilities,
  catalogue,
  type Finding,
  type HintSettings,
  ignores,
  keptParts,
  mend,
  type PlacedFinding,
  pageSettings,
  placedFindings,
  readDate,
  renderPage,
  rulePage,
  silencer,
  switchedOff,
  termPage,
  textEdits,
  wholeBrief,
  writtenPlaces,
} from '../core/index.ts'
import type { Assets } from '../export/index.ts'
import {
  choicesRequest,
  type DateParams,
  type DocumentEdits,
  dateRequest,
  type ExplainParams,
  type ExplainResult,
  type ExportParams,
  explainRequest,
  exportRequest,
  type FixesParams,
  type FixesResult,
  fixesRequest,
  lintWorkspaceRequest,
  type NetworkParams,
  type NewFileParams,
  networkRequest,
  newFileRequest,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  type QuestionsParams,
  questionsRequest,
  type SilenceParams,
  type StatusParams,
  type StatusResult,
  silenceRequest,
  statusRequest,
  type TermParams,
  type TermResult,
  termRequest,
  type WhereaboutsParams,
  whereaboutsRequest,
} from '../protocol.ts'
import type { Buffers } from './buffers.ts'
import { choices } from './choices.ts'
import { exportDocument } from './export.ts'
import { answerFeatures } from './features.ts'
import { guarded } from './guard.ts'
import { type LintAllParams, lintAll } from './lint-all.ts'
import { network, whereabouts } from './network.ts'
import { newFile, questions } from './new-file.ts'
import type { Office } from './office.ts'
import { pagePart } from './room.ts'
import { statusOf } from './status.ts'

export interface Desk {
  readonly office: Office
  readonly buffers: Buffers
  readonly folders: () => readonly string[]
  readonly today: () => string
  /** What is shipped beside the server. */
  readonly assets: Assets
  /** Whether a text is of a size that is read. */
  readonly isReadable: (text: string) => boolean
  readonly client: () => ClientAbilities
  readonly hints: () => HintSettings
  /** Once the open folders have been read. */
  readonly read: () => Promise<void>
  /** Sends the findings of these files to the editor. */
  readonly publish: (paths: readonly string[]) => void
}

/** Answers the requests of the protocol and Chancery's own. */
export function answerRequests(connection: Connection, desk: Desk): void {
  answerFeatures(connection, desk)
  answerPages(connection, desk)
  connection.onRequest(
    statusRequest,
    guarded(connection, 'status', (params: StatusParams) => status(desk, params)),
  )
  connection.onRequest(
    fixesRequest,
    guarded(connection, 'fixes', (params: FixesParams) => fixes(desk, params)),
  )
  connection.onRequest(
    silenceRequest,
    guarded(connection, 'silence', (params: SilenceParams) => silence(desk, params)),
  )
  connection.onRequest(explainRequest, guarded(connection, 'explain', explain))
  connection.onRequest(termRequest, guarded(connection, 'term', term))
  connection.onRequest(choicesRequest, guarded(connection, 'choices', choices))
  connection.onRequest(
    dateRequest,
    guarded(connection, 'date', ({ text }: DateParams): object => readDate(text)),
  )
  connection.onRequest(
    questionsRequest,
    guarded(connection, 'questions', (params: QuestionsParams) => questions(desk, params)),
  )
  connection.onRequest(
    newFileRequest,
    guarded(connection, 'new file', async (params: NewFileParams): Promise<object> => newFile(desk, params)),
  )
  connection.onRequest(
    lintWorkspaceRequest,
    guarded(connection, 'lint workspace', (params: LintAllParams, token) => lintAll(connection, desk, { ...params, token })),
  )
}

/** What an editor asks of a paper. */
function answerPages(connection: Connection, desk: Desk): void {
  const kept = keptParts()
  connection.onRequest(
    previewRequest,
    guarded(connection, 'preview', (params: PreviewParams) => preview(desk, params, kept)),
  )
  connection.onRequest(
    exportRequest,
    guarded(connection, 'export', (params: ExportParams): Promise<object | null> => exportDocument(desk, params)),
  )
  connection.onRequest(
    networkRequest,
    guarded(connection, 'network', (params: NetworkParams): Promise<object | null> => network(desk, params)),
  )
  connection.onRequest(
    whereaboutsRequest,
    guarded(connection, 'whereabouts', (params: WhereaboutsParams): Promise<object | null> => whereabouts(desk, params)),
  )
}

async function fixes(desk: Desk, { uri }: FixesParams): Promise<FixesResult | null> {
  const path = desk.buffers.path(uri)
  if (path === undefined) return null
  const version = desk.buffers.version(path) ?? null
  const { project } = await desk.office.room(path)
  const file = await desk.office.file(path)
  if (!file) return null
  const { edits, made } = mend(project, file, { today: desk.today() })
  return { version, edits: textEdits(file.text, edits), made }
}

async function silence(desk: Desk, { uri, rule, start, reason }: SilenceParams): Promise<DocumentEdits | null> {
  const path = desk.buffers.path(uri)
  if (path === undefined) return null
  const version = desk.buffers.version(path) ?? null
  const report = await desk.office.report(path)
  const file = await desk.office.file(path)
  const isMeant = (found: Finding) =>
    found.rule === rule && found.start.line === start.line + 1 && found.start.column === start.character + 1
  const finding = report?.findings.find(isMeant)
  const silencing = finding && file && silencer(file, desk.today())(finding, reason)
  return silencing ? { version, edits: textEdits(file.text, silencing.edits) } : null
}

async function status(desk: Desk, { uri }: StatusParams): Promise<StatusResult | null> {
  const path = desk.buffers.path(uri)
  const report = path === undefined ? undefined : await desk.office.report(path)
  const file = path === undefined ? undefined : await desk.office.file(path)
  return path !== undefined && report && file ? statusOf(report, file, (await desk.office.room(path)).project) : null
}

async function preview(desk: Desk, { uri }: PreviewParams, kept: ReturnType<typeof keptParts>): Promise<PreviewResult | null> {
  const path = desk.buffers.path(uri)
  if (path === undefined) return null
  const { project, inside } = await desk.office.room(path)
  const file = await desk.office.file(path)
  const part = file && pagePart(file)
  if (!part || (part.document.kind !== 'engagement' && part.document.kind !== 'brief')) return null
  const settings = pageSettings(project, inside)
  const html = renderPage(part.document, {
    ...settings,
    ...kept,
    editor: {
      findings: await pageFindings(desk, path),
      isIgnored: ignores(project, inside),
      off: switchedOff(project, file, part.document, { today: desk.today() }),
    },
  })
  const title = part.document.model.title ?? inside
  const borrowed = part.document.kind === 'brief' ? wholeBrief(part.document.model, settings).borrowed : []
  return { title, html, incomplete: part.tree.problems.length > 0, places: writtenPlaces(html, file, part, borrowed) }
}

/** No page waits for the checks of what is being typed; of a file that nobody types in nothing was kept. */
async function pageFindings(desk: Desk, path: string): Promise<readonly PlacedFinding[] | undefined> {
  if (desk.buffers.text(path) !== undefined) return desk.office.lastFindings(path)
  const report = await desk.office.report(path)
  const file = await desk.office.file(path)
  const part = file && pagePart(file)
  return report && part ? placedFindings(report.findings, file, part) : undefined
}

function term({ kind, id }: TermParams): TermResult | null {
  const markdown = termPage(kind, id)
  return markdown === undefined ? null : { markdown }
}

function explain({ rule: id }: ExplainParams): ExplainResult | null {
  const rule = catalogue.get(id)
  return rule ? { markdown: rulePage(rule) } : null
}
