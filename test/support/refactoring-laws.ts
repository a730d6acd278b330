import { applyEdits, openFile, type Project } from '../../server/core/index.ts'
import { type Proposed, proposalsAt } from '../../server/core/refactorings/proposals.ts'
import type { Setting } from '../../server/core/refactorings/refactoring.ts'
import { spotAt } from '../../server/core/refactorings/spot.ts'
import { commentsIn } from '../../server/core/syntax/comments.ts'
import { isSound } from '../../server/core/syntax/parse.ts'
import { overlaps, type Span } from '../../server/core/text/span.ts'
import type { OpenFile } from '../../server/core/workspace/file.ts'

export function settingOf(project: Project, path: string): Setting {
  return { vocabulary: project.vocabularyOf(project.configOf(path)), portfolio: project.portfolio, naming: 'plain', profile: undefined }
}

/** All that is offered at a selection. */
export function offered(file: OpenFile, selection: Span, setting: Setting): readonly Proposed[] {
  const spot = spotAt(file, selection, setting)
  return spot ? proposalsAt(spot, () => true) : []
}

/** What a refactoring promises and does not hold to here; undefined where all is well. */
export function brokenPromise(file: OpenFile, { refactoring: { id }, edits }: Proposed): string | undefined {
  if (edits.some((a, i) => edits.slice(i + 1).some((b) => overlaps(a.span, b.span)))) return 'has edits that overlap'
  const after = openFile(file.path, applyEdits(file.text, edits))
  if (after.text === file.text) return 'changes nothing'
  if (after.parts.length !== file.parts.length) return 'makes other documents'
  if (file.parts.some(({ tree }, i) => isSound(tree) && !after.parts.some((part, j) => i === j && isSound(part.tree))))
    return 'breaks the syntax'
  if (comments(file) !== comments(after)) return 'changes the comments'
  const [was, is] = [meaning(id, file), meaning(id, after)]
  return was === is ? undefined : `changes the data from ${was} to ${is}`
}

function comments({ text, parts }: OpenFile): string {
  const roots = parts.map(({ tree }) => tree.root)
  return commentsIn(text, roots)
    .map(({ start, end }) => text.slice(start, end))
    .sort()
    .join('\n')
}

/** What must be the same before and after: all data, but for that which the refactoring is there to change. */
function meaning(id: string, { parts }: OpenFile): string {
  const values = parts.map(({ document }) => document.value)
  switch (id) {
    case 'flow-to-block':
    case 'block-to-flow':
      return JSON.stringify(values)
    case 'split-participants':
    case 'join-participants':
      return canonical(values.map((value) => withKey(value, 'participants', eachState)))
    case 'name-to-code':
      return canonical(values.map((value) => withKey(value, 'participants', (all) => (Array.isArray(all) ? all.length : all))))
    case 'extract-source':
      return canonical(values.map((value) => withoutAddresses(withKey(value, 'sources', () => undefined))))
    case 'cite-name':
      return canonical(values.map(withoutAddresses))
    case 'keep-former':
      return canonical(values.map((value) => withoutFormer(withKey(value, 'version', () => undefined))))
    case 'add-missing':
      return canonical(values.map((value) => withKey(value ?? {}, undefined, () => undefined)))
    default:
      return canonical(values)
  }
}

/** Equal for values that are equal up to the order of lists and keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .flatMap(([key, inner]) => (inner === undefined ? [] : [`${JSON.stringify(key)}:${canonical(inner)}`]))
    .sort()
    .join()}}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Keys that a new part of a document begins with, and that say nothing yet. */
const begun = [
  'chancery',
  'id',
  'stage',
  'profile',
  'dates',
  'participants',
  'recommendations',
  'options',
  'claims',
  'snippets',
  'exercise',
  'attache',
]

function withKey(value: unknown, key: string | undefined, change: (inner: unknown) => unknown): unknown {
  if (!isObject(value)) return value
  if (key === undefined) return Object.fromEntries(Object.entries(value).filter(([name]) => !begun.includes(name)))
  return { ...value, [key]: change(value[key]) }
}

function withoutFormer(value: unknown): unknown {
  const without = (snippet: unknown) => withKey(snippet, 'former', () => undefined)
  return withKey(value, 'snippets', (all) => (Array.isArray(all) ? all.map(without) : all))
}

function eachState(participants: unknown): unknown {
  if (!Array.isArray(participants)) return participants
  return participants.flatMap((each: unknown) => {
    if (!isObject(each)) return [each]
    const { country, countries, ...others } = each
    const codes = [...(country === undefined ? [] : [country]), ...(Array.isArray(countries) ? countries : [])]
    return codes.length === 0 ? [each] : codes.map((code: unknown) => ({ country: code, ...others }))
  })
}

/** Texts without what a reader is led away by. */
function withoutAddresses(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAddresses)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutAddresses(inner)]))
  if (typeof value !== 'string') return value
  return value
    .replace(/\[([^\]]*)\]\(<?https?:[^)]*\)/gi, '$1')
    .replace(/https?:\/\/[^\s<>"“”`]*|\[@[^\]\s]*\]/gi, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
