import type { Engagement, EngagementAgreement } from '../model/types.generated.ts'
import { known } from '../model/when.ts'
import { onDate } from '../schema/date-words.ts'
import { before } from '../schema/dates.ts'
import { replaceWith } from './change.ts'
import { checkOf, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'agreement-dates',
  topic: 'engagements',
  level: 'error',
  certainty: 'exact',
  summary: 'The dates of an agreement contradict one another, or its status.',
  reason:
    'An agreement is signed, then enters into force, then may end; lawyers read these dates first. One that is in force before its signature, or ended before it began, has a slip in it. Where it was applied before it was in force, give that day as `provisional_from`.',
  source: 'Vienna Convention on the Law of Treaties, articles 11 to 16, 24, 25 and 54',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: visiting-forces-agreement
title: Reciprocal access agreement
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { signed: 2024-07-08, in_force: 2024-07-01 }
`,
      `chancery: engagement/1
id: example
type: logistics-agreement
title: Agreement on mutual support
status: terminated
participants:
  - { countries: [FRA, IND], role: signatory }
agreement: { signed: 2018-03-10, in_force: 2018-05, ended: 2017-12-31 }
`,
      `chancery: engagement/1
id: example
type: logistics-agreement
title: Agreement on mutual support
status: signed
participants:
  - { countries: [FRA, IND], role: signatory }
agreement: { signed: 2027-03-10 }
`,
      `chancery: engagement/1
id: example
type: logistics-agreement
title: Agreement on mutual support
status: signed
participants:
  - { countries: [FRA, IND], role: signatory }
agreement: { signed: 2018-03-10, in_force: 2018-05-01 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: visiting-forces-agreement
title: Reciprocal access agreement
status: in-force
participants:
  - { countries: [JPN, PHL], role: signatory }
agreement: { signed: 2024-07-08, in_force: 2025-09-11, ratification: [{ country: PHL, date: 2024-12 }, { country: JPN, date: 2025-10 }] }
`,
      `chancery: engagement/1
id: example
type: logistics-agreement
title: Agreement in force from the day of signature
status: in-force
participants:
  - { countries: [FRA, IND], role: signatory }
agreement: { signed: 2018-03-10, in_force: 2018-03 }
`,
      `chancery: engagement/1
id: example
type: logistics-agreement
title: Agreement that is still to be signed
status: negotiating
participants:
  - { countries: [FRA, IND], role: signatory }
agreement: { signed: 2027-03-10 }
`,
    ],
  },
  check: checkOf('engagement', function* ({ agreement, status }, { today }) {
    if (!agreement) return
    yield* inOrder(agreement)
    yield* ratifiedFirst(agreement)
    yield* againstStatus(agreement, status, today)
    if (status === 'signed') yield* inForceAlready(agreement, today)
  }),
}

function* inOrder(agreement: EngagementAgreement): Generator<Report> {
  const [signed, inForce, ended, provisional] = [agreement.signed, agreement.in_force, agreement.ended, agreement.provisional_from].map(
    known,
  )
  const provisionally = provisional !== undefined && inForce !== undefined && !before(inForce, provisional)
  if (signed !== undefined && inForce !== undefined && before(inForce, signed) && !provisionally) {
    yield {
      at: ['agreement', 'in_force'],
      message: `An agreement cannot be in force ${onDate(inForce)}, before it was signed ${onDate(signed)}. Look both dates up; if it was applied before that, the day belongs under "provisional_from".`,
      related: [{ at: ['agreement', 'signed'], message: 'The signature stands here.' }],
      fixes: [
        {
          title: 'Let the two dates change places',
          safe: false,
          steps: [
            { do: 'replace', at: ['agreement', 'in_force'], with: signed },
            { do: 'replace', at: ['agreement', 'signed'], with: inForce },
          ],
        },
      ],
    }
  }
  const begun = signed !== undefined && ended !== undefined && before(ended, signed) ? 'signed' : 'in_force'
  const beginning = begun === 'signed' ? signed : inForce
  if (ended === undefined || beginning === undefined || !before(ended, beginning)) return
  yield {
    at: ['agreement', 'ended'],
    message: `An agreement cannot have ended ${onDate(ended)}, before it ${begun === 'signed' ? 'was signed' : 'was in force'} ${onDate(beginning)}. Look both dates up again.`,
    related: [
      { at: ['agreement', begun], message: begun === 'signed' ? 'The signature stands here.' : 'The entry into force stands here.' },
    ],
  }
}

/** A signature of which only the month is known may still come first, and "before" leaves that open. */
function* ratifiedFirst({ ratification = [], signed: signature }: EngagementAgreement): Generator<Report> {
  const signed = known(signature)
  for (const [index, { date }] of ratification.entries()) {
    const ratified = known(date)
    if (signed === undefined || ratified === undefined || !before(ratified, signed)) continue
    yield {
      at: ['agreement', 'ratification', index, 'date'],
      message: `An agreement cannot be ratified ${onDate(ratified)}, before it was signed ${onDate(signed)}. Look both dates up again.`,
      related: [{ at: ['agreement', 'signed'], message: 'The signature stands here.' }],
    }
  }
}

function* againstStatus(agreement: EngagementAgreement, status: Engagement['status'], today: string): Generator<Report> {
  const [signed, inForce, ended] = [agreement.signed, agreement.in_force, agreement.ended].map(known)
  if (signed !== undefined && before(today, signed) && (status === 'signed' || status === 'in-force')) {
    yield {
      at: ['agreement', 'signed'],
      message: `The status is "${status}", but the signature is still to come ${onDate(signed)}, and today is ${today}. Correct the date, or write negotiating.`,
      fixes: [replaceWith(['status'], 'negotiating', false)],
      related: [{ at: ['status'], message: 'The status stands here.' }],
    }
  } else if (inForce !== undefined && before(today, inForce) && status === 'in-force' && agreement.provisional_from === undefined) {
    yield {
      at: ['agreement', 'in_force'],
      message: `The status is "in-force", but the agreement enters into force only ${onDate(inForce)}, and today is ${today}. Write signed, or correct the date.`,
      fixes: [replaceWith(['status'], 'signed', false)],
      related: [{ at: ['status'], message: 'The status stands here.' }],
    }
  }
  if (ended !== undefined && before(ended, today) && status === 'in-force') {
    yield {
      at: ['agreement', 'ended'],
      message: `The status is "in-force", but the agreement ended ${onDate(ended)}. Write terminated, or correct the date.`,
      fixes: [replaceWith(['status'], 'terminated', false)],
      related: [{ at: ['status'], message: 'The status stands here.' }],
    }
  }
}

/** Where it is in force before its signature, a date is wrong and not the status. */
function* inForceAlready(agreement: EngagementAgreement, today: string): Generator<Report> {
  const [signed, inForce, ended] = [agreement.signed, agreement.in_force, agreement.ended].map(known)
  if (inForce === undefined || !(inForce === today || before(inForce, today))) return
  if (signed !== undefined && before(inForce, signed)) return
  const over = ended !== undefined && before(ended, today)
  const word = over ? 'terminated' : 'in-force'
  yield {
    at: ['status'],
    message: `The status is "signed", but the agreement entered into force ${onDate(inForce)}${over ? ` and ended ${onDate(ended)}` : ''}. Write ${word}, or correct the date.`,
    fixes: [replaceWith(['status'], word, false)],
    related: [{ at: ['agreement', 'in_force'], message: 'The entry into force stands here.' }],
  }
}
