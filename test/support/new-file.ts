import { PassThrough } from 'node:stream'
import { newBrief, newBriefOptions } from '../../server/cli/new/brief.ts'
import { newEngagement, newEngagementOptions } from '../../server/cli/new/engagement.ts'
import { readArguments } from '../../server/cli/options.ts'
import { isRefusal } from '../../server/cli/refusal.ts'
import { plain } from '../../server/cli/terminal.ts'
import { assets } from './papers.ts'

export const today = '2026-11-23'

/** Runs a command here, with lines typed on a terminal where there are any. */
export async function newFile(kind: 'engagement' | 'brief', args: readonly string[], folder: string, typed?: readonly string[]) {
  const input = new PassThrough()
  const said: string[] = []
  const printed: string[] = []
  const shell = {
    cwd: folder,
    today,
    input,
    out: {
      screen: plain,
      write: (text: string) => {
        printed.push(text)
      },
    },
    err: {
      screen: plain,
      write: (text: string) => {
        said.push(text)
      },
    },
    dialogue: typed ? { input, output: new PassThrough() } : undefined,
    inActions: false,
    isTrusted: false,
    repository: undefined,
    assets,
  }
  if (typed) input.end(typed.map((line) => `${line}\n`).join(''))
  const [command, options] = kind === 'brief' ? [newBrief, newBriefOptions] : [newEngagement, newEngagementOptions]
  const status = await command(readArguments(args, `new ${kind}`, options), shell).catch((error: unknown) =>
    isRefusal(error) ? error.message : Promise.reject(error),
  )
  return { status, printed: printed.join(''), said: said.join('') }
}
