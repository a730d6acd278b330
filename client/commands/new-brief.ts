import type { Uri } from 'vscode'
import { type ChoicesResult, choicesRequest, type NewFileParams } from '../../server/protocol.ts'
import { askInTurn } from '../ask.ts'
import type { Checker } from '../checker.ts'
import { briefFacts, briefQuestions } from '../questions.ts'
import { createFile, dateReader, folderFor } from './new-file.ts'

/** Answers that were given beforehand, as by a link or another extension. */
type BriefAnswers = Omit<Extract<NewFileParams, { kind: 'brief' }>, 'kind'>

/** Asks for whom and in which form, and writes the brief. */
export function newBrief(checker: Checker) {
  return async (given?: Uri | BriefAnswers): Promise<boolean> => {
    if (given && 'title' in given) return createFile(checker, { ...given, kind: 'brief' })
    const choices = await checker.ask<ChoicesResult>(choicesRequest, {})
    const folder = choices && (await folderFor('briefs', given))
    if (!folder) return false
    const answers = await askInTurn({ title: 'New brief', list: async () => briefQuestions(choices), readDate: dateReader(checker) })
    return answers !== undefined && createFile(checker, briefFacts(answers, folder.fsPath))
  }
}
