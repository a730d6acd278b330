import type { YAMLError } from 'yaml'
import type { Fix } from '../text/finding.ts'
import { lineAround } from '../text/lines.ts'
import { quote } from '../text/quote.ts'
import type { Span } from '../text/span.ts'
import type { Problem } from './problem.ts'
import type { Alias } from './tree.ts'
import { blockBetweenBrackets, notClosed, type Place, type Said, valueInBrackets, valueWithBlank } from './wording-brackets.ts'

/** An error of the `yaml` library in a writer's words, with a fix where there is only one thing to do. */
export function reword(error: YAMLError, text: string, base: number, within: Span): Problem {
  const start = Math.min(error.pos[0] + base, text.length)
  const end = Math.min(Math.max(error.pos[1] + base, start + 1), Math.max(within.end, start))
  const place: Place = { text, span: trimmed(text, { start, end }), line: lineAround(text, start), within }
  const blank = valueWithBlank(place)
  if (blank) return bareBlank(blank, text, false)
  const said = (words[error.code] ?? fallback)(place, error.message)
  return { rule: 'yaml-syntax', span: said.span ?? place.span, message: said.message, fixes: said.fixes ?? [], ...said.atMost }
}

type Words = (place: Place, original: string) => Said

const words: Readonly<Record<string, Words>> = {
  BLOCK_AS_IMPLICIT_KEY: nestedColon,
  MULTILINE_IMPLICIT_KEY: nestedColon,
  BAD_SCALAR_START: (place) => {
    const mark = place.text[place.span.start] ?? ''
    return quotable(place, `A value cannot start with "${mark}" unless it is in quotes.`)
  },
  UNEXPECTED_TOKEN: unexpected,
  MISSING_CHAR: missingCharacter,
  BAD_INDENT: (place, original) =>
    original.includes('end with a')
      ? unclosed(place)
      : {
          message:
            'This line is indented differently from its neighbours, so it is unclear what it belongs to. Give the lines of one group the same number of spaces.',
          span: trimmed(place.text, place.line),
        },
  TAB_AS_INDENT: (place) => ({
    span: trimmed(place.text, place.line),
    message: 'A tab cannot indent a line: programs disagree how wide it is. Use two spaces for each step.',
    fixes: tabFixes(place),
  }),
  BAD_ALIAS: startsWithMark,
  BAD_DQ_ESCAPE: () => ({
    message: 'In double quotes a backslash begins a special character, and this one is none. Write two backslashes, or use single quotes.',
  }),
  TAG_RESOLVE_FAILED: (place) => ({
    message: `"${place.text.slice(place.span.start, place.span.end)}" is a YAML tag, which Chancery does not use; the value is read as text. Delete the tag.`,
    atMost: { atMost: 'warning' },
  }),
  BAD_DIRECTIVE: () => ({
    message: 'A line that starts with "%" is an instruction to YAML programs, and this one is unknown. Delete it.',
    atMost: { atMost: 'warning' },
  }),
  KEY_OVER_1024_CHARS: () => ({
    message: 'This key is longer than 1,024 characters. Is a colon in a long text taken for a key? Put the text in quotes.',
  }),
  MULTIPLE_ANCHORS: () => ({ message: 'A value can have one name (&name) only. Keep one.' }),
  MULTIPLE_TAGS: () => ({ message: 'A value can have one tag (!tag) only. Keep none: Chancery does not need tags.' }),
  BLOCK_IN_FLOW: blockBetweenBrackets,
}

function fallback(place: Place): Said {
  const told = textBehindMark(place) ?? (place.text.slice(place.span.start, place.span.end).trim() === '' ? notClosed(place) : undefined)
  if (told) return told
  const shown = place.text.slice(place.span.start, Math.min(place.span.end, place.span.start + 30)).split(/[\r\n]/)[0]
  return {
    message: `YAML cannot be read from "${shown}" on. Check the colons, quotes, brackets and the indentation of this line and the one above.`,
  }
}

/** `notes: | Foo`: behind the mark of a text of several lines stands nothing. */
function textBehindMark({ text, line }: Place): Said | undefined {
  const written = text.slice(line.start, line.end)
  const [head, mark] = /^\s*(?:- +)?[\w-]+:[ \t]+([|>])[-+\d]*[ \t]+(?=[^#\s])/.exec(written) ?? []
  if (head === undefined || mark === undefined) return undefined
  const from = line.start + head.length
  return {
    message: `Behind "${mark}" the text begins on the next line, indented by two spaces. For a text of one line leave the "${mark}" out.`,
    span: trimmed(text, { start: from, end: line.end }),
    fixes: [
      {
        title: `Leave out the "${mark}"`,
        safe: false,
        edits: [{ span: { start: line.start + head.lastIndexOf(mark), end: from }, text: '' }],
      },
    ],
  }
}

/** `title: NATO: the brief` is read as a key inside a key; nobody means that. */
function nestedColon(place: Place): Said {
  const line = place.text.slice(place.line.start, place.line.end)
  const value = valueWithColon(line)
  if (value) {
    const span = { start: place.line.start + value.start, end: place.line.start + value.end }
    return {
      message: 'The value contains ": ", which YAML takes for another key. Put the value in quotes.',
      span,
      fixes: [quoteFix(place.text, span)],
    }
  }
  if (!/:(?:\s|$)/.test(line)) return noColon(place.text, place.line)
  return {
    message:
      'This line is indented as if it belonged to the value above, which is already complete. Move it to the left, or delete the value above.',
    span: nextLine(place),
  }
}

/** The value of a key on its line, up to a comment, where it holds what looks like another key. */
function valueWithColon(line: string): Span | undefined {
  const start = /^\s*(?:- +)?[^\s:"'#{[][^:"'#]*:[ \t]+/.exec(line)?.[0].length
  if (start === undefined) return undefined
  const rest = line.slice(start)
  const comment = rest.search(/[ \t]#/)
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd()
  return /^[^"'[{|>&*!%@`#\s]/.test(value) && /: |:$/.test(value) ? { start, end: start + value.length } : undefined
}

function nextLine({ text, line }: Place): Span {
  const start = line.end + (text.startsWith('\r\n', line.end) ? 2 : 1)
  return trimmed(text, lineAround(text, Math.min(start, text.length)))
}

/** A root entry without a colon. */
export function missingColon(chunk: Span, text: string): Problem {
  const said = noColon(text, lineAround(text, chunk.start))
  return { rule: 'yaml-syntax', span: said.span ?? chunk, message: said.message, fixes: said.fixes ?? [] }
}

function noColon(text: string, line: Span): Said {
  const written = text.slice(line.start, line.end)
  const [, before = '', colon = '', after = ''] = /^(\s*(?:- +)?[\w-]+)([:：])?(.*)$/.exec(written) ?? []
  const span = trimmed(text, line)
  const at = { start: line.start + before.length, end: line.start + before.length + colon.length }
  if (colon !== '' && after.trim() !== '' && !(colon === ':' && /^\s/.test(after))) {
    const edits = [{ span: at, text: after.startsWith(' ') ? ':' : ': ' }]
    return { span, message: 'Between a key and its value stand a colon and a space.', fixes: [{ title: 'Write ": "', safe: true, edits }] }
  }
  // The line itself is sound, so the trouble comes from the lines above.
  if (colon === ':')
    return {
      span,
      message: 'This line does not fit to what stands above it. Check the indentation, quotes and brackets of the lines before.',
    }
  const key = before.trim() || written.trim()
  return {
    span,
    message: `"${key.slice(0, 40)}" stands alone here: a line needs a key, a colon and a value, such as "title: Exercise Balikatan 2024".`,
  }
}

function unexpected(place: Place, original: string): Said {
  if (original.includes('scalar at node end')) {
    const bracketed = valueInBrackets(place)
    if (bracketed)
      return quotable(
        { ...place, span: bracketed },
        'A value that begins with a bracket is a list or a group, and here more text follows it. Put the whole value in quotes.',
      )
    const alias = /^(?:\s*(?:- +)?[\w-]+:)?[ \t]*([*&].*)$/.exec(place.text.slice(place.line.start, place.line.end))?.[1]
    if (alias) return startsWithMark({ ...place, span: { start: place.line.end - alias.length, end: place.line.end } })
    return quotable(
      place,
      'There is text after the closing quote. If the quotes belong to the text, put the whole value in the other kind of quotes.',
      false,
    )
  }
  if (original.includes('block-seq-ind'))
    return { message: 'A list with dashes begins on the next line: put "- " under the key, indented by two spaces.' }
  if (/flow-(seq|map)-end/.test(original)) return { message: 'There is one closing bracket too many.' }
  return fallback(place)
}

function startsWithMark(place: Place): Said {
  const marked = /[*&]/.test(place.text[place.span.start] ?? '')
  return quotable(
    place,
    'A value that starts with "*" or "&" is a link to another value in YAML. Put it in quotes if you mean the character.',
    marked,
  )
}

function missingCharacter(place: Place, original: string): Said {
  if (original.includes('closing') || original.includes('end with a')) return unclosed(place)
  if (original.includes('Comments must be separated'))
    return {
      message: 'A "#" begins a comment only behind a space. Put a space before it, or the value in quotes if you mean the character.',
    }
  if (original.includes('between flow'))
    return { message: 'Between the entries of a list in brackets stands a comma, and between a key and its value a colon and a space.' }
  return noColon(place.text, place.line)
}

function unclosed(place: Place): Said {
  const { text, span } = place
  return notClosed(place) ?? fallback({ ...place, line: lineAround(text, span.start) })
}

function quotable(place: Place, message: string, withFix = true): Said {
  const span = valueFrom(place.text, place.span.start)
  return { message, span, fixes: withFix ? [quoteFix(place.text, span)] : [] }
}

/** The rest of a value on its line: up to a comment, and between brackets up to the next comma or bracket. */
function valueFrom(text: string, start: number): Span {
  const line = lineAround(text, start)
  const before = text.slice(line.start, start)
  const inFlow = (before.match(/[[{]/g)?.length ?? 0) > (before.match(/[\]}]/g)?.length ?? 0)
  const length = text.slice(start, line.end).search(inFlow ? /[,\]}]|[ \t]#/ : /[ \t]#/)
  return trimmed(text, { start, end: length < 0 ? line.end : start + Math.max(length, 1) })
}

function quoteFix(text: string, span: Span): Fix {
  return { title: 'Put the value in quotes', safe: true, edits: [{ span, text: quote(text.slice(span.start, span.end)) }] }
}

/** Replaces the tabs that indent the line; where there are none, those behind its dashes. */
function tabFixes({ text, line }: Place): readonly Fix[] {
  const [indent, written] = indented(text, line)
  const dashes = /^(?:-\s+)*/.exec(written)?.[0] ?? ''
  const tabbed = [indent, indent + dashes].find((lead) => lead.includes('\t'))
  if (tabbed === undefined) return []
  const spaces = tabbed.replaceAll('\t', '  ')
  return [
    {
      title: 'Replace the tabs of this line by spaces',
      safe: tabbed === indent && isBeside([spaces, written], indented(text, lineAbove(text, line))),
      edits: [{ span: { start: line.start, end: line.start + tabbed.length }, text: spaces }],
    },
  ]
}

type Indented = readonly [indent: string, written: string]

function indented(text: string, line: Span): Indented {
  const whole = text.slice(line.start, line.end)
  const written = whole.trimStart()
  return [whole.slice(0, whole.length - written.length), written]
}

function lineAbove(text: string, line: Span): Span {
  const end = line.start - (text.startsWith('\r\n', line.start - 2) ? 2 : 1)
  return end < 0 ? { start: 0, end: 0 } : lineAround(text, end)
}

/** Whether a line can only be the next one of the same group: a tab under a dash or an open key may mean a step further in. */
function isBeside([indent, written]: Indented, [indentAbove, above]: Indented): boolean {
  if (indent !== indentAbove || above === '' || above.startsWith('#')) return false
  return written.startsWith('- ') === above.startsWith('- ') && !/:\s*(?:#|$)/.test(above)
}

export function tooDeep(span: Span): Problem {
  return {
    rule: 'yaml-syntax',
    span: { start: span.start, end: Math.min(span.end, span.start + 1) },
    message:
      'Lists and groups are nested more than 64 levels deep from here on, which no brief or engagement needs. Check the brackets and the indentation.',
    fixes: [],
  }
}

/** `*name` without `&name` before it; more often it is text that begins with an asterisk. */
export function deadAlias(alias: Alias, text: string): Problem {
  const span = { start: alias.start, end: alias.end }
  return {
    rule: 'yaml-syntax',
    span,
    message: `A value that starts with "*" points to one marked "&${alias.name}" further up, and there is none. If you mean the asterisk, put the value in quotes.`,
    fixes: [quoteFix(text, valueFrom(text, span.start))],
  }
}

/** `country: {{who}}`, which YAML takes for a group within a group. */
export function bareBlank(span: Span, text: string, isAlone = true): Problem {
  const message = 'Without quotes YAML takes double braces for groups of keys, and not for a blank of a snippet. Put the value in quotes.'
  return { rule: 'yaml-syntax', span, message, fixes: [{ ...quoteFix(text, span), safe: isAlone }] }
}

/** A span within one line, without the spaces around it, and at least one character wide where there is one. */
function trimmed(text: string, span: Span): Span {
  const line = lineAround(text, span.start)
  const end = Math.min(span.end, Math.max(line.end, span.start))
  const inner = text.slice(span.start, end)
  const start = span.start + (inner.length - inner.trimStart().length)
  return { start: Math.min(start, end), end: Math.max(start, span.start + inner.trimEnd().length) }
}
