import type { Field } from '../model/fields.ts'
import { borrowedIn } from '../model/prose.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'todo',
  topic: 'form',
  level: { draft: 'warning', review: 'warning', final: 'error' },
  certainty: 'exact',
  summary: 'The text holds a placeholder for something still to be written.',
  reason:
    'TBC and XX are notes to oneself, and the reader takes them for carelessness. Fill in what is missing; where it cannot be known in time, say so in words, or make it a risk. In a final brief this is an error.',
  source: 'Common editing practice.',
  options: {
    words: {
      type: 'strings',
      description: 'Further words that mark a gap, such as those of your own house. Their capitals count.',
      default: [],
    },
  },
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May. [insert number] officers took part.
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
outcomes:
  - { text: The talks cost XX million yen., status: reported }
notes: Lorem ipsum dolor sit amet.
`,
    ],
    good: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The XX Corps and the fleet sent officers. "El acuerdo es todo", the host said [@navy2024].
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/tbd/TBD" }
`,
    ],
  },
  check,
}

/** What a gap looks like; `spares` says where the same letters are innocent. */
interface Placeholder {
  readonly pattern: RegExp
  readonly spares?: (before: string, after: string) => boolean
}

const placeholders: readonly Placeholder[] = [
  // Capitals only: "todo" is a Spanish word.
  { pattern: /(?<![\p{L}\p{N}_])(?:TODO|TBD|TBC)(?![\p{L}\p{N}_])/gu },
  { pattern: /(?<![\p{L}\p{N}])(?:\p{N}{0,2})X{2,}(?![\p{L}\p{N}])/gu, spares: isNumeral },
  { pattern: /\?{3,}/g },
  // Before a bracket it is the text of a link.
  { pattern: /\[insert\b[^\]\n]{0,80}\](?!\()/giu },
  { pattern: /\blorem ipsum\b/giu },
]

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const functionWords = 'A|About|After|Around|At|Before|By|For|From|In|Of|On|Over|Since|The|Under|Until|With'
const nameBefore = new RegExp(`(?<![\\p{L}\\p{N}])(?!(?:${functionWords}|${months})\\b)\\p{Lu}[\\p{L}\\p{N}.-]*\\s+$`, 'u')
const nameAfter = new RegExp(`^\\s+(?:(?!(?:${months})\\b)\\p{Lu}|century\\b|corps\\b)`, 'u')

/** XX and XXX are Roman numerals where a name stands beside them: XX Corps, Article XX, Cobra Gold XX. */
function isNumeral(before: string, after: string): boolean {
  return /(?<![\p{L}\p{N}])X{2,3}$/u.test(before) && (nameBefore.test(before.replace(/X+$/, '')) || nameAfter.test(after))
}

function* check({ document, fields, options }: Context): Iterable<Report> {
  if (document.kind !== 'brief' && document.kind !== 'engagement') return
  const acronyms = document.kind === 'brief' ? Object.keys(document.model.acronyms ?? {}) : []
  const all = [...placeholders, ...ownWords(options['words'])]
  for (const field of fields) {
    const is = field.schema['x-is']
    if (is === 'prose' || is === 'line') yield* reportsIn(field, all, acronyms)
  }
}

function ownWords(words: unknown): readonly Placeholder[] {
  if (!Array.isArray(words)) return []
  return words
    .map(String)
    .filter(Boolean)
    .map((word) => ({ pattern: new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu') }))
}

function* reportsIn({ path, value }: Field, all: readonly Placeholder[], acronyms: readonly string[]): Iterable<Report> {
  const text = String(value)
  let borrowed: ReturnType<typeof borrowedIn> | undefined
  for (const { pattern, spares } of all) {
    for (const { 0: word, index: from } of text.matchAll(pattern)) {
      const to = from + word.length
      if (acronyms.includes(word) || spares?.(text.slice(Math.max(0, from - 60), to), text.slice(to, to + 60))) continue
      borrowed ??= borrowedIn(text)
      if (borrowed(from, to)) continue
      yield {
        at: path,
        within: [from, to],
        message: `"${word}" stands for something still to be written, and the reader would stumble over it. Fill it in, or say in words what is not known.`,
      }
    }
  }
}
