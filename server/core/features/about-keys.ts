import { allowedBlocks, blocks, everywhere } from '../model/blocks.ts'
import { rules } from '../rules/all.generated.ts'
import type { Rule, RuleOption } from '../rules/rule.ts'
import { type Schema, schemaAt } from '../schema/schema.ts'
import type { EngagementType } from '../schema/vocabulary-types.ts'
import type { Path } from '../text/path.ts'
import { inFlow } from '../text/quote.ts'
import { listed } from '../text/words.ts'
import { block, code, facts, paragraphs, plain } from './markdown.ts'
import { type Scene, textAt } from './scene.ts'

/** What a key is for, what is expected, and an example. */
export function aboutKey(scene: Scene, path: Path): string {
  const schema = scene.schema && schemaAt(scene.schema, path)
  const key = String(path.at(-1) ?? '')
  return schema ? keyWords(key, schema, path.length === 1 ? blockFacts(scene, key) : []) : ''
}

function keyWords(key: string, schema: Schema, more: readonly string[]): string {
  const title = schema.title ? `: ${plain(schema.title)}` : ''
  const expects = schema['x-expects'] ? `Expected: ${plain(schema['x-expects'])}.` : undefined
  const example = schema.examples?.[0]
  // The descriptions are Markdown already.
  return paragraphs(
    `**${code(key)}**${title}`,
    schema.description,
    facts(more),
    expects,
    example === undefined ? undefined : block(`${key}: ${inFlow(example, false)}`),
  )
}

/** More types than these make a list that nobody reads on a hover. */
const mostTypes = 12

/** Whether the type of this engagement needs a block; while it has none, which types need it and which may have it. */
function blockFacts({ kind, vocabulary, scan }: Scene, key: string): readonly string[] {
  if (kind !== 'engagement' || !blocks.some((each) => each === key)) return []
  const own = vocabulary.engagementTypes.get(textAt(scan, ['type']) ?? '')
  if (own?.block.includes(key)) return [`${plain(own.label)}: needs this part`]
  if (own) return [`${plain(own.label)}: ${allowedBlocks(own).includes(key) ? 'may have this part' : 'does not have this part'}`]
  const types = [...vocabulary.engagementTypes.entries.values()]
  return [
    typeLine(
      'Needed by',
      types.filter(({ block: needed }) => needed.includes(key)),
    ),
    everywhere.includes(key)
      ? 'Any type may have it'
      : typeLine(
          'Allowed in',
          types.filter(({ also }) => also.includes(key)),
        ),
  ]
}

function typeLine(words: string, types: readonly EngagementType[]): string {
  const labels = types.map(({ label }) => plain(label))
  const rest = labels.length - mostTypes
  if (labels.length === 0) return ''
  return `${words} ${rest > 1 ? listed([...labels.slice(0, mostTypes), `${rest} more types`]) : listed(labels)}`
}

/** The rule that a configuration sets at a path. */
export function ruleAt({ kind }: Scene, path: Path): Rule | undefined {
  return kind === 'config' && path.at(-2) === 'rules' ? rules.find(({ id }) => id === path.at(-1)) : undefined
}

export function aboutRule(id: string): string {
  const rule = rules.find((each) => each.id === id)
  if (!rule) return ''
  const level =
    typeof rule.level === 'string'
      ? rule.level
      : Object.entries(rule.level)
          .map(([stage, l]) => `${l} (${stage})`)
          .join(', ')
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => `${code(name)}: ${optionWords(option)}`)
  return paragraphs(`**${code(rule.id)}** ${rule.summary}`, rule.reason, `Its own level is ${level}.`, facts(options))
}

export function aboutOption(id: string, name: string): string {
  const option = rules.find((rule) => rule.id === id)?.options?.[name]
  const level = 'How severe the findings of this rule are: off, hint, info, warning or error.'
  return option || name === 'level' ? paragraphs(`**${code(name)}**`, option ? optionWords(option) : level) : ''
}

function optionWords({ description, default: usual }: RuleOption): string {
  const values = usual === undefined ? [] : [usual].flat().map((value) => code(String(value)))
  return values.length === 0 ? description : `${description} Without it: ${values.join(', ')}.`
}
