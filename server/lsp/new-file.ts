import { join } from 'node:path'
import {
  briefDraft,
  type Draft,
  type EngagementAnswers,
  engagementDraft,
  objections,
  type Project,
  questionsOf,
  takesBlock,
  type Vocabulary,
} from '../core/index.ts'
import type { NewFileParams, NewFileResult, QuestionsParams, QuestionsResult } from '../protocol.ts'
import type { Desk } from './answers.ts'
import { choice } from './choices.ts'

/** What is needed of a desk to propose a file. */
type NewFileDesk = Pick<Desk, 'office' | 'today' | 'folders'>

/** A new file from answers: its text and a name that is free, or in words what is missing. Nothing is written. */
export async function newFile(desk: NewFileDesk, params: NewFileParams): Promise<NewFileResult> {
  const pathOf = (id: string) => join(params.folder, `${id}.${params.kind}.yaml`)
  const { project, inside } = await desk.office.room(pathOf('new'))
  const vocabulary = project.vocabularyOf(project.configOf(inside))
  const draft = draftOf(params, vocabulary, desk.today())
  if ('problems' in draft) return draft
  const id = await freeId(draft.id, async (wanted) => isTaken(project, params.kind, wanted) || (await isThere(desk, pathOf(wanted))))
  const named = id === draft.id ? draft : draftOf(params, vocabulary, desk.today(), id)
  if ('problems' in named) return named
  const room = await desk.office.room(pathOf(id))
  const against = objections(room.project, room.inside, named.text, { today: desk.today() })
  return against.length > 0 ? { problems: against } : { fileName: `${id}.${params.kind}.yaml`, text: named.text }
}

/** What a guided command has to ask about an engagement of a type. */
export async function questions(desk: NewFileDesk, { type, folder }: QuestionsParams): Promise<QuestionsResult | null> {
  const { project, inside } = await desk.office.room(join(folder ?? desk.folders()[0] ?? '', 'new.engagement.yaml'))
  const found = questionsOf(type, project.vocabularyOf(project.configOf(inside)))
  if (!found) return null
  return {
    parties: found.parties,
    who: found.who,
    dates: found.dates,
    questions: found.questions.map(({ block, key, text, isList, choices }) => ({
      block,
      key,
      text,
      isList,
      ...(choices ? { choices: choices.map(choice) } : {}),
    })),
  }
}

function draftOf(params: NewFileParams, vocabulary: Vocabulary, today: string, id?: string): Draft {
  const named = id === undefined ? {} : { id }
  if (params.kind === 'engagement') return engagementDraft({ ...engagementAnswers(params, vocabulary), ...named }, vocabulary, today)
  return briefDraft({ ...params, bluf: params.bluf ?? '', ...named }, vocabulary, today)
}

type EngagementParams = Extract<NewFileParams, { readonly kind: 'engagement' }>

/** A client that knows no questions gives the form of an exercise by itself, and the day of a signature as the first day. */
function engagementAnswers({ form, start, ...params }: EngagementParams, vocabulary: Vocabulary): EngagementAnswers {
  const type = vocabulary.engagementTypes.get(params.type)
  const isSigned = questionsOf(params.type, vocabulary)?.dates === 'signature' && !params.signed && !params.end
  const began = !start ? {} : isSigned ? { signed: start } : { start }
  const blocks = form && type && takesBlock(type, 'exercise') ? { exercise: [form], ...params.blocks } : params.blocks
  return { ...params, ...began, ...(blocks ? { blocks } : {}) }
}

/** The id itself, or with the first number behind it that makes it free. */
async function freeId(id: string, isUsed: (id: string) => Promise<boolean>): Promise<string> {
  let free = id
  for (let n = 2; await isUsed(free); n++) free = `${id}-${n}`
  return free
}

function isTaken({ portfolio }: Project, kind: NewFileParams['kind'], id: string): boolean {
  return portfolio.defined(kind, id).length > 0
}

/** Whether a file of that name can be read; one that holds no id is not in the portfolio. */
async function isThere(desk: NewFileDesk, path: string): Promise<boolean> {
  return (await desk.office.file(path)) !== undefined
}
