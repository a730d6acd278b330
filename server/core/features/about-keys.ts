import type { Rule } from '../rules/rule.ts'
import type { Schema } from '../schema/schema.ts'
import { asScalar } from '../text/quote.ts'
import { code, paragraphs, plain } from './markdown.ts'

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
    example === undefined ? undefined : `\`\`\`yaml\n${key}: ${flow(example, false)}\n\`\`\``,
  )
}

/** A value on one line, as it may stand behind a key. */
function flow(value: unknown, inside: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, true)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, item]) => `${key}: ${flow(item, true)}`)
    return `{ ${pairs.join(', ')} }`
  }
  return typeof value === 'string' && !/^\d{4}(?:-\d\d){0,2}$/.test(value) ? asScalar(value, inside) : String(value)
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
