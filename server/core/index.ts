/** The only door to the core: what the command line, the language server and the exports may use. */

export { formatOf } from './bibliography/bibliography.ts'
export { type Answer, readChoice, readCountries, readDate, readId, readLine, readOrganizations, readType } from './drafts/answers.ts'
export { type BriefAnswers, briefDraft, textParts } from './drafts/brief.ts'
export { type EngagementAnswers, engagementDraft, engagementId, leastCountries } from './drafts/engagement.ts'
export { type BlockQuestion, blockQuestions, isPost, questionsOf, takesBlock } from './drafts/questions.ts'
export type { Draft } from './drafts/reading.ts'
export { statusesOf, temporalOf, usualStatus, type When } from './drafts/status.ts'
export { features } from './features/all.generated.ts'
export { diagnosticOf } from './features/diagnostic.ts'
export type {
  ClientAbilities,
  DocumentRequest,
  FeatureContext,
  Files,
  HintSettings,
  Refusal,
  WorkspaceContext,
  WorkspaceRequest,
} from './features/feature.ts'
export { textEdits } from './features/fixes.ts'
export { termPage } from './features/term-page.ts'
export { catalogue, countBySeverity, type FileReport, ignores, type LintOptions, lintFile, lintText, lintUnreadable } from './lint/lint.ts'
export { mend } from './lint/mend.ts'
export { objections } from './lint/objections.ts'
export { silencer } from './lint/silence.ts'
export type { DocumentOf } from './model/document.ts'
export type { Kind } from './model/kinds.ts'
export { kindOfName, kinds } from './model/kinds.ts'
export { blufLength, briefLength, minutesToRead } from './model/length.ts'
export type { Brief, Engagement } from './model/types.generated.ts'
export { type PageEntry, renderIndex } from './preview/index-page.ts'
export { renderPage } from './preview/page.ts'
export { rules } from './rules/all.generated.ts'
export { levelWords, pageTitles, type RuleParts, rulePage, rulePartsOf } from './rules/page.ts'
export type { Rule } from './rules/rule.ts'
export { builtIn } from './schema/built-in.generated.ts'
export { before, isDate } from './schema/dates.ts'
export type { Schema } from './schema/schema.ts'
export { schemas } from './schema/schemas.generated.ts'
export type { Vocabulary } from './schema/vocabulary.ts'
export type { EngagementType, Temporal } from './schema/vocabulary-types.ts'
export { type Finding, type Fix, isLevel, type Level, levels, type Related, type Severity, severities } from './text/finding.ts'
export { isId, kebab } from './text/ids.ts'
export { columns, columnsOf, graphemes, indented, padded, widthOf, wrap } from './text/layout.ts'
export { lineStarts, lineText, placeAt, rangeOf } from './text/lines.ts'
export { applyEdits, type Edit, type Span } from './text/span.ts'
export { counted, fold, listed, nearest } from './text/words.ts'
export { answerTo, type Keys, noting, places } from './workspace/asked.ts'
export { briefLimits } from './workspace/brief-limits.ts'
export { setting } from './workspace/config.ts'
export { type OpenFile, openFile, summaryOf } from './workspace/file.ts'
export { matches } from './workspace/paths.ts'
export { type FileContent, type FileProblem, memoryWorkspace, type Workspace } from './workspace/port.ts'
export type { EditablePortfolio, Portfolio, Summary } from './workspace/portfolio.ts'
export { openProject, type Project } from './workspace/project.ts'
export { readAgain, takeUpBibliographies } from './workspace/read-bibliographies.ts'
