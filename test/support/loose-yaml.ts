import { below, oneOf, type Random } from './mutate.ts'

/** YAML as it comes from many hands: every style, any indentation, comments and empty lines anywhere. Most of it is sound. */
export function looseYaml(random: Random): string {
  const documents = Array.from({ length: random() < 0.85 ? 1 : 2 }, () => documentText(random))
  const text = documents.join(oneOf(random, ['---\n', '--- # next\n', '...\n---\n\n', '\n\n---\n']))
  const ends = random() < 0.15 ? text.replaceAll('\n', '\r\n') : text
  return random() < 0.2 ? ends.trimEnd() : ends
}

function documentText(random: Random): string {
  const indent = random() < 0.9 ? 0 : below(random, 4)
  const root = random() < 0.9 ? mapping(random, indent, 3) : list(random, indent, 3)
  const start = oneOf(random, ['', '', '', '\n', '\n\n\n', '# first\n', '  # first\n\n'])
  return start + root + oneOf(random, ['', '', '\n\n', '# last\n', '    # last\n'])
}

const spaces = ['', '', '', '', ' ', '   '] as const
const keys = ['a', 'b', 'c', 'key', 'long key', '"q"', "'s'", 'x-y', '&k k', '!t t', '*k '] as const

function mapping(random: Random, indent: number, depth: number): string {
  return Array.from({ length: 1 + below(random, 4) }, () => {
    const key = random() < 0.05 ? oneOf(random, keys) : oneOf(random, keys.slice(0, 8) as unknown as typeof keys)
    const colon = `${random() < 0.1 ? ' ' : ''}:`
    if (random() < 0.03)
      return `${blanks(random, indent)}${pad(indent)}? ${key}\n${pad(indent)}${colon.trim()}${valueBelow(random, indent, depth, true)}`
    return `${blanks(random, indent)}${pad(indent)}${key}${colon}${valueBelow(random, indent, depth, true)}`
  }).join('')
}

function list(random: Random, indent: number, depth: number): string {
  return Array.from({ length: 1 + below(random, 4) }, () => {
    const gap = 1 + (random() < 0.2 ? below(random, 3) : 0)
    const inside = depth > 0 && random() < 0.4
    if (!inside) return `${blanks(random, indent)}${pad(indent)}-${valueBelow(random, indent, depth, false)}`
    const inner = random() < 0.8 ? mapping(random, indent + 1 + gap, depth - 1) : list(random, indent + 1 + gap, depth - 1)
    const first = inner.search(/^ *[^\s#]/m)
    return `${blanks(random, indent)}${pad(indent)}-${pad(gap)}${inner.slice(first).trimStart()}`
  }).join('')
}

/** What stands behind a colon or a dash, up to the end of its last line. */
function valueBelow(random: Random, indent: number, depth: number, ofKey: boolean): string {
  const deeper = indent + 1 + below(random, 4)
  const properties = random() < 0.08 ? oneOf(random, [' &a', ' !tag', ' !!str', ' &b !tag', ' &k']) : ''
  const kind = below(random, depth > 0 ? 12 : 8)
  if (kind > 9) return `${properties}${end(random)}${mapping(random, deeper, depth - 1)}`
  if (kind > 7) return `${properties}${end(random)}${list(random, ofKey && random() < 0.3 ? indent : deeper, depth - 1)}`
  if (kind > 5) return `${properties} ${flow(random, 2, pad(deeper))}${end(random)}`
  if (kind > 4) return `${properties} ${block(random, indent, deeper)}`
  if (kind > 3) return `${properties} ${folded(random, deeper)}${end(random)}`
  return `${properties}${random() < 0.1 ? '' : ` ${oneOf(random, spaces)}${word(random)}`}${end(random)}`
}

function word(random: Random): string {
  return oneOf(random, [
    '1',
    'NO',
    'a word',
    '"quoted: text"',
    "'it''s'",
    '010',
    '2024-01-02',
    'http://a.b/c#d',
    '*a',
    '~',
    '"a\\tb"',
    '[@id]',
  ])
}

function flow(random: Random, depth: number, deeper: string): string {
  const gap = () => oneOf(random, ['', '', ' ', '  ', ' ', `\n${deeper}`, `\n${deeper}  `, ` # in\n${deeper}`, `\n\n${deeper}`])
  const some = (of: () => string) => Array.from({ length: below(random, 4) }, of)
  const value = (): string =>
    depth > 0 && random() < 0.3
      ? flow(random, depth - 1, deeper)
      : oneOf(random, ['a', 'b c', '"q"', "'s'", '*a', '1', '{{x}}', '&z z', '!t'])
  if (random() < 0.5) return `[${some(() => `${gap()}${value()}${gap()}`).join(',')}]`
  const colon = () => oneOf(random, [': ', ': ', ':  ', ' : '])
  return `{${some(() => `${gap()}${oneOf(random, ['k', '"k"', 'a b'])}${colon()}${value()}${gap()}`).join(',')}}`
}

function block(random: Random, indent: number, deeper: number): string {
  const more = 1 + below(random, 4)
  const inner = random() < 0.2 ? indent + more : deeper
  const digit = inner === deeper ? '' : String(more)
  const header = oneOf(random, ['|', '>', '|-', '>+', '|+', '>-']).replace(/^./, (sign) => sign + digit)
  const lines = Array.from({ length: 1 + below(random, 4) }, () =>
    oneOf(random, ['text', '- item', '# no comment', '  more', 'a: b', '', '   ', 'end  ', '\ttab']),
  )
  const first = digit === '' ? 'first' : oneOf(random, ['first', '  first', ''])
  const body = [first, ...lines].map((line) => `${line.trim() === '' && random() < 0.5 ? '' : pad(inner)}${line}\n`).join('')
  return `${header}${end(random)}${body}`
}

function folded(random: Random, deeper: number): string {
  const rest = oneOf(random, [
    `\n${pad(deeper)}on`,
    `  \n\n${pad(deeper)}on`,
    `\n${pad(deeper)}on\n${pad(deeper + 2)}and on`,
    `\n${pad(deeper)}- on`,
  ])
  return oneOf(random, [
    `text${rest}`,
    `"text${rest}"`,
    `'text${rest}'`,
    `"text\\${rest.trimStart() === rest ? rest : '\n'}\\ x"`,
    `"text\\  \n${pad(deeper)}on"`,
  ])
}

function end(random: Random): string {
  const comment =
    random() < 0.15 ? oneOf(random, [' # why', '    # why', '   # why  ', '\t# why']) : oneOf(random, ['', '', '', ' ', '   '])
  return `${comment}\n`
}

function blanks(random: Random, indent: number): string {
  if (random() < 0.75) return ''
  return oneOf(random, [
    '\n',
    '\n\n\n',
    '  \n',
    `${pad(indent)}# note\n`,
    `${pad(below(random, 8))}# note\n`,
    `\n${pad(indent)}#note \n\n`,
    '\t\n',
  ])
}

function pad(count: number): string {
  return ' '.repeat(count)
}
