import { readdirSync, readFileSync } from 'node:fs'
import { type Brief, builtIn, type DocumentOf, type Engagement, openFile, type Project, renderPage } from '../../server/core/index.ts'
import type { PageContext } from '../../server/core/preview/context.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { createPortfolio } from '../../server/core/workspace/portfolio.ts'
import { type Files, projectOf } from '../support/files.ts'

export const emptyContext: PageContext = { vocabulary: vocabularyOf(builtIn), portfolio: createPortfolio() }

/** The page of a model that need not come from a file. */
export function pageOf(kind: 'brief' | 'engagement', model: Brief | Engagement, context: PageContext = emptyContext): string {
  const common = { path: `x.${kind}.yaml`, index: 0, value: null, damaged: new Set<string>(), exhausted: undefined, copies: [] }
  return renderPage({ ...common, kind, model } as DocumentOf<'engagement' | 'brief'>, context)
}

/** The pages of a workspace by the ids of their files. */
export async function pagesOf(files: Files): Promise<ReadonlyMap<string, string>> {
  const project = await projectOf(files)
  return new Map(Object.entries(files).flatMap(([path, text]) => pagesOfText(project, path, text)))
}

export function pagesOfText(project: Project, path: string, text: string): readonly (readonly [string, string])[] {
  const vocabulary = project.vocabularyOf(project.configOf(path))
  return openFile(path, text).parts.flatMap(({ document }) => {
    if (document.kind !== 'engagement' && document.kind !== 'brief') return []
    return [[document.model.id ?? '', renderPage(document, { vocabulary, portfolio: project.portfolio })] as const]
  })
}

/** The example workspace as it is shipped. */
export function exampleFiles(): Files {
  const root = new URL('../../examples/', import.meta.url)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  return Object.fromEntries(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8')]),
  )
}

const inline = /<\/?(?:a|bdi|code|em|span|strong|sup|wbr)(?: [^>]*)?>/g

/** What a reader sees of a page, blocks parted by a space. */
export function visibleText(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  return decoded(body.replace(inline, '').replace(/<[^>]*>/g, ' ')).replace(/[ \t\r\n]+/g, ' ')
}

export function decoded(words: string): string {
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

/** A part of a page: the section of that id, to the next one of its rank. */
export function sectionOf(html: string, id: string): string {
  const start = html.indexOf(`<section id="${id}"`)
  if (start < 0) return ''
  let depth = 0
  for (const match of html.slice(start).matchAll(/<(\/?)section\b/g)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return html.slice(start, start + match.index)
  }
  return ''
}

/** Every tag of a page with its attributes as they stand. */
export interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly attributes: Readonly<Record<string, string>>
}

export function tagsOf(html: string): readonly Tag[] {
  const withoutStyle = html.replace(/^<!doctype html>|<style>[\s\S]*?<\/style>/g, '')
  return [...withoutStyle.matchAll(/<(\/?)([^\s>/]+)([^>]*)>/g)].map(([, slash, name = '', rest = '']) => ({
    name,
    closing: slash === '/',
    attributes: Object.fromEntries([...rest.matchAll(/ ([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value])),
  }))
}
