import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type FileReport, type Finding, type Fix, lineStarts, type Range, rangeOf } from '../../core/index.ts'
import { fingerprints } from './fingerprint.ts'
import { pathFromRoot, type Run, reported } from './run.ts'
import { sarifRules } from './sarif-rules.ts'
import { severityWords } from './severity-words.ts'

/** The Static Analysis Results Interchange Format, version 2.1.0: all that is known of each finding, silenced ones too. */
export function sarif(run: Run): string {
  // The standard wants either all results of a run to be told from a baseline or none.
  const hasBaseline = run.files.some(({ baselined }) => baselined !== undefined)
  const files = reported(run).map((file) => resultsOf(file, run, hasBaseline))
  const rules = sarifRules(
    files.flat().map(({ finding }) => finding.rule),
    run,
  )
  const indices = new Map(rules.map(({ id }, index) => [id, index]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Chancery',
            version: run.tool.version,
            semanticVersion: run.tool.version,
            informationUri: run.tool.homepage,
            rules,
          },
        },
        language: 'en-GB',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(run.root).href}/`.replace(/\/+$/, '/') } },
        invocations: [{ executionSuccessful: true }],
        results: files.flat().map(({ finding, entry }) => ({ ruleId: finding.rule, ruleIndex: indices.get(finding.rule), ...entry })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const base = 'ROOT'

/** How the run took a finding: reported, silenced with a reason, or known from a baseline. */
interface Taken {
  readonly finding: Finding
  readonly reason?: string
  readonly known?: true
}

function resultsOf(file: FileReport, run: Run, hasBaseline: boolean) {
  const { text, findings, suppressed, baselined = [] } = file
  const all: readonly Taken[] = [
    ...findings.map((finding) => ({ finding })),
    ...suppressed.map(({ finding, reason }) => ({ finding, reason })),
    ...baselined.map((finding) => ({ finding, known: true as const })),
  ]
  const taken = run.quiet ? all.filter(({ finding }) => finding.severity === 'error') : all
  const marks = fingerprints(
    text,
    all.map(({ finding }) => finding),
  )
  const starts = lineStarts(text)
  const path = pathFromRoot(file.path, run)
  return taken.map(({ finding, reason, known }) => ({
    finding,
    entry: {
      level: severityWords.sarif[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: physicalLocation(path, finding) }],
      relatedLocations: finding.related.map((related, id) => ({
        id,
        physicalLocation: physicalLocation(pathFromRoot(related.path, run), related),
        message: { text: related.message },
      })),
      partialFingerprints: { 'chancery/v1': marks.get(finding) },
      // An empty list says that it was looked for; the standard wants all results to have one, or none.
      suppressions: reason === undefined ? [] : [{ kind: 'inSource', justification: reason }],
      baselineState: hasBaseline ? (known || reason !== undefined ? 'unchanged' : 'new') : undefined,
      fixes: finding.fixes.filter(({ edits }) => edits.length > 0).map((fix) => fixEntry(fix, path, starts)),
      properties: { severity: finding.severity },
    },
  }))
}

function physicalLocation(path: string, range: Range) {
  return { artifactLocation: artifactLocation(path), region: regionOf(range) }
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

function fixEntry({ title, safe, edits }: Fix, path: string, starts: readonly number[]) {
  const replacements = edits.map(({ span, text }) => ({ deletedRegion: regionOf(rangeOf(starts, span)), insertedContent: { text } }))
  return {
    description: { text: safe ? title : `Suggestion: ${title}` },
    artifactChanges: [{ artifactLocation: artifactLocation(path), replacements }],
    properties: { safe },
  }
}

/** A path on another drive has no way from here and stands on its own. */
function artifactLocation(path: string) {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href }
  return { uri: path.split('/').map(encodeSegment).join('/'), uriBaseId: base }
}

/** Half of a surrogate pair, which a name on a disk may hold, has no place in a URI. */
function encodeSegment(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, '\ufffd'))
}
