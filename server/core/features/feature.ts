import type { Position, Range } from 'vscode-languageserver-types'
import type { Finding } from '../text/finding.ts'
import { lineText, placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from '../workspace/file.ts'
import type { Project } from '../workspace/project.ts'

/** A text in its workspace. There is no clock: `today` is given. */
export interface TextContext {
  readonly project: Project
  readonly path: string
  /** The text as it stands in the editor, without a byte order mark. */
  readonly text: string
  readonly today: string
  /** Nobody waits for the answer any more. */
  readonly cancelled: () => boolean
  readonly client: ClientAbilities
}

/** The files of a workspace as they stand now, with unsaved buffers in the place of what is on disk. */
export interface Files {
  readonly project: Project
  /** A file by its path in the workspace; undefined where it cannot be read. */
  readonly read: (path: string) => Promise<OpenFile | undefined>
  /** The URI of a path, as the client spells it. */
  readonly uri: (path: string) => string
  /** The path of a URI; undefined for what lies outside of this workspace. */
  readonly pathOf: (uri: string) => string | undefined
  /** The version of an open document, for edits that must not hit a newer one; null for a file that is not open. */
  readonly version: (path: string) => number | null
}

/** What a question about one document is answered from. */
export interface FeatureContext extends TextContext, Files {
  /** The text as it was read; all questions about one text share the reading. */
  readonly file: OpenFile
  readonly findings: () => Promise<readonly Finding[]>
  readonly progress?: Progress
  readonly hints: HintSettings
}

/** Which hints a writer wants to see in the text. */
export interface HintSettings {
  readonly countries: boolean
  readonly durations: boolean
  readonly members: boolean
  readonly words: boolean
  readonly likelihood: boolean
}

/**
 * Tells how far work on many things is, and what is being done, in words. Whoever
 * waits may stop it there, and then `cancelled` says so.
 */
export type Progress = (what: string, done: number, all: number) => void

/** What a question about the whole of the open folders is answered from. */
export interface WorkspaceContext {
  readonly workspaces: readonly Files[]
  readonly today: string
  readonly cancelled: () => boolean
  readonly client: ClientAbilities
  readonly progress?: Progress
}

/** What the client can do with an answer, as it said when it began. */
export interface ClientAbilities {
  /** Tab stops in what is inserted. */
  readonly snippets: boolean
  /** Symbols within symbols. */
  readonly nestedSymbols: boolean
  /** Edits of several documents with their versions, and files renamed along with them. */
  readonly renamesFiles: boolean
  /** Pages of built-in words, under the scheme `chancery-term`. */
  readonly pages: boolean
  /** Actions that are listed without their edits and worked out when one is chosen. */
  readonly resolvesActions: boolean
  /** The command that asks for a reason and silences a finding with it, where the client has one. */
  readonly reasonCommand: string | undefined
}

/** A request that cannot be met, and why, in words for the person who made it. */
export interface Refusal {
  readonly refused: string
}

interface Request {
  /** As the protocol calls it. */
  readonly method: string
}

export interface DocumentRequest extends Request {
  readonly about: 'document'
  readonly uri: (params: never) => string
  readonly answer: (context: FeatureContext, params: never) => unknown
  /** What is answered in the place of nothing where the document is not open, or not ours. */
  readonly otherwise?: (params: never) => unknown
}

export interface WorkspaceRequest extends Request {
  readonly about: 'workspace'
  readonly answer: (context: WorkspaceContext, params: never) => unknown
}

/** A language feature is one file: what it is for, what the server says of it, and its answers. */
export interface Feature {
  /** Equal to the file's name. */
  readonly id: string
  /** What a writer has of it, in one sentence. */
  readonly summary: string
  /** The part of the protocol's `ServerCapabilities` that tells of it. */
  readonly capabilities: Readonly<Record<string, unknown>>
  readonly requests: readonly (DocumentRequest | WorkspaceRequest)[]
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string }
}

/** A request about a document of the editor; one that is not open, or not ours, is answered with nothing. */
export function onDocument<P extends AboutDocument, R>(
  method: string,
  answer: (context: FeatureContext, params: P) => R | Refusal | null | Promise<R | Refusal | null>,
): DocumentRequest {
  return { about: 'document', method, uri: ({ textDocument }: P) => textDocument.uri, answer }
}

export function onWorkspace<P, R>(
  method: string,
  answer: (context: WorkspaceContext, params: P) => R | Refusal | null | Promise<R | Refusal | null>,
): WorkspaceRequest {
  return { about: 'workspace', method, answer }
}

export interface AtPosition extends AboutDocument {
  readonly position: Position
}

/** The offset of a position; one behind the end of its line or of the text is moved to that end. */
export function offsetAt(text: string, lines: readonly number[], { line, character }: Position): number {
  const start = lines[Math.max(0, line)]
  if (start === undefined) return text.length
  return start + Math.min(Math.max(0, character), lineText(text, lines, Math.max(0, line) + 1).length)
}

/** A stretch of a text as the protocol counts: lines and columns from 0. */
export function protocolRange(lines: readonly number[], { start, end }: Span): Range {
  return { start: position(lines, start), end: position(lines, end) }
}

function position(lines: readonly number[], offset: number): Position {
  const { line, column } = placeAt(lines, offset)
  return { line: line - 1, character: column - 1 }
}
