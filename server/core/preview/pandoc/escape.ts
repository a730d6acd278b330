/** Words that stay words in Pandoc's Markdown: whatever has a meaning there is escaped. */
export function escaped(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]()#<>@^~|$"'&!=+:]/g, '\\$&')
    .replace(/--|\.\.\./g, (run) => [...run].map((sign) => `\\${sign}`).join(''))
}

/** The same at the beginning of a line, where a hyphen or a number would begin a list. */
export function lineStart(line: string): string {
  return line.replace(/^(\s*)([-%])/, '$1\\$2').replace(/^(\s*)(\d+|[A-Za-z#]{1,4})([.)])(?=\s|$)/, '$1$2\\$3')
}

/** A scalar of YAML, in the form that is also JSON. */
export function quoted(words: string): string {
  return JSON.stringify(words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
