import type { Brief, BriefAnnex, BriefSnippetUse } from '../model/types.generated.ts'
import { fieldLabel } from '../schema/labels.ts'
import { enumerationLabel } from '../schema/value-words.ts'
import { caseStudyBlocks, claimBlocks, nextStepBlocks, outlookBlocks, perspectiveBlocks, timingBlocks } from './brief-argument.ts'
import { optionBlocks, recommendationBlocks, riskBlocks } from './brief-choice.ts'
import { briefTitleBlock } from './brief-title.ts'
import { citedIn } from './citations.ts'
import { type Context, contextOf, type PageContext } from './context.ts'
import { fieldBlocks, fieldEntries, schemaOf } from './details.ts'
import {
  type Blocks,
  bullets,
  type Definition,
  definition,
  definitions,
  key,
  type Paper,
  paragraph,
  type Section,
  section,
  text,
} from './document-model.ts'
import { citedFigures, riskFigure, strategyFigure } from './figures/brief.ts'
import { placed } from './places.ts'
import { prose } from './prose.ts'
import { engagementName, entryFacts, withReferences } from './references.ts'
import { reviewOf } from './review.ts'
import { bannerOf, colophonOf, languageEntry, pageLanguage, partTeller, precedentBlocks } from './shared-parts.ts'

/** Fields that stand above the text or below it and are no part of its order. */
const inHead = ['chancery', 'id', 'title', 'profile', 'stage', 'date', 'to', 'from', 'authors', 'clearances', 'audience', 'handling']
const inAbout = ['language', 'themes', 'snippets', 'bibliography', 'note']

/** The order of what the profile does not order; a part that is new comes before the last ones. */
const usual = [
  ...['issue', 'recommendations', 'timing', 'background', 'history', 'analysis', 'claims', 'case_studies', 'perspectives'],
  ...['options', 'risks', 'outlook', 'presentation', 'next_steps'],
]
const last = ['annexes', 'engagements', 'acronyms']

/** Parts that are told in words of their own; every other part is laid out by its schema. */
const told: Readonly<Record<string, (brief: Brief, context: Context) => Blocks>> = {
  timing: timingBlocks,
  engagements: engagementBlocks,
  history: (brief, context) => precedentBlocks(context, brief.history, schemaOf('brief', 'history', 0)),
  claims: claimBlocks,
  case_studies: caseStudyBlocks,
  perspectives: perspectiveBlocks,
  options: (brief, context) => [...optionBlocks(brief, context), ...strategyFigure(brief, context)],
  recommendations: recommendationBlocks,
  risks: (brief, context) => [...riskFigure(brief, context), ...riskBlocks(brief, context)],
  outlook: outlookBlocks,
  next_steps: nextStepBlocks,
  annexes: annexBlocks,
}

/** A brief as a document: title block, bottom line, the parts in the order of its profile, references. */
export function briefPaper(brief: Brief, page: PageContext): Paper {
  const context = contextOf(page, brief)
  const profile = context.vocabulary.profiles.get(brief.profile ?? context.profile ?? '')
  const written = [
    ...context.parts('bluf', brief, context, blufSection),
    ...partsInOrder(profile?.required ?? []).flatMap(partTeller({ kind: 'brief', model: brief, told }, context)),
  ]
  const drafted = [
    ...written,
    ...picturesSection(brief, citedIn(written, context.of), context),
    ...section('about', 'About this paper', definitions(aboutEntries(brief, context))),
  ]
  const { titleBlock, sections } = withReferences(briefTitleBlock(brief, context), drafted, context)
  const stage = brief.stage === undefined ? '' : enumerationLabel(context, 'stage', brief.stage)
  return {
    kind: 'brief',
    language: pageLanguage(brief.language),
    title: brief.title || brief.id || 'Brief without a title',
    heading: [profile?.label ?? brief.profile ?? 'Brief', stage].filter((words) => words !== ''),
    banner: bannerOf(context, brief.handling),
    titleBlock,
    sections,
    ...reviewOf(context, { brief, profile }),
    colophon: colophonOf(brief),
    properties: {
      date: brief.date,
      authors: (brief.authors ?? []).flatMap(({ name, office }) => name ?? office ?? []),
      keywords: (brief.themes ?? []).map((theme) => enumerationLabel(context, 'theme', theme)),
    },
  }
}

function picturesSection(brief: Brief, cited: readonly string[], context: Context): readonly Section[] {
  const figures = citedFigures(brief, cited, context)
  return context.again(['pictures', ...figures], () => section('pictures', 'The engagements in pictures', figures))
}

function blufSection(brief: Brief, context: Context): readonly Section[] {
  const at = context.at(brief, 'bluf')
  return section('bluf', fieldLabel('bluf', undefined), prose(context, brief, 'bluf'), { tone: 'key', ...(at && { at }) })
}

/** The bottom line stands first whatever the profile, so it has no place in this order. */
function partsInOrder(required: readonly string[]): readonly string[] {
  const elsewhere = new Set([...inHead, ...inAbout, 'bluf', 'sources'])
  const all = Object.keys(schemaOf('brief').properties ?? {})
  const fresh = all.filter((name) => !usual.includes(name) && !last.includes(name))
  return [...new Set([...required, ...usual, ...fresh, ...last])].filter((name) => !elsewhere.has(name) && all.includes(name))
}

function engagementBlocks({ engagements }: Brief, context: Context): Blocks {
  return bullets(
    (engagements ?? []).map((id, i) => {
      const [entry] = context.portfolio.defined('engagement', id)
      const facts = entry ? entryFacts(context, entry) : ''
      const line = paragraph([...engagementName(context, id), ...(facts === '' ? [] : [text(` (${facts})`)])])
      return placed(line, context.at(engagements, i))
    }),
  )
}

function annexBlocks({ annexes }: Brief, context: Context): Blocks {
  return (annexes ?? []).flatMap((annex, i) => annexSection(annex, i + 1, context))
}

function annexSection(annex: BriefAnnex, number: number, context: Context): Blocks {
  const more = definitions(fieldEntries(annex, schemaOf('brief', 'annexes', 0), context, ['title', 'text']))
  const at = context.at(annex)
  const blocks = placed([...prose(context, annex, 'text'), ...more], at)
  if (blocks.length === 0 && annex.title === undefined) return []
  const title = annex.title === undefined ? `Annex ${number}` : `Annex ${number}: ${annex.title}`
  return section(`annex-${number}`, title, blocks.length > 0 ? blocks : paragraph('This annex is empty.', 'quiet'), at && { at })
}

function aboutEntries(brief: Brief, context: Context): readonly Definition[] {
  const part = (name: 'themes' | 'bibliography' | 'note') =>
    definition(fieldLabel(name, schemaOf('brief', name)), fieldBlocks(brief, name, schemaOf('brief'), context))
  const snippets = (brief.snippets ?? []).map((snippet) => snippetBlocks(snippet, context))
  return [
    ...part('themes'),
    ...languageEntry(brief.language, context.at(brief, 'language')),
    ...definition(fieldLabel('snippets', undefined), bullets(snippets)),
    ...part('bibliography'),
    ...part('note'),
  ]
}

/** Which shared text is taken in; the text itself is put in where the brief is exported. */
function snippetBlocks(snippet: BriefSnippetUse, context: Context): Blocks {
  const more = fieldEntries(snippet, schemaOf('brief', 'snippets', 0), context, ['use', 'with'])
  const values = fieldBlocks(snippet, 'with', schemaOf('brief', 'snippets', 0), context)
  return placed([...paragraph(snippet.use && [key(snippet.use)]), ...values, ...definitions(more)], context.at(snippet))
}
