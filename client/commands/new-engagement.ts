import type { Uri } from 'vscode'
import { type ChoicesResult, choicesRequest } from '../../server/protocol.ts'
import { type Answers, type Asking, answerTo, askInTurn } from '../ask.ts'
import type { Checker } from '../checker.ts'
import { createFile, folderFor } from './new-file.ts'
import { dateNotBefore, dateOrNothing, needed } from './words.ts'

/** Asks what happened, when and who took part, and writes the engagement. */
export function newEngagement(checker: Checker) {
  return async (given?: Uri): Promise<void> => {
    const choices = await checker.ask<ChoicesResult>(choicesRequest, {})
    const folder = choices && (await folderFor('engagements', given))
    const answers = choices && folder && (await askInTurn('New engagement', questions(choices)))
    if (!folder || !answers) return
    await createFile(checker, { kind: 'engagement', ...facts(answers) }, folder)
  }
}

function facts(answers: Answers) {
  const optional = ['start', 'end', 'form'].flatMap((key) =>
    answerTo(answers, key) === '' ? [] : [[key, answerTo(answers, key)] as const],
  )
  return {
    type: answerTo(answers, 'type'),
    title: answerTo(answers, 'title'),
    countries: [answers.get('countries') ?? []].flat(),
    ...(Object.fromEntries(optional) as { readonly start?: string; readonly end?: string; readonly form?: string }),
  }
}

/** The types that the word "exercise" or "competition" names are run in a form, and their files must say in which. */
const hasForm = /exercise|competition/

function questions({ engagementTypes, exerciseForms, countries }: ChoicesResult): readonly Asking[] {
  return [
    () => ({
      key: 'type',
      answer: 'one',
      text: 'What was it, or will it be?',
      hint: 'Type a word, such as visit or exercise',
      choices: engagementTypes,
    }),
    () => ({
      key: 'title',
      answer: 'line',
      text: 'Under which name do readers know it?',
      hint: 'Exercise Cobra Gold 2024',
      problem: needed,
    }),
    (answers) =>
      hasForm.test(answerTo(answers, 'type'))
        ? { key: 'form', answer: 'one', text: 'How was it run?', hint: 'Type a word, such as field or table', choices: exerciseForms }
        : undefined,
    () => ({
      key: 'start',
      answer: 'line',
      text: 'On which day did it begin, or will it? For an agreement: when was it signed? Leave it empty if nobody knows yet.',
      hint: '2024-06-27',
      problem: dateOrNothing,
    }),
    (answers) =>
      answerTo(answers, 'start') === ''
        ? undefined
        : {
            key: 'end',
            answer: 'line',
            text: 'And the last day? Leave it empty for a single day, or for what goes on.',
            hint: '2024-08-01',
            problem: dateNotBefore(answerTo(answers, 'start')),
          },
    () => ({
      key: 'countries',
      answer: 'many',
      text: 'Which States took part?',
      hint: 'Type a name, tick it, type the next; Enter ends',
      choices: countries,
      least: 1,
    }),
  ]
}
