import { basename } from 'node:path/posix'
import { fold, type PageEntry } from '../../core/index.ts'
import type { NamedPaper } from './papers.ts'

/** A page with the name of its file and what the index says of it. */
export interface NamedPage {
  readonly entry: PageEntry
  readonly page: NamedPaper
}

/** Names each page after its id, as pages link to one another by it; of two with one id the second gets a number. */
export function namePages(pages: readonly NamedPaper[], extension: string): readonly NamedPage[] {
  const taken = new Set(['index'])
  return pages.map((page) => {
    const name = freeName(nameOf(page.document.model.id, page.document.path), taken)
    taken.add(name)
    return { entry: { href: `${name}.${extension}`, ...entryOf(page, name) }, page }
  })
}

/** Only letters, digits and hyphens make a file name, whatever stands in the file. */
function nameOf(id: string | undefined, path: string): string {
  const words = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 100)
  return words(id ?? '') || words(basename(path).replace(/\.[^.]+\.ya?ml$|\.ya?ml$/i, '')) || 'page'
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let n = 2; ; n++) if (!taken.has(`${name}-${n}`)) return `${name}-${n}`
}

function entryOf({ document, about }: NamedPaper, name: string): Omit<PageEntry, 'href'> {
  const { kind, model } = document
  const date = kind === 'brief' ? model.date : (model.dates?.start ?? model.agreement?.signed)
  return { kind, id: model.id ?? name, title: model.title ?? model.id ?? name, date, about }
}
