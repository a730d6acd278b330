/** Snippets for many places, all of them with "zeb" in their names, and with signs that YAML gives a meaning. */
export const house = `chancery: snippets/1
id: house
version: 2
snippets:
  - { id: zeb-plain, title: Zebra plain, scope: [brief.background, brief.bluf], params: { office: { default: Policy } }, text: "By {{office}}: we #1 agree." }
  - { id: zeb-quotes, title: Zebra quotes, scope: [brief.background], text: "It's \\"so\\" \\\\ far, isn't it?" }
  - { id: zeb-lines, title: Zebra lines, scope: [brief.background], text: "One.\\n\\nTwo: three.\\n- four" }
  - { id: zeb-deep, title: Zebra deep, scope: [brief.background], text: "  Deep.\\nLess." }
  - { id: zeb-any, title: Zebra any, scope: [brief], text: Anywhere. }
  - { id: zeb-whole, title: Zebra whole, scope: [brief], yaml: { id: talks, title: Talks at sea, profile: state-info-memo } }
  - { id: zeb-annex, title: Zebra annex, scope: [brief.annexes], text: "An annex.\\n\\nWith more." }
  - { id: zeb-risk, title: Zebra risk, scope: [brief.risks], params: { who: { required: true } }, yaml: { text: It rains, category: cost, owner: "{{who}}" } }
  - { id: zeb-risks, title: Zebra risks, scope: [brief.risks], yaml: [{ text: It rains, category: cost }, { text: "It snows: much" }] }
  - { id: zeb-timing, title: Zebra timing, scope: [brief.timing], yaml: { decide_by: 2026-12-01, why: Soon } }
  - { id: zeb-why, title: Zebra why, scope: [brief.timing.why], text: "So: now" }
  - { id: zeb-talks, title: Zebra talks, scope: [brief.engagements], yaml: [talks] }
  - { id: zeb-tone, title: Zebra tone, scope: [brief.background], params: { tone: { choices: [calm, "firm with {{host}}"] }, host: { type: country, default: NOR } }, text: "A {{tone}} tone." }
`

const head = 'chancery: brief/1\nid: a\n'

/** Briefs as they stand while somebody writes. */
export const halfTyped: readonly string[] = [
  '',
  'chancery: brief/1\n',
  'chancery: brief/1\n# mine\n\n',
  `${head}background: They met and left.\n`,
  `${head}background: They met and left. # ours\nissue: y\n`,
  `${head}background: They met: and [left\n`,
  `${head}background: "They \\"met\\" and\\nleft \\u00e9."\nissue: y`,
  `${head}background: 'It''s met and left.'\n`,
  `${head}background: ""\nbluf: ''\n`,
  `${head}background: "They met\n  and left\n\n  again."\n`,
  `${head}background: 'They met\n  and left.'\n`,
  `${head}background: They met\n  and went home.\nissue: y\n`,
  `${head}background:\n  They met.\nissue: y\n`,
  `${head}background:\n\n`,
  `${head}background:\n  \nissue: y\n`,
  `${head}background: |\n  One.\n\n    Code\n  Two.\n\nissue: y\n`,
  `${head}background: |\n    One.\n`,
  `${head}background: |2\n    One.\n  Two.\n`,
  `${head}background: |-\n\n`,
  `${head}background: |\nissue: y\n`,
  `${head}background: >-\n  One two\n  three.\n\n  Four.\nissue: y\n`,
  `${head}background: > # note\n  One.\n   \n`,
  `${head}background: # note\n`,
  `${head}background:  # note\nrisks: # more\n`,
  `${head}background: &a They met.\nbluf: *a\n`,
  `${head}background: !!str They met.\n`,
  `${head}background: *b\n`,
  `${head}background: "They met\nissue: y\n`,
  `${head}backgr\nissue: y\n`,
  `${head}risks:\n- text: q\n- text: r\n`,
  `${head}risks:\n    - text: q\n      category: cost\n    # mine\n`,
  `${head}risks:\n  - text: q\n  -\n  - \n\nissue: y\n`,
  `${head}risks:\n  - My own words.\n  - category\n`,
  `${head}risks: [{ text: q }]\ntiming: { why: soon }\n`,
  `${head}risks:\n\t- text: q\n`,
  `${head}risks: |\n  q\nrisks:\n`,
  `${head}annexes:\n  - title: x\n    text: |\n      One.\n   \n \n  - title: y\n    text: They met.\n`,
  `${head}timing:\n  why: They met.\n  \ntiming2:\n`,
  `${head}timing:\n\ntiming: x\n`,
  `${head}timing: # why\n  decide_by: 2026-01-01\n`,
  `${head}engagements: [talks]\nengagements2:\n  - talks\n  - \n`,
  `${head}background: [They met\n`,
  `${head}background: They met [@press, 3].\n---\nchancery: brief/1\n\n`,
  `${head}background: They met.\r\nrisks:\r\n  - text: q\r\n\r\nissue: |\r\n  One.\r\n  Two.\r\n`,
  `\ufeff${head}background: They met.`,
]
