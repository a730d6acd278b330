/**
 * Text as a quoted YAML scalar. Double quotes unless the text holds a double
 * quote or a backslash, which are plain characters in single quotes. Line breaks
 * and signs that nobody sees are written as escapes.
 */
export function quote(text: string): string {
  if (/[\u0000-\u001f\u007f]/.test(text)) return JSON.stringify(text)
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

/** Plain scalars that YAML 1.1 or 1.2 readers take for a boolean, a null, a number or a time. */
const notText =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d+|0o?[0-7]+|0x[\da-f]+|\.inf)|\.nan|\d+(?::[0-5]?\d)+(?:\.\d*)?)$/i

/** Whether a text may stand as a plain scalar, in a block or between brackets. */
export function plainIsSafe(text: string, inFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || notText.test(text)) return false
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^-[^\s]/.test(text)) return false
  if (/: |:$| #|[\r\n\t]/.test(text)) return false
  return !(inFlow && /[,[\]{}]/.test(text))
}

/** Text as a scalar: plain where that is safe, else quoted. */
export function asScalar(text: string, inFlow = false): string {
  return plainIsSafe(text, inFlow) ? text : quote(text)
}

/** Text in the place of another, in the same quotes or, where there were none and it is safe, in none. */
export function requoted(text: string, style: 'single' | 'double' | 'plain', inFlow: boolean): string {
  if (style === 'single') return `'${text.replaceAll("'", "''")}'`
  if (style === 'double') return `"${text.replace(/["\\]/g, '\\$&')}"`
  return asScalar(text, inFlow)
}

/** A value between brackets and braces, or a scalar, as it may stand on one line behind a key. */
export function inFlow(value: unknown, inside = true): string {
  if (Array.isArray(value)) return `[${value.map((item) => inFlow(item)).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${asScalar(key, true)}: ${inFlow(inner)}`)
      .join(', ')} }`
  if (typeof value !== 'string') return String(value)
  // A date is text to Chancery, and reads best as it is.
  return /^\d{4}(?:-\d\d){0,2}$/.test(value) ? value : asScalar(value, inside)
}

/** Where a quoted text ends that opens at an offset; undefined where it does not before the limit. */
export function closingQuote(text: string, start: number, limit: number): number | undefined {
  const mark = text.charAt(start)
  for (let at = start + 1; at < limit; at++) {
    const c = text.charAt(at)
    if (c === '\\' && mark === '"') at++
    else if (c === mark && mark === "'" && text.charAt(at + 1) === "'") at++
    else if (c === mark) return at
  }
  return undefined
}
