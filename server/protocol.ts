/**
 * What the client and the server say to each other beyond the Language Server
 * Protocol: names and types only, so that the client bundle holds no engine.
 */

/** Renders a document as an HTML page; null while there is nothing to render. */
export const previewRequest = 'chancery/preview'
export interface PreviewParams {
  readonly uri: string
}
export interface PreviewResult {
  readonly title: string
  readonly html: string
  /** The text has syntax errors, so the page shows what could be read. */
  readonly incomplete: boolean
  /** Where in the file the parts of the page are written, by their `data-at`: line and column, both from 1. */
  readonly places: readonly (readonly [key: string, line: number, column: number])[]
}

/** The engagements of all open folders in pictures, or those that were chosen by the form of the page. */
export const networkRequest = 'chancery/network'
export interface NetworkParams {
  /** What the form says: pairs of a name and a value. */
  readonly chosen: readonly (readonly [name: string, value: string])[]
}
export interface NetworkResult {
  readonly html: string
  /** How many engagements there are, and how many of them the page shows. */
  readonly all: number
  readonly shown: number
}

/** Where an engagement or a brief is kept that a page names by its id; null where no file has that id. */
export const whereaboutsRequest = 'chancery/whereabouts'
export interface WhereaboutsParams {
  readonly id: string
  /** The file whose page names it: of two workspaces its own counts. */
  readonly uri?: string
}
export interface WhereaboutsResult {
  readonly uri: string
  /** Where the id stands. */
  readonly position: Position
}

/** Findings and length of a document, for the status bar. */
export const statusRequest = 'chancery/status'
export interface StatusParams {
  readonly uri: string
}
export interface StatusResult extends Partial<Length> {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
  /** About how many minutes it takes to read a brief; absent, as its words are, for other files. */
  readonly minutes?: number
  /** Words of its bottom line. */
  readonly bluf?: Length
}
/** Words, and how many there may be where its profile or the workspace says so. */
export interface Length {
  readonly words: number
  readonly limit?: number
}

/** Lints every file of the workspace; work done is reported with `$/progress`, and it can be cancelled. */
export const lintWorkspaceRequest = 'chancery/lintWorkspace'
export interface LintWorkspaceResult {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
}

/** Edits of a document that do not overlap, and the version of it that they are for; null where it is not open. */
export interface DocumentEdits {
  readonly version: number | null
  readonly edits: readonly { readonly range: { readonly start: Position; readonly end: Position }; readonly newText: string }[]
}

/** All safe fixes of a document, with those that become possible on the way. */
export const fixesRequest = 'chancery/fixes'
export interface FixesParams {
  readonly uri: string
}
export interface FixesResult extends DocumentEdits {
  /** How many findings they mend. */
  readonly made: number
}

/**
 * The client's command that asks why a finding is right as it stands and silences
 * it. A client that has it says so in its initialization options, as
 * `reasonCommand`, and is told the finding in the first argument.
 */
export const silenceCommand = 'chancery.silence'
export interface SilenceArgument {
  readonly uri: string
  readonly rule: string
  /** Where the finding begins. */
  readonly start: Position
}
/** The directive that silences a finding; null where there is no such finding any more. */
export const silenceRequest = 'chancery/silence'
export interface SilenceParams extends SilenceArgument {
  readonly reason: string
}

export interface Position {
  readonly line: number
  readonly character: number
}

/** A rule's page as Markdown; null where there is no such rule. */
export const explainRequest = 'chancery/explain'
export interface ExplainParams {
  readonly rule: string
}
export interface ExplainResult {
  readonly markdown: string
}

/** The page of a built-in word as Markdown; null where there is no such word. */
export const termRequest = 'chancery/term'
export interface TermParams {
  /** What it is, such as `organization`, `country` or `profile`. */
  readonly kind: string
  readonly id: string
}
export interface TermResult {
  readonly markdown: string
}

/** What the guided commands offer to choose from. */
export const choicesRequest = 'chancery/choices'
export interface Choice {
  readonly id: string
  readonly label: string
  readonly detail: string
  /** Other names by which people look for it. */
  readonly names?: readonly string[]
}
export interface ChoicesResult {
  readonly engagementTypes: readonly Choice[]
  readonly exerciseForms: readonly Choice[]
  readonly profiles: readonly Choice[]
  readonly audiences: readonly Choice[]
  readonly countries: readonly Choice[]
  readonly rules: readonly Choice[]
}

/** What has to be asked about an engagement of a type beyond its title and who took part; null where there is no such type. */
export const questionsRequest = 'chancery/questions'
export interface QuestionsParams {
  readonly type: string
  /** Where the file shall lie: its configuration may bring types of the team. */
  readonly folder?: string
}
export interface QuestionsResult {
  /** How many States or organizations it has at least. */
  readonly parties: number
  /** How to ask who took part. */
  readonly who: string
  /** Whether it happens on dates, which are needed, or is signed, which may be to come. */
  readonly dates: 'dates' | 'signature'
  readonly questions: readonly Question[]
}
export interface Question {
  readonly block: string
  readonly key: string
  readonly text: string
  /** Several answers may be given. */
  readonly isList: boolean
  /** What there is to choose from; without it, words are wanted. */
  readonly choices?: readonly Choice[]
}

/** Reads a date as people write it, "27 June 2024"; or says in words what is wrong with it. */
export const dateRequest = 'chancery/date'
export interface DateParams {
  readonly text: string
}
export type DateResult = { readonly value: string } | { readonly problem: string }

/** Writes the text of a new file from answers; the result lints clean, or says in words what is missing. */
export const newFileRequest = 'chancery/newFile'
export type NewFileParams =
  | {
      readonly kind: 'engagement'
      readonly type: string
      readonly title: string
      readonly start?: string
      readonly end?: string
      /** When an agreement was signed and when it entered into force. */
      readonly signed?: string
      readonly inForce?: string
      readonly countries: readonly string[]
      /** Answers to the questions of `chancery/questions`, by their blocks. */
      readonly blocks?: { readonly [block: string]: readonly string[] }
      /** How an exercise was run, in the place of `blocks: { exercise: [form] }`. */
      readonly form?: string
      /** Without it, what follows from the dates. */
      readonly status?: string
      readonly folder: string
    }
  | {
      readonly kind: 'brief'
      readonly title: string
      readonly profile: string
      readonly audience?: string
      readonly bluf?: string
      readonly folder: string
    }
export type NewFileResult = { readonly fileName: string; readonly text: string } | { readonly problems: readonly string[] }

/** A paper as a document to send. */
export const exportRequest = 'chancery/export'
export interface ExportParams {
  readonly uri: string
  readonly form: 'html' | 'markdown' | 'docx' | 'pdf'
  /** In spite of errors. */
  readonly isForced: boolean
  /** A document of Word with the team's styles, in base 64. */
  readonly template?: string
}
export type ExportResult =
  | {
      readonly done: true
      /** What the file may be called, without a folder. */
      readonly name: string
      /** In base 64, as is what lies beside it. */
      readonly content: string
      readonly beside: readonly { readonly name: string; readonly content: string }[]
      /** What could not be taken over, in words. */
      readonly notices: readonly string[]
    }
  | {
      readonly done: false
      /** Why not, in words: the first errors of the file, or what is wrong with the template. */
      readonly reasons: readonly string[]
      /** It can be done in spite of them. */
      readonly isForceable: boolean
    }
