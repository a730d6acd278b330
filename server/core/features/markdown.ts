/** Words of a file or a vocabulary as plain words in Markdown, in which nothing is a list, a link or a mark. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|#~&@]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/^[-+=]|(?<=^\d{1,9})[.)]/, '\\$&')
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
  return `*Source: ${linked(source.replace(/[.\s]+$/, ''))}${asOf === '' ? '' : ` (checked ${asOf})`}*`
}

/** Words in which web addresses can be followed. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:)])/)
    .map((part, i) => (i % 2 === 1 ? address(part) : spaced(part)))
    .join('')
}

/** Plain words with the space at their ends, where they are joined to others. */
function spaced(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s?)([\s\S]*?)(\s?)$/.exec(text) ?? []
  return before + plain(words) + after
}

/** A word as it is typed. The fence is longer than any in the word. */
export function code(text: string): string {
  const word = text.replace(/\s+/g, ' ')
  const fence = '`'.repeat(longestFence(word) + 1)
  return word.startsWith('`') || word.endsWith('`') ? `${fence} ${word} ${fence}` : `${fence}${word}${fence}`
}

/** Lines of a file as they are typed. */
export function block(text: string): string {
  const fence = '`'.repeat(Math.max(2, longestFence(text)) + 1)
  return `${fence}yaml\n${text}\n${fence}`
}

function longestFence(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, ticks) => Math.max(longest, ticks.length), 0)
}

/** A web address that can be followed, or the words of one that cannot. */
export function address(url: string): string {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url) ? `<${url}>` : plain(url)
}
