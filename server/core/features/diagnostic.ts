import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types'
import type { Finding, Severity } from '../text/finding.ts'
import type { Place } from '../text/lines.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** The scheme under which an editor shows the page of a rule; there is no page on the web. */
export const rulePageScheme = 'chancery-rule'

/** A finding as the protocol has it: the same rule, words and range as on the command line. */
export function diagnosticOf(finding: Finding, uriOf: (path: string) => string): Diagnostic {
  const related = finding.related.map(({ path, message, start, end }) => ({
    location: { uri: uriOf(path), range: rangeBetween(start, end) },
    message,
  }))
  return {
    range: rangeBetween(finding.start, finding.end),
    severity: severities[finding.severity],
    source: 'chancery',
    code: finding.rule,
    codeDescription: { href: `${rulePageScheme}:/${finding.rule}.md` },
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  }
}

/** A range as people count it, as the protocol counts. */
export function rangeBetween(start: Place, end: Place): Range {
  return { start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } }
}
