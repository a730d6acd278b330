import type { Fix } from '../text/finding.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { Suppression, SuppressionProblem } from './suppressions.ts'

/**
 * The text without a comment, which reaches to the end of its line. A line that held nothing else goes with its break;
 * behind an entry, the spaces before the comment go with it.
 */
export function withoutComment(text: string, { start }: Span): Fix {
  const line = lineAround(text, start)
  const before = text.slice(line.start, start)
  const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(line.end, line.end + 2))?.[0] ?? ''
  const span =
    before.trim() === ''
      ? { start: line.start, end: line.end + lineBreak.length }
      : { start: line.start + before.trimEnd().length, end: line.end }
  return { title: 'Delete the directive', safe: true, edits: [{ span, text: '' }] }
}

/**
 * The problems with what takes each needless rule out of its directive, and the
 * directive with the last of them. What a rule that is switched off would need
 * stays, so `problems` are those that are told.
 */
export function withRemovals(
  text: string,
  problems: readonly SuppressionProblem[],
  active: readonly Suppression[],
): readonly SuppressionProblem[] {
  const needless = new Set(problems.flatMap(({ about }) => about ?? []))
  const needed = new Set(active.filter((each) => !needless.has(each)).map(({ comment }) => comment.start))
  return problems.map((problem) => {
    const { about } = problem
    if (!about) return problem
    return { ...problem, fixes: [needed.has(about.comment.start) ? withoutRule(text, about) : withoutComment(text, about.comment)] }
  })
}

/** The rule goes with the comma that parts it from the next word, or, where it is the last one, from the former. */
function withoutRule(text: string, { rule, span, comment }: Suppression): Fix {
  const behind = /^[ \t]*,?[ \t]*(?=[^\s,])(?!--|until=)/.exec(text.slice(span.end, comment.end))?.[0].length
  const before = /[ \t]*,?[ \t]*$/.exec(text.slice(comment.start, span.start))?.[0].length ?? 0
  const gone = behind === undefined ? { start: span.start - before, end: span.end } : { start: span.start, end: span.end + behind }
  return { title: `Take ${rule} out of the directive`, safe: true, edits: [{ span: gone, text: '' }] }
}
