import type { Passage, Word } from '../model/passages.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { inOneLine, isLanguage } from './wording.ts'

export const rule: Rule = {
  id: 'passive',
  topic: 'prose',
  level: 'off',
  certainty: 'heuristic',
  summary: 'A sentence does not say who acts.',
  reason:
    '"It was decided" hides who decided. Often that is just what the reader needs; often it is known or does not matter, which is why this rule is off until a house turns it on. Name the one who acts and begin with it. Sentences that name the actor with "by" are left alone.',
  source: 'Plain-language guidance, among others the US Federal Plain Language Guidelines; a matter of opinion.',
  examples: {
    bad: [
      `#- chancery.yaml
chancery: config/1
rules: { passive: hint }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The talks were cancelled in May. It was then decided to wait.
`,
      `#- chancery.yaml
chancery: config/1
rules: { passive: hint }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: >-
  A new date has not yet been
  set.
`,
    ],
    good: [
      `#- chancery.yaml
chancery: config/1
rules: { passive: hint }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The host cancelled the talks in May. The date was set by both staffs.
`,
      `chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The talks were cancelled in May.
`,
      `#- chancery.yaml
chancery: config/1
rules: { passive: hint }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: The staff was interested. Two hundred sailors were aboard. The note says that talks "were cancelled".
`,
    ],
  },
  check: checkOfTexts(check),
}

const forms = new Set(['am', 'is', 'are', 'was', 'were', 'be', 'been', 'being'])

function* check({ passages, settings, vocabulary }: Context): Iterable<Report> {
  if (!isLanguage(settings.language, 'en')) return
  const phrases = vocabulary.wordLists.get('passive')?.phrases ?? []
  const irregular = new Set(phrases.flatMap(({ words, isAllowed }) => (isAllowed ? [] : [words])))
  const innocent = new Set(phrases.flatMap(({ words, isAllowed }) => (isAllowed ? [words] : [])))
  const isParticiple = (word: string) => !innocent.has(word) && (irregular.has(word) || /\p{L}{2}ed$/u.test(word))
  for (const passage of passages()) {
    const words = passage.words()
    for (const [i, form] of words.entries()) {
      if (!forms.has(form.word)) continue
      const at = isAdverb(words[i + 1]?.word) ? i + 2 : i + 1
      const participle = words[at]
      if (!participle || !isParticiple(participle.word) || !areNeighbours(passage, words.slice(i, at + 1))) continue
      const next = words.slice(at + 1, at + 5).map(({ word }) => word)
      if (!next.includes('by')) yield report(passage, form.from, participle.to)
    }
  }
}

function isAdverb(word = ''): boolean {
  return /ly$/.test(word) || ['not', 'also', 'never', 'now', 'then', 'still', 'yet', 'soon', 'since', 'often'].includes(word)
}

function areNeighbours({ own }: Passage, words: readonly Word[]): boolean {
  return words.every((word, i) => i === 0 || /^\s+$/.test(own.slice(words[i - 1]?.to, word.from)))
}

function report({ path, text }: Passage, from: number, to: number): Report {
  const words = inOneLine(text, from, to)
  return {
    at: path,
    within: [from, to],
    message: `"${words}" does not say who acts. Where the reader should know, begin with the one who does.`,
  }
}
