import type { Answer } from './answers.ts'

/** A new file, or in words what keeps it from being written. */
export type Draft = { readonly id: string; readonly text: string } | { readonly problems: readonly string[] }

/** Reads answers one after the other and keeps what is wrong with them, so that it can be told at once. */
export interface Reading {
  readonly problems: readonly string[]
  /** The answer as it was understood; nothing where there is none or it cannot be used. */
  readonly value: <T>(answer: string | undefined, read: (text: string) => Answer<T>, missing?: string) => T | undefined
  readonly values: <T>(
    answers: readonly string[] | undefined,
    read: (text: string) => Answer<readonly T[]>,
    missing?: string,
  ) => readonly T[]
  readonly object: (problem: string) => void
}

/** `missing` says what to do where the answer is needed and there is none. */
export function createReading(): Reading {
  const problems: string[] = []
  const object = (problem: string): void => {
    if (!problems.includes(problem)) problems.push(problem)
  }
  const value: Reading['value'] = (text, read, missing) => {
    if (text === undefined || text.trim() === '') {
      if (missing !== undefined) object(missing)
      return undefined
    }
    const answer = read(text)
    if ('value' in answer) return answer.value
    object(answer.problem)
    return undefined
  }
  return {
    problems,
    object,
    value,
    values: (answers, read, missing) => {
      const given = (answers ?? []).filter((text) => text.trim() !== '')
      if (given.length === 0 && missing !== undefined) object(missing)
      return [...new Set(given.flatMap((text) => value(text, read) ?? []))]
    },
  }
}
