import * as assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { file, until } from './desk.ts'
import type { Test } from './runner.ts'

const notOpen = 'planted/not-open.engagement.yaml'

/** Runs a task to its end and gives the exit code of its process. */
async function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
  const ends: vscode.TaskProcessEndEvent[] = []
  const listener = vscode.tasks.onDidEndTaskProcess((event) => ends.push(event))
  try {
    const execution = await vscode.tasks.executeTask(task)
    const ended = await until('the task ends', () => ends.find((event) => event.execution === execution))
    return ended.exitCode
  } finally {
    listener.dispose()
  }
}

async function offered(name: string): Promise<vscode.Task> {
  const found = await vscode.tasks.fetchTasks({ type: 'chancery' })
  const task = found.find((one) => one.name === name)
  assert.ok(task, `there is no task "${name}"; there are: ${found.map((one) => one.name).join(', ')}`)
  return task
}

/** What the problem matcher read in the output of a task. */
function problemsIn(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'chancery lint')
}

export const tasks: readonly Test[] = [
  {
    name: 'the task that checks the workspace fails on a mistake and shows it among the problems',
    run: async () => {
      assert.equal(await exitCodeOf(await offered('lint workspace')), 1)
      const problem = await until('a problem from the task', () => problemsIn(notOpen).find(({ code }) => code === 'country-code'))
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Error)
      assert.equal(problem.range.start.line, 7)
      assert.match(problem.message, /Japann/)
    },
  },
  {
    name: 'the task for the final stage checks every brief as final',
    run: async () => {
      const task = await offered('lint workspace at final stage')
      assert.deepEqual(task.definition, { type: 'chancery', stage: 'final' })
      assert.equal(await exitCodeOf(task), 1)
    },
  },
  {
    name: 'tasks of the workspace choose paths, stage and gate, and correct',
    run: async () => {
      assert.equal(await exitCodeOf(await offered('sound file')), 0)
      assert.equal(await exitCodeOf(await offered('file with a mistake')), 1)
      assert.equal(await exitCodeOf(await offered('no such stage')), 2)
      assert.equal(await exitCodeOf(await offered('file to correct')), 0)
      const corrected = await vscode.workspace.fs.readFile(file('planted/to-correct.engagement.yaml'))
      assert.match(new TextDecoder().decode(corrected), /country: JPN, role: host/)
    },
  },
]
