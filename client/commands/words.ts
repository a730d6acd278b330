/** Checks of what was typed in answer to a question: a sentence to the writer, or nothing. */
export function needed(line: string): string | undefined {
  return line === '' ? 'This is needed.' : undefined
}

/** A date that is no earlier than the first, or nothing; dates of ISO 8601, compared at the coarser precision. */
export function notBefore(first: string, words: string): (date: string) => string | undefined {
  return (date) => {
    const length = Math.min(first.length, date.length)
    return date.slice(0, length) < first.slice(0, length) ? words : undefined
  }
}
