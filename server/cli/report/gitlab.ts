import { digest, fingerprints } from './fingerprint.ts'
import { pathFromRoot, type Run, withFindings } from './run.ts'
import { severityWords } from './severity-words.ts'

/** The report of Code Quality, which GitLab shows in a merge request. */
export function gitlab(run: Run): string {
  const issues = withFindings(run).flatMap(({ path: shown, text, findings }) => {
    const path = pathFromRoot(shown, run)
    const marks = fingerprints(text, findings)
    return findings.map((finding) => ({
      description: finding.message,
      check_name: finding.rule,
      // GitLab keeps one of those that are alike, so the file counts too.
      fingerprint: digest(`${path}\0${marks.get(finding)}`),
      severity: severityWords.gitlab[finding.severity],
      location: { path, lines: { begin: finding.start.line, end: finding.end.line } },
    }))
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}
