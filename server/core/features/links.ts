import type { Field } from '../model/fields.ts'
import { codeIn } from '../model/prose.ts'
import type { Span } from '../text/span.ts'
import { addressesIn, doiAddress, isFollowed } from '../text/web.ts'
import type { OpenFile, Part } from '../workspace/file.ts'
import { filesNamed } from '../workspace/named-files.ts'
import { namedPaths, type PathKey } from '../workspace/named-paths.ts'
import { placeOf } from '../workspace/names.ts'
import { folderOf, join } from '../workspace/paths.ts'
import type { Project } from '../workspace/project.ts'

/** Something in a text that can be opened. */
export interface Link {
  readonly span: Span
  readonly to: { readonly href: string } | { readonly path: string }
  /** What opening it does. */
  readonly tooltip: string
}

/** What can be opened from a file: pages of the web, mailboxes and files of the workspace, and nothing else. */
export async function linksIn(file: OpenFile, project: Project): Promise<readonly Link[]> {
  const found: Link[] = []
  for (const part of file.parts) {
    for (const field of [...part.fields, ...part.unjudged])
      found.push(...addressesAt(file, part, field), ...filesAt(file, part, field, project))
    found.push(...(await pathsIn(file, part, project)))
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

function addressesAt(file: OpenFile, { tree }: Part, field: Field): readonly Link[] {
  const text = String(field.value)
  const whole = (href: string | undefined, tooltip: string): readonly Link[] => {
    const place = href === undefined ? undefined : placeOf(file, tree, field)
    return href !== undefined && place ? [{ span: place.span, to: { href }, tooltip }] : []
  }
  switch (field.schema['x-is']) {
    case 'url':
      return whole(isFollowed(text) ? text : undefined, openPage)
    case 'doi':
      return whole(doiAddress(text), 'Open the page to which the DOI leads')
    case 'prose':
    case 'line':
      return addressesIn(text).flatMap(({ href, start, end }) => {
        const place = placeOf(file, tree, field, [start, end])
        return place ? [{ span: place.span, to: { href }, tooltip: /^mailto:/i.test(href) ? 'Write a mail' : openPage }] : []
      })
    default:
      return []
  }
}

const openPage = 'Open the web page'

/** Markdown links to files of the workspace that are there. */
function filesAt(file: OpenFile, { tree }: Part, field: Field, { portfolio }: Project): readonly Link[] {
  const text = String(field.value)
  if (field.schema['x-is'] !== 'prose' || !text.includes('](')) return []
  const inCode = codeIn(text)
  return [...text.matchAll(/\]\(([^\s()#?:]{1,500})/g)].flatMap((match): readonly Link[] => {
    const [, written = ''] = match
    const from = match.index + 2
    const path = join(folderOf(file.path), written)
    const place =
      path !== undefined && portfolio.of(path) && !inCode(from) ? placeOf(file, tree, field, [from, from + written.length]) : undefined
    return path !== undefined && place ? [{ span: place.span, to: { path }, tooltip: 'Open the file' }] : []
  })
}

const tooltips: Readonly<Record<PathKey, string>> = {
  extends: 'Open the configuration on which this one builds',
  libraries: 'Open the snippet library',
  vocabularies: 'Open the vocabulary',
  bibliography: 'Open the list of references',
}

/** A pattern or a folder of several files is no one place to go to. */
async function pathsIn(file: OpenFile, { document, fields, tree }: Part, project: Project): Promise<readonly Link[]> {
  if (!document.kind) return []
  const found: Link[] = []
  for (const named of namedPaths(document, fields)) {
    if (named.key === 'vocabularies' && named.target === undefined) continue
    const place = placeOf(file, tree, { path: named.at })
    const [path, ...others] = await filesNamed(project, document, named)
    if (place && path !== undefined && others.length === 0) found.push({ span: place.span, to: { path }, tooltip: tooltips[named.key] })
  }
  return found
}
