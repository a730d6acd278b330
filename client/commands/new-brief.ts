import type { Uri } from 'vscode'
import { type Choice, type ChoicesResult, choicesRequest } from '../../server/protocol.ts'
import { type Asking, answerTo, askInTurn } from '../ask.ts'
import type { Checker } from '../checker.ts'
import { createFile, folderFor } from './new-file.ts'
import { needed } from './words.ts'

const nobody: Choice = { id: '', label: 'Not known yet', detail: '' }

/** Asks for whom and in which form, and writes the brief. */
export function newBrief(checker: Checker) {
  return async (given?: Uri): Promise<void> => {
    const choices = await checker.ask<ChoicesResult>(choicesRequest, {})
    const folder = choices && (await folderFor('briefs', given))
    const answers = choices && folder && (await askInTurn('New brief', questions(choices)))
    if (!folder || !answers) return
    const audience = answerTo(answers, 'audience')
    const bluf = answerTo(answers, 'bluf')
    const facts = { title: answerTo(answers, 'title'), profile: answerTo(answers, 'profile') }
    await createFile(
      checker,
      { kind: 'brief', ...facts, ...(audience === '' ? {} : { audience }), ...(bluf === '' ? {} : { bluf }) },
      folder,
    )
  }
}

function questions({ profiles, audiences }: ChoicesResult): readonly Asking[] {
  return [
    () => ({
      key: 'profile',
      answer: 'one',
      text: 'Which form shall it have?',
      hint: 'Type a word, such as memo or submission',
      choices: profiles,
    }),
    () => ({ key: 'audience', answer: 'one', text: 'Who will read it?', choices: [...audiences, nobody] }),
    () => ({ key: 'title', answer: 'line', text: 'What is its title?', hint: 'Keep the safety channel open', problem: needed }),
    () => ({
      key: 'bluf',
      answer: 'line',
      text: 'The bottom line in one sentence: what shall the reader do or know? You may leave it empty for now.',
      hint: 'Agree by March to propose a yearly safety meeting.',
      problem: () => undefined,
    }),
  ]
}
