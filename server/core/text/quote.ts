/**
 * Text as a quoted YAML scalar. Double quotes unless the text holds a double
 * quote or a backslash, which are plain characters in single quotes.
 */
export function quote(text: string): string {
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
