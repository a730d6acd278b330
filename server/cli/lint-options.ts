import { resolve } from 'node:path'
import { catalogue, isDate, isLevel, type Level, type LintOptions, levels, listed, nearest, type Severity } from '../core/index.ts'
import { type BaselineRequest, usualBaseline } from './baseline.ts'
import { cacheOptions, readCache } from './cache/options.ts'
import { printConfigOption } from './config/print-config.ts'
import type { Mending } from './fix.ts'
import { type Arguments, choice, type Option, wholeNumber } from './options.ts'
import { type Destination, readDestinations } from './outputs.ts'
import { refuse } from './refusal.ts'
import { formats } from './report/formats.ts'
import { readShard, type Shard, shardOption } from './shard.ts'
import type { Shell } from './shell.ts'
import { watchOption } from './watch/watch.ts'

export const stages = ['draft', 'review', 'final'] as const
const gates = ['error', 'warning', 'info'] as const

export const todayOption: Option = {
  name: 'today',
  value: 'YYYY-MM-DD',
  about: 'The date that counts as today; without it, the date of this machine',
}

/** For a workspace of one's own; what others send in for review is not trusted. */
export const trustOption: Option = {
  name: 'trust',
  about: 'Trust the workspace: read libraries as well that chancery.yaml names outside of it',
}

export const lintOptions: readonly Option[] = [
  {
    name: 'format',
    value: 'NAME[=FILE]',
    repeatable: true,
    about: `How to report: ${listed([...formats.keys()], 'or')}; with =FILE the report is written to that file. May be given several times. Without one for standard output it is stylish, in GitHub Actions with annotations beside the lines`,
  },
  { name: 'quiet', about: 'Show errors only' },
  {
    name: 'fail-on',
    value: 'LEVEL',
    about: `The weakest finding for which the run ends with status 1: ${listed(gates, 'or')}; error unless you say otherwise`,
  },
  { name: 'max-warnings', value: 'N', about: 'End with status 1 when there are more warnings than N' },
  { name: 'stage', value: 'STAGE', about: `Check every brief as if it were at this stage: ${listed(stages, 'or')}` },
  {
    name: 'rule',
    value: 'ID=LEVEL',
    repeatable: true,
    about: `Set a rule to ${listed(levels, 'or')} for this run. May be given several times`,
  },
  { name: 'config', value: 'FILE', about: 'Use this configuration for every file, in the place of the nearest chancery.yaml' },
  todayOption,
  shardOption,
  ...cacheOptions,
  watchOption,
  { name: 'stdin', about: 'Check the text from standard input' },
  { name: 'stdin-filename', value: 'FILE', about: 'Read that text as the contents of this file of the workspace' },
  { name: 'fix', about: 'Make all safe corrections in the files, and report what is left' },
  {
    name: 'fix-dry-run',
    about:
      'Show on standard output, as a unified diff, what --fix would change, and change nothing. Reports then go to files alone, as --format json=FILE',
  },
  { name: 'baseline', value: 'FILE', about: 'Report only what this file does not know yet, so that checks can begin in an old portfolio' },
  {
    name: 'update-baseline',
    about: `Write what is found now into the baseline, and take out what is there no more; without --baseline into ${usualBaseline}`,
  },
  {
    name: 'allow-ignored',
    about: 'End with status 0 where the configuration ignores every file that was named, as may happen before a commit',
  },
  printConfigOption,
  {
    name: 'changed-since',
    value: 'REF',
    about:
      'Report only what has to do with changes since this commit, branch or tag of git: findings on changed lines, in new files, and in files that refer to what has changed',
  },
  trustOption,
  { name: 'list-rules', about: 'List all rules with their levels, and check nothing' },
]

/** What `chancery lint` was asked to do. */
export interface LintRequest {
  readonly named: readonly string[]
  readonly outputs: readonly Destination[]
  readonly lint: LintOptions
  readonly config: string | undefined
  readonly quiet: boolean
  readonly gate: Severity
  readonly maxWarnings: number | undefined
  readonly stdin: { readonly name: string | undefined } | undefined
  /** One part of the files, where several runs share the work. */
  readonly shard: Shard | undefined
  readonly mending: Mending
  /** A commit, branch or tag of git; only what has changed since counts. */
  readonly changedSince: string | undefined
  readonly baseline: BaselineRequest | undefined
  /** The folder in which results are kept for the next run. */
  readonly cache: string | undefined
  /** A run may have nothing to check. */
  readonly allowIgnored: boolean
  /** Whether to check again whenever something changes. */
  readonly watch: boolean
  readonly printConfig: string | undefined
  readonly listRules: boolean
}

export function readRequest(args: Arguments, { today, cwd }: Pick<Shell, 'today' | 'cwd'>): LintRequest {
  const stage = args.get('stage')
  const shard = args.get('shard')
  const most = args.get('max-warnings')
  const stdin = readStdin(args)
  const mending = readMending(args)
  if (mending === 'write' && stdin)
    refuse('--fix writes to files, and there is none here. --fix-dry-run shows what it would change in the text.')
  const baseline = readBaselineRequest(args, mending)
  const outputs = mending === 'show' ? besideDiff(args.all('format'), cwd) : readDestinations(args.all('format'), [...formats.keys()], cwd)
  keepApart(outputs, baseline, cwd)
  return {
    named: args.rest.length > 0 ? args.rest : ['.'],
    outputs,
    lint: {
      today: dateOption(args, today),
      levels: readLevels(args.all('rule')),
      ...(stage === undefined ? {} : { stage: choice('stage', stage, stages) }),
    },
    config: args.get('config'),
    quiet: args.has('quiet'),
    gate: choice('fail-on', args.get('fail-on') ?? 'error', gates),
    maxWarnings: most === undefined ? undefined : wholeNumber('max-warnings', most),
    stdin,
    shard: shard === undefined ? undefined : readShard(shard),
    mending,
    changedSince: readChangedSince(args, mending),
    baseline,
    // A text from elsewhere would push out what is known of the file in whose place it stands.
    cache: stdin ? undefined : readCache(args, cwd),
    allowIgnored: args.has('allow-ignored'),
    watch: readWatch(args),
    printConfig: args.get('print-config'),
    listRules: args.has('list-rules'),
  }
}

function readStdin(args: Arguments): LintRequest['stdin'] {
  const reads = args.has('stdin')
  if (args.has('print-config') && (reads || args.rest.length > 0))
    refuse('--print-config names one file and checks none: leave other paths and --stdin out.')
  if (!reads) return args.has('stdin-filename') ? refuse('--stdin-filename goes with --stdin, which reads the text.') : undefined
  if (args.rest.length > 0) refuse('--stdin checks one text alone: leave the paths out, or leave --stdin out.')
  if (args.has('shard')) refuse('--shard shares many files out, and --stdin checks one text: leave one of them out.')
  return { name: args.get('stdin-filename') }
}

/** A report in the place of the baseline would cost the team what the baseline knows. */
function keepApart(outputs: readonly Destination[], baseline: BaselineRequest | undefined, cwd: string): void {
  const same = outputs.find(({ file }) => file !== undefined && baseline && resolve(cwd, file) === resolve(cwd, baseline.file))
  if (same) refuse(`--format ${same.format}=${same.file} would be written over the baseline. Give the report a file of its own.`)
}

/** What is mended or written down while somebody types would surprise them. */
function readWatch(args: Arguments): boolean {
  const other = ['stdin', 'fix', 'fix-dry-run', 'update-baseline', 'print-config', 'list-rules'].find(args.has)
  if (args.has('watch') && other) refuse(`--watch checks files again and again, and --${other} does its work once: leave one of them out.`)
  return args.has('watch')
}

function readMending(args: Arguments): Mending {
  const [fix, dry] = [args.has('fix'), args.has('fix-dry-run')]
  if (fix && dry) return refuse('--fix changes files and --fix-dry-run changes none: leave one of them out.')
  return fix ? 'write' : dry ? 'show' : 'propose'
}

function readChangedSince(args: Arguments, mending: Mending): string | undefined {
  const ref = args.get('changed-since')
  if (ref === undefined) return undefined
  // What begins with a hyphen would be an option of git.
  if (ref.startsWith('-')) return refuse(`--changed-since takes a commit, a branch or a tag, as main, not "${ref}".`)
  if (args.has('stdin')) return refuse('--changed-since looks at files that git knows, and --stdin reads a text: leave one of them out.')
  if (mending === 'propose') return ref
  return refuse(
    '--changed-since looks at changed lines alone, and --fix mends whole files: name the files to be mended, without --changed-since.',
  )
}

function readBaselineRequest(args: Arguments, mending: Mending): BaselineRequest | undefined {
  const updates = args.has('update-baseline')
  if (updates && args.has('stdin')) refuse('--update-baseline notes what stands in files, and --stdin checks none: leave one of them out.')
  if (updates && mending === 'show') refuse('--fix-dry-run changes no file, and --update-baseline does: leave one of them out.')
  const file = args.get('baseline') ?? (updates ? usualBaseline : undefined)
  return file === undefined ? undefined : { file, updates }
}

/** Reports in files; on standard output stands the difference, whole, so that it can be handed on to a program. */
function besideDiff(values: readonly string[], cwd: string): readonly Destination[] {
  const all = values.length > 0 ? readDestinations(values, [...formats.keys()], cwd) : []
  const shown = all.find(({ file }) => file === undefined)
  return shown ? refuse(`--fix-dry-run shows the changes on standard output. Give the report a file: --format ${shown.format}=FILE.`) : all
}

/** `--today`, or the date of the machine. */
export function dateOption(args: Arguments, today: string): string {
  const given = args.get('today') ?? today
  return given.length === 10 && isDate(given) ? given : refuse(`--today takes a day of the calendar as 2026-11-22, not "${given}".`)
}

function readLevels(values: readonly string[]): ReadonlyMap<string, Level> {
  return new Map(values.map(readLevel))
}

function readLevel(value: string): readonly [string, Level] {
  const [id = '', level, ...rest] = value.split('=')
  if (level === undefined || rest.length > 0) return refuse(`--rule takes ID=LEVEL, as --rule rec-owner=error, not "${value}".`)
  if (!catalogue.has(id)) return refuse(unknownRule(id))
  return isLevel(level) ? [id, level] : refuse(`--rule ${id} takes ${listed(levels, 'or')}, not "${level}".${hint(nearest(level, levels))}`)
}

/** That there is no such rule, and which one may be meant. */
export function unknownRule(id: string): string {
  return `There is no rule "${id}".${hint(nearest(id, catalogue.keys()))} "chancery lint --list-rules" lists them all.`
}

function hint(meant: string | undefined): string {
  return meant ? ` Did you mean ${meant}?` : ''
}
