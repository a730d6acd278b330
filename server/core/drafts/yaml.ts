import { asScalar } from '../text/quote.ts'

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
  return ` >-\n${shifted(folded(String(value), width - 2), '  ')}`
}

function members(value: object, width: number): string {
  return Object.entries(value)
    .map(([key, inner]) => entry(key, inner, width))
    .join('\n')
}

function shifted(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent)
}

/** A value between brackets and braces, or a scalar. */
export function inFlow(value: unknown, inside = true): string {
  if (Array.isArray(value)) return `[${value.map((item) => inFlow(item)).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${inFlow(inner)}`)
      .join(', ')} }`
  if (typeof value !== 'string') return String(value)
  // A date is text to Chancery, and reads best as it is.
  return /^\d{4}(?:-\d\d){0,2}$/.test(value) ? value : asScalar(value, inside)
}

/** Lines of a folded text; a reader joins them with single spaces again. */
function folded(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
