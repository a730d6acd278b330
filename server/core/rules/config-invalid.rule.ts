import type { Document } from '../model/document.ts'
import { isList, isObject, type Value } from '../model/read.ts'
import { isLevel, levels } from '../text/finding.ts'
import type { Path } from '../text/path.ts'
import { listed, nearest } from '../text/words.ts'
import { type Change, replaceWith } from './change.ts'
import type { Context, Report, Rule, RuleOption } from './rule.ts'
import { fitsOption } from './rule-options.ts'

export const rule: Rule = {
  id: 'config-invalid',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'A setting in chancery.yaml has no effect.',
  reason:
    'A rule that is misspelt, an option that does not exist, or a file that cannot be found leaves everything as it was, and the team believes that it is otherwise. Correct the name; `chancery lint --list-rules` shows every rule, and `chancery explain` its options.',
  source: 'Chancery: the rules and options of this release.',
  examples: {
    bad: [
      `chancery: config/1
rules:
  rec-ownr: error
`,
      `chancery: config/1
rules:
  bluf-length: { level: warn, word: 50 }
`,
      `chancery: config/1
extends: ./house-style.yaml
`,
    ],
    good: [
      `chancery: config/1
profile: think-tank
rules:
  rec-owner: error
  bluf-length: { level: warning, words: 50, note: Our minister reads fast. }
  todo: { words: [TK, ZZZ] }
overrides:
  - { files: ["drafts/**"], kind: brief, stage: draft, rules: { rec-owner: "off" } }
`,
    ],
  },
  check,
}

function* check({ document, catalogue }: Context): Iterable<Report> {
  for (const { path, rules } of ruleMaps(document)) {
    for (const [id, setting] of Object.entries(rules)) {
      if (id === 'note' || id.startsWith('x-')) continue
      const at = [...path, id]
      const known = catalogue.get(id)
      if (!known) yield unknownRule(at, id, catalogue)
      else if (isObject(setting)) yield* settingReports(at, setting, known)
    }
  }
}

function ruleMaps({ kind, value }: Document): readonly { readonly path: Path; readonly rules: Readonly<Record<string, Value>> }[] {
  if (kind !== 'config' || !isObject(value)) return []
  const overrides = isList(value['overrides']) ? value['overrides'] : []
  const maps = [
    { path: ['rules'], rules: value['rules'] },
    ...overrides.map((o, index) => ({ path: ['overrides', index, 'rules'], rules: isObject(o) ? o['rules'] : undefined })),
  ]
  return maps.flatMap(({ path, rules }) => (isObject(rules) ? [{ path, rules }] : []))
}

function unknownRule(at: Path, id: string, catalogue: ReadonlyMap<string, Rule>): Report {
  const meant = nearest(id, catalogue.keys())
  const remedy = meant === undefined ? ' "chancery lint --list-rules" shows them all.' : ` Did you mean ${meant}?`
  return { at, on: 'key', message: `There is no rule "${id}", so this line has no effect.${remedy}`, fixes: renamed(at, meant) }
}

function* settingReports(at: Path, setting: Readonly<Record<string, Value>>, rule: Rule): Iterable<Report> {
  const options = Object.entries(rule.options ?? {})
  for (const [name, value] of Object.entries(setting)) {
    if (name === 'note' || name.startsWith('x-')) continue
    const option = options.find(([known]) => known === name)?.[1]
    if (name === 'level') yield* levelReports([...at, name], value)
    else if (!option) yield unknownOption([...at, name], name, rule)
    else if (!isObject(value) && !fitsOption(option, value))
      yield misfit([...at, name], `The option "${name}" of ${rule.id}`, option, value)
  }
}

function misfit(at: Path, what: string, { type, description }: RuleOption, value: Value): Report {
  const text = typeof value === 'string' ? value : ''
  if ((type === 'number' && /^\d+(?:\.\d+)?$/.test(text)) || (type === 'boolean' && /^(?:true|false)$/.test(text)))
    return {
      at,
      message: `${what} is ${typeWords[type]}, and between quotes "${text}" is a text, so this has no effect. Write ${text} without quotes.`,
      fixes: type === 'number' ? [replaceWith(at, Number(text), true)] : [],
    }
  return { at, message: `${what} is ${typeWords[type]}, so this has no effect. ${description}` }
}

function* levelReports(at: Path, value: Value): Iterable<Report> {
  if (isLevel(value) || value === false || value === 'false' || isObject(value) || isList(value)) return
  const word = String(value)
  const meant = levels.find((level) => word.length > 2 && level.startsWith(word.toLowerCase())) ?? nearest(word, levels)
  const words = meant === undefined ? '' : ` Did you mean ${meant}?`
  yield {
    at,
    message: `"${word}" is not a level, so this has no effect.${words} The levels are ${listed(levels)}.`,
    fixes: meant === undefined ? [] : [replaceWith(at, meant, false)],
  }
}

function unknownOption(at: Path, name: string, { id, options = {} }: Rule): Report {
  const names = Object.keys(options)
  const meant = nearest(name, ['level', ...names])
  const offer = names.length === 0 ? ` The rule has no options beside its level.` : ` It has ${listed(names.map((n) => `"${n}"`))}.`
  return {
    at,
    on: 'key',
    message: `The rule ${id} has no option "${name}", so this has no effect.${meant === undefined ? offer : ` Did you mean "${meant}"?`}`,
    fixes: renamed(at, meant),
  }
}

function renamed(at: Path, to: string | undefined): readonly Change[] {
  return to === undefined ? [] : [{ title: `Write ${to}`, safe: false, steps: [{ do: 'rename-key', at, to }] }]
}

const typeWords: Readonly<Record<RuleOption['type'], string>> = {
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  strings: 'a list of words',
}
