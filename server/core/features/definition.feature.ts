import type { Location } from 'vscode-languageserver-types'
import { rules } from '../rules/all.generated.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { type Name, ownerOf } from '../workspace/mentions.ts'
import { filesNamed } from '../workspace/named-files.ts'
import { namedPaths } from '../workspace/named-paths.ts'
import { placeOf } from '../workspace/names.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import { reachOf, termsOf } from '../workspace/reach.ts'
import { bibliographyEntry } from './bibliography-entry.ts'
import { rulePageScheme } from './diagnostic.ts'
import { type AtPosition, type Feature, type FeatureContext, offsetAt, onDocument } from './feature.ts'
import { definitionsAmong, locationsOf, namedAt, placesOf, type Subject } from './named-places.ts'
import { termPage, termPageUri } from './term-page.ts'

export const feature: Feature = {
  id: 'definition',
  summary: 'leads to what the id or path under the cursor stands for: a file, an entry of it, or the page of a built-in word',
  capabilities: { definitionProvider: true },
  requests: [onDocument('textDocument/definition', definition)],
}

/** Of several definitions all are given; at a definition itself, editors then show its references. */
async function definition(context: FeatureContext, { position }: AtPosition): Promise<readonly Location[] | null> {
  const subject = namedAt(context, position)
  const found = subject
    ? await definitionsOf(context, subject)
    : await filesAt(context, offsetAt(context.text, context.file.lines, position))
  return found.length > 0 ? found : null
}

async function definitionsOf(context: FeatureContext, subject: Subject): Promise<readonly Location[]> {
  const { name } = subject.occurrence
  const { homes: own } = reachOf(context.project, context.path, name)
  const homes = own.length > 0 ? own : shippedHomes(context, name)
  const found: Location[] = []
  for await (const places of placesOf(context, subject, homes)) found.push(...locationsOf(context, definitionsAmong(places)))
  if (found.length > 0) return found
  const entry = bibliographyEntry(context, subject)
  if (entry) return [entry]
  return context.client.pages ? pagesOf(name.kind === 'param' ? { kind: 'snippet', id: ownerOf(name.id) } : name) : []
}

/** A library of a package is no file of the workspace, but it can be looked at. */
function shippedHomes({ project, path }: FeatureContext, { kind, id }: Name): readonly string[] {
  if (kind !== 'library' && kind !== 'snippet' && kind !== 'param') return []
  return termsOf(portfolioAt(project, path), { kind, id }).flatMap((term) => (isBuiltIn(term.path) ? [] : [term.path]))
}

function pagesOf(name: Name): readonly Location[] {
  if (name.kind === 'rule') return rules.some(({ id }) => id === name.id) ? [top(`${rulePageScheme}:/${name.id}.md`)] : []
  return termPage(name.kind, name.id) === undefined ? [] : [top(termPageUri(name))]
}

/** The files to which the path at an offset leads. */
async function filesAt({ file, project, uri }: FeatureContext, offset: number): Promise<readonly Location[]> {
  for (const { document, fields, tree } of file.parts) {
    if (!document.kind) continue
    for (const named of namedPaths(document, fields)) {
      const span = placeOf(file, tree, { path: named.at })?.span
      if (span && span.start <= offset && offset <= span.end) {
        return (await filesNamed(project, document, named)).map((path) => top(uri(path)))
      }
    }
  }
  return []
}

function top(uri: string): Location {
  return { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }
}
