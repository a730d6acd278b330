import { type Disposable, type QuickInput, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode'
import { type Answers, type ChoiceQuestion, type LineQuestion, namedChoice, type Question } from './questions.ts'

type Reply = { readonly value: string | readonly string[] } | 'back' | 'away'

/**
 * Asks one question after the other, with a way back, until all that `list`
 * names for the answers so far have one; undefined when the writer leaves.
 */
export async function askInTurn(title: string, list: (answers: Answers) => Promise<readonly Question[]>): Promise<Answers | undefined> {
  const answers = new Map<string, string | readonly string[]>()
  for (;;) {
    const question = (await list(answers)).find(({ key }) => !answers.has(key))
    if (!question) return answers
    const reply = await ask(question, { title, step: answers.size + 1 })
    if (reply === 'away') return undefined
    // A map keeps the order in which its keys came.
    if (reply === 'back') answers.delete([...answers.keys()].at(-1) ?? '')
    else answers.set(question.key, reply.value)
  }
}

interface Stage {
  readonly title: string
  readonly step: number
}

function ask(question: Question, stage: Stage): Promise<Reply> {
  return question.answer === 'line' ? askLine(question, stage) : askChoice(question, stage)
}

function askLine(question: LineQuestion, stage: Stage): Promise<Reply> {
  const box = window.createInputBox()
  box.prompt = question.text
  box.placeholder = question.hint
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

type Item = QuickPickItem & { readonly id: string }

function askChoice({ answer, choices, text, hint, least = 0 }: ChoiceQuestion, stage: Stage): Promise<Reply> {
  const pick = window.createQuickPick<Item>()
  // The editor gives what is ticked in the order of the list; whoever ticks has an order in mind.
  let ticked: readonly Item[] = []
  pick.items = choices.map(({ id, label, detail }) => ({ id, label, ...(detail === '' ? {} : { detail }) }))
  pick.canSelectMany = answer === 'many'
  pick.matchOnDetail = true
  pick.placeholder = hint ? `${text} ${hint}` : text
  return whenAnswered(pick, stage, (done) => [
    pick.onDidChangeSelection((now) => {
      ticked = [...ticked.filter((item) => now.includes(item)), ...now.filter((item) => !ticked.includes(item))]
    }),
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (answer === 'one') return chosen && done({ value: chosen.id })
      if (pick.value !== '') return tickNamed(pick)
      if (ticked.length >= least) return done({ value: ticked.map(({ id }) => id) })
      pick.title = `${stage.title}: choose ${least > 1 ? `at least ${least}` : 'one'}`
    }),
    pick.onDidTriggerButton(() => done('back')),
  ])
}

/** Enter after a name ticks it, so that nobody needs the mouse. */
function tickNamed(pick: QuickPick<Item>): void {
  const named = namedChoice(pick.items, pick.value)
  if (!named) return
  pick.value = ''
  if (!pick.selectedItems.includes(named)) pick.selectedItems = [...pick.selectedItems, named]
}

/** Shows a box until it is answered or left. */
function whenAnswered(
  box: QuickInput & { buttons: readonly unknown[] },
  { title, step }: Stage,
  listen: (done: (reply: Reply) => void) => readonly Disposable[],
): Promise<Reply> {
  box.title = title
  box.step = step
  box.ignoreFocusOut = true
  box.buttons = step === 1 ? [] : [QuickInputButtons.Back]
  return new Promise((resolve) => {
    const listeners = listen((reply) => {
      resolve(reply)
      box.hide()
    })
    box.onDidHide(() => {
      resolve('away')
      for (const listener of listeners) listener.dispose()
      box.dispose()
    })
    box.show()
  })
}
