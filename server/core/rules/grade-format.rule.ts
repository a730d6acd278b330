import type { Path } from '../text/path.ts'
import { replaceWith } from './change.ts'
import type { Context, Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'grade-format',
  topic: 'evidence',
  level: 'error',
  certainty: 'exact',
  summary: 'A grade is not a letter from A to F and a figure from 1 to 6.',
  reason:
    'The letter says how reliable the source is, the figure how credible the information; the two are judged apart, and a reader needs both. Write B2 for a usually reliable source and probably true information. F and 6 mean that it cannot be judged.',
  source: 'Admiralty code, as in NATO AJP-2.1 and STANAG 2511.',
  examples: {
    bad: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks", grade: 2B }
`,
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks", grade: G1 }
`,
    ],
    good: [
      `chancery: engagement/1
id: example
type: staff-talks
title: Navy staff talks
status: completed
dates: { start: 2024-05-14 }
participants:
  - { countries: [JPN, PHL], role: participant }
outcomes:
  - { text: The staffs set a date for the next talks., status: reported, sources: [navy2024], grade: A5 }
sources:
  navy2024: { type: press-release, title: Staff talks end, publisher: Navy Press Office, date: 2024-05-15, url: "https://example.org/talks", grade: B2 }
`,
    ],
  },
  check,
}

function* check({ fields }: Context): Iterable<Report> {
  for (const { path, value, schema } of fields) {
    if (schema['x-is'] === 'grade' && !/^[A-F][1-6]$/.test(String(value))) yield wrongGrade(path, String(value))
  }
}

function wrongGrade(at: Path, value: string): Report {
  const form = 'A grade is a letter from A to F for the source and a figure from 1 to 6 for the information, as B2.'
  const [, first = '', second = ''] = /^\s*([A-F]|[1-6])[\s/.-]*([A-F]|[1-6])\s*$/i.exec(value) ?? []
  const [letter, figure] = /[1-6]/.test(first) ? [second, first] : [first, second]
  if (/[a-f]/i.test(letter ?? '') && /[1-6]/.test(figure ?? '')) {
    const grade = `${letter?.toUpperCase()}${figure}`
    return {
      at,
      message: `Write ${grade} for "${value}": the letter comes first, in capitals, and the figure follows at once.`,
      fixes: [replaceWith(at, grade, true)],
    }
  }
  if (/^[A-F]$/i.test(value.trim())) {
    const grade = `${value.trim().toUpperCase()}6`
    return {
      at,
      message: `"${value}" says how reliable the source is and nothing about the information. ${form} Write ${grade} if the information cannot be judged.`,
      fixes: [replaceWith(at, grade, false)],
    }
  }
  return { at, message: value === '' ? `The grade is empty. ${form}` : `"${value}" is not a grade. ${form}` }
}
