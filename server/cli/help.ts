import { helpOption, type Option } from './options.ts'
import type { Screen } from './terminal.ts'
import { columns, indented } from './text.ts'

/** A command as help shows it. */
export interface Manual {
  readonly name: string
  /** What stands behind the name: `[PATH…]`. */
  readonly takes: string
  /** A few words for the list of commands. */
  readonly summary: string
  readonly about: string
  readonly options: readonly Option[]
  /** A command line and what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[]
}

/** The help of the program: its commands. */
export function programHelp(manuals: readonly Manual[], { colors, width }: Screen): string {
  return `${[
    'Chancery, the drafting office for policy briefs on military diplomacy.',
    `${colors.bold('Commands')}\n${columns(
      manuals.map(({ name, takes, summary }) => [`chancery ${name} ${takes}`.trim(), summary]),
      width,
    )}`,
    `${colors.bold('Options')}\n${columns(
      [
        ['--help', 'Show this help; behind a command, the help of that command'],
        ['--version', 'Show the version'],
      ],
      width,
    )}`,
    `${colors.bold('Examples')}\n${columns(
      [
        ['chancery lint', 'check everything in this folder'],
        ['chancery lint --help', 'see what else "lint" can do'],
        ['chancery new brief', 'begin a brief by answering questions'],
      ],
      width,
    )}`,
    `${colors.bold('Exit status')}\n${columns(
      [
        ['0', 'nothing to object to'],
        ['1', 'there are findings'],
        ['2', 'the run could not be done'],
      ],
      width,
    )}`,
  ].join('\n\n')}\n`
}

/** The help of one command. */
export function commandHelp({ name, takes, about, options, examples }: Manual, { colors, width }: Screen): string {
  const rows = [...options, helpOption].map((option) => [
    option.value ? `--${option.name} ${option.value}` : `--${option.name}`,
    `${option.about}.`,
  ])
  return `${[
    `${colors.bold(`chancery ${name}`)}${takes ? ` ${takes}` : ''} [options]`,
    indented(about, width, ''),
    `${colors.bold('Options')}\n${columns(rows, width)}`,
    `${colors.bold('Examples')}\n${examples.map(([line, purpose]) => `  ${line}\n      ${colors.dim(purpose)}`).join('\n')}`,
  ].join('\n\n')}\n`
}
