import type { Uri } from 'vscode'
import {
  type ChoicesResult,
  choicesRequest,
  type NewFileParams,
  type QuestionsParams,
  type QuestionsResult,
  questionsRequest,
} from '../../server/protocol.ts'
import { askInTurn } from '../ask.ts'
import type { Checker } from '../checker.ts'
import { type Answers, engagementFacts, engagementQuestions } from '../questions.ts'
import { createFile, dateReader, folderFor } from './new-file.ts'

/** Answers that were given beforehand, as by a link or another extension. */
type EngagementAnswers = Omit<Extract<NewFileParams, { kind: 'engagement' }>, 'kind'>

/** Asks what happened, when and who took part, and writes the engagement. */
export function newEngagement(checker: Checker) {
  return async (given?: Uri | EngagementAnswers): Promise<boolean> => {
    if (given && 'title' in given) return createFile(checker, { ...given, kind: 'engagement' })
    const choices = await checker.ask<ChoicesResult>(choicesRequest, {})
    const folder = choices && (await folderFor('engagements', given))
    if (!folder) return false
    const list = async (soFar: Answers) => {
      const type = soFar.get('type')
      return engagementQuestions(soFar, choices, typeof type === 'string' ? await questionsOf(checker, type, folder) : null)
    }
    const answers = await askInTurn({ title: 'New engagement', list, readDate: dateReader(checker) })
    return answers !== undefined && createFile(checker, engagementFacts(answers, folder.fsPath))
  }
}

function questionsOf(checker: Checker, type: string, folder: Uri): Promise<QuestionsResult | null> {
  const params: QuestionsParams = { type, folder: folder.fsPath }
  return checker.ask<QuestionsResult>(questionsRequest, params)
}
