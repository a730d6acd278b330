import { originOf } from '../model/copies.ts'
import { citationMark } from '../model/prose.ts'
import { commentsIn } from '../syntax/comments.ts'
import type { Span } from '../text/span.ts'
import type { OpenFile } from './file.ts'
import { type Local, type Name, snippetMentions } from './mentions.ts'
import type { Portfolio } from './portfolio.ts'
import { localOf } from './references.ts'

/** An id in a comment: a `[@id]`, the rule that a directive names, or the snippet from which the text below was copied. */
export interface Remark {
  readonly name: Name
  /** The document in or before which the comment stands. */
  readonly index: number
  readonly span: Span
}

/** What the comments of a file name, in the order of the text. */
export function remarksIn({ text, parts }: Pick<OpenFile, 'text' | 'parts'>, portfolio: Portfolio | undefined): readonly Remark[] {
  if (!text.includes('#') || !/\[@|chancery-disable|x-from:/.test(text)) return []
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
    const copied = copiedFrom(comment).map(({ name, from, to }) => ({ name, index, span: { start: start + from, end: start + to } }))
    return [...cited, ...copied, ...rulesNamed(comment).map(({ id, from }) => remark('rule', id, from))]
  })
}

/** The library and the snippet of `# x-from: library/snippet@version`. */
function copiedFrom(comment: string): readonly { readonly name: Name; readonly from: number; readonly to: number }[] {
  const [, head = '', words = ''] = /^(#[ \t]*x-from:[ \t]*)(\S+)[ \t]*$/.exec(comment) ?? []
  const origin = originOf(words)
  if (!origin) return []
  return snippetMentions(`${origin.library}/${origin.snippet}`, head.length).flatMap(({ name, within }) =>
    within ? [{ name, from: within[0], to: within[1] }] : [],
  )
}

/** The rules of `# chancery-disable-line RULE, RULE -- reason`. */
function rulesNamed(comment: string): readonly { readonly from: number; readonly id: string }[] {
  const [head, list = ''] = /^#[ \t]*chancery-disable-[\w-]+((?:[ \t,]+(?!--)[\w-]+)*)/.exec(comment) ?? []
  const offset = (head?.length ?? 0) - list.length
  return [...list.matchAll(/[\w-]+/g)].map((match) => ({ from: offset + match.index, id: match[0] }))
}
