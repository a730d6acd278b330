import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { filledIn, fittingSnippets } from '../../server/core/features/library-snippets.ts'
import { sceneAt } from '../../server/core/features/scene.ts'
import { lintText, openFile, type Project, renderPage } from '../../server/core/index.ts'
import { answersToTry } from '../../server/core/lint/trial-answers.ts'
import { aboutOtherFiles, aboutTheRest, trialFiles } from '../../server/core/lint/trial-files.ts'
import type { SnippetsSnippet } from '../../server/core/model/types.generated.ts'
import { builtInLibraries } from '../../server/core/snippets/built-in.generated.ts'
import { type Scope, scopeOf } from '../../server/core/snippets/scope.ts'
import { lineStarts, placeAt } from '../../server/core/text/lines.ts'
import { portfolioAt } from '../../server/core/workspace/in-force.ts'
import { wholeBrief } from '../../server/core/workspace/whole-brief.ts'
import { projectOf, today } from '../support/files.ts'
import { contextOf } from './at-cursor.ts'
import { visibleText } from './preview-pages.ts'

/** What timelines tell of. */
const talks = `chancery: engagement/1
id: talks
type: staff-talks
title: Staff talks
status: completed
dates: { start: 2024-05-16 }
participants:
  - { country: NOR, role: host }
  - { country: SWE, role: participant }
`

interface Case {
  readonly name: string
  readonly snippet: SnippetsSnippet
  readonly words: string
  readonly scope: Scope
  /** The first place in a brief is where a snippet that is taken in stands. */
  readonly isFirst: boolean
}

const cases: readonly Case[] = Object.values(builtInLibraries).flatMap(({ id, snippets = [] }) =>
  snippets.flatMap((snippet) =>
    (snippet.scope ?? []).map((words, i) => {
      const scope = scopeOf(words)
      if (!scope) throw new Error(`There is no ${words}.`)
      return { name: `${id}/${snippet.id}`, snippet, words, scope, isFirst: i === 0 && scope.kind === 'brief' && scope.path.length > 0 }
    }),
  ),
)

/** Later than on these days it is not known who was suspended. */
const earlier: Readonly<Record<string, string>> = {
  'chancery-participants/au-members': '2020-06-01',
  'chancery-participants/ecowas-members': '2020-06-01',
}

/** A file with all but the place at which the snippet goes. */
function fileWithout({ name, scope: { kind, path }, snippet: { profile: [profile] = [], stage: [stage] = [] } }: Case): string {
  if (path.length === 0) return `chancery: ${kind}/1\n`
  const named = kind === 'brief' ? { engagements: ['talks'], history: [{ engagement: 'talks' }] } : {}
  const dates = kind === 'engagement' && name in earlier ? { dates: { start: earlier[name] } } : {}
  const file = { ...trialFiles[kind], ...dates, ...named, ...(profile ? { profile } : {}), ...(stage ? { stage } : {}) }
  return stringify(Object.fromEntries(Object.entries(file).filter(([key]) => key !== path[0])))
}

/** The place itself, up to where a writer would type. */
function opened({ scope: { path, schema } }: Case): string {
  const keys = path.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join('\n')
  const below = `\n${'  '.repeat(path.length)}`
  if (path.length === 0) return ''
  return keys + (schema.items ? `${below}- ` : schema.properties ? below : ' ')
}

/** The file after the snippet was put in at the place. */
function inserted(project: Project, one: Case): { readonly text: string; readonly problems: readonly string[] } {
  const path = `trial.${one.scope.kind}.yaml`
  const before = fileWithout(one) + opened(one)
  const text = `${before}\n`
  const { line, column } = placeAt(lineStarts(text), before.length)
  const scene = sceneAt(contextOf(project, path, text, true), { line: line - 1, character: column - 1 })
  const fitting = fittingSnippets(scene).find(({ name }) => name === one.name)
  const { insertion, problems } = fitting ? filledIn(scene, fitting, answersOf(one)) : { insertion: undefined, problems: [] }
  if (!insertion) return { text: '', problems: [`${one.name} is not offered at ${one.words}.`] }
  const { span, above } = insertion
  const after = insertion.text + text.slice(span.end)
  const head = above ? text.slice(0, above.at) + above.text + text.slice(above.at, span.start) : text.slice(0, span.start)
  return { text: head + after, problems: problems.map(({ message }) => message) }
}

function answersOf({ snippet: { params = {} } }: Case) {
  return [...answersToTry(params, today)][0]?.answers[0] ?? {}
}

/** What is wrong with a file, of what has to do with the snippet. */
function faults(project: Project, { scope: { kind, path } }: Case, text: string): readonly string[] {
  const setAside = path.length === 0 ? aboutOtherFiles : aboutTheRest
  return lintText(project, `trial.${kind}.yaml`, text, { today }).findings.flatMap(({ rule, severity, message }) =>
    (severity === 'error' || severity === 'warning') && !setAside.includes(rule) ? [`${rule}: ${message}`] : [],
  )
}

/** What a reader sees of it, but for the list of the snippets that are taken in. */
function page(project: Project, text: string): string {
  const path = 'trial.brief.yaml'
  const [part] = openFile(path, text).parts
  if (part?.document.kind !== 'brief') return ''
  const context = { vocabulary: project.vocabularyOf(project.configOf(path)), portfolio: portfolioAt(project, path) }
  const { snippets: _, ...model } = wholeBrief(part.document.model, context).brief
  return visibleText(renderPage({ ...part.document, model }, context))
}

const project = projectOf({ 'talks.engagement.yaml': talks })

describe('a snippet that comes with Chancery', () => {
  it.each(cases)('$name inserted at $words makes a sound file', async (one) => {
    const { text, problems } = inserted(await project, one)
    expect(problems).toEqual([])
    expect(text).toContain(`x-from: ${one.name}@`)
    expect(openFile(`trial.${one.scope.kind}.yaml`, text).parts[0]?.tree.problems, text).toEqual([])
    expect(faults(await project, one, text), text).toEqual([])
  })

  it.each(cases.filter(({ isFirst }) => isFirst))('$name reads the same inserted at $words and taken in', async (one) => {
    const { text } = inserted(await project, one)
    const use = JSON.stringify([{ use: one.name, with: answersOf(one) }])
    const shared = page(await project, `${fileWithout(one)}snippets: ${use}\n`)
    const without = page(await project, fileWithout(one))
    expect(shared).not.toBe(without)
    expect(page(await project, text)).toBe(shared)
  })
})
