import type { SnippetQuestion } from '../server/protocol-snippets.ts'
import { needed } from './commands/words.ts'
import type { Answers, Question } from './questions.ts'

/** What a snippet asks, as questions of the guided commands; the usual answer comes first or stands in grey. */
export function snippetQuestions(questions: readonly SnippetQuestion[]): readonly Question[] {
  return questions.map(({ key, text, isNeeded, usual, answer, choices }): Question => {
    if (answer === 'one') {
      const all = choices ?? []
      const first = all.filter(({ id }) => id === usual)
      // What has a usual answer is never open.
      const none = isNeeded || usual !== '' ? [] : [{ id: '', label: 'Leave it open', detail: '' }]
      return { key, answer: 'one', text, choices: [...first, ...all.filter(({ id }) => id !== usual), ...none] }
    }
    const hint = usual === '' ? {} : { hint: `${usual} (if you leave it empty)` }
    const isMissing = isNeeded && usual === '' ? needed : () => undefined
    if (answer === 'date') return { key, answer: 'date', text, hint: usual || '27 June 2026, or 2026-06', problem: isMissing }
    return answer === 'number'
      ? { key, answer: 'line', text, ...hint, problem: (line) => isMissing(line) ?? numberProblem(line), live: numberProblem }
      : { key, answer: 'line', text, ...hint, problem: isMissing }
  })
}

function numberProblem(line: string): string | undefined {
  return line === '' || /^-?\d+(\.\d+)?$/.test(line) ? undefined : 'A number is wanted, as 12 or 2.5.'
}

/** The answers as the checker wants them; what was left empty gets its usual answer there. */
export function snippetAnswers(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries([...answers].flatMap(([key, value]) => (typeof value === 'string' && value !== '' ? [[key, value]] : [])))
}
