import { wrap } from '../text/layout.ts'
import { inFlow } from '../text/quote.ts'

/** `key: value` on one line where that fits, else in lines of their own below the key. */
export function entry(key: string, value: unknown, width = 100): string {
  const flow = `${key}: ${inFlow(value, false)}`
  return flow.length <= width && !flow.includes('\n') ? flow : `${key}:${below(value, width)}`
}

function below(value: unknown, width: number): string {
  if (Array.isArray(value))
    return value
      .map(
        (item) =>
          `\n  - ${item === null || typeof item !== 'object' ? inFlow(item, false) : shifted(members(item, width - 4), '    ').trimStart()}`,
      )
      .join('')
  if (typeof value === 'object' && value !== null) return `\n${shifted(members(value, width - 2), '  ')}`
  // A reader joins the lines of a folded text with single spaces again.
  return ` >-\n${shifted(wrap(String(value), width - 2).join('\n'), '  ')}`
}

function members(value: object, width: number): string {
  return Object.entries(value)
    .map(([key, inner]) => entry(key, inner, width))
    .join('\n')
}

function shifted(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent)
}
