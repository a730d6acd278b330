import { type BibliographyPlace, bibliographyOf, type NamedBibliography } from '../workspace/bibliographies.ts'
import type { Report, Rule } from './rule.ts'

export const rule: Rule = {
  id: 'bibliography-unreadable',
  topic: 'file',
  level: 'error',
  certainty: 'exact',
  summary: 'The bibliography that a brief names cannot be read, or not in full.',
  reason:
    'What is cited from a file of references is evidence only if the file is there for every reader of the brief. While it cannot be read, no id that may stand in it is checked. Save it in the workspace, as CSL-JSON (.json) or BibTeX (.bib), and name it by its path from the folder of the brief. Nothing is fetched from the web.',
  source: 'Chancery: `bibliography` names a file of the workspace in CSL-JSON or BibTeX.',
  examples: {
    bad: [
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@smith2024].
bibliography: references.json
`,
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@smith2024].
bibliography: references.bib
#- references.bib
@report{smith2024, title = {Navies that talk}, year = 2024
@book{jones2023, title = {Navies that do not}, year = 2023}
`,
    ],
    good: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May [@smith2024].
bibliography: references.bib
#- references.bib
@report{smith2024, title = {Navies that talk}, year = 2024}
`,
    ],
  },
  check: function* ({ document, portfolio }) {
    const bibliography = bibliographyOf(document, portfolio)
    const report = bibliography && reportOf(bibliography)
    if (report) yield { at: ['bibliography'], ...report }
  },
}

function reportOf({ named, place, held }: NamedBibliography): Omit<Report, 'at'> | undefined {
  if ('wrong' in place) return { message: wrongPlaces[place.wrong](named) }
  if (!held?.problem) return undefined
  const { message, partly, places } = held.problem
  const related = places.slice(0, mostPlaces).map((each) => ({ path: place.path, ...each }))
  return { message: `${named} ${message}`, related, ...(partly ? { atMost: 'warning' } : {}) }
}

/** Of more broken entries nobody reads the list; the file is then saved anew. */
const mostPlaces = 5

const wrongPlaces: Readonly<Record<Extract<BibliographyPlace, { readonly wrong: unknown }>['wrong'], (named: string) => string>> = {
  address: (named) =>
    `"${named}" is a web address, and nothing is fetched from the web. Save the references in this workspace, and name the file by its path from this one, as references.json.`,
  absolute: (named) =>
    `"${named}" leads to a place on one machine, where others who read the brief do not have it. Save the references in this workspace, and name the file by its path from this one, as references.json.`,
  outside: (named) =>
    `"${named}" lies outside of this workspace, where others who read the brief do not have it. Save the references in the workspace, and name the file by its path from this one, as references.json.`,
  format: (named) =>
    `"${named}" is no file of references that is read here, so its sources are not known. Save them as CSL-JSON (.json) or BibTeX (.bib) in your reference manager, and name that file.`,
}
