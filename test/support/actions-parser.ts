import type { File } from '@actions/workflow-parser/workflows/file'
import { build } from 'esbuild'

/** GitHub's own reader of actions and workflows: each gives what is wrong with a file. */
export interface ActionsParser {
  readonly actionErrors: (file: File) => readonly string[]
  readonly workflowErrors: (file: File) => readonly string[]
}

const source = `
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser'
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer'
const errors = (parse) => (file) => parse(file, new NoOperationTraceWriter()).context.errors.getErrors().map(({ message }) => message)
export const actionErrors = errors(parseAction)
export const workflowErrors = errors(parseWorkflow)
`

/** It imports JSON in a way that this Node refuses, so it is bundled first. */
export async function actionsParser(): Promise<ActionsParser> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(process.execPath);" },
  })
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`)
}
