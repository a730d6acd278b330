/** Checks of what was typed in answer to a question: a sentence to the writer, or nothing. */
export function needed(line: string): string | undefined {
  return line === '' ? 'This is needed.' : undefined
}

const form = 'Write year, month and day in figures, as 2024-06-27. The month (2024-06) or the year is enough where no more is known.'

export function dateOrNothing(line: string): string | undefined {
  if (line === '') return undefined
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(line)) return form
  const [year = '', month = '01', day = '01'] = line.split('-')
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // A day that does not exist, such as 30 February, is silently moved to the next month.
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
  return isDay ? undefined : `There is no such day in the calendar: ${line}.`
}

export function neededDate(line: string): string | undefined {
  return needed(line) ?? dateOrNothing(line)
}

/** A later day, or nothing; compared at the coarser precision. */
export function dateNotBefore(first: string, words: string): (line: string) => string | undefined {
  return (line) => {
    const length = Math.min(first.length, line.length)
    return dateOrNothing(line) ?? (line.slice(0, length) < first.slice(0, length) ? words : undefined)
  }
}
