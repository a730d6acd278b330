import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import { proposalsAt } from '../refactorings/proposals.ts'
import type { Refactoring, Spot } from '../refactorings/refactoring.ts'
import { spotAt } from '../refactorings/spot.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Span } from '../text/span.ts'
import { setting } from '../workspace/config.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import { type FeatureContext, offsetAt } from './feature.ts'
import { editOf } from './fixes.ts'
import type { Shown } from './touched-findings.ts'

/** What can be written in another way at a selection, as far as its kind is wanted. */
export function refactoringActions(context: FeatureContext, range: Range, isWanted: (kind: string) => boolean): readonly CodeAction[] {
  const { text, lines } = context.file
  const spot = spotOf(context, { start: offsetAt(text, lines, range.start), end: offsetAt(text, lines, range.end) })
  if (!spot) return []
  return proposalsAt(spot, (refactoring) => isWanted(kindOf(refactoring))).map(({ refactoring, title, edits }) => ({
    title,
    kind: kindOf(refactoring),
    edit: editOf(context, edits),
  }))
}

function kindOf({ id, nature }: Refactoring): string {
  return `${nature === 'extract' ? CodeActionKind.RefactorExtract : CodeActionKind.RefactorRewrite}.${id}`
}

/** Where a finding says that a part of the document is missing, all that are can be added at once. */
export function addingActions(context: FeatureContext, shown: readonly Shown[]): readonly CodeAction[] {
  const missing = shown.filter(({ finding }) => isOfMissing(context, finding.rule))
  const spot = missing[0] && spotOf(context, missing[0].finding.span)
  if (!spot) return []
  return proposalsAt(spot, ({ id }) => id === 'add-missing').map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: missing.map(({ diagnostic }) => diagnostic),
    edit: editOf(context, edits),
  }))
}

function isOfMissing({ file }: FeatureContext, rule: string): boolean {
  return (
    rule === 'missing-key' ||
    file.parts.some(({ document: { kind } }) => kind && Object.values(schemas[kind]['x-missing'] ?? {}).includes(rule))
  )
}

function spotOf({ project, path, file }: FeatureContext, selection: Span): Spot | undefined {
  const config = project.configOf(path)
  return spotAt(file, selection, {
    vocabulary: project.vocabularyOf(config),
    portfolio: portfolioAt(project, path),
    naming: setting(config, 'naming') ?? 'plain',
    profile: setting(config, 'profile'),
  })
}
