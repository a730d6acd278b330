import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { applyEdits, type Finding, ignores, lineStarts, lineText, lintText } from '../../server/core/index.ts'
import { withoutAnnotations } from '../../server/scripts/gen/fixtures.ts'
import { type Files, joinFiles, projectOf, splitFiles, today } from './files.ts'

export { withoutAnnotations }

/** Every finding of every file, by path. */
export async function lintFiles(files: Files): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const project = await projectOf(files)
  return new Map(
    project.paths.map((path) => [path, ignores(project, path) ? [] : lintText(project, path, files[path] ?? '', { today }).findings]),
  )
}

/** The text with each finding in a caret line under its first line. */
export function annotate(text: string, findings: readonly Finding[]): string {
  const starts = lineStarts(text)
  const lines = starts.map((_, i) => lineText(text, starts, i + 1))
  if (lines.at(-1) === '' && lines.length > 1) lines.pop()
  const annotated = lines.map((line, i) => [
    line,
    ...findings.filter((f) => shownOn(f, lines.length) === i + 1).map((f) => caretLine(f, line)),
  ])
  return `${annotated.flat().join('\n')}\n`
}

function shownOn(finding: Finding, last: number): number {
  return Math.min(finding.start.line, last)
}

function caretLine({ start, end, rule, severity, message, fixes }: Finding, line: string): string {
  const last = end.line === start.line ? end.column : line.length + 1
  const width = Math.max(1, last - start.column)
  const carets = start.column === 1 ? `#<${'^'.repeat(Math.max(0, width - 2))}` : `#${' '.repeat(start.column - 2)}${'^'.repeat(width)}`
  const titles = fixes.map((fix) => `${fix.safe ? 'fix' : 'suggestion'}: ${fix.title}`)
  return `${carets} ${rule} ${severity}: ${message}${titles.length > 0 ? ` (${titles.join('; ')})` : ''}`
}

/** Compares a fixture with what the engine says now; with UPDATE=1 it writes the fixture instead. */
export function expectFile(url: URL, actual: string): void {
  if (process.env['UPDATE'] === '1') {
    if (!existsSync(url) || readFileSync(url, 'utf8') !== actual) writeFileSync(url, actual)
    return
  }
  expect(actual).toBe(existsSync(url) ? readFileSync(url, 'utf8') : '')
}

/**
 * A fixture with caret lines: every finding must be annotated, and every
 * annotation met. In the fixture of a rule these are its own findings and the
 * errors of others, or each new rule would write in the fixtures of all.
 */
export async function checkAnnotated(url: URL, rule?: string): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const source = readFileSync(url, 'utf8')
  const files = splitFiles(withoutAnnotations(source))
  const found = await lintFiles(files)
  const shown = (finding: Finding) => rule === undefined || finding.rule === rule || finding.severity === 'error'
  const annotated = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, annotate(text, (found.get(path) ?? []).filter(shown))]),
  )
  expectFile(url, /^#- /m.test(source) ? joinFiles(annotated) : Object.values(annotated).join(''))
  return found
}

/** The files after all safe fixes of one rule; overlapping ones wait for the next round. */
export function applySafeFixes(files: Files, found: ReadonlyMap<string, readonly Finding[]>, rule?: string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const fixes = (found.get(path) ?? [])
        .filter((f) => rule === undefined || f.rule === rule)
        .flatMap((f) => f.fixes.find((fix) => fix.safe) ?? [])
      return [
        path,
        applyEdits(
          text,
          fixes.flatMap((fix) => fix.edits),
        ),
      ]
    }),
  )
}
