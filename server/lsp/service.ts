import { join } from 'node:path'
import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import type { ClientAbilities, FileContent, Workspace } from '../core/index.ts'
import type { Assets } from '../export/index.ts'
import { abilitiesOf } from './abilities.ts'
import { type Buffers, createBuffers } from './buffers.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { capabilitiesOf } from './features.ts'
import { logged } from './guard.ts'
import { type Change, createOffice, type Office } from './office.ts'
import { isUsed, isWithin } from './paths.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { createRefresher, type Refresher, shownBesideFindings } from './refresh.ts'
import { createScanner, type Scanner } from './scan.ts'
import { type Settings, usualSettings } from './settings.ts'
import { createWatch, type Watch } from './watch.ts'

/** What lies around a file as far as the editor knows. */
export interface Surroundings {
  readonly folders: readonly string[]
  /** Whether the configuration of a folder is open in the editor, saved or not. */
  readonly isConfigured: (folder: string) => boolean
  /** Whether the user trusts what is open. */
  readonly isTrusted: boolean
}

/** What the server needs of the machine it runs on. */
export interface Machine {
  readonly workspace: (root: string, around: Surroundings) => Workspace
  readonly rootOf: (path: string, around: Surroundings) => string
  readonly isFolder: (path: string) => boolean
  /** Whether a path within a folder leads through one that is not read. */
  readonly isPassedOver: (inside: string) => boolean
  readonly readBuffer: (text: string) => FileContent
  readonly today: () => string
  /** What is shipped beside the server. */
  readonly assets: Assets
  readonly cwd: string
}

/** What is known of the client, from its first request on. */
export interface Session {
  folders: readonly string[]
  settings: Settings
  capabilities: ClientCapabilities
  client: ClientAbilities
  isTrusted: boolean
  /** The date of the last check. */
  day: string
}

/** The parts of the server, each of which knows of the others only what it needs. */
export interface Service {
  readonly connection: Connection
  readonly machine: Machine
  readonly session: Session
  readonly buffers: Buffers
  readonly office: Office
  readonly publisher: Publisher
  readonly delivery: Delivery
  readonly refresher: Refresher
  readonly scanner: Scanner
  readonly watch: Watch
}

function newSession({ today }: Machine): Session {
  return { folders: [], settings: usualSettings, capabilities: {}, client: abilitiesOf({}, {}), isTrusted: false, day: today() }
}

export function createService(connection: Connection, machine: Machine): Service {
  const session = newSession(machine)
  const buffers = createBuffers(() => [session.folders[0] ?? machine.cwd, ...session.folders.slice(1)])
  const watch = createWatch(connection, () => session.capabilities)
  const office = createOffice({ ...hostOf(machine, session, buffers), onRoot: (root) => watch.root(root, session.folders) })
  const shared = { connection, office, buffers }
  const service: Service = {
    ...shared,
    machine,
    session,
    watch,
    refresher: createRefresher(connection, () => session.capabilities, capabilitiesFor(session)),
    delivery: createDelivery({
      ...shared,
      isWanted: (path) => isWanted(session, buffers, path),
      pulls: () => pulls(session),
      settled: (path, token) => service.publisher.settled(path, token),
      check: (paths) => service.publisher.check(paths),
      known: async () => {
        await service.scanner.read()
        return office.known()
      },
    }),
    publisher: createPublisher({
      ...shared,
      tell: (path) => service.delivery.tell(path),
      onChecked: (path) => service.scanner.checked(path),
      onChange: (change, edited) => changed(service, change, edited),
    }),
    scanner: createScanner({ connection, office, publisher: () => service.publisher, folders: () => session.folders }),
  }
  return service
}

/** What follows from a change beyond the files that are checked again. */
function changed(service: Service, { paths, isShared }: Change, edited: ReadonlySet<string>): void {
  const { machine, session, office, buffers, delivery, refresher } = service
  if (delivery.mustAsk(paths.filter((path) => !edited.has(path)))) refresher.ask(['diagnosticProvider'])
  if (isShared) refresher.ask(shownBesideFindings)
  leaveStrayRoots(session, office, buffers)
  const today = machine.today()
  if (session.day === today) return
  session.day = today
  checkAll(service)
}

/** Has all files checked again, because what is found depends on something else now: a setting, or the date. */
export function checkAll({ connection, office, publisher, refresher }: Service): void {
  refresher.ask(['diagnosticProvider'])
  office.known().then(publisher.check, (error: unknown) => logged(connection, 'checking all files again', error))
}

function hostOf(machine: Machine, session: Session, buffers: Buffers): Parameters<typeof createOffice>[0] {
  const around: Surroundings = {
    get folders() {
      return session.folders
    },
    get isTrusted() {
      return session.isTrusted
    },
    isConfigured: (folder) => ['chancery.yaml', 'chancery.yml'].some((name) => buffers.text(join(folder, name)) !== undefined),
  }
  return {
    workspace: (root) => machine.workspace(root, around),
    rootOf: (path) => machine.rootOf(path, around),
    buffer: (path) => {
      const text = buffers.text(path)
      return text === undefined ? undefined : machine.readBuffer(text)
    },
    buffers: buffers.paths,
    today: machine.today,
  }
}

/** The editor asks for findings, as it said when it greeted. */
export function pulls({ capabilities }: Session): boolean {
  return capabilities.textDocument?.diagnostic !== undefined
}

/** What the server can do for this client. */
export function capabilitiesFor(session: Session, own: Readonly<Record<string, unknown>> = {}): () => Readonly<Record<string, unknown>> {
  const diagnosticProvider = { identifier: 'chancery', interFileDependencies: true, workspaceDiagnostics: true }
  return () => capabilitiesOf({ ...own, ...(pulls(session) ? { diagnosticProvider } : {}) })
}

/** Findings are shown in open documents and in the open folders, and nowhere else, whatever else was read to find them. */
function isWanted({ settings: { lint }, folders }: Session, buffers: Buffers, path: string): boolean {
  if (!lint.enable) return false
  return buffers.text(path) !== undefined || (lint.workspace && folders.some((folder) => isWithin(path, folder)))
}

/** A root that has nothing to do with the open folders is kept as long as one of its files is open: nobody tells of changes in it. */
export function leaveStrayRoots({ folders }: Session, office: Office, buffers: Buffers): void {
  office.leave((root) => isUsed(root, folders, buffers.paths()))
}
