import { join } from 'node:path'
import { version } from '../../package.json'
import { nearest } from '../core/index.ts'
import { assetsIn } from '../disk-assets.ts'
import { type Command, commands } from './commands.ts'
import { commandHelp, programHelp } from './help.ts'
import { trustOption } from './lint-options.ts'
import { notice } from './notice.ts'
import { readArguments } from './options.ts'
import { isRefusal, refuse, systemFailure } from './refusal.ts'
import type { Output, Shell, Status } from './shell.ts'
import { screenOf } from './terminal.ts'
import { printable } from './text.ts'

/** Runs a command line and gives the exit status; whatever goes wrong, it is told in words. */
async function main(args: readonly string[], shell: Shell): Promise<Status> {
  try {
    return await dispatch(args, shell)
  } catch (error) {
    const told = isRefusal(error) ? error.message : systemFailure(error)
    if (told === undefined) shell.err.write(defect(error))
    else notice(shell.err, told)
    if (isRefusal(error)) for (const line of error.more) shell.err.write(`${printable(line)}\n`)
    return 2
  }
}

async function dispatch(args: readonly string[], shell: Shell): Promise<Status> {
  const [first, second] = args
  if (first === '--version' || first === '-v' || first === '-V') {
    shell.out.write(`${version}\n`)
    return 0
  }
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && second === undefined)) {
    ;(first === undefined ? shell.err : shell.out).write(programHelp(commands, shell.out.screen))
    return first === undefined ? 2 : 0
  }
  const words = first === 'help' ? [...args.slice(1), '--help'] : args
  const command = commandOf(words, shell)
  if (!command) return 0
  const read = readArguments(words.slice(command.name.split(' ').length), command.name, command.options)
  if (!read.has('help')) return command.run(read, { ...shell, isTrusted: read.has(trustOption.name) })
  shell.out.write(commandHelp(command, shell.out.screen))
  return 0
}

/** The command that a line begins with; none where the help of several was asked for and given. */
function commandOf(words: readonly string[], { out }: Shell): Command | undefined {
  const [first = '', second = ''] = words
  const found = commands.find(({ name }) => name === first || name === `${first} ${second}`)
  if (found) return found
  const family = commands.filter(({ name }) => name.startsWith(`${first} `))
  if (family.length > 0 && ['--help', '-h'].includes(second)) {
    out.write(family.map((command) => commandHelp(command, out.screen)).join('\n'))
    return undefined
  }
  if (family.length > 0)
    return refuse(`"chancery ${first}" needs to know what: ${family.map(({ name }) => `chancery ${name}`).join(' or ')}.`)
  if (first.startsWith('-')) return refuse(`A command comes first, as in: chancery lint ${first}. "chancery --help" lists the commands.`)
  const meant = nearest(
    first,
    commands.map(({ name }) => name.split(' ')[0] ?? ''),
  )
  const path = /[./\\*]/.test(first) ? ` To check files: chancery lint ${first}.` : ''
  return refuse(
    `There is no command "${first}".${meant ? ` Did you mean "chancery ${meant}"?` : path} "chancery --help" lists the commands.`,
  )
}

function defect(error: unknown): string {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]
  return `chancery: Something went wrong inside Chancery, not in your files: ${printable(reason ?? '')}. Please report it to its makers.\n`
}

/** Whoever reads the output may stop before its end, as `head` does; then there is nobody left to tell. */
function outputOn(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 2
  })
  return { screen: screenOf(stream, process.env), write: (text) => write(stream, text) }
}

function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(text)
}

function today(): string {
  const now = new Date()
  return [String(now.getFullYear()).padStart(4, '0'), ...[now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  )
}

function repositoryOf(env: NodeJS.ProcessEnv): string | undefined {
  if (env['GITHUB_ACTIONS'] === 'true') return env['GITHUB_WORKSPACE'] || undefined
  return env['GITLAB_CI'] === 'true' ? env['CI_PROJECT_DIR'] || undefined : undefined
}

const { stdin, stdout, stderr } = process
const err = outputOn(stderr)
const stop = (error: unknown): void => {
  err.write(defect(error))
  process.exit(2)
}
process.on('uncaughtException', stop)
process.on('unhandledRejection', stop)

const dialogue = stdin.isTTY && stderr.isTTY ? { input: stdin, output: stderr } : undefined
const inActions = process.env['GITHUB_ACTIONS'] === 'true'
const shell: Shell = {
  cwd: process.cwd(),
  today: today(),
  out: outputOn(stdout),
  err,
  input: stdin,
  dialogue,
  inActions,
  isTrusted: false,
  repository: repositoryOf(process.env),
  assets: assetsIn(join(__dirname, 'assets')),
}
main(process.argv.slice(2), shell).then((status) => {
  process.exitCode = process.exitCode ?? status
}, stop)
