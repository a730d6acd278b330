/** What VS Code runs inside itself: it loads this module and calls `run`. */
import { writeFileSync } from 'node:fs'
import { activation } from './activation.ts'
import { commands } from './commands.ts'
import { setting, tidy } from './desk.ts'
import { exporting } from './export.ts'
import { findings } from './findings.ts'
import { portfolio } from './portfolio.ts'
import { preview } from './preview.ts'
import { reading } from './reading.ts'
import { runAll } from './runner.ts'
import { snippets } from './snippets.ts'
import { tasks } from './tasks.ts'
import { writing } from './writing.ts'

/** Runs every test and leaves the outcomes in a file, because what is printed here may be cut off when the window closes. */
export async function run(): Promise<void> {
  // The first group must find the extension asleep, the last one restarts the server.
  const outcomes = await runAll(
    [...activation, ...findings, ...writing, ...preview, ...reading, ...exporting, ...snippets, ...portfolio, ...tasks, ...commands],
    tidy,
  )
  writeFileSync(setting('CHANCERY_TEST_REPORT'), JSON.stringify(outcomes, null, 2))
  const failed = outcomes.filter(({ failure }) => failure !== undefined)
  if (failed.length > 0) throw new Error(`${failed.length} tests failed: ${failed.map(({ name }) => name).join('; ')}`)
}
