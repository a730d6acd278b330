import { describe, expect, it } from 'vitest'
import { atCursor, contextOf, filled, itemsAt } from './at-cursor.ts'

const head = 'chancery: snippets/1\nid: house\nversion: 2\n'
const snippet = (more: string) => `${head}snippets:\n  - id: a\n    title: A\n${more}`
const asking = '    params: { office: { label: Your office }, day: { type: date } }\n'

/** What stands before the mark in a library, the label that is taken, and the end of the text that is left; nothing where it is not offered. */
const cases: readonly (readonly [what: string, at: string, label: string, after: string | undefined])[] = [
  ['a part of a brief', snippet('    scope: [brief.ri<|>]\n'), 'brief.risks', 'scope: [brief.risks]\n'],
  ['a field of a part', snippet('    scope: [timing why<|>]\n'), 'brief.timing.why', 'scope: [brief.timing.why]\n'],
  ['a whole file', snippet('    scope:\n      - eng<|>\n'), 'engagement', '- engagement\n'],
  ['no id, for each file has its own', snippet('    scope: [<|>]\n'), 'brief.id', undefined],
  ['a profile', snippet('    profile: [think<|>]\n'), 'Think-tank brief', 'profile: [think-tank]\n'],
  ['a stage', snippet('    stage: [fin<|>]\n'), 'Final', 'stage: [final]\n'],
  ['a kind of answer', snippet('    params: { p: { type: coun<|> } }\n'), 'country', 'type: country } }\n'],
  [
    'a field whose answers fit',
    snippet('    params: { p: { type: likelih<|> } }\n'),
    'brief.risks.likelihood',
    'type: brief.risks.likelihood } }\n',
  ],
  ['no part with fields of its own as an answer', snippet('    params: { p: { type: <|> } }\n'), 'brief.risks', undefined],
  ['a library to rest on', `${head}dependencies:\n  chancery-ri<|>\n`, 'chancery-risks', 'dependencies:\n  chancery-risks: \n'],
  ['not the library itself', `${head}dependencies:\n  <|>\n`, 'house', undefined],
  [
    'the version that is here',
    `${head}dependencies:\n  other: <|>\n#- other.snippets.yaml\nchancery: snippets/1\nid: other\nversion: 7\n`,
    '7',
    'other: 7\n',
  ],
  [
    'an organization',
    snippet('    generate: { organization: north atl<|> }\n'),
    'North Atlantic Treaty Organization',
    'organization: nato }\n',
  ],
  ['a date of the file', snippet('    generate: { organization: nato, on: <|> }\n'), '{{dates.start}}', 'on: "{{dates.start}}" }\n'],
  ['a type of engagement', snippet('    generate: { risks: port c<|> }\n'), 'Naval port call', 'risks: port-call }\n'],
  ['an answer in its place', snippet(`${asking}    generate: { risks: <|> }\n`), '{{office}}', 'risks: "{{office}}" }\n'],
  ['a question in a text of several lines', snippet(`${asking}    text: |\n      By {{of<|>\n`), 'office', 'By {{office}}\n'],
  ['a question by its words', snippet(`${asking}    text: "By {{your<|>"\n`), 'office', 'text: "By {{office}}"\n'],
  ['a question that is closed already', snippet(`${asking}    text: "By {{<|>}}."\n`), 'day', 'text: "By {{day}}."\n'],
  ['a question in a part', snippet(`${asking}    yaml: { text: "{{ of<|>" }\n`), 'office', 'text: "{{ office}}" }\n'],
  ['another snippet', snippet(`${asking}    text: |\n      By {{> house/<|>\n`), 'house/a', 'By {{> house/a}}\n'],
  ['no question outside of the body', snippet(`${asking}    description: "By {{<|>"\n`), 'office', undefined],
]

describe('completion in a snippet library', () => {
  it.each(cases)('%s', async (_, at, label, after) => {
    const place = await atCursor(`#- house.snippets.yaml\n${at}`)
    const { project, path, text } = place.context
    const item = itemsAt({ ...place, context: contextOf(project, path, text, true) }).find((each) => each.label === label)
    const left = item && filled(place.document, item)
    expect(after === undefined ? left : left?.slice(-after.length)).toBe(after)
  })
})
