import type { Brief, BriefAnnex, BriefSnippetUse } from '../model/types.generated.ts'
import { fieldLabel } from '../schema/labels.ts'
import { enumerationLabel } from '../schema/value-words.ts'
import { caseStudyBlocks, claimBlocks, nextStepBlocks, outlookBlocks, perspectiveBlocks, timingBlocks } from './brief-argument.ts'
import { optionBlocks, recommendationBlocks, riskBlocks } from './brief-choice.ts'
import { briefTitleBlock } from './brief-title.ts'
import { citedIn } from './citations.ts'
import { type Context, contextOf, type PageContext } from './context.ts'
import { fieldEntries, schemaOf, valueBlocks } from './details.ts'
import {
  type Blocks,
  bullets,
  type Definition,
  definition,
  definitions,
  key,
  type Paper,
  paragraph,
  section,
  text,
} from './document-model.ts'
import { citedFigures, riskFigure, strategyFigure } from './figures/brief.ts'
import { markdownBlocks } from './markdown.ts'
import { engagementName, entryFacts, withReferences } from './references.ts'
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
  const profile = brief.profile === undefined ? undefined : context.vocabulary.profiles.get(brief.profile)
  const written = [
    ...section('bluf', fieldLabel('bluf', undefined), markdownBlocks(brief.bluf), { tone: 'key', at: { path: ['bluf'] } }),
    ...partsInOrder(profile?.required ?? []).flatMap(partTeller({ kind: 'brief', model: brief, told }, context)),
  ]
  const drafted = [
    ...written,
    ...section('pictures', 'The engagements in pictures', citedFigures(brief, citedIn(written), context)),
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
    colophon: colophonOf(context, brief),
  }
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
    (engagements ?? []).map((id) => {
      const [entry] = context.portfolio.defined('engagement', id)
      const facts = entry ? entryFacts(context, entry) : ''
      return paragraph([...engagementName(context, id), ...(facts === '' ? [] : [text(` (${facts})`)])])
    }),
  )
}

function annexBlocks({ annexes }: Brief, context: Context): Blocks {
  return (annexes ?? []).flatMap((annex, i) => annexSection(annex, i + 1, context))
}

function annexSection(annex: BriefAnnex, number: number, context: Context): Blocks {
  const more = definitions(fieldEntries(annex, schemaOf('brief', 'annexes', 0), context, ['title', 'text']))
  const blocks = [...markdownBlocks(annex.text), ...more]
  if (blocks.length === 0 && annex.title === undefined) return []
  const title = annex.title === undefined ? `Annex ${number}` : `Annex ${number}: ${annex.title}`
  return section(`annex-${number}`, title, blocks.length > 0 ? blocks : paragraph('This annex is empty.', 'quiet'))
}

function aboutEntries(brief: Brief, context: Context): readonly Definition[] {
  const part = (name: 'themes' | 'bibliography' | 'note') => {
    const schema = schemaOf('brief', name)
    const label = fieldLabel(name, schema)
    return definition(label, valueBlocks(brief[name], schema, context, label))
  }
  return [
    ...part('themes'),
    ...languageEntry(brief.language),
    ...definition(fieldLabel('snippets', undefined), bullets((brief.snippets ?? []).map((snippet) => snippetBlocks(snippet, context)))),
    ...part('bibliography'),
    ...part('note'),
  ]
}

/** Which shared text is taken in; the text itself is put in where the brief is exported. */
function snippetBlocks(snippet: BriefSnippetUse, context: Context): Blocks {
  const more = fieldEntries(snippet, schemaOf('brief', 'snippets', 0), context, ['use', 'with'])
  const values = valueBlocks(snippet.with, schemaOf('brief', 'snippets', 0, 'with'), context, '')
  return [...paragraph(snippet.use && [key(snippet.use)]), ...values, ...definitions(more)]
}
