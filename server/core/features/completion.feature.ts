import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver-types'
import { aboutTopic } from './about-topic.ts'
import { offerAt } from './completion-places.ts'
import {
  type AtPosition,
  type DocumentRequest,
  type Feature,
  type FeatureContext,
  onDocument,
  protocolRange,
  type TextContext,
} from './feature.ts'
import type { Candidate, Insertion } from './insertion.ts'
import { type Scene, sceneAt } from './scene.ts'
import type { Topic } from './topic.ts'

/** What an item carries so that it can be explained when somebody looks at it. */
interface Data {
  readonly uri: string
  readonly at: Position
  readonly topic: Topic
}

type ItemWithData = CompletionItem & { readonly data?: Partial<Data> }

const resolving: DocumentRequest = {
  about: 'document',
  method: 'completionItem/resolve',
  uri: ({ data }: ItemWithData) => data?.uri ?? '',
  answer: (context: FeatureContext, item: ItemWithData) => resolve(context, item),
  otherwise: (item: ItemWithData) => item,
}

export const feature: Feature = {
  id: 'completion',
  summary: 'offers the keys, values and whole entries that may stand at the cursor, by any name that people use',
  capabilities: { completionProvider: { triggerCharacters: [':', ' ', '-', '[', ',', '{', '@'], resolveProvider: true } },
  requests: [onDocument('textDocument/completion', complete), resolving],
}

/**
 * What may be written at a position. What was typed is compared here, with all
 * the names that people use. An item therefore says by which word it is to be
 * filtered: what was typed, and how the name that fits goes on. So an editor
 * keeps it while the writer types on, and keeps the order of the list.
 */
export function complete(context: TextContext, { textDocument, position }: AtPosition): CompletionList {
  if (context.cancelled()) return { isIncomplete: false, items: [] }
  const scene = sceneAt(context, position)
  const { candidates, isFinal } = offerAt(scene)
  const { uri } = textDocument
  return { isIncomplete: !isFinal, items: candidates.map((candidate, i) => itemOf(scene, candidate, i, { uri, at: position })) }
}

/** The item with what it means. */
export async function resolve(context: TextContext & Pick<FeatureContext, 'read'>, item: ItemWithData): Promise<CompletionItem> {
  const { at, topic } = item.data ?? {}
  if (context.cancelled() || typeof at?.line !== 'number' || typeof topic?.is !== 'string') return item
  const value = await aboutTopic(sceneAt(context, at), topic, context.read)
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } }
}

function itemOf(
  scene: Scene,
  { choice, says, rest, insertion, commits }: Candidate,
  index: number,
  from: Omit<Data, 'topic'>,
): CompletionItem {
  const { span, text, isSnippet } = insertion
  const typed = scene.text.slice(span.start, scene.offset)
  const told = typeof choice.detail === 'function' ? choice.detail() : (choice.detail ?? choice.code)
  const detail = [told, says].filter((part) => part !== undefined && part !== '').join('; ')
  return {
    label: choice.label,
    ...(choice.code || says
      ? { labelDetails: { ...(choice.code ? { detail: ` ${choice.code}` } : {}), ...(says ? { description: says } : {}) } }
      : {}),
    ...(detail ? { detail } : {}),
    kind: choice.kind,
    sortText: String(index).padStart(4, '0'),
    ...(typed === '' ? {} : { filterText: typed + rest }),
    ...(commits ? { commitCharacters: [...commits] } : {}),
    textEdit: { range: protocolRange(scene.lines, span), newText: text },
    ...beside(scene, insertion),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(text.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    data: { ...from, topic: choice.topic },
  }
}

/** The space that is missing before the bracket in which the word stands, and what is put in above. */
function beside({ scan: { cursor }, lines }: Scene, { above }: Insertion): Pick<CompletionItem, 'additionalTextEdits'> {
  const gap = cursor.at === 'nowhere' || cursor.at === 'prose' ? undefined : cursor.gap
  const added = [...(gap === undefined ? [] : [{ at: gap, text: ' ' }]), ...(above ? [above] : [])]
  const edits = added.map(({ at, text }) => ({ range: protocolRange(lines, { start: at, end: at }), newText: text }))
  return edits.length > 0 ? { additionalTextEdits: edits } : {}
}
