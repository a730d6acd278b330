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
export { checkLibrary } from './lint/library-report.ts'
export {
  catalogue,
  countBySeverity,
  type FileReport,
  ignores,
  type LintOptions,
  lintFile,
  lintText,
  lintUnreadable,
  switchedOff,
} from './lint/lint.ts'
export { mend } from './lint/mend.ts'
export { objections } from './lint/objections.ts'
export { placedFindings } from './lint/placed.ts'
export { silencer } from './lint/silence.ts'
export { trySnippets } from './lint/snippet-trials.ts'
export type { DocumentOf } from './model/document.ts'
export type { Kind } from './model/kinds.ts'
export { kindOfName, kinds } from './model/kinds.ts'
export { blufLength, briefLength, minutesToRead } from './model/length.ts'
export type { Value } from './model/read.ts'
export type { Brief, Config, Engagement, Snippets, SnippetsParam, SnippetsSnippet, Stage } from './model/types.generated.ts'
export type * from './preview/document-model.ts'
export { portfolioPictures } from './preview/figures/portfolio.ts'
export { directionOf } from './preview/formats.ts'
export { renderPaper } from './preview/html.ts'
export { type PageEntry, renderIndex } from './preview/index-page.ts'
export { keptParts } from './preview/kept-parts.ts'
export { isOutsideLink } from './preview/links.ts'
export { groupsOf } from './preview/network/groups.ts'
export { networkPage } from './preview/network/page.ts'
export { paperOf, renderPage } from './preview/page.ts'
export { pandocMarkdown } from './preview/pandoc/write.ts'
export { figuresIn, hasMoreThanNotes, notesIn } from './preview/parts-of.ts'
export type { Drawing } from './preview/pictures/drawing.ts'
export { svgOnPaper } from './preview/pictures/svg-file.ts'
export { paintOnPaper, palettes as pagePalettes } from './preview/style.ts'
export { escapeHtml, type Html, tag } from './preview/tags.ts'
export { appendedSnippets } from './refactorings/append-snippet.ts'
export { rules } from './rules/all.generated.ts'
export { mendingOf } from './rules/mending.ts'
export { levelsByStage, levelWords, pageTitles, prose, type RuleParts, rulePage, rulePartsOf } from './rules/page.ts'
export { type Rule, type Topic, topics } from './rules/rule.ts'
export { fitsOption } from './rules/rule-options.ts'
export { builtIn } from './schema/built-in.generated.ts'
export { before, isDate } from './schema/dates.ts'
export type { Schema } from './schema/schema.ts'
export { schemas } from './schema/schemas.generated.ts'
export type { Vocabulary } from './schema/vocabulary.ts'
export type { EngagementType, Temporal } from './schema/vocabulary-types.ts'
export { codeSnippets } from './snippets/code-snippets.ts'
export { snippetExample } from './snippets/example.ts'
export { fromCode } from './snippets/from-code.ts'
export type { House } from './snippets/house.ts'
export { scopeOf } from './snippets/scope.ts'
export { missingIn } from './snippets/taken-in.ts'
export {
  type Finding,
  type Fix,
  isLevel,
  type Level,
  levels,
  type PlacedFinding,
  type Range,
  type Related,
  type Severity,
  severities,
} from './text/finding.ts'
export { isId, kebab } from './text/ids.ts'
export { columns, columnsOf, graphemes, indented, padded, widthOf, wrap } from './text/layout.ts'
export { lineStarts, lineText, placeAt, rangeOf } from './text/lines.ts'
export { printable } from './text/printable.ts'
export { inFlow } from './text/quote.ts'
export { applyEdits, type Edit, type Span } from './text/span.ts'
export { counted, fold, listed, listedShort, nearest } from './text/words.ts'
export { answerTo, type Keys, noting, places } from './workspace/asked.ts'
export { briefLimits } from './workspace/brief-limits.ts'
export { type ConfigChain, ignoring, readSetting, ruleLayers, setting, settingFrom } from './workspace/config.ts'
export { type OpenFile, openFile, type Part, summaryOf } from './workspace/file.ts'
export { portfolioAt } from './workspace/in-force.ts'
export { builtInText } from './workspace/libraries.ts'
export { type PageSettings, pageSettings } from './workspace/page-settings.ts'
export { isBuiltIn, matches } from './workspace/paths.ts'
export { type FileContent, type FileProblem, memoryWorkspace, type Workspace } from './workspace/port.ts'
export type { Entry, TermEntry } from './workspace/portfolio.ts'
export { type Citation, createPortfolio, type Portfolio, type Summary } from './workspace/portfolio.ts'
export { openProject, type Project, type SummaryStore, summarized } from './workspace/project.ts'
export { definersOf } from './workspace/reach.ts'
export { readAgain, takeUpBibliographies } from './workspace/read-bibliographies.ts'
export { usesOf } from './workspace/snippet-uses.ts'
export { houseOf, wholeBrief } from './workspace/whole-brief.ts'
export { writtenPlaces } from './workspace/written-places.ts'
