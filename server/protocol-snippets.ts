/** What client and server say to each other about snippets: names and types only, as in `protocol.ts`. */
import type { Choice, DocumentEdits, Position } from './protocol.ts'

/** A question about a place of a document, as the Language Server Protocol names it. */
interface AtPlace {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
}

/** The snippets that may be inserted at a place. */
export const snippetsForRequest = 'chancery/snippetsFor'
export type SnippetsForParams = AtPlace
export type SnippetsForResult = readonly SnippetOffer[]
export interface SnippetOffer {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The title of its library. */
  readonly library: string
  /** What comes of it with its defaults. */
  readonly example: string
  readonly questions: readonly SnippetQuestion[]
}
export interface SnippetQuestion {
  readonly key: string
  readonly text: string
  readonly isNeeded: boolean
  /** The usual answer; empty where there is none. */
  readonly usual: string
  readonly answer: 'line' | 'date' | 'number' | 'one'
  readonly choices?: readonly Choice[]
}

/** A snippet filled in: the edits that insert it, or what is wrong with the answers in words. */
export const fillSnippetRequest = 'chancery/fillSnippet'
export interface FillSnippetParams extends AtPlace {
  readonly name: string
  readonly answers: { readonly [key: string]: string }
}
export type FillSnippetResult = DocumentEdits | { readonly problems: readonly string[] }

/** What may become of a selection as a snippet, or why nothing can. */
export const snippetFromSelectionRequest = 'chancery/snippetFromSelection'
export interface SelectionParams {
  readonly textDocument: { readonly uri: string }
  readonly range: { readonly start: Position; readonly end: Position }
}
export type SnippetFromSelectionResult =
  | { readonly problem: string }
  | {
      readonly id: string
      readonly title: string
      readonly scope: string
      readonly libraries: readonly LibraryChoice[]
      /** What may be asked in the place of what stands there. */
      readonly questions: readonly Choice[]
    }

/** A library of the workspace that can take a snippet in. */
export interface LibraryChoice {
  readonly uri: string
  readonly id: string
  readonly title: string
  readonly detail: string
  /** The ids of its snippets. */
  readonly taken: readonly string[]
}

/** Puts the selection into a library, or makes the text of a new one. */
export const saveSnippetRequest = 'chancery/saveSnippet'
export interface SaveSnippetParams extends SelectionParams {
  /** The library; without it, a new one of this name. */
  readonly library: string | null
  readonly name: string
  readonly id: string
  readonly title: string
  /** The questions that it asks. */
  readonly keys: readonly string[]
}
export type SaveSnippetResult =
  | { readonly problem: string }
  | (DocumentEdits & { readonly uri: string; readonly at: Position })
  | { readonly uri: string; readonly text: string }

/** The snippet libraries that the open folders can use. */
export const snippetLibrariesRequest = 'chancery/snippetLibraries'
export type SnippetLibrariesResult = readonly SnippetLibrary[]
export interface SnippetLibrary {
  readonly id: string
  readonly title: string
  readonly version: number | null
  readonly uri: string
  readonly isBuiltIn: boolean
  readonly snippets: readonly SnippetInLibrary[]
}
export interface SnippetInLibrary {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly scope: readonly string[]
  readonly uri: string
  readonly at: Position
  /** How many files take it in or hold a copy, and in how many the copy is of older words. */
  readonly uses: number
  readonly stale: number
  /** What comes of it with its defaults. */
  readonly example: string
}
