import { catalogue } from '../core/index.ts'
import { unknownRule } from './lint-options.ts'
import type { Arguments, Option } from './options.ts'
import { refuse } from './refusal.ts'
import { rulePage } from './rule-text.ts'
import type { Shell, Status } from './shell.ts'

export const explainOptions: readonly Option[] = []

/** `chancery explain RULE`: the page of a rule. */
export async function explain({ rest }: Arguments, { out }: Shell): Promise<Status> {
  const [id, ...more] = rest
  if (id === undefined)
    return refuse(
      'Which rule? Write its id, as it stands behind a finding: chancery explain rec-owner. "chancery lint --list-rules" lists them all.',
    )
  if (more.length > 0) return refuse('One rule at a time, please: chancery explain RULE.')
  const rule = catalogue.get(id)
  if (!rule) return refuse(unknownRule(id))
  out.write(rulePage(rule, out.screen))
  return 0
}
