import { citationsIn } from '../model/citations.ts'
import type { Document, DocumentOf } from '../model/document.ts'
import type { Field } from '../model/fields.ts'
import { blanks } from '../snippets/expand.ts'
import { isId } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import type { NameKind } from './portfolio.ts'

const localKinds = ['source', 'option', 'claim', 'recommendation', 'risk'] as const
/** What has a name within its own document only. */
export type LocalKind = (typeof localKinds)[number]

export interface Name {
  readonly kind: NameKind | LocalKind
  readonly id: string
}

export function isLocal(kind: Name['kind']): kind is LocalKind {
  return localKinds.some((local) => local === kind)
}

/** A field names something, with the whole of its text or with a stretch of it. */
export interface Mention {
  readonly name: Name
  readonly role: 'definition' | 'reference'
  readonly within?: readonly [from: number, to: number]
}

/** The ids that a document gives to its own parts, so that a bare id can be told from that of an engagement. */
export interface Local {
  readonly options: ReadonlySet<string>
  readonly claims: ReadonlySet<string>
  /** What a `[@id]` stands for. */
  readonly citation: (id: string) => 'source' | 'engagement'
}

/** The name without its last part: of a parameter its snippet, of a snippet its library. */
export function ownerOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')))
}

/** The last part of a name, which alone is its own. */
export function ownPart({ kind, id }: Name): string {
  return kind === 'snippet' || kind === 'param' ? id.slice(id.lastIndexOf('/') + 1) : id
}

/** What a field of a document names. */
export function mentionsIn(document: Document, field: Field, local: Local): readonly Mention[] {
  const { path, value, schema, isKey } = field
  const id = String(value)
  const own = definition(document, path, isKey === true, id)
  if (own) return [{ name: own, role: 'definition' }]
  const is = schema['x-is']
  if (is === 'prose') return proseMentions(id, local)
  if (is === 'blanks' || (!isKey && isAnswer(document, path))) return blanksIn(document, path, id)
  if (is === 'snippet' || is === 'copy') return snippetMentions(id.replace(/@\d+$/, ''), 0)
  const asked = isKey && isAnswer(document, path) ? paramOf(document, path, id) : undefined
  if (asked) return [{ name: asked, role: 'reference' }]
  const kind = isKey ? keyKind(document, path, is) : isSeries(document, path) ? 'series' : valueKind(is, schema.title, id, local)
  return kind ? [{ name: { kind, id }, role: 'reference' }] : []
}

const parts: Readonly<Record<string, LocalKind>> = { claims: 'claim', options: 'option', recommendations: 'recommendation', risks: 'risk' }

/** The keys of a vocabulary under which each entry has its id. */
const vocabularies: Readonly<Record<string, NameKind>> = {
  organizations: 'organization',
  engagement_types: 'engagement-type',
  exercise_forms: 'exercise-form',
  exercise_foci: 'exercise-focus',
  naming: 'naming',
}

function definition(document: Document, path: Path, isKey: boolean, id: string): Name | undefined {
  const [part = '', , last] = path
  if (isKey) {
    if (document.kind === 'snippets' && part === 'snippets') return last === 'params' ? paramOf(document, path, id) : undefined
    if (path.length !== 2) return undefined
    if (part === 'sources') return { kind: 'source', id }
    const kind = document.kind === 'vocabulary' && Object.hasOwn(vocabularies, part) ? vocabularies[part] : undefined
    return kind && { kind, id }
  }
  if (path.length === 1 && part === 'id') return ownName(document, id)
  if (path.length !== 3 || last !== 'id') return undefined
  if (document.kind === 'snippets' && part === 'snippets') return { kind: 'snippet', id: snippetName(document, id) }
  const kind = Object.hasOwn(parts, part) ? parts[part] : undefined
  return kind && { kind, id }
}

function snippetName({ model }: DocumentOf<'snippets'>, id: string): string {
  return `${model.id ?? ''}/${id}`
}

/** What a snippet of a library asks for, or one that a brief takes in. */
function paramOf(document: Document, [, index]: Path, id: string): Name | undefined {
  const at = Number(index)
  if (document.kind === 'brief') return paramNamed(document.model.snippets?.[at]?.use, id)
  const snippet = document.kind === 'snippets' ? document.model.snippets?.[at]?.id : undefined
  return document.kind === 'snippets' && snippet !== undefined ? paramNamed(snippetName(document, snippet), id) : undefined
}

function paramNamed(snippet: string | undefined, id: string): Name | undefined {
  return snippet === undefined ? undefined : { kind: 'param', id: `${snippet}/${id}` }
}

/** What a brief answers to a snippet that it takes in; the answer may be a choice that has blanks itself. */
function isAnswer({ kind }: Document, [part, , last, name, ...more]: Path): boolean {
  return kind === 'brief' && part === 'snippets' && last === 'with' && name !== undefined && more.length === 0
}

function ownName({ kind }: Document, id: string): Name | undefined {
  if (kind === 'engagement' || kind === 'brief') return { kind, id }
  return kind === 'snippets' ? { kind: 'library', id } : undefined
}

function keyKind(document: Document, path: Path, is: string | undefined): Name['kind'] | undefined {
  if (document.kind === 'config' && path.at(-2) === 'rules') return 'rule'
  return is === 'country' || is === 'library' ? is : undefined
}

function isSeries({ kind }: Document, path: Path): boolean {
  return kind === 'engagement' && path.length === 1 && path[0] === 'series'
}

function valueKind(is: string | undefined, title: string | undefined, id: string, local: Local): Name['kind'] | undefined {
  switch (is) {
    case 'engagement':
    case 'source':
    case 'option':
    case 'organization':
    case 'engagement-type':
    case 'exercise-form':
    case 'exercise-focus':
    case 'profile':
    case 'naming':
    case 'scale':
    case 'country':
      return is
    case 'support':
      return local.claims.has(id) ? 'claim' : local.options.has(id) ? 'option' : 'engagement'
    default:
      // An actor is a country, an organization or a name; the schema has no other sign of that than the title.
      if (title !== 'Actor') return undefined
      return /^[A-Z]{3}$/.test(id) ? 'country' : isId(id) ? 'organization' : undefined
  }
}

function proseMentions(text: string, local: Local): readonly Mention[] {
  return citationsIn(text).map(
    ({ id, from, to }): Mention => ({ name: { kind: local.citation(id), id }, role: 'reference', within: [from, to] }),
  )
}

/** In a snippet, `{{name}}` stands for an answer, and `{{> library/snippet}}` takes in another one. */
function blanksIn(document: Document, path: Path, text: string): readonly Mention[] {
  return [...text.matchAll(blanks)].flatMap((match): readonly Mention[] => {
    const [whole, takes, id = ''] = match
    const from = match.index + whole.lastIndexOf(id)
    if (takes === '>') return snippetMentions(id, from)
    const name = paramOf(document, path, id)
    return name ? [{ name, role: 'reference', within: [from, from + id.length] }] : []
  })
}

/** A full name speaks of the library and of the snippet. */
export function snippetMentions(id: string, from: number): readonly Mention[] {
  const slash = id.indexOf('/')
  if (slash < 0) return []
  return [
    { name: { kind: 'library', id: id.slice(0, slash) }, role: 'reference', within: [from, from + slash] },
    { name: { kind: 'snippet', id }, role: 'reference', within: [from + slash + 1, from + id.length] },
  ]
}
