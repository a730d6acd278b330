/** What is typed at the mark, and the text that comes of it with the cursor in it. */
export interface TypingCase {
  readonly name: string
  readonly at: string
  readonly gives: string
}

const brief = 'chancery: brief/1\n'
const engagement = 'chancery: engagement/1\n'

/** Enter, in any editor. */
export const enters: readonly TypingCase[] = [
  { name: 'a key of a list', at: `${engagement}participants:<|>\n`, gives: `${engagement}participants:\n  - <|>\n` },
  {
    name: 'a key of a list with a comment',
    at: `${engagement}participants: # who<|>\n`,
    gives: `${engagement}participants: # who\n  - <|>\n`,
  },
  {
    name: 'a key of a list within an item',
    at: `${brief}claims:\n  - id: c1\n    sources:<|>\n`,
    gives: `${brief}claims:\n  - id: c1\n    sources:\n      - <|>\n`,
  },
  { name: 'a key of a list behind a dash', at: `${brief}options:\n  - pros:<|>\n`, gives: `${brief}options:\n  - pros:\n      - <|>\n` },
  {
    name: 'a key whose list has items at its own column',
    at: `${engagement}participants:<|>\n- country: PHL\n`,
    gives: `${engagement}participants:\n- <|>\n- country: PHL\n`,
  },
  {
    name: 'a key whose list is indented by four',
    at: `${engagement}participants:<|>\n    - country: PHL\n`,
    gives: `${engagement}participants:\n    - <|>\n    - country: PHL\n`,
  },
  { name: 'a key of a mapping', at: `${engagement}dates:<|>\n`, gives: `${engagement}dates:\n  <|>\n` },
  {
    name: 'a key whose mapping is indented by four',
    at: `${engagement}dates:<|>\n    end: 2024\n`,
    gives: `${engagement}dates:\n    <|>\n    end: 2024\n`,
  },
  { name: 'a text', at: `${brief}bluf: |<|>\nissue: x\n`, gives: `${brief}bluf: |\n  <|>\nissue: x\n` },
  { name: 'a folded text with a comment', at: `${brief}bluf: >- # short<|>\n`, gives: `${brief}bluf: >- # short\n  <|>\n` },
  {
    name: 'a text in an item',
    at: `${brief}claims:\n  - text: |<|>\n    id: c1\n`,
    gives: `${brief}claims:\n  - text: |\n      <|>\n    id: c1\n`,
  },
  {
    name: 'an item that is a text',
    at: `${brief}options:\n  - pros:\n      - |<|>\n`,
    gives: `${brief}options:\n  - pros:\n      - |\n        <|>\n`,
  },
  {
    name: 'an item that is a text, before another',
    at: `${brief}options:\n  - pros:\n      - >-<|>\n      - b\n`,
    gives: `${brief}options:\n  - pros:\n      - >-\n        <|>\n      - b\n`,
  },
  {
    name: 'the header of a text that is there',
    at: `${brief}bluf: |<|>\n    four\n`,
    gives: `${brief}bluf: |\n    <|>\n    four\n`,
  },
  { name: 'within a text', at: `${brief}bluf: |\n   three<|>\n`, gives: `${brief}bluf: |\n   three\n   <|>\n` },
  { name: 'within a text that looks like a key', at: `${brief}bluf: |\n  Note:<|>\n`, gives: `${brief}bluf: |\n  Note:\n  <|>\n` },
  { name: 'in the middle of a line of a text', at: `${brief}bluf: |\n  Note: <|>more\n`, gives: `${brief}bluf: |\n  Note: \n  <|>more\n` },
  {
    name: 'an empty item of a list in a text',
    at: `${brief}bluf: |\n  - one\n  - <|>\nissue: x\n`,
    gives: `${brief}bluf: |\n  - one\n  <|>\nissue: x\n`,
  },
  { name: 'quotes that are open', at: `${brief}bluf: "Agree<|>\nissue: x\n`, gives: `${brief}bluf: "Agree\n  <|>\nissue: x\n` },
  { name: 'quotes that the editor closed', at: `${brief}bluf: "Agree<|>"\n`, gives: `${brief}bluf: "Agree\n  <|>"\n` },
  { name: 'an item', at: `${engagement}themes:\n  - hadr<|>\n`, gives: `${engagement}themes:\n  - hadr\n  - <|>\n` },
  {
    name: 'an item in braces',
    at: `${engagement}participants:\n  - { country: PHL }<|>\n`,
    gives: `${engagement}participants:\n  - { country: PHL }\n  - <|>\n`,
  },
  {
    name: 'an item that ends with a comma',
    at: `${engagement}themes:\n  - one, two,<|>\n`,
    gives: `${engagement}themes:\n  - one, two,\n  - <|>\n`,
  },
  {
    name: 'the first key of an item',
    at: `${engagement}participants:\n  - country: PHL<|>\n`,
    gives: `${engagement}participants:\n  - country: PHL\n    <|>\n`,
  },
  {
    name: 'a later key of an item',
    at: `${engagement}participants:\n  - country: PHL\n    role: host<|>\n`,
    gives: `${engagement}participants:\n  - country: PHL\n    role: host\n    <|>\n`,
  },
  {
    name: 'an empty item',
    at: `${engagement}themes:\n  - hadr\n  - <|>\nnotes: x\n`,
    gives: `${engagement}themes:\n  - hadr\n<|>\nnotes: x\n`,
  },
  {
    name: 'an empty item of an inner list',
    at: `${brief}claims:\n  - id: c1\n    sources:\n      - a\n      - <|>\n`,
    gives: `${brief}claims:\n  - id: c1\n    sources:\n      - a\n    <|>\n`,
  },
  { name: 'the only item, which is empty', at: `${engagement}themes:\n  - <|>\n`, gives: `${engagement}themes:\n<|>\n` },
  {
    name: 'a list at the column of its key',
    at: `${engagement}framework:\n  organizations:\n  - nato\n  - <|>\n`,
    gives: `${engagement}framework:\n  organizations:\n  - nato\n  <|>\n`,
  },
  { name: 'a key with its value', at: `${engagement}title: A visit<|>\n`, gives: `${engagement}title: A visit\n<|>\n` },
]

/** Enter where an editor may do as it is used to: nothing is changed. */
export const ownWays: readonly string[] = [
  `${engagement}<|>`,
  `${engagement}title:<|>\n`,
  `${engagement}x-own:<|>\n`,
  `${engagement}participants: [<|>]\n`,
  `${engagement}participants: [\n  { country: PHL },<|>\n]\n`,
  `${engagement}participants:\n  - { country: PHL,<|>\n`,
  `${engagement}participants:\n  -<|>\n`,
  `${engagement}themes:\n  - one <|>two\n`,
  `${engagement}# a comment<|>\n`,
  `${engagement}\n<|>\ntitle: x\n`,
  '<|>',
]

/** A dash. */
export const dashes: readonly TypingCase[] = [
  {
    name: 'at the column of the keys of an item',
    at: `${engagement}participants:\n  - country: PHL\n    <|>\n`,
    gives: `${engagement}participants:\n  - country: PHL\n  -<|>\n`,
  },
  {
    name: 'far to the right of the list',
    at: `${engagement}participants:\n  - country: PHL\n      <|>\n`,
    gives: `${engagement}participants:\n  - country: PHL\n  -<|>\n`,
  },
  {
    name: 'at the left margin, below a list',
    at: `${engagement}themes:\n  - hadr\n<|>\n`,
    gives: `${engagement}themes:\n  - hadr\n  -<|>\n`,
  },
  { name: 'at the column of the list', at: `${engagement}themes:\n  - hadr\n  <|>\n`, gives: `${engagement}themes:\n  - hadr\n  -<|>\n` },
  { name: 'below a key of a list', at: `${engagement}themes:\n<|>\n`, gives: `${engagement}themes:\n  -<|>\n` },
  { name: 'too deep below a key of a list', at: `${engagement}themes:\n     <|>\n`, gives: `${engagement}themes:\n  -<|>\n` },
  {
    name: 'below a key whose items stand at its column',
    at: `${engagement}themes:\n  <|>\n- hadr\n`,
    gives: `${engagement}themes:\n-<|>\n- hadr\n`,
  },
  { name: 'below a key of a text', at: `${engagement}title:\n <|>\n`, gives: `${engagement}title:\n -<|>\n` },
  { name: 'where there is no list', at: `${engagement}title: x\n   <|>\n`, gives: `${engagement}title: x\n   -<|>\n` },
  {
    name: 'nearer to the inner list',
    at: `${brief}claims:\n  - id: c1\n    sources:\n      - a\n     <|>\n`,
    gives: `${brief}claims:\n  - id: c1\n    sources:\n      - a\n      -<|>\n`,
  },
  {
    name: 'that ends an inner list',
    at: `${brief}claims:\n  - id: c1\n    sources:\n      - a\n  <|>\n`,
    gives: `${brief}claims:\n  - id: c1\n    sources:\n      - a\n  -<|>\n`,
  },
  { name: 'of a list in a list', at: `${engagement}x-own:\n  - \n    <|>\n`, gives: `${engagement}x-own:\n  - \n    -<|>\n` },
  { name: 'in a text', at: `${brief}claims:\n  - text: |\n        <|>\n`, gives: `${brief}claims:\n  - text: |\n        -<|>\n` },
  { name: 'between words', at: `${engagement}themes:\n  - a\n    b <|>\n`, gives: `${engagement}themes:\n  - a\n    b -<|>\n` },
  {
    name: 'the third that sets documents apart',
    at: `${engagement}themes:\n  - hadr\n  --<|>\n`,
    gives: `${engagement}themes:\n  - hadr\n---<|>\n`,
  },
]

/** A colon of double width. */
export const wideColons: readonly TypingCase[] = [
  { name: 'behind a key', at: `${engagement}title<|>\n`, gives: `${engagement}title: <|>\n` },
  {
    name: 'behind the key of an item',
    at: `${engagement}participants:\n  - country<|> x\n`,
    gives: `${engagement}participants:\n  - country:<|> x\n`,
  },
  { name: 'within a value', at: `${engagement}title: Talks<|>\n`, gives: `${engagement}title: Talks：<|>\n` },
  { name: 'in a text', at: `${brief}bluf: |\n  Note<|>\n`, gives: `${brief}bluf: |\n  Note：<|>\n` },
]
