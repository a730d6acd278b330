import type { Passage } from '../model/passages.ts'
import { replaceWithin } from './change.ts'
import { type Context, checkOfTexts, type Report, type Rule } from './rule.ts'
import { inOneLine, isOthersVoice, listedIn, ofSentence } from './wording.ts'

const usual = ['nato-note']

export const rule: Rule = {
  id: 'joint-combined',
  topic: 'prose',
  level: 'hint',
  certainty: 'heuristic',
  summary: 'What several States do is called joint, where NATO says combined.',
  reason:
    'In NATO terms a joint exercise is one of several services, and a combined one is one of several States, so a reader at a headquarters takes "joint" for army with navy. The rule speaks in briefs of the profile nato-note, or of those that the option names, where a sentence that says "joint" names two States. In everyday English "joint" is right.',
  source: 'NATO Glossary of Terms and Definitions, AAP-06: "combined" and "joint".',
  options: {
    profiles: { type: 'strings', description: 'The profiles of the briefs in which NATO terms are asked for.', default: usual },
  },
  examples: {
    bad: [
      `#- chancery.yaml
chancery: config/1
rules: { joint-combined: { profiles: [state-info-memo] } }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Japan and the Philippines held a joint exercise in May.
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
background: Japan and the Philippines held a joint exercise in May.
`,
      `#- chancery.yaml
chancery: config/1
rules: { joint-combined: { profiles: [state-info-memo] } }
#- example.brief.yaml
chancery: brief/1
id: example
title: Talks at sea
profile: state-info-memo
stage: draft
date: 2026-11-02
bluf: The two navies met again and set a date for the next talks.
background: Japan and the Philippines held a combined exercise in May. The joint exercise of army and navy in Japan was small.
`,
    ],
  },
  check: checkOfTexts(function* (context) {
    const profiles = Array.isArray(context.options['profiles']) ? context.options['profiles'].map(String) : usual
    if (!profiles.includes(context.settings.profile ?? '')) return
    const states = ofSentence(({ own }, { start, end }) => statesIn(own.slice(start, end), context))
    for (const { passage, phrase, from, to } of listedIn(context, 'joint-combined')) {
      if (isOthersVoice(passage.path) || states(passage, from) < 2) continue
      yield report(passage, [from, to], phrase.advice)
    }
  }),
}

/** How many States a sentence names, by name or adjective, up to two. */
function statesIn(sentence: string, { vocabulary: { countries } }: Context): number {
  const names = sentence.matchAll(/\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}-]*)?/gu)
  const codes = new Set<string>()
  for (const { 0: name } of names) {
    const code = countries.named(name) ?? name.split(/\s/).map(countries.named).find(Boolean)
    if (code !== undefined) codes.add(code)
    if (codes.size > 1) break
  }
  return codes.size
}

function report({ path, text }: Passage, within: readonly [number, number], advice: string): Report {
  const words = inOneLine(text, ...within)
  const fixes = advice === '' ? [] : [replaceWithin(path, within, advice, false)]
  return {
    at: path,
    within,
    message: `"${words}" between States is "${advice || 'combined'}" in NATO terms; "joint" means several services.`,
    fixes,
  }
}
