import { type Disposable, type QuickInput, QuickInputButtons, type QuickPick, type QuickPickItem, window } from 'vscode'
import type { Choice, DateResult } from '../server/protocol.ts'
import { type Answers, type ChoiceQuestion, type LineQuestion, namedChoice, type Question } from './questions.ts'

type Reply = { readonly value: string | readonly string[] } | 'back' | 'away'

export interface Interview {
  readonly title: string
  /** The questions that the answers so far lead to. */
  readonly list: (answers: Answers) => Promise<readonly Question[]>
  /** A date as a writer typed it. */
  readonly readDate: (text: string) => Promise<DateResult | null>
}

/**
 * Asks one question after the other, with a way back, until all that `list`
 * names for the answers so far have one; undefined when the writer leaves.
 */
export async function askInTurn({ title, list, readDate }: Interview): Promise<Answers | undefined> {
  const answers = new Map<string, string | readonly string[]>()
  for (;;) {
    const question = (await list(answers)).find(({ key }) => !answers.has(key))
    if (!question) return answers
    const reply = await ask(question, { title, step: answers.size + 1, readDate })
    if (reply === 'away') return undefined
    // A map keeps the order in which its keys came.
    if (reply === 'back') answers.delete([...answers.keys()].at(-1) ?? '')
    else answers.set(question.key, reply.value)
  }
}

interface Stage extends Pick<Interview, 'title' | 'readDate'> {
  readonly step: number
}

function ask(question: Question, stage: Stage): Promise<Reply> {
  return 'choices' in question ? askChoice(question, stage) : askLine(question, stage)
}

function askLine(question: LineQuestion, stage: Stage): Promise<Reply> {
  const box = window.createInputBox()
  box.prompt = question.text
  box.placeholder = question.hint
  return whenAnswered(box, stage, (done) => [
    box.onDidChangeValue((typed) => {
      box.validationMessage = question.live?.(typed.trim())
    }),
    box.onDidAccept(async () => {
      const line = box.value.trim()
      const read = question.answer === 'date' && line !== '' ? await stage.readDate(line) : undefined
      const value = read && 'value' in read ? read.value : line
      box.validationMessage = read && 'problem' in read ? read.problem : question.problem(value)
      if (box.validationMessage === undefined) done({ value })
    }),
    box.onDidTriggerButton(() => done('back')),
  ])
}

type Item = QuickPickItem & { readonly id: string; readonly names: readonly string[] }

function askChoice({ answer, choices, text, hint = '', least = 0 }: ChoiceQuestion, stage: Stage): Promise<Reply> {
  const pick = window.createQuickPick<Item>()
  // The editor gives what is ticked in the order of the list; whoever ticks has an order in mind.
  let ticked: readonly Item[] = []
  pick.items = choices.map(itemOf)
  pick.canSelectMany = answer === 'many'
  pick.matchOnDetail = true
  pick.placeholder = hint
  const naming = tickNamed(pick, text)
  return whenAnswered(pick, { ...stage, title: text }, (done) => [
    pick.onDidChangeSelection((now) => {
      ticked = [...ticked.filter((item) => now.includes(item)), ...now.filter((item) => !ticked.includes(item))]
      if (answer === 'many')
        pick.placeholder = ticked.length === 0 ? hint : `${ticked.map(({ label }) => label).join(', ')}. Type the next, or press Enter`
    }),
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (answer === 'one') return chosen && done({ value: chosen.id })
      if (pick.value !== '') return naming()
      if (ticked.length >= least) return done({ value: ticked.map(({ id }) => id) })
      pick.title = `${text} Choose ${least > 1 ? `at least ${least}` : 'one'}.`
    }),
    pick.onDidTriggerButton(() => done('back')),
  ])
}

/** The other names stand in the second line, because the editor finds a row only by what it shows. */
function itemOf({ id, label, detail, names = [] }: Choice): Item {
  const shown = [detail, names.join(', ')].filter((part) => part !== '').join(' · ')
  return { id, label, names, ...(shown === '' ? {} : { detail: shown }) }
}

/** Enter after a name ticks it, so that nobody needs the mouse. Where it could mean several, a second Enter takes the row in front. */
function tickNamed(pick: QuickPick<Item>, question: string): () => void {
  let proposed: Item | undefined
  return () => {
    const [front] = pick.activeItems
    const named = namedChoice(pick.items, pick.value) ?? (front === proposed ? front : undefined)
    proposed = front
    pick.title = question
    if (named) {
      proposed = undefined
      pick.value = ''
      if (!pick.selectedItems.includes(named)) pick.selectedItems = [...pick.selectedItems, named]
    } else
      pick.title = front
        ? `"${pick.value}" may be several. Press Enter again for ${front.label}.`
        : `Nothing here is called "${pick.value}".`
  }
}

/** Shows a box until it is answered or left. */
function whenAnswered(
  box: QuickInput & { buttons: readonly unknown[] },
  { title, step }: Pick<Stage, 'title' | 'step'>,
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
