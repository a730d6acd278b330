import { isList, isObject, type Value } from '../model/read.ts'
import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import { child, type Schema, types } from '../schema/schema.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { type Answer, answerProblem, meantAnswer } from '../snippets/answers.ts'
import type { Body } from '../snippets/expand.ts'
import { placedIn } from '../snippets/include.ts'
import { type Scope, scopeOf } from '../snippets/scope.ts'
import { kebab } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import { listedShort, nearest, shortened } from '../text/words.ts'
import { didYouMean } from './meant.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'snippet-body',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'What a snippet holds cannot be valid at the place for which it is meant.',
  reason:
    'Whoever inserts the snippet, or takes it in, has the mistake in a file of their own, where the library is not at hand. So a key that the place does not know, a word that it does not allow, a text where a part is wanted, and a usual answer that is none are told in the library. What depends on the answers is tried by `chancery snippets check`.',
  source: 'Chancery: a snippet holds what stands at its place, as the schema of that file has it.',
  examples: {
    bad: [
      `chancery: snippets/1
id: example
version: 1
title: Standard risks
snippets:
  - { id: cost, title: Cost, scope: [brief.risks], yaml: { category: cost, text: It costs more., impact: hgih, owner: Navy Staff } }
`,
    ],
    good: [
      `chancery: snippets/1
id: example
version: 1
title: Standard risks
snippets:
  - { id: cost, title: Cost, scope: [brief.risks], params: { how: {} }, yaml: { category: cost, text: It costs more., impact: "{{how}}", owner: Navy Staff } }
`,
    ],
  },
  check: checkOf('snippets', function* ({ version, snippets = [] }, { vocabulary }) {
    for (const [i, snippet] of snippets.entries()) {
      yield* spare(snippet, ['snippets', i])
      yield* notOver(snippet, ['snippets', i, 'former'], version)
      yield* knownAnswers(snippet, ['snippets', i, 'params'], vocabulary)
      yield* wrongSource(snippet, ['snippets', i], vocabulary)
      const scopes = (snippet.scope ?? []).map(scopeOf)
      for (const [j, scope] of scopes.entries())
        if (scope && !fits(snippet, scope)) yield wrongForm(snippet, scope, ['snippets', i, 'scope', j])
      const scope = scopes.find((each) => each !== undefined && fits(snippet, each))
      if (scope && snippet.yaml !== undefined) {
        const yaml = snippet.yaml as Value
        const schema = scope.schema.items && !isList(yaml) ? scope.schema.items : scope.schema
        yield* wrongParts(yaml, schema, { at: ['snippets', i, 'yaml'], vocabulary })
      }
    }
  }),
}

/** What a snippet holds is one thing. */
function* spare({ text, yaml, generate }: Snippet, at: Path): Iterable<Report> {
  yield* allButFirst({ text, yaml, generate }, at)
  const { risks, timeline, organization } = generate ?? {}
  yield* allButFirst({ risks, timeline, organization }, [...at, 'generate'])
}

function* allButFirst(parts: Readonly<Record<string, unknown>>, at: Path): Iterable<Report> {
  const [first, ...more] = Object.keys(parts).filter((key) => parts[key] !== undefined)
  for (const key of more)
    yield {
      at: [...at, key],
      on: 'key',
      message: `Only \`${first}\` of this snippet is ever used, and \`${key}\` never. Take one of them out.`,
    }
}

/** What a snippet says in the version that holds is no former one. */
function* notOver({ former = [] }: Snippet, at: Path, version: number | undefined): Iterable<Report> {
  for (const [k, { version: last }] of former.entries())
    if (version !== undefined && last !== undefined && last >= version)
      yield {
        at: [...at, k, 'version'],
        message: `The library is at version ${version}, and version ${last} is no former one. Raise the version of the library, or name the last one in which the snippet said this.`,
      }
}

function* knownAnswers({ params = {} }: Snippet, at: Path, vocabulary: Vocabulary): Iterable<Report> {
  for (const [name, { choices = [], default: usual, ...kind }] of Object.entries(params)) {
    if (usual !== undefined)
      yield* wrongAnswer('The usual answer', usual, { ...kind, choices }, { at: [...at, name, 'default'], vocabulary })
    for (const [i, choice] of choices.entries())
      yield* wrongAnswer('The choice', choice, kind, { at: [...at, name, 'choices', i], vocabulary })
  }
}

/** Of words with blanks nobody knows how they end. */
function* wrongAnswer(what: string, answer: Answer, param: Param, { at, vocabulary }: Placed): Iterable<Report> {
  const problem = String(answer).includes('{{') ? undefined : answerProblem(param, answer, vocabulary)
  if (problem === undefined) return
  const near = meantAnswer(param, answer, vocabulary)
  const meant = didYouMean(at, near === undefined ? undefined : { id: near, same: false })
  yield { at, message: `${what} "${shortened(String(answer), 60)}" ${problem}.${meant.words}`, fixes: meant.fixes }
}

/** What is made from the data has one place. */
const madeFor = { organization: 'engagement.participants', risks: 'brief.risks' } as const

function* wrongSource({ generate = {}, scope = [] }: Snippet, at: Path, { engagementTypes }: Vocabulary): Iterable<Report> {
  for (const [key, place] of Object.entries(madeFor)) {
    if (generate[key as keyof typeof madeFor] === undefined) continue
    for (const [j, other] of scope.entries())
      if (other !== place && scopeOf(other))
        yield {
          at: [...at, 'scope', j],
          message: `What is made here is a list for ${place}, so it cannot stand at ${other}. Name the place for which it is made.`,
        }
  }
  yield* wrongDay(generate, [...at, 'generate', 'on'])
  const { risks } = generate
  if (risks === undefined || risks.includes('{{') || engagementTypes.get(kebab(risks) ?? '')) return
  const own = [...at, 'generate', 'risks']
  const near = engagementTypes.named(risks) ?? engagementTypes.near(risks)
  const meant = didYouMean(own, near === undefined ? undefined : { id: near, same: false })
  yield {
    at: own,
    message: `"${shortened(risks, 60)}" is no type of engagement, so no risks are known for it.${meant.words}`,
    fixes: meant.fixes,
  }
}

/** A list of members goes by a date, or by a field of the engagement for which it is made. */
function* wrongDay({ on }: NonNullable<Snippet['generate']>, at: Path): Iterable<Report> {
  const [, field] = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(String(on ?? '')) ?? []
  if (field === undefined || scopeOf(`engagement.${field}`)) return
  const message = `An engagement has no field "${shortened(field, 60)}", so nobody knows which day is meant. Write one that it has, as {{dates.start}}, or a date.`
  yield { at, message }
}

/** What is made from the data has the form of its place; a whole file may hold anything. */
function fits({ text, yaml, title }: Snippet, scope: Scope): boolean {
  const body: Body | undefined = text !== undefined ? { text } : yaml !== undefined ? { yaml: yaml as Value } : undefined
  if (!body || isOneWord(body)) return true
  if (scope.path.length === 0) return 'text' in body || isObject(body.yaml)
  const wanted = types(scope.schema)
  if ('yaml' in body && wanted.length > 0 && !wanted.includes('object') && !wanted.includes('array')) return false
  return placedIn({}, scope, { body, title }) !== undefined
}

/** Of a part that is nothing but an answer, or another snippet, nobody knows the form. */
function isOneWord(body: Body): boolean {
  return 'yaml' in body && typeof body.yaml === 'string'
}

function wrongForm({ text }: Snippet, { kind, path }: Scope, at: Path): Report {
  const place = [kind, ...path].join('.')
  const message =
    text === undefined
      ? `What stands under \`yaml\` has another form than ${place}, so it cannot stand there. Give it the form of that place, or name another.`
      : `A text cannot stand at ${place}. Write the part under \`yaml\` as it would stand there, or name another place.`
  return { at, message }
}

interface Placed {
  readonly at: Path
  readonly vocabulary: Vocabulary
}

function* wrongParts(value: Value, schema: Schema | undefined, { at, vocabulary }: Placed): Iterable<Report> {
  if (!schema) return
  if (isList(value)) {
    for (const [i, item] of value.entries()) yield* wrongParts(item, schema.items, { at: [...at, i], vocabulary })
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const own = [...at, key]
      const known = child(schema, key)
      if (known) yield* wrongParts(inner, known, { at: own, vocabulary })
      else if (schema.properties && !key.startsWith('x-') && !key.includes('{{')) yield unknownKey(key, value, schema, own)
    }
  } else if (typeof value === 'string' && !value.includes('{{')) yield* wrongWord(value, schema, { at, vocabulary })
}

function unknownKey(key: string, holder: object, { properties = {} }: Schema, at: Path): Report {
  const near = nearest(
    key,
    Object.keys(properties).filter((name) => !Object.hasOwn(holder, name)),
  )
  const message = `There is no key "${shortened(key, 60)}" at this place.${near === undefined ? '' : ` Did you mean ${near}?`}`
  const fixes = near === undefined ? [] : [{ title: `Write ${near}`, safe: false, steps: [{ do: 'rename-key' as const, at, to: near }] }]
  return { at, on: 'key', message, fixes }
}

function* wrongWord(value: string, schema: Schema, { at, vocabulary }: Placed): Iterable<Report> {
  const shown = `"${shortened(value, 60)}"`
  if (schema['x-vocabulary'] === 'countries' && !vocabulary.countries.get(value)) {
    const code = vocabulary.countries.named(value)
    const meant = didYouMean(at, code === undefined ? undefined : { id: code, same: false })
    yield { at, message: `${shown} is not a country code of three capital letters, as PHL.${meant.words}`, fixes: meant.fixes }
  } else if (schema.enum && !schema.enum.map(String).includes(value)) {
    const near = nearest(value, schema.enum.map(String))
    const meant = didYouMean(at, near === undefined ? undefined : { id: near, same: false })
    const some = meant.words === '' ? ` It can be ${listedShort(schema.enum.map(String))}.` : meant.words
    yield { at, message: `${shown} cannot stand here.${some}`, fixes: meant.fixes }
  }
}
