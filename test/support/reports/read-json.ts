import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
import Ajv from 'ajv'
import { expect } from 'vitest'
import type { Told } from './read.ts'

/** A reference is good when a browser would find its way by it and when it is spelled as a URI may be. */
const reference = (uri: string) =>
  /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(uri) && !/%(?![\dA-F]{2})/.test(uri) && URL.canParse(uri, 'file:///a/')

// The schema speaks an older draft; of what the two understand differently it uses nothing but the name of its id.
const { id: _id, $schema: _draft, ...sarif } = sarifSchema
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  // One of its patterns is none when read as Unicode.
  unicodeRegExp: false,
  formats: { 'uri-reference': reference, uri: (uri: string) => URL.canParse(uri), 'date-time': true },
})
const isSarif = ajv.compile(sarif)

export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly SarifLocation[]
  readonly relatedLocations: readonly (SarifLocation & { readonly message: { readonly text: string } })[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions: readonly unknown[]
  readonly baselineState?: string
  readonly fixes: readonly unknown[]
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
  }
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } & Readonly<Record<string, unknown>> }
  readonly results: readonly SarifResult[]
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>
  readonly columnKind: string
}

export function sarifRun(text: string): SarifRun {
  const log = JSON.parse(text)
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([])
  expect(log.version).toBe('2.1.0')
  return log.runs[0]
}

export function readSarif(text: string): readonly Told[] {
  const { tool, results, originalUriBaseIds } = sarifRun(text)
  return results.map(({ ruleId, ruleIndex, level, message, locations }) => {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    const { artifactLocation, region } = locations[0]?.physicalLocation ?? {}
    const base = originalUriBaseIds[artifactLocation?.uriBaseId ?? '']?.uri
    expect(base).toMatch(/^file:\/\/\/.*[^/]\/$/)
    const path = artifactLocation?.uri.split('/').map(decodeURIComponent).join('/') ?? ''
    return { path, place: `${region?.startLine}:${region?.startColumn}`, level, message: message.text, rule: ruleId }
  })
}

const text = { type: 'string', minLength: 1 }
const line = { type: 'integer', minimum: 1 }

/** What GitLab asks of a report of Code Quality. */
const isGitlab = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: text,
      check_name: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^\\./' } },
          lines: { type: 'object', required: ['begin'], additionalProperties: false, properties: { begin: line, end: line } },
        },
      },
    },
  },
})

interface GitlabIssue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

export function readGitlab(report: string): readonly Told[] {
  const issues: readonly GitlabIssue[] = JSON.parse(report)
  expect(isGitlab(issues) ? [] : isGitlab.errors).toEqual([])
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  return issues.map(({ description, check_name, severity, location }) => ({
    path: location.path,
    place: `${location.lines.begin}`,
    level: severity,
    message: description,
    rule: check_name,
  }))
}
