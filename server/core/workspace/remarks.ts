import { citationMark } from '../model/prose.ts'
import { commentsIn } from '../syntax/comments.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from './file.ts'
import type { Local, Name } from './mentions.ts'
import type { Portfolio } from './portfolio.ts'
import { localOf } from './references.ts'

/** An id in a comment: a `[@id]`, or the rule that a directive names. */
export interface Remark {
  readonly name: Name
  /** The document in or before which the comment stands. */
  readonly index: number
  readonly span: Span
}

/** What the comments of a file name, in the order of the text. */
export function remarksIn({ text, parts }: Pick<OpenFile, 'text' | 'parts'>, portfolio: Portfolio | undefined): readonly Remark[] {
  if (!text.includes('#') || !/\[@|chancery-disable/.test(text)) return []
  const locals = new Map<number, Local>()
  const local = (index: number): Local | undefined => {
    const part = parts[index]
    if (part?.document.kind && !locals.has(index)) locals.set(index, localOf(part.document, part.fields, portfolio))
    return locals.get(index)
  }
  const roots = parts.map(({ tree }) => tree.root)
  return commentsIn(text, roots).flatMap(({ start, end }) => {
    const comment = text.slice(start, end)
    const index = Math.max(
      0,
      parts.findLastIndex(({ tree }) => tree.span.start <= start),
    )
    const remark = (kind: Name['kind'], id: string, from: number): Remark => ({
      name: { kind, id },
      index,
      span: { start: start + from, end: start + from + id.length },
    })
    const cited = [...comment.matchAll(citationMark)].map(({ 1: id = '', index: from }) =>
      remark(local(index)?.citation(id) ?? 'engagement', id, from + 2),
    )
    return [...cited, ...rulesNamed(comment).map(({ id, from }) => remark('rule', id, from))]
  })
}

/** The rules of `# chancery-disable-line RULE, RULE -- reason`. */
function rulesNamed(comment: string): readonly { readonly from: number; readonly id: string }[] {
  const [head, list = ''] = /^#[ \t]*chancery-disable-[\w-]+((?:[ \t,]+(?!--)[\w-]+)*)/.exec(comment) ?? []
  const offset = (head?.length ?? 0) - list.length
  return [...list.matchAll(/[\w-]+/g)].map((match) => ({ from: offset + match.index, id: match[0] }))
}
