/**
 * The main job on the shipped examples: builds, lints, renders, and opens the
 * workspace in VS Code with the extension where there is a VS Code to open it.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const pages = 'out/examples'

function run(command: string, args: readonly string[], quiet = false): number {
  const { status } = spawnSync(command, args, { cwd: root, stdio: quiet ? 'ignore' : 'inherit', shell: process.platform === 'win32' })
  return status ?? 1
}

/** Runs a step and stops with its status where it fails. */
function must(command: string, args: readonly string[]): void {
  const status = run(command, args)
  if (status !== 0) process.exit(status)
}

function hasCode(): boolean {
  return process.env['CI'] === undefined && run('code', ['--version'], true) === 0
}

must('node', ['build.mjs'])
must('node', ['dist/chancery.cjs', 'lint', 'examples'])
must('node', ['dist/chancery.cjs', 'render', 'examples', '--to', 'html', '--out', pages])
console.log(`The pages lie in ${pages}; begin with ${pages}/index.html.`)

if (hasCode()) {
  console.log('Opening the examples in Visual Studio Code, with the extension installed.')
  must('npm', ['run', '--silent', 'package'])
  must('code', ['--install-extension', 'dist/chancery.vsix', '--force'])
  must('code', ['examples', 'examples/briefs/keep-the-channel-open.brief.yaml'])
} else {
  console.log(`
To open them in Visual Studio Code with completions, findings and a preview:
  npm run package
  code --install-extension dist/chancery.vsix
  code examples`)
}
