import { type Run, withFindings } from './run.ts'
import { severityWords } from './severity-words.ts'
import { xmlElement, xmlFile } from './xml.ts'

/** The report of Checkstyle, which many a CI server reads. */
export function checkstyle(run: Run): string {
  const files = withFindings(run).map(({ path, findings }) =>
    xmlElement(
      'file',
      { name: path },
      findings.map(({ rule, severity, message, start }) =>
        xmlElement('error', {
          line: start.line,
          column: start.column,
          severity: severityWords.checkstyle[severity],
          message,
          source: `chancery.${rule}`,
        }),
      ),
    ),
  )
  return xmlFile(xmlElement('checkstyle', { version: '4.3' }, files))
}
