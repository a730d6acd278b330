import type { Copy } from '../model/copies.ts'
import { broughtUpToDate } from '../snippets/stale-copy.ts'
import type { Path } from '../text/path.ts'
import { isBuiltIn } from '../workspace/paths.ts'
import type { TermEntry } from '../workspace/portfolio.ts'
import { houseOf } from '../workspace/whole-brief.ts'
import type { Step } from './change.ts'
import { stepsTo } from './copy-steps.ts'
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
  check: checkOfTexts(function* ({ document, portfolio, vocabulary, settings }) {
    const house = houseOf({ portfolio, vocabulary, naming: settings.naming })
    for (const copy of document.copies) {
      const { library, snippet, version } = copy
      const [entry, ...others] = portfolio.terms('library', library)
      if (!entry || others.length > 0 || entry.version === undefined || entry.version === version) continue
      const name = `${library}/${snippet}`
      const merged = version > entry.version ? undefined : broughtUpToDate({ name, version, value: copy.value }, house)
      // The library has a new version, and these words are those of the old one.
      if (merged === 'current') continue
      const isThere = portfolio.terms('snippet', name).length > 0
      yield staleCopy(copy, { entry, isThere, merged })
    }
  }),
}

interface Stale {
  readonly entry: TermEntry
  readonly isThere: boolean
  readonly merged: Exclude<ReturnType<typeof broughtUpToDate>, 'current'>
}

function staleCopy(copy: Copy, { entry, isThere, merged }: Stale): Report {
  const { at, snippet, version, value, remark } = copy
  const isNewer = version > (entry.version ?? 0)
  const now = `is at version ${entry.version} ${isNewer ? 'here' : 'now'}${isThere ? '' : ' and has no such text'}`
  const remedy = isNewer
    ? 'Bring the library up to date, or correct the note.'
    : isThere
      ? 'Compare the two, take over what the house changed, and note the version.'
      : 'Correct the note, or take it out: the text is then yours alone.'
  const steps = merged && stepsTo(at, value, merged.value)
  const title =
    steps?.length === 0
      ? `Keep your words, and note version ${entry.version}`
      : `Take over the new words of ${entry.id}, and keep yours${merged?.isContested ? ' where both changed the same' : ''}`
  return {
    ...(remark !== undefined ? { at, on: 'key' } : { at: noteOf(copy) }),
    message: `This was copied from version ${version} of the library ${entry.id}, which ${now}. ${remedy}`,
    fixes: steps ? [{ title, safe: false, steps: [...steps, noted(copy, `${entry.id}/${snippet}@${entry.version}`)] }] : [],
    related:
      isBuiltIn(entry.path) || !isThere
        ? []
        : [{ path: entry.path, ...entry.idRange, message: `${entry.id}/${snippet} is kept here, in version ${entry.version}.` }],
  }
}

function noteOf({ at }: Copy): Path {
  return [...at, 'x-from']
}

/** The note of a text is a comment. */
function noted(copy: Copy, to: string): Step {
  const { at, remark } = copy
  return remark !== undefined ? { do: 'remark', at, from: remark, to: `x-from: ${to}` } : { do: 'replace', at: noteOf(copy), with: to }
}
