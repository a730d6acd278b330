import { child, schemaAt } from '../schema/schema.ts'
import type { EngagementType } from '../schema/vocabulary-types.ts'
import { literal } from '../snippets/stops.ts'
import { lineAround } from '../text/lines.ts'
import { listed } from '../text/words.ts'
import type { Place } from './cursor.ts'
import type { Candidate } from './insertion.ts'
import { keysAt, type Scene } from './scene.ts'
import { blockOf, usualKeys, type Writer, writer } from './tab-stops.ts'

/**
 * A type together with the parts that it needs and the file lacks, behind the
 * type alone. The parts come on the lines below, so it is offered only where
 * nothing else stands on the line.
 */
export function withNeededParts(scene: Scene, place: Place, candidate: Candidate): readonly Candidate[] {
  const { vocabulary, text } = scene
  const type = vocabulary.engagementTypes.get(candidate.choice.text)
  const isAlone = text.slice(place.word.end, lineAround(text, place.word.end).end).trim() === ''
  if (!scene.snippets || !type || place.at !== 'value' || place.flow || place.quote || place.typed === '' || !isAlone) return []
  const missing = missingParts(scene, type)
  if (missing.length === 0) return []
  const writing = writer(scene)
  const parts = missing.map((part) => partOf(writing, part, place.column)).join('')
  const { span } = candidate.insertion
  return [
    {
      ...candidate,
      choice: {
        ...candidate.choice,
        label: `${candidate.choice.label}, with what it needs`,
        detail: `${type.id}, with ${listed(missing)}`,
      },
      insertion: { span, text: literal(candidate.insertion.text) + parts, isSnippet: true },
    },
  ]
}

function missingParts({ scan }: Scene, { temporal, block }: EngagementType): readonly string[] {
  const there = keysAt(scan, [])
  return [...(temporal.includes('instrument') ? [] : ['dates']), ...block].filter((part) => !there.includes(part))
}

function partOf(writing: Writer, part: string, column: number): string {
  const schema = writing.scene.schema && schemaAt(writing.scene.schema, [part])
  if (!schema) return ''
  const keys = usualKeys(schema, child(writing.scene.schema, part)?.examples?.[0])
  const start = `\n${' '.repeat(column)}${part}:\n${' '.repeat(column + 2)}`
  return start + blockOf(writing, schema, [part], { keys, column: column + 2 })
}
