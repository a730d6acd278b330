import { kindOfName } from '../model/kinds.ts'
import { isId } from '../text/ids.ts'
import { splitName } from '../workspace/paths.ts'
import { replaceWith } from './change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'id-filename',
  topic: 'references',
  level: 'warning',
  certainty: 'exact',
  summary: 'The id and the name of the file differ.',
  reason:
    'Whoever meets an id in a brief looks for the file of that name. Where the two differ, the file is hard to find and is soon written a second time. Rename the file, or write its name as the id; mind that others may already refer to the id.',
  source: 'Chancery: a file is called after its id, as rimpac-2024.engagement.yaml.',
  examples: {
    bad: [
      `#- navy-talks.engagement.yaml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
      `#- Talks.brief.yaml
chancery: brief/1
id: talks-at-sea
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
`,
    ],
    good: [
      `#- 2024/staff-talks-2024.engagement.yml
chancery: engagement/1
id: staff-talks-2024
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
`,
    ],
  },
  check,
}

function* check({ document, portfolio }: Context): Iterable<Report> {
  if ((document.kind !== 'engagement' && document.kind !== 'brief') || document.index > 0 || kindOfName(document.path) !== document.kind)
    return
  const { id } = document.model
  const { name, ending } = splitName(document.path)
  if (!id || !isId(id) || id === name) return
  const free = isId(name) && portfolio.defined(document.kind, name).length === 0
  yield {
    at: ['id'],
    message: `The file is called ${name.replace(/\s+/g, ' ')}${ending} and its id is "${id}", so whoever looks for the id does not find the file. Rename the file to ${id}${ending}${free ? ', or write the name of the file as the id' : ''}.`,
    fixes: free ? [replaceWith(['id'], name, false)] : [],
  }
}
