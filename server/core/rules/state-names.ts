import type { Country } from '../schema/vocabulary-types.ts'

/** Whether a text names a State, by any of its names or adjectives. */
export function namesState(text: string, { name, official, aliases, demonyms }: Country): boolean {
  return [name, official ?? '', ...aliases, ...demonyms].some((word) => word.length > 1 && hasWords(text, word))
}

/** As whole words and with their capitals, since "us" is not the United States. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + words.length))) return true
  }
  return false
}
