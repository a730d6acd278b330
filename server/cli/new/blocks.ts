import type { BlockQuestion } from '../../core/index.ts'
import type { Question } from './facts.ts'

/** The question of a block as it is asked on a terminal, with a list to choose from unless its words name the choices. */
export function questionOf({ option, text, choices, tellsChoices, read }: BlockQuestion): Question<readonly string[]> {
  const list = choices && !tellsChoices ? { list: numbered(choices.map(({ label }) => label)) } : {}
  return { option, text, ...list, read }
}

export function numbered(labels: readonly string[]): string {
  return labels.map((label, i) => `${String(i + 1).padStart(4)}  ${label}`).join('\n')
}
