import {
  type Answer,
  before,
  blockQuestions,
  type EngagementAnswers,
  type EngagementType,
  engagementDraft,
  engagementId,
  isPost,
  leastCountries,
  listed,
  openProject,
  readChoice,
  readCountries,
  readDate,
  readLine,
  readOrganizations,
  readType,
  statusesOf,
  type Temporal,
  takesBlock,
  temporalOf,
  usualStatus,
  type Vocabulary,
  type When,
} from '../../core/index.ts'
import { diskWorkspace } from '../../disk.ts'
import { dateOption, todayOption } from '../lint-options.ts'
import type { Arguments, Option } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Shell, Status } from '../shell.ts'
import { numbered, questionOf } from './blocks.ts'
import { askerOf, type Facts, fact, facts } from './facts.ts'
import { deliverNew, type Place, placeOptions, readFreeId, readPlace } from './place.ts'

export const newEngagementOptions: readonly Option[] = [
  { name: 'type', value: 'NAME', about: 'What kind of engagement it is, as "joint exercise" or port-call' },
  { name: 'title', value: 'TEXT', about: 'The name under which readers know it' },
  {
    name: 'country',
    value: 'NAME',
    repeatable: true,
    about: 'A State that takes part, by name or code; the first sends an attaché, the second receives. Several times',
  },
  { name: 'organization', value: 'NAME', repeatable: true, about: 'An organization that takes part as such. Several times' },
  { name: 'start', value: 'DATE', about: 'The first day, or the month or year where no more is known' },
  { name: 'end', value: 'DATE', about: 'The last day' },
  { name: 'signed', value: 'DATE', about: 'When an agreement was signed' },
  { name: 'in-force', value: 'DATE', about: 'When an agreement entered into force' },
  { name: 'status', value: 'WORD', about: 'How things stand; without it, what follows from the dates' },
  { name: 'id', value: 'ID', about: 'The short name by which briefs refer to it; without it, made from the title' },
  { name: 'form', value: 'NAME', repeatable: true, about: 'How an exercise was run, as field-training. Several times' },
  { name: 'aspect', value: 'NAME', repeatable: true, about: 'Which side of cyber diplomacy a cyber exercise touches. Several times' },
  { name: 'purpose', value: 'WORD', about: 'Why a ship called: routine, goodwill, operational or technical' },
  { name: 'instrument', value: 'WORD', about: 'What kind of text an agreement is, as treaty' },
  { name: 'medium', value: 'WORD', about: 'How a channel works, as secure-voice' },
  { name: 'regime', value: 'WORD', about: 'The treaty or document of a confidence-building measure, as vienna-document' },
  { name: 'consent', value: 'WORD', about: 'Whether the State concerned agreed to an operation: true, false or unknown' },
  { name: 'institution', value: 'TEXT', about: 'The college, school or unit of a course or exchange' },
  { name: 'programme', value: 'TEXT', about: 'The programme, sale or fair of an industrial engagement' },
  ...placeOptions,
  todayOption,
]

/** The types that people start with most; every other one is found by its name. */
const shortList = [
  'joint-exercise',
  'port-call',
  'senior-visit',
  'strategic-dialogue',
  'multilateral-forum',
  'staff-talks',
  'memorandum-of-understanding',
  'hotline',
  'hadr-operation',
  'attache-accreditation',
]

/** `chancery new engagement`: a valid file to go on from. */
export async function newEngagement(args: Arguments, shell: Shell): Promise<Status> {
  if (args.rest.length > 0) return refuse(`"${args.rest.join(' ')}" is not understood here. The title goes into --title "…".`)
  const today = dateOption(args, shell.today)
  const source: Facts = { args, asker: askerOf(shell) }
  const place = readPlace(source, 'engagement', shell.cwd)
  const project = await openProject(diskWorkspace(place.root))
  const vocabulary = project.vocabularyOf(project.configOf(`${place.folder}/x`))
  try {
    const answers = await gather(source, vocabulary, place, today)
    const draft = engagementDraft(answers, vocabulary, today)
    return await deliverNew(draft, { place, project, today, isPrinted: args.has('stdout') }, shell)
  } finally {
    source.asker?.close()
  }
}

async function gather(source: Facts, vocabulary: Vocabulary, place: Place, today: string): Promise<EngagementAnswers> {
  const type = await askType(source, vocabulary)
  const title = await fact(source, { option: 'title', text: 'Under which name do readers know it?', read: readLine })
  const { countries, organizations } = await askParties(source, vocabulary, type)
  const temporal = temporalOf(type, source.args.get('status'), vocabulary)
  const dates = temporal === 'instrument' && !source.args.has('start') ? {} : await askDates(source, temporal)
  const agreement = temporal === 'instrument' || source.args.has('signed') || source.args.has('in-force') ? await askAgreement(source) : {}
  const when = { ...dates, ...agreement }
  const blocks = await askBlocks(source, vocabulary, type)
  const status = await askStatus(source, vocabulary, temporal, when, today)
  const id = await askId(source, place, title, when)
  return { id, type: type.id, title, status, countries, organizations, ...when, blocks }
}

async function askType(source: Facts, vocabulary: Vocabulary): Promise<EngagementType> {
  const { engagementTypes } = vocabulary
  const list = numbered(shortList.map((id) => engagementTypes.get(id)?.label ?? id))
  const text = 'What kind of engagement is it? A number, or any other name, as "fonop" or "staff college".'
  const echo = (id: string) => engagementTypes.get(id)?.label ?? id
  const id = await fact(source, { option: 'type', text, list, read: readType(vocabulary, shortList), echo })
  return engagementTypes.get(id) ?? refuse(`--type: there is no type ${id}.`)
}

async function askParties(
  source: Facts,
  vocabulary: Vocabulary,
  type: EngagementType,
): Promise<{ readonly countries: readonly string[]; readonly organizations: readonly string[] }> {
  const organizations = source.args.has('organization')
    ? await facts(source, { option: 'organization', text: '', read: readOrganizations(vocabulary) })
    : []
  const least = leastCountries(type, organizations.length)
  const enough = (text: string): Answer<readonly string[]> => {
    const answer = readCountries(vocabulary)(text)
    return 'value' in answer && answer.value.length < least
      ? { problem: `This kind of engagement has at least ${least} parties. Write ${least} or more, with a comma between them.` }
      : answer
  }
  const text = isPost(type)
    ? 'Which State sends, and which receives? Two names, with a comma between them.'
    : 'Which States took part, or will? Names, with a comma between them.'
  const given = source.args.has('country')
  if (least === 0 && !given) return { countries: [], organizations }
  const echo = (codes: readonly string[]) => codes.map((code) => `${vocabulary.countries.get(code)?.name ?? code} (${code})`).join(', ')
  const countries = await facts(source, { option: 'country', text, read: given ? readCountries(vocabulary) : enough, echo })
  if (countries.length >= least) return { countries, organizations }
  return refuse(
    `--country is needed ${least === 2 ? 'twice' : `${least} times`} at least: ${type.label} has ${type.parties} or more parties.`,
  )
}

async function askDates(source: Facts, temporal: Temporal): Promise<Pick<When, 'start' | 'end'>> {
  const began = temporal === 'standing' ? 'Since when has it stood, or from when will it?' : 'On which day did it begin, or will it?'
  const start = await fact(source, { option: 'start', text: `${began} As 2024-06-27 or 27 June 2024.`, read: readDate })
  const none = { value: '', shown: temporal === 'standing' ? 'it goes on' : 'the same day' }
  const readEnd = (text: string) => {
    const answer = readDate(text)
    return 'value' in answer && before(answer.value, start) ? { problem: `The last day cannot be before the first, ${start}.` } : answer
  }
  const end = await fact(source, { option: 'end', text: 'And on which day did it end, or will it?', read: readEnd, usual: none })
  return { start, ...(end === '' ? {} : { end }) }
}

async function askAgreement(source: Facts): Promise<Pick<When, 'signed' | 'inForce'>> {
  const signed = await fact(source, {
    option: 'signed',
    text: 'When was it signed?',
    read: readDate,
    usual: { value: '', shown: 'not yet' },
  })
  if (signed === '') return {}
  const inForce = await fact(source, {
    option: 'in-force',
    text: 'When did it enter into force?',
    read: readDate,
    usual: { value: '', shown: 'not yet' },
  })
  return { signed, ...(inForce === '' ? {} : { inForce }) }
}

/** The blocks that the type requires are asked for; one that it allows is taken where an option gives it. */
async function askBlocks(
  source: Facts,
  vocabulary: Vocabulary,
  type: EngagementType,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const blocks: Record<string, readonly string[]> = {}
  for (const wanted of blockQuestions(vocabulary)) {
    const { block, option } = wanted
    if (!type.block.includes(block) && !source.args.has(option)) continue
    if (!takesBlock(type, block)) refuse(`--${option} does not belong to the type ${type.id}, so it would be lost.`)
    blocks[block] = await facts(source, questionOf(wanted))
  }
  return blocks
}

async function askStatus(source: Facts, vocabulary: Vocabulary, temporal: Temporal, when: When, today: string): Promise<string> {
  const fitting = statusesOf(temporal, vocabulary)
  const usual = usualStatus(temporal, when, today)
  const list = numbered(fitting.map(({ label }) => label))
  const text = source.asker
    ? 'How do things stand?'
    : `How do things stand? One of ${listed(
        fitting.map(({ id }) => id),
        'or',
      )}.`
  return fact(source, {
    option: 'status',
    text,
    list,
    read: readChoice(fitting),
    ...(usual ? { usual: { value: usual, shown: usual } } : {}),
  })
}

async function askId(source: Facts, place: Place, title: string, when: When): Promise<string> {
  if (place.id !== undefined && !source.args.has('id')) return place.id
  const made = engagementId(title, when)
  const read = readFreeId(place, source.args.has('stdout'))
  const usable = made !== undefined && 'value' in read(made)
  if (made !== undefined && !usable && !source.asker && !source.args.has('id'))
    return refuse(`There is a file ${made}${place.ending} already, and nothing is ever overwritten. Choose another id with --id.`)
  return fact(source, {
    option: 'id',
    text: 'By which short name shall briefs refer to it?',
    read,
    ...(usable ? { usual: { value: made, shown: made } } : {}),
  })
}
