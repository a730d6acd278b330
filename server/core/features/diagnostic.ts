import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver-types'
import { rules } from '../rules/all.generated.ts'
import type { Finding, Severity, Tag } from '../text/finding.ts'
import type { Place } from '../text/lines.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

const tags: Readonly<Record<Tag, DiagnosticTag>> = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated }

const tagOfRule: ReadonlyMap<string, Tag> = new Map(rules.flatMap(({ id, tag }) => (tag ? [[id, tag]] : [])))

/** The scheme under which an editor shows the page of a rule; there is no page on the web. */
export const rulePageScheme = 'chancery-rule'

/** A finding as the protocol has it: the same rule, words and range as on the command line. */
export function diagnosticOf(finding: Finding, uriOf: (path: string) => string): Diagnostic {
  const related = finding.related.map(({ path, message, start, end }) => ({
    location: { uri: uriOf(path), range: rangeBetween(start, end) },
    message,
  }))
  const tag = finding.tag ?? tagOfRule.get(finding.rule)
  return {
    range: rangeBetween(finding.start, finding.end),
    severity: severities[finding.severity],
    source: 'chancery',
    code: finding.rule,
    codeDescription: { href: `${rulePageScheme}:/${finding.rule}.md` },
    message: finding.message,
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  }
}

/** A range as people count it, as the protocol counts. */
export function rangeBetween(start: Place, end: Place): Range {
  return { start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } }
}
