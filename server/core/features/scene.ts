import type { Position } from 'vscode-languageserver-types'
import { type Kind, kindOfKey, kindOfName } from '../model/kinds.ts'
import type { Engagement } from '../model/types.generated.ts'
import { type EngagementTime, whenOf } from '../model/when.ts'
import type { Schema } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { scopeOf } from '../snippets/scope.ts'
import { lineStarts } from '../text/lines.ts'
import { type Path, startsWith } from '../text/path.ts'
import { bibliographyNamed, type NamedBibliography } from '../workspace/bibliographies.ts'
import { setting } from '../workspace/config.ts'
import { portfolioAt } from '../workspace/in-force.ts'
import type { Portfolio } from '../workspace/portfolio.ts'
import { offsetAt, type TextContext } from './feature.ts'
import { pathKey, type Scan, scan } from './scan.ts'

/** A place in a file, with all that an answer about it may draw on. */
export interface Scene {
  readonly path: string
  readonly text: string
  readonly lines: readonly number[]
  readonly offset: number
  readonly scan: Scan
  readonly kind: Kind | undefined
  readonly schema: Schema | undefined
  readonly vocabulary: Vocabulary
  readonly portfolio: Portfolio
  readonly naming: string
  readonly scale: string
  readonly today: string
  /** The beginning of the word at which the writer is. */
  readonly typed: string
  /** The file of references that this document names. */
  readonly bibliography: NamedBibliography | undefined
  /** The writer's editor has tab stops in what is inserted. */
  readonly snippets: boolean
}

export function sceneAt({ project, path, text, today, client }: TextContext, at: Position): Scene {
  const lines = lineStarts(text)
  const offset = offsetAt(text, lines, at)
  const read = scan(text, offset)
  const config = project.configOf(path)
  const kind = kindOfKey(textAt(read, ['chancery']))?.kind ?? kindOfName(path)
  const named = kind === 'brief' ? textAt(read, ['bibliography']) : undefined
  return {
    path,
    text,
    lines,
    offset,
    scan: read,
    kind,
    schema: kind === 'snippets' ? librarySchema(read) : kind && schemas[kind],
    vocabulary: project.vocabularyOf(config),
    portfolio: portfolioAt(project, path),
    naming: setting(config, 'naming') ?? 'plain',
    scale: setting(config, 'estimative_scale') ?? 'icd203',
    today,
    typed: 'typed' in read.cursor ? read.cursor.typed : '',
    bibliography: named ? bibliographyNamed(path, named, project.portfolio) : undefined,
    snippets: client.snippets,
  }
}

/** That of a library; within the part of a file that a snippet holds, what its scope asks for. */
function librarySchema(read: Scan): Schema {
  const { cursor } = read
  const [part, index, key] = cursor.at === 'nowhere' ? [] : cursor.path
  const [words] = part === 'snippets' && key === 'yaml' ? textsBelow(read, [part, index ?? 0, 'scope']) : []
  const held = words === undefined ? undefined : scopeOf(words)?.schema
  if (!held) return schemas.snippets
  // A snippet for a list holds items of it, or one without a dash.
  const yaml = held.items ? { ...held.items, items: held.items } : held
  const outer = schemas.snippets.properties?.['snippets']
  const snippet = { ...outer?.items, properties: { ...outer?.items?.properties, yaml } }
  return { ...schemas.snippets, properties: { ...schemas.snippets.properties, snippets: { ...outer, items: snippet } } }
}

/** The single value at a path of the document, where it stands on one line. */
export function textAt({ texts }: Scan, path: Path): string | undefined {
  return texts.get(pathKey(path))
}

/** The keys of the mapping at a path. */
export function keysAt({ marks }: Scan, path: Path): readonly string[] {
  return marks.flatMap((mark) =>
    mark.is === 'key' && mark.path.length === path.length + 1 && startsWith(mark.path, path) ? [mark.text] : [],
  )
}

/** The single values at or below a path. */
export function textsBelow({ marks }: Scan, path: Path): readonly string[] {
  return marks.flatMap((mark) => (mark.is === 'value' && startsWith(mark.path, path) ? [mark.text] : []))
}

/** An index that no item of the list at a path has yet. */
export function nextItem({ scan: { marks } }: Scene, path: Path): number {
  return marks.reduce((next, mark) => {
    const step = startsWith(mark.path, path) ? mark.path[path.length] : undefined
    return typeof step === 'number' ? Math.max(next, step + 1) : next
  }, 0)
}

/** When the engagement of this file was, as far as its text says so. */
export function timeOf(scene: Scene): EngagementTime | undefined {
  return scene.kind === 'engagement' ? whenOf(datesGiven(scene), scene.vocabulary, scene.today) : undefined
}

/** What the text says of type, status and dates. */
export function datesGiven({ scan: read }: Scene): Engagement {
  const given = (...path: readonly string[]) => {
    const text = textAt(read, path)
    return text === undefined ? {} : { [path.at(-1) ?? '']: text }
  }
  return {
    ...given('type'),
    ...given('status'),
    ...(keysAt(read, []).includes('dates') ? { dates: { ...given('dates', 'start'), ...given('dates', 'end') } } : {}),
    agreement: { ...given('agreement', 'signed'), ...given('agreement', 'in_force') },
  } as Engagement
}

/** The codes of the States among the participants. */
export function participantCodes({ scan: { marks }, vocabulary }: Scene): readonly string[] {
  return marks.flatMap(({ is, path, text }) => {
    const named = is === 'value' && path[0] === 'participants' && (path[2] === 'country' || path[2] === 'countries')
    return named && vocabulary.countries.get(text) ? [text] : []
  })
}
