import { Readable } from 'node:stream'
import { lint } from '../../server/cli/lint.ts'
import { lintOptions } from '../../server/cli/lint-options.ts'
import { readArguments } from '../../server/cli/options.ts'
import { plain } from '../../server/cli/terminal.ts'
import { today } from './files.ts'
import { assets } from './papers.ts'

/** `chancery lint` in a folder without a program of its own, for laws that are tried often. */
export async function lintIn(cwd: string, ...args: readonly string[]) {
  const written = { out: '', err: '' }
  const outputTo = (name: keyof typeof written) => ({
    screen: plain,
    write: (text: string) => {
      written[name] += text
    },
  })
  const shell = {
    cwd,
    today,
    out: outputTo('out'),
    err: outputTo('err'),
    input: Readable.from([]),
    dialogue: undefined,
    inActions: false,
    isTrusted: false,
    repository: undefined,
    assets,
  }
  return { status: await lint(readArguments(args, 'lint', lintOptions), shell), ...written }
}
