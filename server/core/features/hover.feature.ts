import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types'
import { citationMark } from '../model/prose.ts'
import { termOnScales } from '../schema/likelihood.ts'
import { type Schema, schemaAt } from '../schema/schema.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { aboutKey, aboutRule, ruleAt } from './about-keys.ts'
import { aboutEngagement, aboutListed, aboutSource, listedUnder } from './about-references.ts'
import { aboutCountry, aboutLikelihood, aboutOrganization } from './about-terms.ts'
import { type AtPosition, type Feature, onDocument, protocolRange, type TextContext } from './feature.ts'
import type { Mark } from './frames.ts'
import { facts, paragraphs } from './markdown.ts'
import { participantLines, standingLines } from './membership-lines.ts'
import { keysAt, type Scene, sceneAt } from './scene.ts'
import { valueChoices } from './value-choices.ts'

export const feature: Feature = {
  id: 'hover',
  summary: 'says what the word under the cursor means, with its source and, in an engagement, the membership on its date',
  capabilities: { hoverProvider: true },
  requests: [onDocument('textDocument/hover', (context, { position }: AtPosition) => hover(context, position))],
}

/** What stands at a position, in words; null where there is nothing to say. */
export function hover(context: TextContext, position: Position): Hover | null {
  if (context.cancelled()) return null
  const scene = sceneAt(context, position)
  const found = citation(scene) ?? marked(scene)
  if (!found || found.words === '') return null
  return { contents: { kind: MarkupKind.Markdown, value: found.words }, range: protocolRange(scene.lines, found.span) }
}

interface Answer {
  readonly span: Span
  readonly words: string
}

function citation(scene: Scene): Answer | undefined {
  const { text, offset } = scene
  const line = lineAround(text, offset)
  for (const match of text.slice(line.start, line.end).matchAll(citationMark)) {
    const span = { start: line.start + match.index, end: line.start + match.index + match[0].length }
    if (span.start <= offset && offset <= span.end) return { span, words: reference(scene, match[1] ?? '') }
  }
  return undefined
}

/** A source of the file wins over an engagement of the same id. */
function reference(scene: Scene, id: string): string {
  if (keysAt(scene.scan, ['sources']).includes(id)) return aboutSource(scene, id)
  return aboutEngagement(scene.portfolio.defined('engagement', id), scene)
}

function marked(scene: Scene): Answer | undefined {
  const { scan, offset, schema: root } = scene
  const mark = scan.marks.find(({ start, end }) => start <= offset && offset <= end)
  if (!mark || !root) return undefined
  const schema = schemaAt(root, mark.path)
  const words = mark.is === 'key' ? keyWords(scene, mark, schema) : schema ? valueWords(scene, mark, schema) : ''
  return { span: { start: mark.start, end: mark.end }, words }
}

function keyWords(scene: Scene, { path, text }: Mark, schema: Schema | undefined): string {
  const rule = ruleAt(scene, path)
  if (rule) return aboutRule(rule)
  if (path.length === 2 && path[0] === 'sources') return aboutSource(scene, text)
  const parent = scene.schema && schemaAt(scene.schema, path.slice(0, -1))
  const country = parent?.propertyNames?.['x-is'] === 'country' ? scene.vocabulary.countries.get(text) : undefined
  if (country) return aboutCountry(country, scene.vocabulary, scene.naming)
  return schema ? aboutKey(text, schema) : ''
}

function valueWords(scene: Scene, mark: Mark, schema: Schema): string {
  const { vocabulary, naming } = scene
  const { text, path } = mark
  const mayBeCountry = schema['x-is'] === 'country' || schema.title === 'Actor'
  const country = mayBeCountry ? vocabulary.countries.get(text) : undefined
  if (country) {
    const standing = path[0] === 'participants' ? standingLines(scene, text) : []
    return paragraphs(facts(standing), aboutCountry(country, vocabulary, naming))
  }
  const mayBeBody = schema['x-is'] === 'organization' || schema.title === 'Actor'
  const body = mayBeBody ? vocabulary.organizations.get(text) : undefined
  if (body) return paragraphs(facts(participantLines(scene, body)), aboutOrganization(body, vocabulary, naming))
  return otherWords(scene, mark, schema)
}

function otherWords(scene: Scene, { text, path }: Mark, schema: Schema): string {
  switch (schema['x-is']) {
    case 'engagement':
    case 'source':
      return reference(scene, text)
    case 'support':
    case 'option':
      return listedWords(scene, text) ?? reference(scene, text)
    case 'likelihood':
      return likelihoodWords(scene, text)
    case 'id':
      return ''
    default:
      return (
        valueChoices(scene, schema, path)
          .find((choice) => choice.text === text && !choice.asIs)
          ?.about() ?? ''
      )
  }
}

function listedWords(scene: Scene, id: string): string | undefined {
  for (const key of ['claims', 'options'] as const) {
    const found = listedUnder(scene, key).find((entry) => entry.id === id)
    if (found) return aboutListed(key, found)
  }
  return undefined
}

function likelihoodWords({ vocabulary, scale }: Scene, text: string): string {
  const found = termOnScales(vocabulary.scales, scale, text)
  return found ? aboutLikelihood(found.term, found.scale) : ''
}
