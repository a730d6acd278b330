import { parseArgs } from 'node:util'
import { nearest } from '../core/index.ts'
import { refuse } from './refusal.ts'

/** An option of a command, as it is read and as help shows it. */
export interface Option {
  readonly name: string
  /** What its value is called in help; an option without one is on or off. */
  readonly value?: string
  readonly repeatable?: true
  readonly about: string
}

/** The options and paths of a command line. */
export interface Arguments {
  readonly has: (name: string) => boolean
  /** The last value that was given. */
  readonly get: (name: string) => string | undefined
  readonly all: (name: string) => readonly string[]
  readonly rest: readonly string[]
}

export const helpOption: Option = { name: 'help', about: 'Show this help' }

/** Reads a command line; anything that is not understood ends the run with a line that says so. */
export function readArguments(args: readonly string[], command: string, options: readonly Option[]): Arguments {
  const known = [...options, helpOption]
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      known.map(({ name, value }) => [
        name,
        { type: value ? ('string' as const) : ('boolean' as const), multiple: true, ...(name === 'help' ? { short: 'h' } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  const rest: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value)
    if (token.kind !== 'option') continue
    const option = known.find(({ name }) => name === token.name) ?? unknown(token.rawName, command, known)
    values.set(option.name, [...(values.get(option.name) ?? []), givenValue(option, token)])
  }
  return { has: (name) => values.has(name), get: (name) => values.get(name)?.at(-1), all: (name) => values.get(name) ?? [], rest }
}

interface Given {
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function givenValue({ name, value }: Option, given: Given): string {
  if (!value) return given.inlineValue ? refuse(`--${name} takes no value.`) : ''
  // A value that begins with a hyphen is nearly always the next option; "--name=-value" says that it is meant.
  const missing = given.value === undefined || given.value === '' || (!given.inlineValue && given.value.startsWith('-'))
  return missing ? refuse(`--${name} needs a value: --${name} ${value}.`) : (given.value ?? '')
}

function unknown(raw: string, command: string, known: readonly Option[]): never {
  const meant = nearest(
    raw.replace(/^-+/, ''),
    known.map(({ name }) => name),
  )
  const hint = meant
    ? ` Did you mean --${meant}?`
    : raw.startsWith('--')
      ? ''
      : ` To name a path that begins with a hyphen, write ./${raw}.`
  return refuse(`There is no option ${raw}.${hint} "chancery ${command} --help" lists the options.`)
}

/** A value that must be one of a few words. */
export function choice<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((word) => word === value)
  if (found !== undefined) return found
  const meant = nearest(value, choices)
  return refuse(`--${name} takes ${choices.join(', ')}, not "${value}".${meant ? ` Did you mean ${meant}?` : ''}`)
}

export function wholeNumber(name: string, value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : refuse(`--${name} takes a whole number from 0, not "${value}".`)
}
