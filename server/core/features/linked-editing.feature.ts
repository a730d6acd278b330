import type { Range } from 'vscode-languageserver-types'
import { isLocal } from '../workspace/mentions.ts'
import { type Occurrence, occurrenceAt, occurrencesIn, sameName } from '../workspace/names.ts'
import { type AtPosition, type Feature, type FeatureContext, offsetAt, onDocument, protocolRange } from './feature.ts'

export const feature: Feature = {
  id: 'linked-editing',
  summary: 'changes the id of a source, an option or a claim at all its places while it is typed',
  capabilities: { linkedEditingRangeProvider: true },
  requests: [onDocument('textDocument/linkedEditingRange', linkedEditing)],
}

interface LinkedEditingRanges {
  readonly ranges: readonly Range[]
  readonly wordPattern: string
}

/** What an id may become while it is typed; a space or a bracket ends it. */
const wordPattern = '[A-Za-z0-9-]*'

/**
 * Only what has a name within its document: an engagement is cited by other
 * files too, and renamed as a whole. Where a place might be missed, because a
 * part of the document is broken or the id is written with escapes, nothing is linked.
 */
function linkedEditing({ file, project }: FeatureContext, { position }: AtPosition): LinkedEditingRanges | null {
  const offset = offsetAt(file.text, file.lines, position)
  const all = occurrencesIn(file, project.portfolio)
  const here = occurrenceAt(all, offset)
  if (!here || !isLocal(here.name.kind) || file.parts[here.index]?.document.damaged.size !== 0) return null
  const same = all.filter((each) => sameName(each, here, true))
  // Behind an alias the id stands once, and follows of itself.
  const places = distinct(same.filter(({ span, written }) => span.start === written.start && span.end === written.end))
  const definitions = places.filter(({ role }) => role === 'definition')
  const isEqual = same.every(({ written }) => file.text.slice(written.start, written.end) === here.name.id)
  if (places.length < 2 || definitions.length !== 1 || !isEqual || !places.some(({ span }) => touches(span, offset))) return null
  return { ranges: places.map(({ span }) => protocolRange(file.lines, span)), wordPattern }
}

function touches({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end
}

function distinct(places: readonly Occurrence[]): readonly Occurrence[] {
  return places.filter(({ span }, i) => span.start !== places[i - 1]?.span.start)
}
