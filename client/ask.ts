import { type Disposable, type QuickInput, QuickInputButtons, type QuickPickItem, window } from 'vscode'
import type { Choice } from '../server/protocol.ts'

interface Common {
  readonly key: string
  readonly text: string
  /** What to type or look for, in grey. */
  readonly hint?: string
}

/** A question in words, with one line, one choice or several choices as the answer. */
export type Question =
  | (Common & { readonly answer: 'line'; readonly problem: (line: string) => string | undefined; readonly value?: string })
  | (Common & { readonly answer: 'one' | 'many'; readonly choices: readonly Choice[]; readonly least?: number })

/** What was answered, by key; a list where several could be chosen. */
export type Answers = ReadonlyMap<string, string | readonly string[]>

/** A question that may depend on earlier answers, or fall away with them. */
export type Asking = (answers: Answers) => Question | undefined

type Reply = { readonly value: string | readonly string[] } | 'back' | 'away'

/** Asks one question after the other, with a way back; undefined when the writer leaves. */
export async function askInTurn(title: string, askings: readonly Asking[]): Promise<Answers | undefined> {
  const answers = new Map<string, string | readonly string[]>()
  const asked: number[] = []
  for (let at = 0; at < askings.length; ) {
    const question = askings[at]?.(answers)
    const reply: Reply | undefined = question && (await ask(question, { title, step: asked.length + 1, isFirst: asked.length === 0 }))
    if (reply === 'away') return undefined
    if (reply === 'back') {
      at = asked.pop() ?? 0
      continue
    }
    if (question && reply) {
      answers.set(question.key, reply.value)
      asked.push(at)
    }
    at++
  }
  return answers
}

/** The answer to a question with one answer; an empty text where it was not asked. */
export function answerTo(answers: Answers, key: string): string {
  const value = answers.get(key)
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

interface Stage {
  readonly title: string
  readonly step: number
  readonly isFirst: boolean
}

function ask(question: Question, stage: Stage): Promise<Reply> {
  return question.answer === 'line' ? askLine(question, stage) : askChoice(question, stage)
}

function askLine(question: Extract<Question, { answer: 'line' }>, stage: Stage): Promise<Reply> {
  const box = window.createInputBox()
  box.prompt = question.text
  box.placeholder = question.hint
  box.value = question.value ?? ''
  return whenAnswered(box, stage, (done) => [
    box.onDidChangeValue(() => {
      box.validationMessage = undefined
    }),
    box.onDidAccept(() => {
      box.validationMessage = question.problem(box.value.trim())
      if (box.validationMessage === undefined) done({ value: box.value.trim() })
    }),
    box.onDidTriggerButton(() => done('back')),
  ])
}

function askChoice(question: Extract<Question, { answer: 'one' | 'many' }>, stage: Stage): Promise<Reply> {
  const pick = window.createQuickPick<QuickPickItem & { readonly id: string }>()
  const { answer, choices, text, hint, least = 0 } = question
  pick.items = choices.map(({ id, label, detail }) => ({ id, label, ...(detail === '' ? {} : { detail }) }))
  pick.canSelectMany = answer === 'many'
  pick.matchOnDetail = true
  pick.placeholder = hint ? `${text} ${hint}` : text
  return whenAnswered(pick, stage, (done) => [
    pick.onDidAccept(() => {
      const ids = pick.selectedItems.map(({ id }) => id)
      if (answer === 'one' && ids[0] !== undefined) done({ value: ids[0] })
      else if (answer === 'many' && ids.length >= least) done({ value: ids })
      else pick.title = `${stage.title}: choose ${least === 1 ? 'at least one' : `at least ${least}`}`
    }),
    pick.onDidTriggerButton(() => done('back')),
  ])
}

/** Shows a box until it is answered or left. */
function whenAnswered(
  box: QuickInput & { buttons: readonly unknown[] },
  { title, step, isFirst }: Stage,
  listen: (done: (reply: Reply) => void) => readonly Disposable[],
): Promise<Reply> {
  box.title = title
  box.step = step
  box.ignoreFocusOut = true
  box.buttons = isFirst ? [] : [QuickInputButtons.Back]
  return new Promise((resolve) => {
    const listeners = listen((reply) => {
      resolve(reply)
      box.dispose()
    })
    box.onDidHide(() => {
      resolve('away')
      for (const listener of listeners) listener.dispose()
      box.dispose()
    })
    box.show()
  })
}
