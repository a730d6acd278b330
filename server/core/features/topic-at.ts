import { citationMark } from '../model/prose.ts'
import { type Schema, schemaAt } from '../schema/schema.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { ruleAt } from './about-keys.ts'
import { listedUnder } from './about-references.ts'
import { acronymTopic } from './acronym-choices.ts'
import type { Mark } from './frames.ts'
import type { Scene } from './scene.ts'
import { citedAs } from './sources.ts'
import type { Topic } from './topic.ts'
import { valueChoices } from './value-choices.ts'

/** What stands under the cursor, and where. */
export interface Placed {
  readonly span: Span
  readonly topic: Topic
}

/** A `[@id]` on the line of the cursor: in text, in a list, in a comment. */
export function citationAt(scene: Scene): Placed | undefined {
  const { text, offset } = scene
  const line = lineAround(text, offset)
  for (const match of text.slice(line.start, line.end).matchAll(citationMark)) {
    const span = { start: line.start + match.index, end: line.start + match.index + match[0].length }
    if (span.start <= offset && offset <= span.end) return { span, topic: referenceTo(scene, match[1] ?? '') }
  }
  return undefined
}

function referenceTo(scene: Scene, id: string): Topic {
  return { is: citedAs(scene, id), id }
}

/** An acronym in text, whole. */
export function acronymAt(scene: Scene): Placed | undefined {
  const { text, offset, scan } = scene
  const line = lineAround(text, offset)
  const isLetter = (at: number) => /[\p{L}\p{N}&/-]/u.test(text.charAt(at))
  let [start, end] = [offset, offset]
  while (start > line.start && isLetter(start - 1)) start--
  while (end < line.end && isLetter(end)) end++
  const word = text.slice(start, end)
  const mark = scan.marks.find((each) => each.start <= offset && offset <= each.end)
  const path = mark?.is === 'value' ? mark.path : scan.cursor.at === 'prose' ? scan.cursor.path : undefined
  const is = path && scene.schema && schemaAt(scene.schema, path)?.['x-is']
  if (!/\p{Lu}.*\p{Lu}/u.test(word) || (is !== 'prose' && is !== 'line')) return undefined
  const topic = acronymTopic(scene, word)
  return topic && { span: { start, end }, topic }
}

export function markAt({ scan, offset }: Scene): Mark | undefined {
  return scan.marks.find(({ start, end }) => start <= offset && offset <= end)
}

export function topicOf(scene: Scene, mark: Mark): Topic | undefined {
  const schema = scene.schema && schemaAt(scene.schema, mark.path)
  return mark.is === 'key' ? topicOfKey(scene, mark) : schema && topicOfValue(scene, mark, schema)
}

function topicOfKey(scene: Scene, { path, text }: Mark): Topic | undefined {
  const rule = ruleAt(scene, path)
  if (rule) return { is: 'rule', id: rule.id }
  const outer = ruleAt(scene, path.slice(0, -1))
  if (outer) return { is: 'option-of-rule', rule: outer.id, name: text }
  if (path.length === 2 && path[0] === 'sources') return { is: 'source', id: text }
  if (path.length === 2 && path[0] === 'acronyms') return acronymTopic(scene, text)
  const names = scene.schema && schemaAt(scene.schema, path.slice(0, -1))?.propertyNames?.['x-is']
  if (names === 'country' && scene.vocabulary.countries.get(text)) return { is: 'country', id: text }
  if (names === 'library' && scene.portfolio.terms('library', text).length > 0) return { is: 'library', id: text }
  return { is: 'key', path }
}

function topicOfValue(scene: Scene, { text, path }: Mark, schema: Schema): Topic | undefined {
  const { vocabulary } = scene
  const isActor = schema.title === 'Actor'
  if ((isActor || schema['x-is'] === 'country') && vocabulary.countries.get(text)) return { is: 'country', id: text }
  if ((isActor || schema['x-is'] === 'organization') && vocabulary.organizations.get(text)) return { is: 'organization', id: text }
  switch (schema['x-is']) {
    case 'engagement':
      return { is: 'engagement', id: text }
    case 'source':
      return { is: 'source', id: text }
    case 'support':
    case 'option':
      return listedTopic(scene, text) ?? referenceTo(scene, text)
    case 'likelihood':
    case 'snippet':
      return { is: schema['x-is'], id: text }
    case 'date':
    case 'historic-date':
      return { is: 'date', id: text }
    case 'id':
    case 'path':
    case 'glob':
      return undefined
    default:
      return valueChoices(scene, schema, path).find((choice) => choice.text === text && !choice.asIs)?.topic
  }
}

function listedTopic(scene: Scene, id: string): Topic | undefined {
  const is = (['claim', 'option'] as const).find((kind) => listedUnder(scene, `${kind}s`).some((entry) => entry.id === id))
  return is && { is, id }
}
