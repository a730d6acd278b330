import {
  type BriefAnswers,
  briefDraft,
  kebab,
  listed,
  openProject,
  type Project,
  readChoice,
  readDate,
  readLine,
  setting,
  textParts,
  type Vocabulary,
} from '../../core/index.ts'
import { diskWorkspace } from '../../disk.ts'
import { dateOption, todayOption } from '../lint-options.ts'
import type { Arguments, Option } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { numbered } from './blocks.ts'
import { askerOf, type Facts, fact } from './facts.ts'
import { deliverNew, type Place, placeOptions, readFreeId, readPlace } from './place.ts'

export const newBriefOptions: readonly Option[] = [
  { name: 'title', value: 'TEXT', about: 'What the brief is about, best with what to do' },
  { name: 'bluf', value: 'TEXT', about: 'The bottom line up front: what to decide, why, and by when' },
  { name: 'profile', value: 'NAME', about: 'The house form, as think-tank; without it, the one that chancery.yaml names' },
  { name: 'date', value: 'DATE', about: 'The date that the brief bears; without it, today' },
  { name: 'id', value: 'ID', about: 'Its short name; without it, made from the title' },
  { name: 'to', value: 'TEXT', about: 'The office or person for whom it is written' },
  { name: 'from', value: 'TEXT', about: 'The office that sends it' },
  { name: 'audience', value: 'WORD', about: 'Who will read it, as minister or expert' },
  { name: 'decide-by', value: 'DATE', about: 'The last day for the decision' },
  ...Object.entries(textParts).map(([name, text]) => ({ name, value: 'TEXT', about: text.replace(/[?.]$/, '') })),
  ...placeOptions,
  todayOption,
]

/** `chancery new brief`: a valid draft to go on from. */
export async function newBrief(args: Arguments, shell: Shell): Promise<Status> {
  if (args.rest.length > 0) return refuse(`"${args.rest.join(' ')}" is not understood here. The title goes into --title "…".`)
  const today = dateOption(args, shell.today)
  const source: Facts = { args, asker: askerOf(shell) }
  const place = readPlace(source, 'brief', shell.cwd)
  const project = await openProject(diskWorkspace(place.root))
  try {
    const { answers, vocabulary } = await gather(source, project, place, today)
    const draft = briefDraft(answers, vocabulary, today)
    return await deliverNew(draft, { place, project, today, isPrinted: args.has('stdout') }, shell)
  } finally {
    source.asker?.close()
  }
}

async function gather(
  source: Facts,
  project: Project,
  place: Place,
  today: string,
): Promise<{ readonly answers: BriefAnswers; readonly vocabulary: Vocabulary }> {
  const config = project.configOf(`${place.folder}/x`)
  const vocabulary = project.vocabularyOf(config)
  const title = await fact(source, {
    option: 'title',
    text: 'What is the brief about? A title that says what to do is read first.',
    read: readLine,
  })
  const profile = await askProfile(source, vocabulary, setting(config, 'profile'))
  const limit = vocabulary.profiles.get(profile)?.words.bluf ?? 80
  const bluf = await fact(source, {
    option: 'bluf',
    text: `The bottom line: what to decide, why, and by when, in at most ${limit} words.`,
    read: readLine,
  })
  const required = vocabulary.profiles.get(profile)?.required ?? []
  const answers: BriefAnswers = {
    title,
    profile,
    bluf,
    parts: await askParts(source, required),
    decideBy: source.args.has('decide-by') || required.includes('timing') ? await askDecision(source) : '',
    to: await optional(source, 'to', 'For whom is it written?'),
    from: await optional(source, 'from', 'Which office sends it?'),
    audience: await askAudience(source, vocabulary),
    date: await fact(source, { option: 'date', text: 'Which date does it bear?', read: readDate, usual: { value: today, shown: today } }),
    id: await askId(source, place, title),
  }
  return { answers, vocabulary }
}

const later = { value: '', shown: 'later' }

function optional(source: Facts, option: string, text: string): Promise<string> {
  return fact(source, { option, text, read: readLine, usual: later })
}

function askProfile(source: Facts, vocabulary: Vocabulary, configured: string | undefined): Promise<string> {
  const profiles = [...vocabulary.profiles.entries.values()]
  const list = numbered(profiles.map(({ label }) => label))
  const usual = configured !== undefined && vocabulary.profiles.get(configured) ? { usual: { value: configured, shown: configured } } : {}
  return fact(source, {
    option: 'profile',
    text: `Which house form does it follow? ${
      source.asker
        ? 'A number or a name.'
        : `One of ${listed(
            profiles.map(({ id }) => id),
            'or',
          )}.`
    }`,
    list,
    read: readChoice(profiles),
    ...usual,
  })
}

function askAudience(source: Facts, vocabulary: Vocabulary): Promise<string> {
  const entries = vocabulary.builtIn.enumerations['brief-audience'] ?? []
  return fact(source, {
    option: 'audience',
    text: 'Who will read it?',
    list: numbered(entries.map(({ label }) => label)),
    read: readChoice(entries),
    usual: later,
  })
}

function askDecision(source: Facts): Promise<string> {
  return fact(source, { option: 'decide-by', text: 'By which day is the decision needed?', read: readDate, usual: later })
}

/** The text parts that the profile needs are asked for, each may wait; others are taken where an option gives them. */
async function askParts(source: Facts, required: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const parts: Record<string, string> = {}
  for (const [part, text] of Object.entries(textParts)) {
    if (!required.includes(part) && !source.args.has(part)) continue
    const value = await optional(source, part, text)
    if (value !== '') parts[part] = value
  }
  return parts
}

async function askId(source: Facts, place: Place, title: string): Promise<string> {
  if (place.id !== undefined && !source.args.has('id')) return place.id
  const made = kebab(title)
  const read = readFreeId(place, source.args.has('stdout'))
  const answer = made === undefined ? undefined : read(made)
  if (answer && 'problem' in answer && !source.asker && !source.args.has('id'))
    return refuse(`${answer.problem.replace('Choose another id.', 'Choose another id with --id.')}`)
  return fact(source, {
    option: 'id',
    text: 'By which short name shall it be known?',
    read,
    ...(answer && 'value' in answer ? { usual: { value: answer.value, shown: answer.value } } : {}),
  })
}
