import type { Document } from '../model/document.ts'
import { kindOfName } from '../model/kinds.ts'
import { passagesOf } from '../model/passages.ts'
import { mostAliasedValues } from '../model/read.ts'
import type { Stage } from '../model/types.generated.ts'
import { rules } from '../rules/all.generated.ts'
import { replaceWith } from '../rules/change.ts'
import type { Context, Report, Rule, SharedContext } from '../rules/rule.ts'
import { isSound } from '../syntax/parse.ts'
import type { Problem } from '../syntax/problem.ts'
import { type Finding, type Level, milder, type Severity, severities } from '../text/finding.ts'
import { keeper } from '../text/kept.ts'
import { once } from '../text/once.ts'
import { type ConfigProblem, isIgnored, type RuleSetting, ruleSettings, setting } from '../workspace/config.ts'
import { type OpenFile, openFile, type Part } from '../workspace/file.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import type { FileProblem } from '../workspace/port.ts'
import type { Project } from '../workspace/project.ts'
import { atUse, wholePart } from './borrowed.ts'
import { locatedFindings, onlyOnce, problemFinding } from './findings.ts'
import { firstKeyReport } from './first-key.ts'
import { lostTextReports } from './lost-text.ts'
import { withRemovals } from './needless.ts'
import { norwayReports } from './norway.ts'
import { structureReports } from './structure.ts'
import type { Ruled } from './structure-words.ts'
import { type Silenced, suppress, suppressionsIn } from './suppressions.ts'

export const catalogue: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

export interface LintOptions {
  /** The date that counts as today, YYYY-MM-DD; core has no clock. */
  readonly today: string
  /** In the place of each brief's own stage. */
  readonly stage?: Stage
  /** Levels that win over every configuration. */
  readonly levels?: ReadonlyMap<string, Level>
}

export interface FileReport {
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
  /** Findings that a directive silenced, with its reason. */
  readonly suppressed: readonly Silenced[]
  /** Findings that were there before the checks began, and are known from a baseline. */
  readonly baselined?: readonly Finding[]
}

/** Whether the configuration keeps a file out of the report. */
export function ignores(project: Project, path: string): boolean {
  return isIgnored(project.configOf(path), path)
}

/** All findings of a text at a path; a file that the index has read is not read again. */
export function lintText(project: Project, path: string, text: string, options: LintOptions): FileReport {
  const known = project.opened.get(path)
  return lintFile(project, known?.text === text ? known : openFile(path, text), options)
}

/** All findings of one file, in the order of the text. */
export function lintFile(project: Project, file: OpenFile, options: LintOptions): FileReport {
  const { path, text } = file
  const whole = judgementOf(project, file, options)
  const found = file.parts.flatMap((part) => {
    const own = part.document.kind && part.document !== whole.document ? judgementOf(project, file, options, part.document) : whole
    return partFindings(project, file, part, own)
  })
  const roots = file.parts.map((p) => p.tree.root)
  const suppressions = suppressionsIn(text, roots, file.lines, options.today, catalogue)
  const { kept, silenced, problems } = suppress(found, suppressions)
  const { level } = whole
  const judged = isWhollyJudged(file)
  // A directive for a rule that is switched off has nothing to silence, and that is no fault of it.
  const told = problems.filter(({ about }) => about === undefined || (judged && !isForTrials(file) && level(about.rule) !== 'off'))
  const removable = judged ? withRemovals(text, told, suppressions.active) : told.map((problem) => ({ ...problem, fixes: [] }))
  const own = removable.flatMap((problem) => problemFinding(problem, file, level(problem.rule)))
  return { path, text, findings: ordered([...kept, ...own]), suppressed: silenced }
}

/** In a library a directive may be for what comes of a snippet, which only a trial tells. */
function isForTrials({ parts }: OpenFile): boolean {
  return parts.some(({ document }) => document.kind === 'snippets')
}

/** What is not read is not judged, so there a directive may be needed again as soon as the text is mended. */
function isWhollyJudged({ path, parts }: OpenFile): boolean {
  const named = kindOfName(path)
  return parts.every(
    ({ tree, document: { kind, index, ...rest } }) =>
      kind !== undefined && isSound(tree) && (index > 0 || kind === (named ?? kind)) && !('exhausted' in rest && rest.exhausted),
  )
}

/** A file that could not be read, as a report with one finding. */
export function lintUnreadable(project: Project, path: string, problem: FileProblem, options: LintOptions): FileReport {
  const file = openFile(path, '')
  const findings = problemFinding(
    { ...problem, span: { start: 0, end: 0 }, fixes: [] },
    file,
    judgementOf(project, file, options).level(problem.rule),
  )
  return { path, text: '', findings, suppressed: [] }
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}

function partFindings(project: Project, file: OpenFile, part: Part, judgement: Judgement): readonly Finding[] {
  const { tree, document } = part
  const { level } = judgement
  const problems = [...tree.problems, ...exhausted(document)].flatMap((p) =>
    problemFinding(p, file, milder(level(p.rule), p.atMost ?? 'error')),
  )
  if (tree.unreadable || nothingReadable(tree)) return problems
  const engine = engineReports(project, file.text, part)
  const alone = engine.find((report) => report.alone)
  const whole = alone ? undefined : wholePart(project, part)
  const borrowed = whole ? atUse(ruleReports(project, whole.part, judgement), whole) : []
  const reports = alone ? [alone] : [...precise(engine, ruleReports(project, part, judgement)), ...borrowed]
  const misspelt = new Set(reports.flatMap(renamedTo))
  const heard = reports
    .filter(({ at }) => !(typeof at[0] === 'string' && document.damaged.has(at[0])))
    .filter(({ missing = [] }) => !missing.some((path) => misspelt.has(JSON.stringify(path))))
  const located = heard.flatMap((report) => locatedFindings(report, file, part, level(report.rule)))
  return [...problems, ...onlyOnce(located, problems)]
}

/** Where a rule says what is wrong with a value, the engine need not say that its form is. */
function precise(engine: readonly Ruled[], byRules: readonly Ruled[]): readonly Ruled[] {
  const told = new Set(byRules.map(({ at }) => JSON.stringify(at)))
  return [...engine.filter(({ rule, at }) => rule !== 'wrong-format' || !told.has(JSON.stringify(at))), ...byRules]
}

/** The keys that unknown ones were meant to be. */
function renamedTo({ rule, fixes = [] }: Ruled): readonly string[] {
  if (rule !== 'unknown-key') return []
  const steps = fixes.flatMap((fix) => fix.steps)
  return steps.flatMap((step) => (step.do === 'rename-key' ? [JSON.stringify([...step.at.slice(0, -1), step.to])] : []))
}

/** Aliases that stand for more values than any file needs; what goes beyond was not read. */
function exhausted(document: Part['document']): readonly Problem[] {
  if (!document.kind || !document.exhausted) return []
  const { start, end } = document.exhausted
  const name = document.exhausted.kind === 'alias' ? `*${document.exhausted.name}` : '<<'
  const message = `From here on "${name}" and the like stand for more than ${mostAliasedValues.toLocaleString('en')} values, so they are not read. Write out what is meant.`
  return [{ rule: 'yaml-syntax', span: { start, end }, message, fixes: [] }]
}

/** Of a text without one sound entry there is nothing more to say than that. */
function nothingReadable({ root, problems }: Part['tree']): boolean {
  return problems.length > 0 && (root?.kind !== 'mapping' || root.pairs.every((pair) => pair.damaged))
}

function engineReports(project: Project, text: string, { document, tree, fields }: Part): readonly Ruled[] {
  const first = tree.root?.kind === 'mapping' || tree.problems.length === 0 ? firstKeyReport(document, tree) : undefined
  if (!document.kind) return first ? [first] : []
  const vocabulary = project.vocabularyOf(project.configOf(document.path))
  const config = document.index === 0 ? project.configProblems(document.path).map(configReport) : []
  const reports = [
    ...(first ? [first] : []),
    ...structureReports(document, tree.root, vocabulary),
    ...norwayReports(tree, fields),
    ...lostTextReports(text, tree, fields),
    ...config,
  ]
  // Where the first key is not right, its absence or value is told once.
  return reports.filter((r) => r === first || !(r.at.length === 1 && r.at[0] === 'chancery'))
}

function configReport({ at, message, meant, isMild }: ConfigProblem): Ruled {
  const fixes = meant === undefined ? [] : [replaceWith(at, meant, false)]
  return { rule: 'config-invalid', at, message, fixes, ...(isMild ? { atMost: 'warning' } : {}) }
}

function ruleReports(project: Project, part: Part, { level, settings, stage, today }: Judgement): readonly Ruled[] {
  const { document, fields } = part
  if (!document.kind) return []
  const config = project.configOf(document.path)
  const shared: SharedContext = {
    document,
    fields,
    passages: once(() => passagesOf(fields)),
    vocabulary: project.vocabularyOf(config),
    portfolio: portfolioAt(project, document.path),
    isIgnored: (path) => ignores(project, path),
    settings: {
      stage,
      profile: document.kind === 'brief' ? (document.model.profile ?? setting(config, 'profile')) : setting(config, 'profile'),
      naming: setting(config, 'naming') ?? 'plain',
      scale: setting(config, 'estimative_scale') ?? 'icd203',
      language: (document.kind === 'brief' ? document.model.language : undefined) ?? setting(config, 'language') ?? 'en',
    },
    today,
    catalogue,
  }
  const context: Context = { ...shared, options: {}, kept: keeper(() => shared) }
  return rules.flatMap((rule) => {
    if (!rule.check || level(rule.id) === 'off') return []
    const options = settings.get(rule.id)?.options
    const reports: Iterable<Report> = rule.check(options ? { ...context, options } : context)
    return atMost(mostReports, reports).map((report) => ({ ...report, rule: rule.id }))
  })
}

/** A file with more mistakes of one kind was not meant for Chancery, and to tell each of them takes time. */
const mostReports = 5000

function atMost(most: number, reports: Iterable<Report>): readonly Report[] {
  const found: Report[] = []
  for (const report of reports) {
    if (found.length === most) {
      const last = found.pop()
      if (last) found.push({ ...last, message: `${last.message} More of this kind follow, and are not told one by one.` })
      break
    }
    found.push(report)
  }
  return found
}

function stageOf(document: Document, options: LintOptions): Stage {
  return options.stage ?? (document.kind === 'brief' ? document.model.stage : undefined) ?? 'draft'
}

/** What holds for a document whatever it says: worked out once, for it is asked of every rule. */
interface Judgement {
  readonly document: Document | undefined
  readonly stage: Stage
  readonly today: string
  readonly settings: ReadonlyMap<string, RuleSetting>
  readonly level: (rule: string) => Level
}

/** The level of each rule for a document, or for the first of a file: the command line wins over the configuration, and that over the rule. */
export function judgementOf(project: Project, file: OpenFile, options: LintOptions, document?: Document): Judgement {
  const about = document ?? file.parts.map((p) => p.document).find((d) => d.kind !== undefined)
  const stage = about?.kind ? stageOf(about, options) : (options.stage ?? 'draft')
  const settings = about?.kind
    ? ruleSettings(project.configOf(file.path), { path: file.path, kind: about.kind, stage })
    : new Map<string, RuleSetting>()
  const level = (id: string): Level => {
    const rule = catalogue.get(id)
    const usual = rule ? (typeof rule.level === 'string' ? rule.level : rule.level[stage]) : 'error'
    return options.levels?.get(id) ?? settings.get(id)?.level ?? usual
  }
  return { document: about, stage, today: options.today, settings, level }
}

/** The rules that are not run on a document of a file, however it is written. */
export function switchedOff(project: Project, file: OpenFile, document: Document, options: LintOptions): ReadonlySet<string> {
  const { level } = judgementOf(project, file, options, document)
  return new Set([...catalogue.keys()].filter((id) => level(id) === 'off'))
}

/** How many findings there are of each severity. */
export function countBySeverity(reports: readonly FileReport[]): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(severities.map((s) => [s, 0])) as Record<Severity, number>
  for (const { findings } of reports) for (const { severity } of findings) counts[severity]++
  return counts
}
