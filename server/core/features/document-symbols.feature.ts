import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types'
import { setting } from '../workspace/config.ts'
import { type Feature, type FeatureContext, onDocument, protocolRange } from './feature.ts'
import { type OutlineItem, outlineOf } from './outline.ts'

export const feature: Feature = {
  id: 'document-symbols',
  summary: 'outlines a file in its own words: sections, recommendations, participants, sources',
  capabilities: { documentSymbolProvider: { label: 'Chancery' } },
  requests: [onDocument('textDocument/documentSymbol', documentSymbols)],
}

interface Params {
  readonly textDocument: { readonly uri: string }
}

function documentSymbols(context: FeatureContext, { textDocument }: Params): readonly (DocumentSymbol | SymbolInformation)[] {
  const { project, path, file, client } = context
  const config = project.configOf(path)
  const naming = setting(config, 'naming') ?? 'plain'
  const outline = outlineOf(file, { vocabulary: project.vocabularyOf(config), portfolio: project.portfolio, naming })
  return client.nestedSymbols
    ? outline.map((item) => nested(file.lines, item))
    : outline.flatMap((item) => flat(file.lines, item, textDocument.uri))
}

function nested(lines: readonly number[], { name, detail, kind, span, selection, children }: OutlineItem): DocumentSymbol {
  return {
    name,
    ...(detail === undefined ? {} : { detail }),
    kind,
    range: protocolRange(lines, span),
    selectionRange: protocolRange(lines, selection),
    children: children.map((inner) => nested(lines, inner)),
  }
}

/** For a client that knows no symbols within symbols, each says in which one it stands. */
function flat(lines: readonly number[], item: OutlineItem, uri: string, container?: string): readonly SymbolInformation[] {
  const { name, kind, span, children } = item
  const own = {
    name,
    kind,
    location: { uri, range: protocolRange(lines, span) },
    ...(container === undefined ? {} : { containerName: container }),
  }
  return [own, ...children.flatMap((inner) => flat(lines, inner, uri, name))]
}
