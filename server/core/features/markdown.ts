/** Words of a file or a vocabulary as plain words in Markdown. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/g, '\\$&').replace(/\s+/g, ' ')
}

/** Paragraphs, without those that are empty. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}

/** Facts in a line each. */
export function facts(lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined && line !== '')
    .map((line) => `- ${line}`)
    .join('\n')
}

/** Where a statement comes from, in small print at the end. */
export function sourceLine(source: string, asOf: string): string | undefined {
  if (source === '') return undefined
  return `*Source: ${plain(source.replace(/[.\s]+$/, ''))}${asOf === '' ? '' : ` (checked ${asOf})`}*`
}

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
