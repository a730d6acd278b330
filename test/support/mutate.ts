/** Gives a number from 0 up to but not including 1. */
export type Random = () => number

/** The same numbers for the same seed (Mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

export function oneOf<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[below(random, choices.length)] ?? choices[0]
}

/** What breaks YAML, what YAML takes for something else, and what a hostile or hurried writer types. */
const tokens = [
  ...[
    ':',
    ': ',
    '- ',
    '-',
    '? ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|\n',
    '>-\n',
    '|2+\n',
    '#',
    ' # ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '%FOO\n',
    '\t',
    '@',
    '`',
  ],
  ...[
    '&a ',
    '*a',
    '*b',
    '<<: *a\n',
    '<<: [*a, *a]\n',
    '!!str ',
    '!!binary ',
    '!x ',
    '~',
    'null',
    'NO',
    '010',
    '0x1F',
    '1e400',
    '.inf',
    '12:30:45',
    '2024-02-30',
  ],
  ...[
    '\u00a0',
    '\u3000',
    '\u2028',
    '\ufeff',
    '\u0000',
    '\ud800',
    '😀',
    'e\u0301',
    'ı',
    'ﬁ',
    'שלום',
    '\u202e',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '  ',
    '\\',
    '\\x4',
    '\\u00e9',
  ],
  ...[
    '__proto__: 1\n',
    'constructor: {}\n',
    'toString',
    'x-own: [1]\n',
    'chancery: brief/1\n',
    'chancery: engagement/2\n',
    'chancery:\n',
    'id: Not An Id\n',
    '[@nowhere]',
    '[@',
    '{{x}}',
  ],
  ...[
    '# chancery-disable-next-line first-key -- why\n',
    '# chancery-disable-file first-key\n',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
    'A'.repeat(1100),
    '- - - - - ',
    '[[[[[[[[',
    '{{{{',
  ],
] as const satisfies readonly [string, ...string[]]

type Mutation = (text: string, random: Random) => string

const mutations: readonly [Mutation, ...Mutation[]] = [
  cut,
  insert,
  insert,
  repeat,
  swapLines,
  dropLine,
  indentLine,
  truncate,
  crlf,
  otherCharacter,
]

/** A text with one to four accidents. */
export function mutate(text: string, random: Random): string {
  let result = text
  for (let left = 1 + below(random, 4); left > 0; left--) result = oneOf(random, mutations)(result, random)
  return result
}

function stretch(text: string, random: Random): readonly [number, number] {
  const from = below(random, text.length + 1)
  return [from, Math.min(text.length, from + below(random, random() < 0.8 ? 12 : 400))]
}

function cut(text: string, random: Random): string {
  const [from, to] = stretch(text, random)
  return text.slice(0, from) + text.slice(to)
}

function insert(text: string, random: Random): string {
  const at = below(random, text.length + 1)
  return text.slice(0, at) + oneOf(random, tokens) + text.slice(at)
}

function repeat(text: string, random: Random): string {
  const [from, to] = stretch(text, random)
  return text.slice(0, to) + text.slice(from)
}

function otherCharacter(text: string, random: Random): string {
  const at = below(random, text.length + 1)
  return text.slice(0, at) + String.fromCodePoint(below(random, 0x3000)) + text.slice(at + 1)
}

function swapLines(text: string, random: Random): string {
  const lines = text.split('\n')
  const [a, b] = [below(random, lines.length), below(random, lines.length)]
  return lines.map((line, i) => lines[i === a ? b : i === b ? a : i] ?? line).join('\n')
}

function dropLine(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = below(random, lines.length)
  return lines.filter((_, i) => i !== at).join('\n')
}

function indentLine(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = below(random, lines.length)
  return lines.map((line, i) => (i !== at ? line : random() < 0.5 ? line.replace(/^ {1,2}/, '') : ` ${line}`)).join('\n')
}

function truncate(text: string, random: Random): string {
  return text.slice(0, below(random, text.length + 1))
}

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}
