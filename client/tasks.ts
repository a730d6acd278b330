import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode'

/** The type of a task in `tasks.json`, and what the manifest says may stand there. */
const type = 'chancery'

interface Offer {
  readonly name: string
  readonly definition: TaskDefinition
}

const offers: readonly Offer[] = [
  { name: 'lint workspace', definition: { type } },
  { name: 'lint workspace at final stage', definition: { type, stage: 'final' } },
]

/** Tasks that run the command line of the extension in the editor's own Node, so that nothing has to be installed. */
export function provideTasks(program: string): Disposable {
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).flatMap((folder) => offers.map((offer) => taskOf({ ...offer, scope: folder, program }))),
    // The definition of the answer has to be the very one that was asked about.
    resolveTask: ({ definition, name, scope }) => taskOf({ definition, name, scope: scope ?? TaskScope.Workspace, program }),
  })
}

interface Wanted extends Offer {
  readonly scope: WorkspaceFolder | TaskScope
  readonly program: string
}

function taskOf({ name, definition, scope, program }: Wanted): Task {
  const cwd = folderOf(scope)?.fsPath
  const execution = new ProcessExecution(process.execPath, [program, ...lintArguments(definition)], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
    ...(cwd === undefined ? {} : { cwd }),
  })
  return new Task(definition, scope, name, 'chancery', execution, '$chancery')
}

function folderOf(scope: WorkspaceFolder | TaskScope): Uri | undefined {
  return typeof scope === 'object' ? scope.uri : workspace.workspaceFolders?.[0]?.uri
}

/** The command line that a definition asks for. What is of the wrong type is left to the command line, which says so in words. */
function lintArguments({ paths, stage, failOn, fix }: TaskDefinition): readonly string[] {
  const option = (name: string, value: unknown) => (value === undefined ? [] : [`--${name}=${value}`])
  const mending = fix === true ? ['--fix'] : []
  return [
    'lint',
    '--format=unix',
    ...mending,
    ...option('stage', stage),
    ...option('fail-on', failOn),
    '--',
    ...[paths ?? []].flat().map(String),
  ]
}
