import type { FileReport, Finding } from '../../core/index.ts'
import { type Run, reported } from './run.ts'
import { atOrAbove } from './severity-words.ts'
import { type Xml, xmlElement, xmlFile, xmlText } from './xml.ts'

/**
 * The report of JUnit: a suite for each file and a case for each finding. It
 * fails where the run fails: what is milder than the gate is a case that passed
 * and says what it saw.
 */
export function junit(run: Run): string {
  const files = reported(run)
  const suites = files.map((file) => suite(file, run))
  return xmlFile(xmlElement('testsuites', { name: 'chancery lint', ...countsOf(files, run) }, suites))
}

function suite(file: FileReport, run: Run): Xml {
  const { path, findings } = file
  const cases = findings.map((finding) => testCase(finding, path, run))
  return xmlElement(
    'testsuite',
    { name: path, ...countsOf([file], run) },
    cases.length > 0 ? cases : [xmlElement('testcase', { name: 'no findings', classname: path })],
  )
}

function countsOf(files: readonly FileReport[], { gate }: Run) {
  const failed = files.map(({ findings }) => findings.filter(({ severity }) => atOrAbove(severity, gate)).length)
  return {
    tests: files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0),
    failures: failed.reduce((sum, count) => sum + count, 0),
    errors: 0,
    skipped: 0,
  }
}

function testCase({ rule, severity, message, start }: Finding, path: string, { gate, ruleUrl }: Run): Xml {
  const place = `${start.line}:${start.column}`
  const url = ruleUrl(rule)
  const words = xmlText(`${path}:${place}: ${severity}: ${message}${url === undefined ? '' : ` ${url}`}`)
  const outcome = atOrAbove(severity, gate)
    ? xmlElement('failure', { message, type: severity }, words)
    : xmlElement('system-out', {}, words)
  return xmlElement('testcase', { name: `${rule} at ${place}`, classname: path }, [outcome])
}
