import { type Paper, pandocMarkdown, renderPaper } from './core/index.ts'
import type { Assets } from './export/index.ts'

/** A paper in one form, ready to be written. */
export interface Rendered {
  readonly content: string | Uint8Array
  /** Files that lie beside it, by their names. */
  readonly beside: readonly { readonly name: string; readonly content: string }[]
  /** What the form could not take over, for whoever asked for it. */
  readonly notices: readonly string[]
}

export interface Means {
  readonly assets: Assets
  /** A document of Word with the team's styles. */
  readonly template: Uint8Array | undefined
  /** What the file is called, without its ending; undefined where there is none. */
  readonly base: string | undefined
  /** Where the list of all pages of a site lies, as a page names it. */
  readonly home?: string
}

interface Form {
  readonly extension: string
  /** What is written is no text, so it needs a file. */
  readonly isBinary?: true
  readonly render: (paper: Paper, means: Means) => Promise<Rendered>
}

/**
 * The forms in which a paper leaves the house, for both shells. The libraries
 * behind the last ones are loaded only here, when one of them is asked for.
 */
export const forms: Readonly<Record<FormName, Form>> = {
  html: { extension: 'html', render: async (paper, { home }) => ({ content: renderPaper(paper, { home }), beside: [], notices: [] }) },
  markdown: {
    extension: 'md',
    render: async (paper, { base }) => {
      const { text, pictures } = pandocMarkdown(paper, base)
      return { content: text, beside: pictures.map(({ name, svg }) => ({ name, content: svg })), notices: [] }
    },
  },
  docx: {
    extension: 'docx',
    isBinary: true,
    render: async (paper, { assets, template }) => {
      const { writeDocx } = await import('./export/index.ts')
      return { content: await writeDocx(paper, { assets, ...(template ? { template } : {}) }), beside: [], notices: [] }
    },
  },
  pdf: {
    extension: 'pdf',
    isBinary: true,
    render: async (paper, { assets }) => {
      const { writePdf } = await import('./export/index.ts')
      const { bytes, notices } = await writePdf(paper, { assets })
      return { content: bytes, beside: [], notices }
    },
  },
}

export type FormName = 'html' | 'markdown' | 'docx' | 'pdf'

export const formNames: readonly FormName[] = ['html', 'markdown', 'docx', 'pdf']
