import type { Brief } from '../model/types.generated.ts'
import type { Profile } from '../schema/vocabulary-types.ts'
import type { PlacedFinding } from '../text/finding.ts'
import type { Path } from '../text/path.ts'
import { listed } from '../text/words.ts'
import type { Place } from './document-model.ts'

/** `unclear` is what no machine can tell and a reader has to; `unchecked` is what one could, were it let. */
export type Answer = 'met' | 'open' | 'unclear' | 'unchecked'

export interface CheckedItem {
  readonly question: string
  readonly answer: Answer
  readonly why: string
  /** Where the answer stands, or would stand. */
  readonly at: Place
}

export interface Checks {
  readonly brief: Brief
  readonly profile: Profile | undefined
  readonly findings: readonly PlacedFinding[] | undefined
  readonly off: ReadonlySet<string>
}

type Told = Omit<CheckedItem, 'question' | 'at'> & { readonly at: Path | Place }

const questions: readonly (readonly [question: string, tell: (checks: Checks) => Told])[] = [
  ['Does the brief keep to one topic?', () => unclear('Only a reader can tell.', ['title'])],
  ['Does the bottom line say what, why and what is asked?', bottomLine],
  ['Is it clear who decides, and by when?', decision],
  ['Does every number and claim have a source?', evidence],
  ['Are opposing views put fairly?', opposing],
  ['Is it considered to leave things as they are?', statusQuo],
  ['Are the cost and the legal view given?', costAndLaw],
  ['Are the risks named, with how others may react?', risks],
  ['Are names the same throughout?', (checks) => byFindings(checks, naming, 'Names are the same throughout, as far as the checks tell.')],
  ['Are acronyms explained?', (checks) => byFindings(checks, acronyms, 'Every acronym is explained, as far as the checks tell.')],
  ['Is the marking right?', marking],
  ['Has everybody cleared it who must?', clearance],
  ['Can it be read without its annexes?', annexes],
]

const naming = ['spelling-variant', 'country-naming', 'country-anachronism', 'disputed-name', 'nationality-adjective']
const acronyms = ['acronym-undefined']
const handling = ['handling-aggregate', 'handling-legacy', 'handling-classified', 'chatham-house-leak']

/** The reviewer's questions, answered as far as the brief itself and the checks of it go. */
export function checklist(checks: Checks): readonly CheckedItem[] {
  return questions.map(([question, tell]) => {
    const { at, ...told } = tell(checks)
    return { question, ...told, at: 'path' in at ? at : { path: at } }
  })
}

function met(why: string, at: Path): Told {
  return { answer: 'met', why, at }
}

function open(why: string, at: Path): Told {
  return { answer: 'open', why, at }
}

function unclear(why: string, at: Path): Told {
  return { answer: 'unclear', why, at }
}

/** The first finding of these rules, as what is still open. */
function found({ findings }: Checks, rules: readonly string[]): Told | undefined {
  const own = (findings ?? []).filter(({ rule }) => rules.includes(rule))
  const [first] = own
  const more = own.length > 1 ? ` (${own.length - 1} more)` : ''
  return first && { answer: 'open', why: `${first.message}${more}`, at: first.at }
}

function byFindings(checks: Checks, rules: readonly string[], well: string): Told {
  const root: Path = ['title']
  if (!checks.findings) return unclear('The paper is being checked.', root)
  return found(checks, rules) ?? unchecked(checks, rules, root) ?? met(well, root)
}

/** Nothing found by a rule that was not run means nothing. */
function unchecked({ off }: Checks, rules: readonly string[], at: Path): Told | undefined {
  const silent = rules.filter((rule) => off.has(rule))
  if (silent.length === 0) return undefined
  const which = listed(
    silent.map((rule) => `"${rule}"`),
    'and',
  )
  const isOne = silent.length === 1
  return {
    answer: 'unchecked',
    why: `The rule${isOne ? '' : 's'} ${which} ${isOne ? 'is' : 'are'} switched off, so only a reader can tell.`,
    at,
  }
}

function bottomLine(checks: Checks): Told {
  const at: Path = ['bluf']
  if (isBlank(checks.brief.bluf)) return open('There is no bottom line yet.', at)
  return found(checks, ['bluf-no-ask', 'bluf-length']) ?? unclear('There is one. Does it say what, why and what is asked?', at)
}

function decision({ brief, profile }: Checks): Told {
  const { to, timing, recommendations = [] } = brief
  if (recommendations.length === 0 && profile?.never.includes('recommendations'))
    return met('This kind of paper asks for no decision.', ['to'])
  const missing = [
    ...(isBlank(to) ? [{ words: 'to whom it goes ("to")', at: ['to'] }] : []),
    ...(isBlank(timing?.decide_by) ? [{ words: 'the day of the decision ("decide_by" of "timing")', at: ['timing', 'decide_by'] }] : []),
  ]
  const [first] = missing
  if (first)
    return open(
      `It does not say ${listed(
        missing.map(({ words }) => words),
        'or',
      )}.`,
      first.at,
    )
  return met('It names the addressee and the day.', ['timing', 'decide_by'])
}

function evidence(checks: Checks): Told {
  const { claims = [] } = checks.brief
  const bare = claims.findIndex(({ supports = [], sources = [] }) => supports.length + sources.length === 0)
  if (bare >= 0) return open(`Claim ${bare + 1} names no source and no engagement that bears it out.`, ['claims', bare])
  const told = found(checks, ['claim-no-source', 'quote-unsourced', 'source-single'])
  return (
    told ??
    unclear(
      claims.length > 0 ? 'Every claim has a source. Do the numbers in the text have one?' : 'Do the numbers in the text have a source?',
      ['claims'],
    )
  )
}

function opposing(checks: Checks): Told {
  const { claims = [], case_studies: cases = [], perspectives = [] } = checks.brief
  const counter = claims.findIndex((claim) => !isBlank(claim.counter))
  const study = cases.findIndex((each) => !isBlank(each.counter_evidence))
  const one = found(checks, ['single-perspective', 'case-study-one-sided'])
  if (one) return one
  if (perspectives.length > 0) return unclear('Other views are given. Would those who hold them recognize them?', ['perspectives'])
  if (counter >= 0) return unclear('A claim names what speaks against it. Is that put fairly?', ['claims', counter, 'counter'])
  if (study >= 0) return unclear('A case names what speaks against it. Is that put fairly?', ['case_studies', study, 'counter_evidence'])
  return open('No view of others is given, and nothing that speaks against a claim.', ['perspectives'])
}

function statusQuo(checks: Checks): Told {
  const { options = [] } = checks.brief
  const own = options.findIndex(({ id }) => id === 'status-quo')
  if (own >= 0) return met('It is an option of its own.', ['options', own])
  const told = found(checks, ['options-status-quo'])
  if (told) return told
  return unclear(
    options.length > 0
      ? 'No option has the id "status-quo". Is one of them to go on as now?'
      : 'There are no options. Does the text say what happens if nothing is done?',
    ['options'],
  )
}

function costAndLaw({ brief }: Checks): Told {
  const { options = [], risks: all = [], clearances = [] } = brief
  const free = options.findIndex(({ id, cost }) => id !== 'status-quo' && cost?.amount === undefined)
  if (free >= 0) return open(`Option ${free + 1} has no cost.`, ['options', free, 'cost'])
  const law = all.findIndex(({ category }) => category === 'international-law')
  if (law >= 0 && options.length > 0) return met('Every option has its cost, and a risk is about the law.', ['risks', law])
  const lawyers = clearances.findIndex(({ office }) => /\b(?:legal|law)/i.test(office ?? ''))
  if (lawyers >= 0 && options.length > 0)
    return met('Every option has its cost, and a legal office is asked to clear the paper.', ['clearances', lawyers])
  const cost = options.length > 0 ? 'Every option has its cost.' : 'There are no options with a cost.'
  return unclear(`${cost} Does the text give the legal view?`, ['options'])
}

/** How others may take it, which is what is forgotten most. */
const reactions = ['escalation', 'perceived-aggression', 'exclusionary-alliance', 'arms-race', 'regional-destabilization']

function risks(checks: Checks): Told {
  const { risks: all = [], perspectives = [] } = checks.brief
  if (all.length === 0) return open('No risk is named.', ['risks'])
  const told = found(checks, ['risk-coverage', 'risk-mitigation'])
  if (told) return told
  const others = all.findIndex(({ category }) => category !== undefined && reactions.includes(category))
  if (others >= 0) return met('There are risks, and one is how others may react.', ['risks', others])
  return unclear(
    perspectives.length > 0
      ? 'Risks and views of others are given. Do they say how others may react?'
      : 'Risks are named. Is one of them how others may react?',
    ['risks'],
  )
}

function marking(checks: Checks): Told {
  const { tlp, marking: words } = checks.brief.handling ?? {}
  if (isBlank(tlp) && isBlank(words)) return open('It has no marking, so nobody knows who may have it.', ['handling'])
  const at: Path = ['handling']
  const told = found(checks, [...handling, 'portion-mark'])
  if (told) return told
  if (!checks.findings) return unclear('The paper is being checked.', at)
  return unchecked(checks, handling, at) ?? met('It is marked, and the checks found nothing against it.', at)
}

function clearance({ brief: { clearances = [] } }: Checks): Told {
  if (clearances.length === 0) return unclear('No office is named that has to clear it. Is there none?', ['clearances'])
  const pending = clearances.findIndex(({ status }) => status !== 'cleared')
  if (pending < 0) return met('Every office named has cleared it.', ['clearances'])
  const { office = 'An office', status } = clearances[pending] ?? {}
  return open(status === 'refused' ? `${office} has refused.` : `${office} has not cleared it yet.`, ['clearances', pending])
}

function annexes({ brief }: Checks): Told {
  if ((brief.annexes ?? []).length === 0) return met('It has none.', ['annexes'])
  return unclear('It has annexes. Does the text stand without them?', ['annexes'])
}

function isBlank(words: string | undefined): boolean {
  return words === undefined || words.trim() === ''
}
