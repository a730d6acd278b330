import type { Document } from '../model/document.ts'
import type { Vocabulary } from '../schema/vocabulary.ts'
import { type Found, find } from '../syntax/locate.ts'
import { isBlockStyle } from '../syntax/tree.ts'
import type { Path } from '../text/path.ts'
import type { ConfigChain } from '../workspace/config.ts'
import { setting } from '../workspace/config.ts'
import type { Part } from '../workspace/file.ts'
import type { FeatureContext } from './feature.ts'

/** A few words beside the text that the writer did not type. */
export interface Hint {
  /** The offset that it stands behind. */
  readonly at: number
  readonly label: string
  /** In Markdown: what it is drawn from. */
  readonly tooltip: string
}

/** A document that is told about, with the settings that hold for its file. */
export interface Told {
  readonly context: FeatureContext
  readonly part: Part
  readonly document: Document
  readonly config: ConfigChain | undefined
  readonly vocabulary: Vocabulary
  readonly naming: string
}

/** The documents of a file whose kind is known. */
export function toldOf(context: FeatureContext): readonly Told[] {
  const { file, project, path } = context
  const config = project.configOf(path)
  const naming = setting(config, 'naming') ?? 'plain'
  const shared = { context, config, vocabulary: project.vocabularyOf(config), naming }
  return file.parts.flatMap((part) => (part.document.kind ? [{ ...shared, part, document: part.document }] : []))
}

/** What stands at a path itself, not by way of an alias or a merge: a hint belongs to what a writer sees. */
export function writtenAt({ part }: Told, path: Path): Found | undefined {
  const found = find(part.tree.root, path)
  const { node, missing, merged, through } = found
  return missing > 0 || merged || through || node?.kind === 'alias' ? undefined : found
}

/** The place behind a value and its closing quotation mark; of a text of several lines, behind the mark that opens it. */
export function behindValue({ context }: Told, { node }: Found): number | undefined {
  if (node?.kind !== 'scalar' || node.start === node.end) return undefined
  if (!isBlockStyle(node.style)) return node.end
  return node.start + (/^[|>][-+\d]*/.exec(context.text.slice(node.start, node.start + 10))?.[0].length ?? 0)
}
