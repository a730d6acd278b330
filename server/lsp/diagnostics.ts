import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver'
import { type Finding, type Fix, lineStarts, type Place, rangeOf, type Severity } from '../core/index.ts'

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
    location: { uri: uriOf(path), range: lspRange(start, end) },
    message,
  }))
  return {
    range: lspRange(finding.start, finding.end),
    severity: severities[finding.severity],
    source: 'chancery',
    code: finding.rule,
    codeDescription: { href: `${rulePageScheme}:/${finding.rule}.md` },
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  }
}

function lspRange(start: Place, end: Place): Range {
  return { start: { line: start.line - 1, character: start.column - 1 }, end: { line: end.line - 1, character: end.column - 1 } }
}

export function textEdits(text: string, fix: Pick<Fix, 'edits'>): TextEdit[] {
  const lines = lineStarts(text)
  return fix.edits.map(({ span, text: newText }) => {
    const { start, end } = rangeOf(lines, span)
    return { range: lspRange(start, end), newText }
  })
}

/** The safe fixes of a file that do not touch one another; the rest waits for the next time. */
export function safeFixes(findings: readonly Finding[]): Fix['edits'] {
  const taken: { readonly start: number; readonly end: number }[] = []
  return findings.flatMap(({ fixes }) => {
    const fix = fixes.find((f) => f.safe)
    if (!fix || fix.edits.some((e) => taken.some((t) => e.span.start <= t.end && t.start <= e.span.end))) return []
    taken.push(...fix.edits.map((e) => e.span))
    return fix.edits
  })
}

/** Every fix of every finding at the cursor; the safe one of a finding is the preferred one. */
export function quickFixes(request: {
  uri: string
  text: string
  findings: readonly Finding[]
  range: Range
  uriOf: (path: string) => string
}): CodeAction[] {
  const { uri, text, findings, range, uriOf } = request
  return findings.flatMap((finding) => {
    const diagnostic = diagnosticOf(finding, uriOf)
    if (!touches(diagnostic.range, range)) return []
    const preferred = finding.fixes.find((fix) => fix.safe)
    return finding.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix === preferred,
      edit: { changes: { [uri]: textEdits(text, fix) } },
    }))
  })
}

function touches(a: Range, b: Range): boolean {
  const before = (p: Range['start'], q: Range['start']) => p.line < q.line || (p.line === q.line && p.character < q.character)
  return !before(a.end, b.start) && !before(b.end, a.start)
}
