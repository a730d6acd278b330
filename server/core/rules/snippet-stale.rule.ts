import { isList, isObject, type Value } from '../model/read.ts'
import type { Path } from '../text/path.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import { checkOfTexts, type Report, type Rule } from './rule.ts'

export const rule: Rule = {
  id: 'snippet-stale',
  topic: 'references',
  level: 'info',
  certainty: 'exact',
  summary: 'A text that was copied from a snippet library is of another version than the library.',
  reason:
    'Where a copied text notes whence it came, as `x-from: standard/disclaimer@2`, and the library has gone on to version 3, the house may by now say it otherwise. Compare the two, take over what was changed, and note the new version. Nothing is changed by itself, for the copy may have been altered on purpose. Copies of a library that is not in the workspace, or that two files define, are not judged.',
  source: 'Chancery: a snippet library has a version, which its keeper raises with every change.',
  examples: {
    bad: [
      `#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staffs met in May.
annexes:
  - { title: Note, text: Prepared from open sources., x-from: house/note@1 }
#- snippets/house.snippets.yaml
chancery: snippets/1
id: house
version: 2
title: Texts of the house
snippets:
  - { id: note, title: Note, scope: [brief.annexes], text: "Prepared from open sources alone." }
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
background: The staffs met in May.
annexes:
  - { title: Note, text: Prepared from open sources alone., x-from: house/note@2 }
#- snippets/house.snippets.yaml
chancery: snippets/1
id: house
version: 2
title: Texts of the house
snippets:
  - { id: note, title: Note, scope: [brief.annexes], text: "Prepared from open sources alone." }
`,
    ],
  },
  check: checkOfTexts(function* ({ document, portfolio }) {
    for (const { at, library, snippet, version } of copiesIn(document.value, [])) {
      const [entry, ...others] = portfolio.terms('library', library)
      if (!entry || others.length > 0 || entry.version === undefined || entry.version === version) continue
      const isThere = portfolio.terms('snippet', `${library}/${snippet}`).length > 0
      yield staleCopy(at, { entry, snippet, version, isThere })
    }
  }),
}

interface Copy {
  readonly at: Path
  readonly library: string
  readonly snippet: string
  readonly version: number
}

function* copiesIn(value: Value, path: Path): Iterable<Copy> {
  if (isList(value)) for (const [index, item] of value.entries()) yield* copiesIn(item, [...path, index])
  if (!isObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key]
    const [, library, snippet, version] = (key === 'x-from' && /^([a-z0-9-]+)\/([a-z0-9-]+)@(\d{1,9})$/.exec(String(inner))) || []
    if (library !== undefined && snippet !== undefined) yield { at, library, snippet, version: Number(version) }
    else yield* copiesIn(inner, at)
  }
}

interface Stale {
  readonly entry: TermEntry
  readonly snippet: string
  readonly version: number
  readonly isThere: boolean
}

function staleCopy(at: Path, { entry, snippet, version, isThere }: Stale): Report {
  const now = isThere ? `is now at version ${entry.version}` : `is now at version ${entry.version} and no longer has this text`
  return {
    at,
    message: `This was copied from version ${version} of the library ${entry.id}, which ${now}. Compare the two, take over what the house changed, and note the version.`,
    related: [{ path: entry.path, ...entry.idRange, message: `${entry.id}/${snippet} is kept here, in version ${entry.version}.` }],
  }
}
