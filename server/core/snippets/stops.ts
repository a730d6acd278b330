import type { SnippetsParam as Param, SnippetsSnippet as Snippet } from '../model/types.generated.ts'
import type { Schema } from '../schema/schema.ts'
import type { Words } from '../schema/value-words.ts'
import { inFlow } from '../text/quote.ts'
import { type Answer, answerSchema, printedAnswer } from './answers.ts'
import { type Beside, mark, type Pen } from './written.ts'

type Params = Readonly<Record<string, Param>>

interface Ways extends Words {
  /** The number of the next stop; without it, they are counted from 1. */
  readonly next?: () => number
  /** The answers of a type from which to choose; without it, those that its schema lists. */
  readonly offered?: (schema: Schema) => readonly string[]
}

/** Blanks as tab stops of Visual Studio Code and the protocol, the same stop for the same blank. */
export function stopPen(params: Params, ways: Ways): Pen {
  const stops = new Map<string, number>()
  const next = ways.next ?? (() => stops.size + 1)
  return {
    literal: literal,
    blank: (name, beside) => {
      if (name === closing) return '}'
      if (name.startsWith(opening)) {
        const n = stops.get(name) ?? next()
        stops.set(name, n)
        return `\${${n}:`
      }
      const known = stops.get(name)
      if (known !== undefined) return `$${known}`
      const n = next()
      stops.set(name, n)
      return tabStop(n, name, { param: Object.hasOwn(params, name) ? (params[name] ?? {}) : {}, beside, ways })
    },
  }
}

function tabStop(
  n: number,
  name: string,
  { param, beside, ways }: { readonly param: Param; readonly beside: Beside; readonly ways: Ways },
): string {
  const shown = (answer: Answer) => fitting(beside === 'nothing' ? String(answer) : printedAnswer(param, answer, ways), beside)
  const schema = answerSchema(param)
  const ofType = schema ? (ways.offered?.(schema) ?? (schema.enum ?? []).map(String)) : []
  const answers = (param.choices?.filter((choice) => !hasBlanks(choice)) ?? ofType).map(shown)
  const usual = param.default === undefined ? undefined : shown(param.default)
  const [only = fitting(param.label ?? name, beside)] = answers
  // One answer beside those with blanks is nothing to choose from.
  const isOpen = answers.length === 0 || (answers.length === 1 && param.choices !== undefined && param.choices.length > 1)
  if (isOpen) return `\${${n}:${literal(usual ?? only)}}`
  // An editor shows the first, so what is usual comes first.
  const ordered = usual !== undefined && answers.includes(usual) ? [...new Set([usual, ...answers])] : answers
  return `\${${n}|${ordered.map((word) => word.replace(/[\\,|]/g, '\\$&')).join(',')}|}`
}

/** An answer in such a form that what stands around it is still read as it was. A number or a word such as "true" stays one. */
function fitting(answer: string, beside: Beside): string {
  if (beside === 'words') return answer.replace(/\s+/g, ' ')
  if (beside === 'apostrophes') return answer.replace(/\s+/g, ' ').replaceAll("'", "''")
  if (beside === 'quotes') return JSON.stringify(answer).slice(1, -1)
  return /^[-+]?[\w.]+$/.test(answer) ? answer : inFlow(answer, false)
}

/** Text in which no sign has a meaning of its own for an editor. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** Where a stop begins that holds the words of a choice and its blanks, and where it ends; no blank is called so. */
const opening = '<'
const closing = '>'

/** A choice with blanks of its own as a stop around them, for an editor knows no such choices. */
export function stopAround(blank: string, words: string): string {
  return `${mark}${opening}${blank}${mark}${words}${mark}${closing}${mark}`
}

function hasBlanks(choice: Answer): boolean {
  return String(choice).includes('{{')
}

/**
 * Answers for a snippet that an editor fills in: a mark for each blank, which
 * becomes a stop, and the usual answer where something is made of it first.
 */
export function answersWithStops({ params = {}, generate }: Snippet): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, { choices = [], default: usual = choices[0] }]) => {
      const isMadeOf = generate?.risks?.includes(`{{${name}}}`) || (usual !== undefined && choices.includes(usual) && hasBlanks(usual))
      if (!isMadeOf) return [[name, `${mark}${name}${mark}`]]
      return usual === undefined ? [] : [[name, usual]]
    }),
  )
}
