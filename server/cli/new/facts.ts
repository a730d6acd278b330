import { createInterface } from 'node:readline'
import type { Answer } from '../../core/index.ts'
import type { Arguments } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Output, Shell, TerminalPair } from '../shell.ts'
import { indented, printable, wrap } from '../text.ts'

/** Where the facts of a new file come from: options, and on a terminal questions for what they leave open. */
export interface Facts {
  readonly args: Arguments
  readonly asker: Asker | undefined
}

export interface Asker {
  readonly ask: (prompt: string) => Promise<string>
  readonly output: Output
  readonly close: () => void
}

/** A fact, how to ask for it and how to read the answer. */
export interface Question<T> {
  /** The option that gives the fact. */
  readonly option: string
  readonly text: string
  /** Lines to choose from, shown below the question. */
  readonly list?: string
  readonly read: (text: string) => Answer<T>
  /** How an answer was understood, where that is not plain from its words. */
  readonly echo?: (value: T) => string
  /** What holds where nothing is said, and how it is shown. */
  readonly usual?: { readonly value: T; readonly shown: string }
}

export function askerOf({ dialogue, err }: Shell): Asker | undefined {
  return dialogue ? createAsker(dialogue, err) : undefined
}

function createAsker(terminal: TerminalPair, output: Output): Asker {
  const dialogue = createInterface(terminal)
  // Lines that come faster than questions, as when text is pasted, wait for their turn.
  const typed: string[] = []
  let waiting: ((line: string | undefined) => void) | undefined
  let ended = false
  dialogue.on('line', (line) => {
    if (waiting) waiting(line)
    else typed.push(line)
  })
  dialogue.once('close', () => {
    ended = true
    waiting?.(undefined)
  })
  const nextLine = (): Promise<string | undefined> =>
    new Promise((resolve) => {
      waiting = resolve
    })
  return {
    ask: async (prompt) => {
      dialogue.setPrompt(prompt)
      if (!ended) dialogue.prompt()
      const line = typed.shift() ?? (ended ? undefined : await nextLine())
      waiting = undefined
      if (line !== undefined) return line
      output.write('\n')
      return refuse('Stopped; nothing was written.')
    },
    output,
    close: () => dialogue.close(),
  }
}

/** A fact from its option, else from the writer, else what is usual; without any of these the run ends. */
export async function fact<T>({ args, asker }: Facts, question: Question<T>): Promise<T> {
  const given = args.get(question.option)
  if (given !== undefined) return accepted(question.read(given), question.option)
  if (asker) return asked(question, asker)
  return question.usual ? question.usual.value : refuse(needed(question))
}

/** A fact that may be given several times. */
export async function facts<T>(source: Facts, question: Question<readonly T[]>): Promise<readonly T[]> {
  const given = source.args.all(question.option)
  if (given.length === 0) return fact(source, question)
  return [...new Set(given.flatMap((text) => accepted(question.read(text), question.option)))]
}

function accepted<T>(answer: Answer<T>, option: string): T {
  return 'value' in answer ? answer.value : refuse(`--${option}: ${answer.problem}`)
}

function needed({ option, text }: Pick<Question<unknown>, 'option' | 'text'>): string {
  return `--${option} is needed. ${text} (On a terminal you are asked for what is missing.)`
}

async function asked<T>({ text, list, read, usual, echo }: Question<T>, { ask, output }: Asker): Promise<T> {
  const { colors, width } = output.screen
  const tell = (words: string) => output.write(`${indented(printable(words), width, '  ')}\n`)
  output.write(`\n${wrap(text, width).map(colors.bold).join('\n')}\n${list ? `${list}\n` : ''}`)
  for (;;) {
    const words = (await ask(usual ? `[${printable(usual.shown)}] > ` : '> ')).trim()
    if (words === '' && usual) return usual.value
    const answer: Answer<T> = words === '' ? { problem: 'This is needed.' } : read(words)
    if ('problem' in answer) tell(answer.problem)
    else {
      if (echo) tell(echo(answer.value))
      return answer.value
    }
  }
}
