import { readFileSync } from 'node:fs'

interface Rule {
  readonly beforeText: string
  readonly afterText?: string
  readonly action: { readonly indent: 'none' | 'indent' | 'outdent'; readonly appendText?: string }
}

const { onEnterRules } = JSON.parse(readFileSync(new URL('../../client/language-configuration.json', import.meta.url), 'utf8')) as {
  readonly onEnterRules: readonly Rule[]
}

/** A text and the cursor in it. */
export interface Typed {
  readonly text: string
  readonly offset: number
}

/** Enter in an editor that keeps the indentation of the line. */
export function plainEnter(typed: Typed): Typed {
  return withLead(typed, indentOf(lineBefore(typed)))
}

/** Enter in Visual Studio Code, which goes by the patterns of the language; of an empty line it drops the white space. */
export function patternEnter(typed: Typed): Typed {
  const before = lineBefore(typed)
  const after = typed.text.slice(typed.offset).split('\n', 1)[0] ?? ''
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && (!afterText || new RegExp(afterText).test(after)),
  )
  const indent = indentOf(before)
  const lead = { none: indent, indent: `${indent}  `, outdent: indent.slice(2) }[rule?.action.indent ?? 'none']
  if (before.trim() !== '' || after !== '') return withLead(typed, lead + (rule?.action.appendText ?? ''))
  const { text, offset } = typed
  return withLead({ text: text.slice(0, offset - before.length) + text.slice(offset), offset: offset - before.length }, lead)
}

function lineBefore({ text, offset }: Typed): string {
  return text.slice(0, offset).split('\n').at(-1) ?? ''
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

/** The rest of the line moves to the new one without the spaces before it. */
function withLead({ text, offset }: Typed, lead: string): Typed {
  return { text: `${text.slice(0, offset)}\n${lead}${text.slice(offset).replace(/^[ \t]+(?=\S)/, '')}`, offset: offset + 1 + lead.length }
}
