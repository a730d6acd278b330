import { type Context, checkOf, type Rule } from './rule.ts'
import { listedIn } from './wording.ts'

export const rule: Rule = {
  id: 'attache-covert-function',
  topic: 'engagements',
  level: 'info',
  certainty: 'heuristic',
  summary: 'The task of an attaché is described in words of secret intelligence.',
  reason:
    'An attaché learns about the host country by lawful means, openly, and reports it. A record that says otherwise names a ground for expulsion, and has no place in a tool for open sources. Write "observe and report", or name the lawful task. Only objectives, the frame, shared interests and the post itself are looked at: concerns and outcomes tell what others say. A team adds and removes words under `words: { attache-covert-function: … }` in a vocabulary.',
  source: 'Vienna Convention on Diplomatic Relations (1961), article 3, paragraph 1 (d); the list of words is our own.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: attache-accreditation
title: Defence attaché post
status: active
dates: { start: 1997-03 }
participants:
  - { country: VNM, role: sending }
  - { country: USA, role: receiving }
attache: { sending_state: VNM, receiving_state: USA }
objectives:
  - { kind: diplomatic, text: Keep contact with the host and run a covert network in the ports. }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: attache-accreditation
title: Defence attaché post
status: active
dates: { start: 1997-03 }
participants:
  - { country: VNM, role: sending }
  - { country: USA, role: receiving }
attache: { sending_state: VNM, receiving_state: USA, functions: [liaise, observe-and-report] }
objectives:
  - { kind: diplomatic, text: Keep contact with the host and report on its defence policy. }
concerns:
  - { kind: espionage, text: The press of the host accused an earlier attaché of espionage. }
`,
    ],
  },
  check: checkOf('engagement', function* ({ type }, context) {
    if (!isPost(type, context)) return
    for (const { passage, phrase, from, to } of listedIn(context, 'attache-covert-function')) {
      if (!parts.includes(String(passage.path[0]))) continue
      yield {
        at: passage.path,
        within: [from, to],
        message: `"${passage.text.slice(from, to)}" is not a task that an attaché may have: the work is done openly and by lawful means. ${phrase.advice || 'Name the lawful task, such as to observe and report.'}`,
      }
    }
  }),
}

const parts: readonly string[] = ['objectives', 'framework', 'shared_interests', 'attache']

function isPost(type: string | undefined, { vocabulary }: Context): boolean {
  return vocabulary.engagementTypes.get(type ?? '')?.block.includes('attache') ?? false
}
