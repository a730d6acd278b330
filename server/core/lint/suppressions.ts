import { before, isDate } from '../schema/dates.ts'
import { insideScalars } from '../syntax/comments.ts'
import type { Node } from '../syntax/tree.ts'
import type { Finding, Fix } from '../text/finding.ts'
import { placeAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { nearest } from '../text/words.ts'
import { withoutComment } from './needless.ts'

/** A rule id in a directive comment, and the lines on which findings of that rule are silenced. */
export interface Suppression {
  readonly rule: string
  readonly span: Span
  /** 1-based; undefined means the whole file. */
  readonly line: number | undefined
  /** The whole comment in which the rule is named. */
  readonly comment: Span
  /** Why, in the writer's words. */
  readonly reason: string
}

/** A finding that a directive silenced. */
export interface Silenced {
  readonly finding: Finding
  readonly reason: string
}

export interface SuppressionProblem {
  readonly rule: 'suppression-invalid' | 'suppression-expired' | 'suppression-unused'
  readonly span: Span
  readonly message: string
  /** What an unused directive says of the rule that it names. */
  readonly about?: Suppression
  readonly fixes: readonly Fix[]
}

export interface Suppressions {
  readonly active: readonly Suppression[]
  readonly problems: readonly SuppressionProblem[]
}

const directive = /(?<=^|[ \t])#[ \t]*chancery-disable-([\w-]+)([^\r\n]*)/gm

/**
 * The directives in a file's comments: `# chancery-disable-next-line RULE -- reason`.
 * A `#` inside a text is no comment, so what looks like a directive there does nothing.
 */
export function suppressionsIn(
  text: string,
  roots: readonly (Node | undefined)[],
  lines: readonly number[],
  today: string,
  rules: ReadonlyMap<string, unknown>,
): Suppressions {
  if (!text.includes('chancery-disable-')) return { active: [], problems: [] }
  const inScalar = insideScalars(roots)
  const active: Suppression[] = []
  const problems: SuppressionProblem[] = []
  for (const match of text.matchAll(directive)) {
    const start = match.index
    if (inScalar(start)) continue
    const span = { start, end: start + match[0].trimEnd().length }
    const read = readDirective(match, rules)
    if ('problem' in read) problems.push({ rule: 'suppression-invalid', span, message: read.problem, fixes: [] })
    else if (read.until !== undefined && before(read.until, today))
      problems.push({
        rule: 'suppression-expired',
        span,
        message: `This directive ended on ${read.until}, so it has no effect any more. Mend what it silenced, or give a new date and reason.`,
        fixes: [withoutComment(text, span)],
      })
    else
      active.push(
        ...read.rules.map(({ id, from }) => ({
          rule: id,
          span: { start: start + from, end: start + from + id.length },
          line: lineOf(match[1] ?? '', placeAt(lines, start).line),
          comment: span,
          reason: read.reason,
        })),
      )
  }
  return { active, problems }
}

/** The findings that no directive silences, those that one does, and what is wrong with the directives themselves. */
export function suppress(
  found: readonly Finding[],
  { active, problems }: Suppressions,
): { readonly kept: readonly Finding[]; readonly silenced: readonly Silenced[]; readonly problems: readonly SuppressionProblem[] } {
  const directives = new Map(active.map((directive) => [keyOf(directive.rule, directive.line), directive]))
  const used = new Set<string>()
  const kept: Finding[] = []
  const silenced: Silenced[] = []
  for (const finding of found) {
    const by = [finding.start.line, undefined].flatMap((line) => directives.get(keyOf(finding.rule, line)) ?? [])
    for (const { rule, line } of by) used.add(keyOf(rule, line))
    // The directive beside the line knows more about it than the one for the file.
    const [directive] = by
    if (directive) silenced.push({ finding, reason: directive.reason })
    else kept.push(finding)
  }
  const unused = active
    .filter(({ rule, line }) => !used.has(keyOf(rule, line)))
    .map((about) => ({
      rule: 'suppression-unused' as const,
      span: about.span,
      about,
      message: `There is no finding of ${about.rule} here to silence. Delete the directive, or what it says of this rule.`,
      fixes: [],
    }))
  return { kept, silenced, problems: [...problems, ...unused] }
}

function keyOf(rule: string, line: number | undefined): string {
  return `${line ?? 'file'} ${rule}`
}

function lineOf(kind: string, line: number): number | undefined {
  return kind === 'file' ? undefined : kind === 'next-line' ? line + 1 : line
}

type Directive =
  | {
      readonly rules: readonly { readonly id: string; readonly from: number }[]
      readonly until: string | undefined
      readonly reason: string
    }
  | { readonly problem: string }

function readDirective(match: RegExpExecArray, known: ReadonlyMap<string, unknown>): Directive {
  const [whole, kind = '', rest = ''] = match
  if (!['next-line', 'line', 'file'].includes(kind))
    return {
      problem: `There is no directive "chancery-disable-${kind}", so nothing is silenced. Write chancery-disable-next-line, chancery-disable-line or chancery-disable-file.`,
    }
  const dashes = /\s--(?:\s|$)/.exec(rest)
  const head = rest.slice(0, dashes?.index)
  const reason = dashes ? withoutDate(rest.slice(dashes.index + dashes[0].length)) : ''
  if (reason === '')
    return {
      problem: 'A directive needs a reason, or it has no effect: write " -- " and why after the rule, so that the next reader knows.',
    }
  // Before the reason or within it: a date that was meant to end the silence must not be overlooked.
  const until = /\buntil=(\S*)/.exec(rest)
  if (until && !(isDate(until[1] ?? '') && until[1]?.length === 10))
    return { problem: `"${until[1]}" is not a date, so the directive has no effect. Write until=2026-12-31.` }
  const offset = whole.length - rest.length
  const rules = [...head.replace(/\buntil=\S*/, (u) => ' '.repeat(u.length)).matchAll(/[^\s,]+/g)].map((m) => ({
    id: m[0],
    from: offset + m.index,
  }))
  if (rules.length === 0) return { problem: 'A directive needs the id of at least one rule, as it stands behind the finding.' }
  const unknown = rules.find(({ id }) => !known.has(id))
  if (!unknown) return { rules, until: until?.[1], reason }
  const meant = nearest(unknown.id, known.keys() as Iterable<string>)
  return {
    problem: `There is no rule "${unknown.id}", so the directive has no effect.${meant ? ` Did you mean "${meant}"?` : ' "chancery lint --list-rules" shows them all.'}`,
  }
}

function withoutDate(words: string): string {
  return words.replace(/\s*\buntil=\S*/, '').trim()
}
