import type { Brief, Snippets } from '../model/types.generated.ts'
import { answerSchema, meantAnswer } from '../snippets/answers.ts'
import { isId, kebab } from '../text/ids.ts'
import type { Path } from '../text/path.ts'
import { nearest } from '../text/words.ts'
import { engagementFinder } from '../workspace/references.ts'
import { wholeBrief } from '../workspace/whole-brief.ts'
import { addAt, type Change, replaceWith } from './change.ts'
import { didYouMean, getLibrary } from './meant.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'ref-snippet',
  topic: 'references',
  level: 'error',
  certainty: 'exact',
  summary: 'A snippet is not to be found, or is not told what it asks for.',
  reason:
    'Two libraries may hold a snippet of the same name, so its full name is the library, a slash and its own name, as `standard/disclaimer`. Without both, with a name that its library does not know, or without an answer that it needs, the printed brief lacks a text or has a gap in it. An answer for which a snippet does not ask is used nowhere.',
  source: 'Chancery: a snippet is referred to as library/snippet.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
snippets: [{ use: disclaimer }]
`,
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
snippets: [{ use: standard/disclaimer }]
#- standard.snippets.yaml
chancery: snippets/1
id: standard
version: 1
title: Standard texts
snippets:
  - { id: disclaimer, scope: [brief.annexes], params: { office: { required: true } }, text: "Prepared from open sources by {{office}}." }
`,
    ],
    good: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
snippets: [{ use: standard/disclaimer, with: { office: Navy Staff } }]
#- standard.snippets.yaml
chancery: snippets/1
id: standard
version: 1
title: Standard texts
snippets:
  - { id: disclaimer, scope: [brief.annexes], params: { office: { required: true } }, text: "Prepared from open sources by {{office}}." }
`,
    ],
  },
  check,
}

function* check(context: Context): Iterable<Report> {
  let unknowns = 0
  for (const { path, value, schema } of context.fields) {
    if (schema['x-is'] !== 'snippet') continue
    const name = String(value)
    const [library = '', own = '', ...more] = name.split('/')
    if (more.length > 0 || !isId(library) || !isId(own)) yield { at: path, message: messageFor(name), fixes: fixFor(path, name) }
    else if (context.portfolio.terms('snippet', name).length === 0)
      yield* unknown({ at: path, name, isCompared: ++unknowns <= mostCompared }, context)
  }
  if (context.document.kind === 'brief') {
    yield* unfilled(context.document.model, context)
    yield* deadAnswers(context.document.model, context)
  }
  if (context.document.kind === 'snippets') yield* unmet(context.document.model, context)
}

/** A library on which this one rests is older than it has to be, or its name is misspelt. */
function* unmet({ dependencies = {} }: Snippets, { portfolio }: Context): Iterable<Report> {
  for (const [id, least] of Object.entries(dependencies)) {
    const at = ['dependencies', id]
    const [library] = portfolio.terms('library', id)
    const version = library?.version
    if (version !== undefined && version < least)
      yield {
        at,
        message: `The library ${id} is here in version ${version}, and this one needs version ${least} or later. Install the newer one.`,
      }
    if (library || !isId(id)) continue
    const near = nearest(id, portfolio.termIds('library'))
    const missing = `There is no library ${id} here, so what is taken in from it is missing in print.`
    if (near === undefined) yield { at, on: 'key', message: `${missing} ${getLibrary}`, atMost: 'warning' }
    else
      yield {
        at,
        on: 'key',
        message: `${missing} Did you mean ${near}?`,
        fixes: [{ title: `Write ${near}`, safe: false, steps: [{ do: 'rename-key', at, to: near }] }],
      }
  }
}

/** Of more than these the nearest name is not looked for, because each is compared with all that there are. */
const mostCompared = 50

interface Unknown {
  readonly at: Report['at']
  readonly name: string
  readonly isCompared: boolean
}

/** A library that is nowhere may be one of a package that is not installed here, so it is no error. */
function* unknown({ at, name, isCompared }: Unknown, { portfolio }: Context): Iterable<Report> {
  const [library = ''] = name.split('/')
  const isThere = portfolio.terms('library', library).length > 0
  const others = isCompared ? portfolio.termIds('snippet') : []
  const near = nearest(
    name,
    others.filter((id) => !isThere || id.startsWith(`${library}/`)),
  )
  if (!isThere && near === undefined) {
    const message = `There is no library ${library} here, so its text is missing in print. ${getLibrary}`
    yield { at, message, atMost: 'warning' }
    return
  }
  const meant = didYouMean(at, near === undefined ? undefined : { id: near, same: false })
  const where = isThere ? `The library ${library} has no snippet of that name` : `There is no snippet ${name}`
  yield { at, message: `${where}, so its text is missing in print.${meant.words}`, fixes: meant.fixes }
}

/** What the library needs to be told, or was told in vain. What is wrong in the library itself is told there as well, unless it is a package. */
function* unfilled(brief: Brief, context: Context): Iterable<Report> {
  const { problems } = wholeBrief(brief, context)
  for (const { use, problem } of problems) {
    const { kind, blank = '', message } = problem
    const answer = ['snippets', use, 'with', blank]
    if (kind === 'unasked')
      yield { at: answer, on: 'key', message, fixes: [{ title: `Take out ${blank}`, safe: false, steps: [{ do: 'remove', at: answer }] }] }
    else if (kind === 'not-an-answer') yield wrongAnswer(brief, use, { at: answer, blank, message }, context)
    else if (kind === 'missing') yield { at: answer, message, fixes: [addAt(answer, undefined, `Add "${blank}" to be filled in`)] }
    else if (kind !== 'misplaced' && kind !== 'crowded' && kind !== 'too-large')
      yield { at: ['snippets', use, 'use'], message, atMost: 'warning' }
    else yield { at: ['snippets', use, 'use'], message }
  }
}

interface Wrong {
  readonly at: Path
  readonly blank: string
  readonly message: string
}

function wrongAnswer({ snippets = [] }: Brief, use: number, { at, blank, message }: Wrong, { portfolio, vocabulary }: Context): Report {
  const { use: name = '', with: answers = {} } = snippets[use] ?? {}
  const param = portfolio.terms('snippet', name)[0]?.snippet?.params?.[blank]
  const near = param && Object.hasOwn(answers, blank) ? meantAnswer(param, answers[blank] ?? '', vocabulary) : undefined
  const meant = didYouMean(at, near === undefined ? undefined : { id: near, same: false })
  return { at, message: `${message}${meant.words}`, fixes: meant.fixes }
}

/** Answers that name engagements which are not there; where the text cites them, `ref-engagement` tells of the citation. */
function* deadAnswers({ snippets = [] }: Brief, { portfolio }: Context): Iterable<Report> {
  const finder = engagementFinder(portfolio)
  for (const [use, { use: name = '', with: answers = {} }] of snippets.entries()) {
    const { params = {}, ...snippet } = portfolio.terms('snippet', name)[0]?.snippet ?? {}
    const cited = new Set([...JSON.stringify(snippet).matchAll(/@\{\{\s*([\w-]+)\s*\}\}/g)].map(([, blank]) => blank))
    for (const [blank, answer] of Object.entries(answers)) {
      const id = String(answer)
      const isEngagement = Object.hasOwn(params, blank) && answerSchema(params[blank] ?? {})?.['x-is'] === 'engagement'
      if (!isEngagement || cited.has(blank) || !isId(id) || portfolio.defined('engagement', id).length > 0) continue
      const at = ['snippets', use, 'with', blank]
      const meant = didYouMean(at, finder(id))
      const message = `There is no engagement "${id}" in this workspace, so the text that is taken in names nothing.${meant.words || ' Correct the id, or add the file of the engagement.'}`
      yield { at, message, fixes: meant.fixes }
    }
  }
}

function messageFor(value: string): string {
  if (value === '') return 'The snippet has no name. Write the library, a slash and the snippet, as standard/disclaimer.'
  if (!value.includes('/'))
    return `"${value}" does not say from which library the snippet comes. Write the library, a slash and the snippet, as standard/${kebab(value) ?? 'disclaimer'}.`
  if (/@\d+$/.test(value))
    return `"${value}" has a version, and what is taken in is always of the version that is here. Write ${value.replace(/@\d+$/, '')}.`
  return `"${value}" is not the full name of a snippet. It consists of the library, a slash and the snippet, each in small letters, digits and hyphens, as standard/disclaimer.`
}

function fixFor(path: Report['at'], value: string): readonly Change[] {
  const parts = value.replace(/@\d+$/, '').split('/').map(kebab)
  return parts.length === 2 && parts.every((part) => part !== undefined) ? [replaceWith(path, parts.join('/'), false)] : []
}
