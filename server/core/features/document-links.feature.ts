import type { DocumentLink } from 'vscode-languageserver-types'
import { type Feature, type FeatureContext, onDocument, protocolRange } from './feature.ts'
import { linksIn } from './links.ts'

export const feature: Feature = {
  id: 'document-links',
  summary: 'opens web addresses and DOIs, those in prose too, and the files that a path leads to',
  capabilities: { documentLinkProvider: {} },
  requests: [onDocument('textDocument/documentLink', documentLinks)],
}

async function documentLinks({ file, project, uri }: FeatureContext): Promise<readonly DocumentLink[]> {
  const links = await linksIn(file, project)
  return links.map(({ span, to, tooltip }) => ({
    range: protocolRange(file.lines, span),
    target: 'href' in to ? to.href : uri(to.path),
    tooltip,
  }))
}
