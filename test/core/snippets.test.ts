import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Kind, kinds } from '../../server/core/index.ts'
import { lintFiles } from '../support/check.ts'
import { today } from '../support/files.ts'

interface Snippet {
  readonly name: string
  readonly kind: Kind
  readonly prefix: string | readonly string[]
  readonly description: string
  readonly isFileTemplate?: boolean
  readonly body: readonly string[]
}

const all: readonly Snippet[] = kinds.flatMap((kind) => {
  const text = readFileSync(new URL(`../../client/snippets/${kind}.code-snippets`, import.meta.url), 'utf8')
  const entries = Object.entries(JSON.parse(text) as Record<string, Omit<Snippet, 'name' | 'kind'>>)
  return entries.map(([name, snippet]) => ({ name, kind, ...snippet }))
})

const files: Readonly<Record<Kind, string>> = {
  engagement: 'draft.engagement.yaml',
  brief: 'draft.brief.yaml',
  config: 'chancery.yaml',
  vocabulary: 'house.vocabulary.yaml',
  snippets: 'house.snippets.yaml',
}

/** What stands around a part. `@` is where its lines go, with the indentation before it. */
const hosts: Readonly<
  Partial<Record<Kind, { readonly start: string; readonly end?: string; readonly around: Readonly<Record<string, string>> }>>
> = {
  engagement: {
    start: `chancery: engagement/1\nid: draft\ntype: staff-talks\ntitle: Talks\nstatus: completed\ndates: { start: 2024-05-14 }\n`,
    around: {
      Participant: 'participants:\n  - { country: SWE, role: host }\n  @\n',
      'Participants in one role': 'participants:\n  - { country: SWE, role: host }\n  @\n',
      Objective: 'participants: [{ countries: [SWE, NOR] }]\nobjectives:\n  @\n',
      Outcome:
        'participants: [{ countries: [SWE, NOR] }]\noutcomes:\n  @\nsources: { source2026: { type: news, title: Talks, publisher: Press, date: 2024 } }\n',
      Concern:
        'participants: [{ countries: [SWE, NOR] }]\nconcerns:\n  @\nsources: { source2026: { type: news, title: Talks, publisher: Press, date: 2024 } }\n',
      Trust: 'participants: [{ countries: [SWE, NOR] }]\n@\n',
      Source: 'participants: [{ countries: [SWE, NOR] }]\nnotes: So it was reported [@source2026].\nsources:\n  @\n',
    },
  },
  brief: {
    start: `chancery: brief/1\nid: draft\ntitle: Talks\nprofile: state-info-memo\nstage: draft\ndate: 2026-11-02\nbluf: The navies met.\nbackground: They met in May [@source2026].\n`,
    end: 'sources: { source2026: { type: news, title: Talks, publisher: Press, date: 2026 } }\n',
    around: {
      Recommendation: 'profile: idrc\nanalysis: It holds.\nrecommendations:\n  @\n',
      Option: 'options:\n  @\n',
      Claim: 'claims:\n  @\n',
      Risk: 'risks:\n  @\n',
      'Case study': 'case_studies:\n  @\n',
      Perspective: 'perspectives:\n  @\n',
      'Next step': 'next_steps:\n  @\n',
      Outlook: 'outlook:\n  @\n',
      Source: 'sources:\n  @\n',
    },
  },
  config: { start: 'chancery: config/1\n', around: { Override: 'overrides:\n  @\n', 'Level of a rule': 'rules:\n  @\n' } },
  vocabulary: {
    start: 'chancery: vocabulary/1\n',
    around: {
      Organization: 'organizations:\n  @\n',
      'Engagement type': 'engagement_types:\n  @\n',
      'Exercise focus': 'exercise_foci:\n  @\n',
      Acronym: 'acronyms:\n  @\n',
    },
  },
  snippets: {
    start: 'chancery: snippets/1\nid: house\nversion: 1\ntitle: House\n',
    around: { 'Snippet of text': 'snippets:\n  @\n', 'Snippet with a blank': 'snippets:\n  @\n' },
  },
}

/** An engagement for the parts that cite one. */
const cited = `chancery: engagement/1\nid: incsea-1972\ntype: staff-talks\ntitle: Talks\nstatus: completed\ndates: { start: 1972-05-25 }\nparticipants: [{ countries: [USA, SUN] }]\n`

/** The text that a writer gets who only presses Tab; `choose` picks from each list of words. */
function expand({ body, kind }: Snippet, choose = (words: readonly string[]) => words[0] ?? ''): string {
  const [year = '', month = '', day = ''] = today.split('-')
  return `${body.join('\n')}\n`
    .replace(/\$\{CURRENT_(YEAR|MONTH|DATE)\}/g, (_, part: string) => (part === 'YEAR' ? year : part === 'MONTH' ? month : day))
    .replaceAll(`\${TM_FILENAME_BASE/[.]${kind}$//}`, (files[kind].split('.')[0] ?? '').trim())
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_, words: string) => choose(words.split(',')))
    .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replaceAll('$0\n', '')
}

function fileOf(snippet: Snippet, text: string): string {
  if (snippet.isFileTemplate) return text
  const host = hosts[snippet.kind]
  const around = host?.around[snippet.name] ?? ''
  expect(around, `what stands around "${snippet.name}"`).toMatch(/^ *@$/m)
  const body = around.replace(/^( *)@\n/m, (_, indent: string) => text.replace(/^(?=.)/gm, indent))
  // A key of the part takes the place of the same key before or after it.
  const keys = new Set([...body.matchAll(/^([a-z_]+):/gm)].map((match) => match[1]))
  const keep = (lines: string) => lines.replace(/^([a-z_]+):.*\n/gm, (line, key: string) => (keys.has(key) ? '' : line))
  return keep(host?.start ?? '') + body + keep(host?.end ?? '')
}

async function findings(snippet: Snippet, choose?: (words: readonly string[]) => string) {
  const path = files[snippet.kind]
  const text = fileOf(snippet, expand(snippet, choose))
  const found = await lintFiles({ [path]: text, 'incsea-1972.engagement.yaml': cited })
  return (found.get(path) ?? []).map(({ rule, message, severity }) => ({ rule, message, severity, text }))
}

describe('snippets of the editor', () => {
  it('are there for every kind of file, with a whole file for each', () => {
    expect(all.length).toBeGreaterThan(30)
    expect([...new Set(all.filter((snippet) => snippet.isFileTemplate).map(({ kind }) => kind))]).toEqual(kinds)
  })

  it('are named, described and called by different words', () => {
    const prefixes = all.flatMap(({ kind, prefix }) => [prefix].flat().map((word) => `${kind} ${word}`))
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(all.filter(({ description }) => !/^[A-Z].+\.$/.test(description)).map(({ name }) => name)).toEqual([])
  })

  it.each(all)('$kind: $name leaves no mark behind', (snippet) => {
    expect(expand(snippet)).not.toMatch(/\$\{|\$\d|\|\}/)
  })

  it.each(all)('$kind: $name lints clean', async (snippet) => {
    const found = await findings(snippet)
    expect(found.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([])
  })

  it.each(all)('$kind: $name offers only words that there are', async (snippet) => {
    const most = Math.max(1, ...[...snippet.body.join('\n').matchAll(/\|([^|]*)\|/g)].map((match) => match[1]?.split(',').length ?? 0))
    for (let i = 0; i < most; i++) {
      const found = await findings(snippet, (words) => words[Math.min(i, words.length - 1)] ?? '')
      expect(found.filter(({ rule }) => /^(?:unknown-value|wrong-type|config-invalid|likelihood-term|yaml-syntax)$/.test(rule))).toEqual([])
    }
  })
})
