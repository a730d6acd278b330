import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types'
import { schemaAt } from '../schema/schema.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { occurrenceAt, occurrencesIn } from '../workspace/names.ts'
import { aboutParam } from './about-snippets.ts'
import { aboutTopic } from './about-topic.ts'
import { isAnswer } from './answer-choices.ts'
import { filesNamed } from './config-paths.ts'
import { estimateAt } from './estimates.ts'
import { type AtPosition, type Feature, type FeatureContext, onDocument, protocolRange, type TextContext } from './feature.ts'
import { code, facts, paragraphs } from './markdown.ts'
import { participantLines, standingLines } from './membership-lines.ts'
import { type Scene, sceneAt } from './scene.ts'
import type { Topic } from './topic.ts'
import { acronymAt, citationAt, markAt, topicOf } from './topic-at.ts'

export const feature: Feature = {
  id: 'hover',
  summary: 'says what the word under the cursor means, with its source and, in an engagement, the membership on its date',
  capabilities: { hoverProvider: true },
  requests: [onDocument('textDocument/hover', (context, { position }: AtPosition) => hover(context, position))],
}

type Asked = TextContext & Pick<FeatureContext, 'file' | 'read'>

/** What stands at a position, in words; null where there is nothing to say. */
export async function hover(context: Asked, position: Position): Promise<Hover | null> {
  if (context.cancelled()) return null
  const scene = sceneAt(context, position)
  for (const answer of [cited, marked, led, estimated, shortened, named]) {
    const found = await answer(scene, context)
    if (!found || found.words === '') continue
    return { contents: { kind: MarkupKind.Markdown, value: found.words }, range: protocolRange(scene.lines, found.span) }
  }
  return null
}

interface Answer {
  readonly span: Span
  readonly words: string
}

async function cited(scene: Scene, { read }: Asked): Promise<Answer | undefined> {
  const found = citationAt(scene)
  return found && { span: found.span, words: await aboutTopic(scene, found.topic, read) }
}

async function marked(scene: Scene, { read }: Asked): Promise<Answer | undefined> {
  const mark = markAt(scene)
  const topic = mark && topicOf(scene, mark)
  // The schema knows of an answer only that it is one.
  if (!topic || isNamedAnswer(scene)) return undefined
  const words = paragraphs(facts(standing(scene, topic, mark.path[0])), await aboutTopic(scene, topic, read))
  return { span: { start: mark.start, end: mark.end }, words }
}

/** How a participant stood to the bodies of the framework, or who belonged to a body. */
function standing(scene: Scene, topic: Topic, part: string | number | undefined): readonly string[] {
  if (topic.is === 'country') return part === 'participants' || part === 'location' ? standingLines(scene, topic.id) : []
  const body = topic.is === 'organization' ? scene.vocabulary.organizations.get(topic.id) : undefined
  return body ? participantLines(scene, body) : []
}

/** More files than these make a list that nobody reads on a hover. */
const mostFiles = 12

/** What a path leads to. */
async function led(scene: Scene, { project, read }: Asked): Promise<Answer | undefined> {
  const mark = markAt(scene)
  const is = mark?.is === 'value' && scene.schema ? schemaAt(scene.schema, mark.path)?.['x-is'] : undefined
  if (!mark || (is !== 'path' && is !== 'glob')) return undefined
  const span = { start: mark.start, end: mark.end }
  const place = scene.bibliography?.place
  const files =
    mark.path[0] !== 'bibliography' ? filesNamed(scene, project, mark.path, mark.text) : place && 'path' in place ? [place.path] : []
  const [first] = files
  if (first === undefined) return undefined
  if (files.length === 1) return { span, words: await aboutTopic(scene, { is: 'file', path: first }, read) }
  const more = files.length > mostFiles ? `and ${(files.length - mostFiles).toLocaleString('en')} more` : ''
  return { span, words: paragraphs(`${files.length.toLocaleString('en')} files`, facts([...files.slice(0, mostFiles).map(code), more])) }
}

async function estimated(scene: Scene, { file, read }: Asked): Promise<Answer | undefined> {
  const scale = scene.vocabulary.scales.get(scene.scale)
  const found = scale && scene.kind === 'brief' ? estimateAt(file, scene.offset, scale) : undefined
  return found && { span: found.span, words: await aboutTopic(scene, { is: 'likelihood', id: found.term }, read) }
}

async function shortened(scene: Scene, { read }: Asked): Promise<Answer | undefined> {
  const found = acronymAt(scene)
  return found && { span: found.span, words: await aboutTopic(scene, found.topic, read) }
}

function isNamedAnswer(scene: Scene): boolean {
  const mark = markAt(scene)
  return mark?.is === 'key' && mark.path.length === 4 && isAnswer(scene, mark.path)
}

/** A rule that a comment silences, a library or a snippet that is taken in or was copied, or what a snippet asks for. */
async function named(scene: Scene, { file, read }: Asked): Promise<Answer | undefined> {
  const line = lineAround(scene.text, scene.offset)
  if (!isNamedAnswer(scene) && !/chancery-disable|\{\{|x-from:/.test(scene.text.slice(line.start, line.end))) return undefined
  const found = occurrenceAt(occurrencesIn(file, scene.portfolio), scene.offset)
  if (found?.name.kind === 'param') return { span: found.span, words: aboutParam(scene, found.name) }
  const { kind: is, id } = found?.name ?? {}
  if (!found || id === undefined || (is !== 'rule' && is !== 'snippet' && is !== 'library')) return undefined
  return { span: found.span, words: await aboutTopic(scene, { is, id }, read) }
}
