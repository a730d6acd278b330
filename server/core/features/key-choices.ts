import { CompletionItemKind } from 'vscode-languageserver-types'
import { allowedBlocks, blocks } from '../model/blocks.ts'
import { firstKeyOf, kindOfName, kinds } from '../model/kinds.ts'
import { rules } from '../rules/all.generated.ts'
import type { Rule } from '../rules/rule.ts'
import { child, type Schema, types } from '../schema/schema.ts'
import type { Path } from '../text/path.ts'
import { inFlow } from '../text/quote.ts'
import { ruleAt } from './about-keys.ts'
import { acronymKeys } from './acronym-choices.ts'
import { answerKeys, isAnswer } from './answer-choices.ts'
import type { KeyChoice } from './choice.ts'
import { dependencyKeys } from './library-choices.ts'
import type { Name } from './matching.ts'
import { keysAt, type Scene, textAt } from './scene.ts'
import { countryChoices } from './vocabulary-choices.ts'

/** The keys that may still be added to the mapping at a path, the needed ones first. */
export function keyChoices(scene: Scene, schema: Schema, path: Path, editing: string): readonly KeyChoice[] {
  const used = new Set(keysAt(scene.scan, path).filter((key) => key !== editing))
  return allKeys(scene, schema, path, used).filter(({ text }) => !used.has(text))
}

function allKeys(scene: Scene, schema: Schema, path: Path, used: ReadonlySet<string>): readonly KeyChoice[] {
  const rule = ruleAt(scene, path)
  if (rule) return optionKeys(rule)
  if (scene.kind === 'config' && path.at(-1) === 'rules') return rules.map((r) => ruleKey(r, child(schema, r.id)))
  if (schema.propertyNames?.['x-is'] === 'country')
    return countryChoices(scene, 'any').map((choice) => ({ ...choice, schema: child(schema, choice.text) }))
  if (path.length === 1 && path[0] === 'acronyms') return acronymKeys(scene)
  if (path.length === 3 && isAnswer(scene, path)) return answerKeys(scene, path)
  if (scene.kind === 'snippets' && path.length === 1 && path[0] === 'dependencies') return dependencyKeys(scene, schema)
  if (scene.kind === 'vocabulary' && path.length === 1 && path[0] === 'words') return wordListKeys(scene, schema)
  const rank = ranking(scene, schema, path, used)
  return Object.keys(schema.properties ?? {}).flatMap((key, i): readonly KeyChoice[] => {
    const late = rank(key)
    return late === undefined
      ? []
      : [{ ...propertyKey([...path, key], child(schema, key), ['needed', 'one of these is needed'][late]), late: late + i / 1000 }]
  })
}

function propertyKey(path: Path, schema: Schema | undefined, needed = ''): KeyChoice {
  const key = String(path.at(-1) ?? '')
  const title = schema && types(schema).includes('object') && schema.properties ? schema.title : undefined
  const names: readonly Name[] = [
    { text: key, as: 'code' },
    { text: key.replaceAll('_', ' '), as: 'name' },
    ...(title ? [{ text: title, as: 'alias', says: title } as const] : []),
  ]
  const detail = [needed, schema?.['x-expects'] ?? ''].filter(Boolean).join(': ')
  return {
    text: key,
    label: key,
    ...(detail ? { detail } : {}),
    names,
    kind: CompletionItemKind.Property,
    schema,
    topic: { is: 'key', path },
  }
}

/** 0 for what is needed, 1 for keys of which one is, 2 for what may be, 3 for what was chosen against and remarks; undefined for what must not be there. */
function ranking(scene: Scene, schema: Schema, path: Path, used: ReadonlySet<string>): (key: string) => number | undefined {
  const required = new Set(schema.required)
  const oneOf = new Set(schema['x-one-of'])
  const chosen = [...oneOf].some((key) => used.has(key))
  const profiled = path.length === 0 ? partsOfProfile(scene) : undefined
  const blocked = path.length === 0 ? blocksOfType(scene) : undefined
  return (key) => {
    if (key === 'chancery') return 0
    if (profiled?.never.includes(key) || (blocked && isBlock(key) && !blocked.allowed.includes(key))) return undefined
    if (required.has(key) || profiled?.required.includes(key) || blocked?.needed.includes(key)) return 0
    if (oneOf.has(key)) return chosen ? 3 : 1
    return key === 'note' ? 3 : 2
  }
}

function partsOfProfile({ kind, scan, vocabulary }: Scene) {
  return kind === 'brief' ? vocabulary.profiles.get(textAt(scan, ['profile']) ?? '') : undefined
}

function isBlock(key: string): boolean {
  return blocks.some((block) => block === key)
}

/** Of the blocks, those that the type of the engagement needs and allows; all while it is not known. */
function blocksOfType({
  kind,
  scan,
  vocabulary,
}: Scene): { readonly needed: readonly string[]; readonly allowed: readonly string[] } | undefined {
  const type = kind === 'engagement' ? vocabulary.engagementTypes.get(textAt(scan, ['type']) ?? '') : undefined
  if (!type) return undefined
  const dated = type.temporal.includes('instrument') ? [] : ['dates']
  return { needed: [...type.block, ...dated], allowed: allowedBlocks(type) }
}

function ruleKey(rule: Rule, schema: Schema | undefined): KeyChoice {
  return {
    text: rule.id,
    label: rule.id,
    detail: rule.summary,
    names: [
      { text: rule.id, as: 'code' },
      { text: rule.summary, as: 'alias' },
    ],
    kind: CompletionItemKind.Property,
    schema,
    topic: { is: 'rule', id: rule.id },
  }
}

/** The lists of words that a team may add to and cut. */
function wordListKeys({ vocabulary }: Scene, schema: Schema): readonly KeyChoice[] {
  return vocabulary.builtIn.phraseLists.map(({ id, label, definition }) => ({
    text: id,
    label: id,
    detail: label,
    names: [
      { text: id, as: 'code' },
      { text: label, as: 'name' },
    ],
    kind: CompletionItemKind.Property,
    schema: child(schema, id),
    topic: { is: 'word', id, says: definition },
  }))
}

function optionKeys(rule: Rule): readonly KeyChoice[] {
  const options = Object.entries(rule.options ?? {})
  return ['level', ...options.map(([name]) => name)].map((name): KeyChoice => {
    const usual = rule.options?.[name]?.default
    return {
      text: name,
      label: name,
      ...(usual === undefined || [usual].flat().length === 0
        ? {}
        : { detail: `without it: ${[usual].flat().join(', ')}`, value: inFlow(usual) }),
      names: [{ text: name, as: 'code' }],
      kind: CompletionItemKind.Property,
      schema: undefined,
      topic: { is: 'option-of-rule', rule: rule.id, name },
    }
  })
}

/** The first line of a file that says nothing yet. */
export function firstLines({ path, kind }: Scene): readonly KeyChoice[] {
  const named = kindOfName(path) ?? kind
  return (named ? [named] : kinds).map((each) => {
    const line = `chancery: ${firstKeyOf(each)}`
    return {
      text: line,
      label: line,
      detail: 'the first line of the file',
      names: [{ text: line, as: 'code' }],
      kind: CompletionItemKind.Property,
      schema: undefined,
      late: -1,
      topic: { is: 'key', path: ['chancery'] },
    }
  })
}
