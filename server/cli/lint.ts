import { resolve } from 'node:path'
import { version } from '../../package.json'
import { counted, type FileReport, listed, type Severity, severities } from '../core/index.ts'
import { decodeText, largestFile, workspaceRoot } from '../disk.ts'
import { baselineCheck } from './baseline.ts'
import { openCache } from './cache/cache.ts'
import { thisBuild } from './cache/tool.ts'
import { narrowingSince } from './concern.ts'
import { printConfig } from './config/print-config.ts'
import { type Fixed, fixTarget, tellMended } from './fix.ts'
import { checkConfig, type Linted, type LintRun } from './lint-files.ts'
import { type LintRequest, readRequest } from './lint-options.ts'
import { listRules } from './list-rules.ts'
import { notice } from './notice.ts'
import type { Arguments } from './options.ts'
import { withDefault, writeOutputs } from './outputs.ts'
import { isAbove } from './paths.ts'
import { progressOn } from './progress.ts'
import { refuse } from './refusal.ts'
import { annotated, formats } from './report/formats.ts'
import { withoutCommands } from './report/github.ts'
import { type Run, summaryOf } from './report/run.ts'
import { homepage, ruleUrl } from './rule-url.ts'
import { shardOf } from './shard.ts'
import type { Shell, Status } from './shell.ts'
import { targetsOf } from './targets.ts'
import { unifiedDiff } from './unified-diff.ts'
import { type WatchJob, watchLint } from './watch/watch.ts'

/** `chancery lint`: checks files and reports what it found. */
export async function lint(args: Arguments, shell: Shell): Promise<Status> {
  const request = readRequest(args, shell)
  if (request.listRules) {
    await writeOutputs(request.outputs, listRules, shell)
    return 0
  }
  const config = await namedConfig(request, shell)
  if (request.printConfig !== undefined) {
    await writeOutputs(request.outputs, await printConfig({ file: request.printConfig, cwd: shell.cwd, config, lint: request.lint }), shell)
    return 0
  }
  if (request.watch) return watchLint(watchJob(request, shell), shell)
  const cache = request.cache === undefined ? undefined : openCache(shell.cwd, thisBuild(), request.cache)
  return lintOnce(request, { config, cache, progress: progressOn(shell.err) }, shell)
}

/** What a run has at hand. */
type Means = Pick<LintRun, 'config' | 'cache' | 'progress'>

async function lintOnce(request: LintRequest, means: Means, shell: Shell): Promise<Status> {
  const { run, unwritten } = await runOf(request, means, shell)
  await writeReports(run, request, shell)
  return unwritten.length > 0 ? 2 : statusOf(run, request, shell)
}

async function namedConfig({ config }: LintRequest, { cwd }: Shell): Promise<string | undefined> {
  return config === undefined ? undefined : checkConfig(config, cwd)
}

/** One run after the other; what each finds is remembered for the next, also where it is not kept on the disk. */
function watchJob(request: LintRequest, shell: Shell): WatchJob {
  const { cwd } = shell
  const cache = openCache(cwd, thisBuild(), request.cache)
  return {
    run: async (goOn) => {
      const { show, clear } = progressOn(shell.err)
      const progress: Means['progress'] = {
        clear,
        show: (...step) => {
          goOn()
          show(...step)
        },
      }
      return lintOnce(request, { config: await namedConfig(request, shell), cache, progress }, shell).finally(clear)
    },
    targets: () => targetsOf(request.named, cwd),
    also: [request.config, request.baseline?.file].flatMap((file) => (file === undefined ? [] : [resolve(cwd, file)])),
    written: [request.cache, ...request.outputs.map(({ file }) => file)].flatMap((file) =>
      file === undefined ? [] : [resolve(cwd, file)],
    ),
  }
}

/** In the log of GitHub Actions annotations come with the report, unless a format for it was asked for. */
async function writeReports(run: Run, { outputs: asked, mending }: LintRequest, shell: Shell): Promise<void> {
  const outputs = shell.inActions && mending !== 'show' ? withDefault(annotated.name, asked) : asked
  const write = (format: string) => (format === annotated.name ? annotated.write : formats.get(format))
  await writeOutputs(outputs, (format, screen) => write(format)?.(run, screen) ?? '', shell)
}

async function runOf(
  request: LintRequest,
  { config, cache, progress }: Means,
  shell: Shell,
): Promise<{ readonly run: Run } & Pick<Fixed, 'unwritten'>> {
  const { cwd, isTrusted } = shell
  const options: LintRun = { cwd, isTrusted, lint: request.lint, config, progress, cache }
  const sift = request.baseline ? await baselineCheck(request.baseline, shell) : undefined
  const parts = request.stdin ? [await lintInput(request, shell, options)] : await lintNamed(request, options)
  const unsaved = await cache?.save()
  progress.clear()
  if (unsaved !== undefined) notice(shell.err, `The results could not be kept for the next run: ${unsaved}`)
  if (parts.every(({ reports }) => reports.length === 0)) nothingChecked(request, shell)
  for (const path of new Set(parts.flatMap(({ brokenConfigs }) => brokenConfigs))) {
    notice(shell.err, `${path} has errors, so part of it may not count. To see them: chancery lint ${path}`)
  }
  const all = parts.flatMap(({ reports }) => reports).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const files = concerned(sift ? await sift(all) : all, parts)
  if (request.mending === 'show') {
    const diff = unifiedDiff(parts, cwd)
    shell.out.write(shell.inActions ? withoutCommands(diff) : diff)
  }
  tellMended(parts, files, request.mending, shell)
  const { quiet, gate } = request
  const run = { files, quiet, gate, cwd, root: rootOf(shell), tool: { version, homepage }, ruleUrl }
  return { run, unwritten: parts.flatMap(({ unwritten }) => unwritten) }
}

/** The run may have been started in a folder of the repository; outside of it, the working folder has to do. */
function rootOf({ cwd, repository }: Shell): string {
  return repository !== undefined && isAbove(repository, cwd) ? repository : cwd
}

/** The findings that count where only what has changed does. What a baseline knows is known by the number of those alike, so that is asked before. */
function concerned(files: readonly FileReport[], parts: readonly Linted[]): readonly FileReport[] {
  const concerns = new Map(parts.flatMap((part) => [...part.concerns]))
  return files.map((file) => ({ ...file, findings: file.findings.filter(concerns.get(file.path) ?? (() => true)) }))
}

async function lintNamed({ named, shard, mending, changedSince }: LintRequest, options: LintRun): Promise<readonly Fixed[]> {
  const parts: Fixed[] = []
  const targets = await targetsOf(named, options.cwd)
  const narrowing = changedSince === undefined ? undefined : await narrowingSince(changedSince, targets, options.cwd)
  for (const target of shard ? shardOf(targets, shard, options.cwd) : targets)
    parts.push(await fixTarget(target, { ...options, narrowing }, mending))
  return parts
}

/** Text from standard input: in the place of a file, or on its own in the current folder. */
async function lintInput({ stdin, mending }: LintRequest, { input, cwd }: Shell, options: LintRun): Promise<Fixed> {
  const file = resolve(cwd, stdin?.name ?? '<stdin>')
  const content = decodeText(await readAll(input))
  return fixTarget({ root: workspaceRoot(file, cwd), files: [file] }, options, mending, new Map([[file, content]]))
}

/** Standard input to its end, or until it is larger than any file may be. */
async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    chunks.push(chunk)
    size += chunk.length
    if (size > largestFile) break
  }
  return Buffer.concat(chunks)
}

/** A part may be empty where there are more parts than files; a run without any file is a mistake. */
function nothingChecked({ named, stdin, shard, allowIgnored, config }: LintRequest, { err }: Shell): void {
  if (shard) {
    notice(err, `No file falls to part ${shard.index} of ${shard.of}, so this run had nothing to check.`)
    return
  }
  const what = stdin ? (stdin.name ?? 'this text') : listed(named.map((name) => (name === '.' ? 'every file here' : name)))
  const words = `Nothing was checked: "ignore" in ${config ?? 'chancery.yaml'} leaves out ${what}.`
  if (!allowIgnored) refuse(words)
  notice(err, words)
}

function statusOf(run: Run, { gate, maxWarnings }: LintRequest, shell: Shell): Status {
  const { counts } = summaryOf(run.files)
  const atOrAbove = (severity: Severity) => severities.indexOf(severity) >= severities.indexOf(gate)
  if (severities.some((severity) => atOrAbove(severity) && counts[severity] > 0)) return 1
  if (maxWarnings === undefined || counts.warning <= maxWarnings) return 0
  notice(shell.err, `${counted(counts.warning, 'warning')}, and --max-warnings allows ${maxWarnings.toLocaleString('en')}.`)
  return 1
}
