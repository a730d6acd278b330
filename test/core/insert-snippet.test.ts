import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import type { FillSnippetResult, SnippetsForResult } from '../../server/protocol-snippets.ts'
import { askAbout } from '../support/ask-feature.ts'
import { projectOf } from '../support/files.ts'
import { mark } from './at-cursor.ts'
import { house } from './half-typed.ts'

const brief = 'chancery: brief/1\n'
const plain = '# x-from: house/zeb-plain@2\n'
const quotes = '# x-from: house/zeb-quotes@2\n'
const lines = '# x-from: house/zeb-lines@2\n'
const any = '# x-from: house/zeb-any@2\n'
const risk = (indent: string) => `text: It rains\n${indent}category: cost\n${indent}owner: Staff\n${indent}x-from: house/zeb-risk@2`

/** Where the cursor stands, the snippet that is chosen, and the text that is left; nothing where it is not offered. */
const cases: readonly (readonly [what: string, at: string, name: string, after: string | undefined])[] = [
  ['among words', 'background: They met <|>and left.\n', 'zeb-any', `${any}background: They met Anywhere. and left.\n`],
  [
    'behind words, which it has quoted',
    'background: They met.<|>\n',
    'zeb-plain',
    `${plain}background: "They met. By Policy: we #1 agree."\n`,
  ],
  ['behind the word in which the cursor is', 'background: They m<|>et.\n', 'zeb-any', `${any}background: They met Anywhere..\n`],
  [
    'paragraphs among words',
    'background: They met <|>and left.\n',
    'zeb-lines',
    `${lines}background: |\n  They met One.\n\n  Two: three.\n  - four and left.\n`,
  ],
  [
    'paragraphs before a remark',
    'background: They met.<|> # ours\n',
    'zeb-lines',
    `${lines}background: "They met. One.\\n\\nTwo: three.\\n- four" # ours\n`,
  ],
  [
    'in double quotes',
    'background: "They <|>met."\n',
    'zeb-quotes',
    `${quotes}background: "They It's \\"so\\" \\\\ far, isn't it? met."\n`,
  ],
  ['in single quotes', "background: 'They <|>met.'\n", 'zeb-quotes', `${quotes}background: 'They It''s "so" \\ far, isn''t it? met.'\n`],
  [
    'paragraphs in single quotes',
    "background: 'They <|>met.'\n",
    'zeb-lines',
    `${lines}background: 'They One.\n\n\n  Two: three.\n\n  - four met.'\n`,
  ],
  ['in quotes without words', 'background: "<|>"\n', 'zeb-quotes', `${quotes}background: "It's \\"so\\" \\\\ far, isn't it?"\n`],
  [
    'on the further lines of a text',
    'background: They met\n  and went<|> home.\n',
    'zeb-any',
    `${any}background: They met\n  and went Anywhere. home.\n`,
  ],
  ['where its words would end the text', 'background: They met\n  and went<|> home.\n', 'zeb-plain', undefined],
  [
    'on the line below the key',
    'background:\n  They met.<|>\n',
    'zeb-lines',
    `${lines}background:\n  |\n  They met. One.\n\n  Two: three.\n  - four\n`,
  ],
  ['on an empty line below the key', 'background:\n  <|>\n', 'zeb-lines', `${lines}background:\n  |\n  One.\n\n  Two: three.\n  - four\n`],
  ['in a folded text', 'background: >-\n  They met <|>and left.\n', 'zeb-any', `${any}background: >-\n  They met Anywhere. and left.\n`],
  [
    'as paragraphs of a folded text',
    'background: >-\n  They met.\n\n  <|>\n',
    'zeb-lines',
    `${lines}background: >-\n  They met.\n\n  One.\n\n\n  Two: three.\n\n  - four\n`,
  ],
  [
    'at the beginning of a line of a text',
    'background: |\n  One.\n<|>  Two.\n',
    'zeb-any',
    `${any}background: |\n  One.\n  Anywhere.\n  Two.\n`,
  ],
  [
    'within the indentation',
    'background: |\n    One.\n  <|>  Two.\n',
    'zeb-lines',
    `${lines}background: |\n    One.\n    One.\n\n    Two: three.\n    - four\n    Two.\n`,
  ],
  [
    'on an empty line of a text',
    'background: |\n  One.\n<|>\n  Two.\n',
    'zeb-any',
    `${any}background: |\n  One.\n\n  Anywhere.\n\n  Two.\n`,
  ],
  [
    'on the last empty line of a text',
    'background: |\n  One.\n  <|>\nissue: y\n',
    'zeb-any',
    `${any}background: |\n  One.\n  Anywhere.\nissue: y\n`,
  ],
  ['behind a text that ends', 'background: |\n  One.\n<|>\n', 'zeb-any', undefined],
  ['before the sign of a block', 'background:<|> |\n  One.\n', 'zeb-any', undefined],
  ['before the sign of a folded block', 'background: <|>>-\n  One.\n', 'zeb-any', undefined],
  ['items at the column of their key', 'risks:<|>\n- text: q\n', 'zeb-risk', `risks:\n- ${risk('  ')}\n- text: q\n`],
  [
    'items further in',
    'risks: <|>\n    # ours\n    - text: q\n',
    'zeb-risk',
    `risks:\n    - ${risk('      ')}\n    # ours\n    - text: q\n`,
  ],
  ['beside the column of the items', 'annexes:\n  - title: x\n <|>\n', 'zeb-annex', undefined],
  ['an item of own words', 'risks:\n  - My own words.<|>\n', 'zeb-risk', undefined],
  ['behind a tab', 'risks:\n\t- <|>\n', 'zeb-risk', undefined],
  ['a part that is there', 'timing:<|>\n  why: q\n', 'zeb-timing', undefined],
  ['a part that is not', 'timing:<|>\n', 'zeb-timing', 'timing:\n  decide_by: 2026-12-01\n  why: Soon\n  x-from: house/zeb-timing@2\n'],
  ['a text for any place where none may stand', '<|>\n', 'zeb-any', undefined],
  ['a whole file in a text', 'background: <|>\n', 'zeb-whole', undefined],
  [
    'a whole file where there is but its first line',
    '<|>\n',
    'zeb-whole',
    'id: talks\ntitle: Talks at sea\nprofile: state-info-memo\nx-from: house/zeb-whole@2\n',
  ],
]

describe('a snippet chosen from the list', () => {
  it.each(cases)('%s', async (_, at, name, after) => {
    const source = brief + at
    const [text, offset] = [source.replace(mark, ''), source.indexOf(mark)]
    const project = await projectOf({ 'house.snippets.yaml': house, 'a.brief.yaml': text })
    const document = TextDocument.create('file:///a', 'yaml', 1, text)
    const ask = askAbout(project, 'a.brief.yaml', text)
    const position = document.positionAt(offset)
    const isOffered = ask<SnippetsForResult>('chancery/snippetsFor', { position }).some((offer) => offer.name === `house/${name}`)
    const filled = ask<FillSnippetResult>('chancery/fillSnippet', { position, name: `house/${name}`, answers: { who: 'Staff' } })
    expect('problems' in filled).toBe(!isOffered)
    const made = 'edits' in filled && isOffered ? TextDocument.applyEdits(document, [...filled.edits] as TextEdit[]) : undefined
    expect(made).toBe(after === undefined ? undefined : brief + after)
  })
})
