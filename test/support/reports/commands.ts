/** A command as the log of GitHub Actions understands it: documented in its "workflow commands". */
export interface LogCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const names = ['error', 'warning', 'notice', 'stop-commands', 'set-output', 'add-mask', 'debug', 'group', 'endgroup']

/** The commands in a log, line by line; between "stop-commands" and its token there are none. */
export function commandsIn(log: string): readonly LogCommand[] {
  const found: LogCommand[] = []
  let stopped: string | undefined
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = readCommand(line, stopped === undefined ? names : [stopped])
    if (!command) continue
    if (stopped !== undefined) stopped = undefined
    else if (command.name === 'stop-commands') stopped = command.data
    else found.push(command)
  }
  if (stopped !== undefined) throw new Error('Commands were stopped and never allowed again.')
  return found
}

function readCommand(line: string, known: readonly string[]): LogCommand | undefined {
  const trimmed = line.trimStart()
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1
  if (end < 0) return undefined
  const head = trimmed.slice(2, end)
  const space = head.indexOf(' ')
  const name = space < 0 ? head : head.slice(0, space)
  if (!known.includes(name)) return undefined
  const pairs = space < 0 ? [] : head.slice(space + 1).split(',')
  return {
    name,
    properties: Object.fromEntries(
      pairs.map((pair) => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), decoded(pair.slice(at + 1), { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' })]
      }),
    ),
    data: decoded(trimmed.slice(end + 2), { '%0D': '\r', '%0A': '\n' }),
  }
}

/** The sign for per cent comes last, or what it spells out would be taken for another. */
function decoded(words: string, signs: Readonly<Record<string, string>>): string {
  return Object.entries({ ...signs, '%25': '%' }).reduce((text, [code, sign]) => text.replaceAll(code, sign), words)
}
