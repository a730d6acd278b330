import { rules } from '../rules/all.generated.ts'
import type { Rule } from '../rules/rule.ts'
import type { Schema } from '../schema/schema.ts'
import type { Path } from '../text/path.ts'
import { inFlow } from '../text/quote.ts'
import { code, paragraphs, plain } from './markdown.ts'
import type { Scene } from './scene.ts'

/** What a key is for, what is expected, and an example. */
export function aboutKey(key: string, schema: Schema | undefined): string {
  const title = schema?.title ? `: ${plain(schema.title)}` : ''
  const expects = schema?.['x-expects'] ? `Expected: ${plain(schema['x-expects'])}.` : undefined
  const example = schema?.examples?.[0]
  // The descriptions are Markdown already.
  return paragraphs(
    `**${code(key)}**${title}`,
    schema?.description,
    expects,
    example === undefined ? undefined : `\`\`\`yaml\n${key}: ${inFlow(example, false)}\n\`\`\``,
  )
}

/** The rule that a configuration sets at a path. */
export function ruleAt({ kind }: Scene, path: Path): Rule | undefined {
  return kind === 'config' && path.at(-2) === 'rules' ? rules.find(({ id }) => id === path.at(-1)) : undefined
}

export function aboutRule(rule: Rule): string {
  const level =
    typeof rule.level === 'string'
      ? rule.level
      : Object.entries(rule.level)
          .map(([stage, l]) => `${l} (${stage})`)
          .join(', ')
  return paragraphs(`**${code(rule.id)}** ${rule.summary}`, rule.reason, `Its own level is ${level}.`)
}
