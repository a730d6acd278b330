/** A place in half-typed text, and what must be offered there. */
export interface Case {
  readonly name: string
  readonly at: string
  /** What the first items put into the file, in their order. */
  readonly first?: readonly string[]
  readonly has?: readonly string[]
  readonly lacks?: readonly string[]
  /** The whole text after the first item was taken. */
  readonly gives?: string
  /** What stands beside the first item. */
  readonly detail?: string
  readonly none?: true
}

const head = 'chancery: engagement/1\n'
const brief = 'chancery: brief/1\n'
const config = 'chancery: config/1\n'
const party = `${head}participants:\n  - country: USA\n`

export const keys: readonly Case[] = [
  { name: 'the first line of an engagement', at: '#- a.engagement.yaml\n<|>', gives: 'chancery: engagement/1' },
  { name: 'the first line of a brief', at: '#- a.brief.yaml\nch<|>', gives: 'chancery: brief/1' },
  { name: 'the first line of a configuration', at: '#- chancery.yaml\n<|>', first: ['chancery: config/1'] },
  { name: 'a file of no telling name', at: '#- notes.yaml\n<|>', first: ['chancery: engagement/1', 'chancery: brief/1'] },
  { name: 'the needed keys first', at: `${head}<|>`, first: ['id: ', 'type: ', 'title: ', 'status: '], lacks: ['chancery: '] },
  { name: 'keys that are used are gone', at: `${head}id: a\ntitle: x\n<|>\n`, first: ['type: '], lacks: ['id: ', 'title: '] },
  { name: 'keys that are used below are gone', at: `${head}<|>\nid: a\ntype: port-call\n`, first: ['title: '], lacks: ['id: ', 'type: '] },
  { name: 'a list begins below its key', at: `${head}parti<|>`, gives: `${head}participants:\n  - ` },
  { name: 'a mapping begins below its key', at: `${head}loca<|>`, gives: `${head}location:\n  ` },
  { name: 'a key typed in part', at: `${head}sta<|>\nid: a\n`, gives: `${head}status: \nid: a\n` },
  { name: 'a key before its colon', at: `${head}sta<|>: planned\n`, gives: `${head}status: planned\n` },
  { name: 'a key in which the cursor stands', at: `${head}sta<|>tus: planned\n`, gives: `${head}status: planned\n` },
  {
    name: 'the block that the type needs',
    at: `${head}type: joint-exercise\nid: a\ntitle: x\nstatus: planned\ndates: {}\nparticipants: []\n<|>`,
    first: ['exercise:\n  '],
    lacks: ['attache:\n  '],
  },
  {
    name: 'the parts that the profile needs',
    at: `${brief}id: a\ntitle: x\nprofile: state-info-memo\nstage: draft\ndate: 2024\nbluf: x\n<|>`,
    first: ['background: '],
    lacks: ['recommendations:\n  - '],
  },
  { name: 'a new item offers its keys', at: `${head}participants:\n  - <|>\n`, gives: `${head}participants:\n  - country: \n` },
  { name: 'a new item without its dash', at: `${head}participants:\n  <|>\n`, gives: `${head}participants:\n  - country: \n` },
  { name: 'the next item of mappings', at: `${party}  - <|>`, first: ['country: '] },
  { name: 'the next item of mappings without its dash', at: `${party}  <|>`, first: ['- country: '] },
  { name: 'a list of mappings on the line of its key', at: `${head}participants: <|>`, gives: `${head}participants:\n  - country: ` },
  { name: 'a mapping on the line of its key', at: `${head}dates: <|>\n`, gives: `${head}dates:\n  start: \n` },
  { name: 'a mapping on the line of its key, typed in part', at: `${head}dates: an<|>\n`, gives: `${head}dates:\n  announced: \n` },
  { name: 'inside an item', at: `${party}    <|>`, first: ['role: '], lacks: ['country: '] },
  { name: 'an empty line in an item', at: `${party}    <|>\n    role: host\n`, first: ['as: '], lacks: ['country: ', 'role: '] },
  { name: 'a word in an item', at: `${party}    ser<|>\n    role: host\n`, gives: `${party}    services:\n      - \n    role: host\n` },
  {
    name: 'an empty line in a block',
    at: `${head}location:\n  country: NOR\n  <|>\n  area: x\n`,
    has: ['disputed: '],
    lacks: ['country: ', 'area: '],
  },
  { name: 'the first line of a block', at: `${head}dates:\n  <|>\n  start: 2024\n`, first: ['end: '], lacks: ['start: '] },
  { name: 'braces', at: `${head}participants:\n  - { <|> }`, first: ['country: '] },
  { name: 'braces after a comma', at: `${head}participants:\n  - { country: USA, <|>`, first: ['role: '], lacks: ['country: '] },
  {
    name: 'braces in brackets',
    at: `${head}participants: [{ country: USA, ro<|> }]\n`,
    gives: `${head}participants: [{ country: USA, role:  }]\n`,
  },
  { name: 'braces at the root', at: `${head}dates: { start: 2024, <|> }`, first: ['end: '], lacks: ['start: '] },
  { name: 'back at the root', at: `${party}<|>`, has: ['framework:\n  '], lacks: ['participants:\n  - ', 'role: '] },
  { name: 'back at the root after an open bracket', at: `${head}participants: [{ country: USA\n<|>`, has: ['framework:\n  '] },
  { name: 'back at the root after a text', at: `${head}notes: |\n  Words.\n\n<|>`, has: ['framework:\n  '] },
  { name: 'an entry of a source', at: `${head}sources:\n  cnn2024:\n    <|>`, first: ['type: ', 'title: '] },
  { name: 'keys in the second document', at: `${head}id: a\n---\n${brief}<|>`, first: ['id: '], has: ['bluf: '] },
  { name: 'the rules of a configuration', at: `#- chancery.yaml\n${config}rules:\n  rec-o<|>`, gives: `${config}rules:\n  rec-owner: ` },
  {
    name: 'rules of an override',
    at: `#- chancery.yaml\n${config}overrides:\n  - { files: [a], rules: { todo: info, id-fo<|> } }`,
    first: ['id-format: '],
  },
  { name: 'the options of a rule', at: `#- chancery.yaml\n${config}rules:\n  bluf-length:\n    <|>`, has: ['level: ', 'words: '] },
  {
    name: 'codes as keys',
    at: `#- a.vocabulary.yaml\nchancery: vocabulary/1\nnaming:\n  ours:\n    countries:\n      Norw<|>`,
    first: ['NOR: '],
  },
  {
    name: 'the lists of words that a team may change, by id and name',
    at: '#- a.vocabulary.yaml\nchancery: vocabulary/1\nwords:\n  side<|>',
    first: ['loaded-term:\n    '],
    detail: 'Words that take a side',
  },
  {
    name: 'acronyms that the text uses, with their words',
    at: `#- chancery.yaml\n${config}vocabularies: [a.vocabulary.yaml]\n#- a.vocabulary.yaml\nchancery: vocabulary/1\nacronyms: { MMCA: "Talks: a name", XYZ: Unused }\n#- b.brief.yaml\n${brief}bluf: The FPDA, the NATO and the MMCA met.\nacronyms:\n  NATO: x\n  <|>`,
    first: ["MMCA: 'Talks: a name'".replaceAll("'", '"'), 'FPDA: Five Power Defence Arrangements'],
    has: ['XYZ: Unused'],
    lacks: ['NATO: North Atlantic Treaty Organization'],
  },
  {
    name: 'an acronym between braces',
    at: `${brief}bluf: The FPDA met.\nacronyms: { FP<|> }`,
    gives: `${brief}bluf: The FPDA met.\nacronyms: { FPDA: Five Power Defence Arrangements }`,
  },
  { name: 'a slip of the finger', at: `${head}particpants<|>`, first: ['participants:\n  - '] },
  { name: 'not in a comment', at: `${head}# sta<|>`, none: true },
  { name: 'not in a comment behind a value', at: `${head}status: planned # sta<|>`, none: true },
  { name: 'not in a text of several lines', at: `${head}notes: |\n  sta<|>\n`, none: true },
  { name: 'not in a text that goes on', at: `${head}title: Exercise\n  of the <|>`, none: true },
  { name: 'not behind the end of a bracket', at: `${head}themes: [cyber] <|>`, none: true },
  { name: 'not behind a quoted word', at: `${head}handling: { tlp: "TLP:RED" <|> }`, none: true },
  { name: 'not in the indentation of something else', at: `${party} <|>   role: host`, none: true },
  { name: 'not between a tag and its value', at: `${head}title: !x <|>!x A visit\n`, none: true },
  { name: 'not before the dash of an item', at: `${head}participants:\n  <|>- country: USA\n`, none: true },
  { name: 'not below a key that nobody knows', at: `${head}colour:\n  <|>`, none: true },
]

const others = `#- e/rimpac-2024.engagement.yaml\n${head}id: rimpac-2024\ntitle: Rim of the Pacific\ntype: joint-exercise\ndates: { start: 2024-06-27 }\n#- e/malabar-2023.engagement.yaml\n${head}id: malabar-2023\ntitle: Exercise Malabar\n`
const library = '#- lib.bib\n@book{smith2024, title={Navies that talk}, author={Smith, Anne}}\n'
const cited = 'sources:\n  cnn2024: { type: news, title: Talks in Hawaii, publisher: CNN }\n  bbc2023:\n    title: Other talks\n'

/** Words that lead to another place: in the workspace, or in the file. */
export const references: readonly Case[] = [
  {
    name: 'an engagement of the workspace',
    at: `${others}#- b.brief.yaml\n${brief}engagements: [<|>`,
    first: ['malabar-2023', 'rimpac-2024'],
  },
  { name: 'an engagement by its title', at: `${others}#- b.brief.yaml\n${brief}engagements:\n  - rim of<|>`, first: ['rimpac-2024'] },
  {
    name: 'an engagement that is not in the list yet',
    at: `${others}#- b.brief.yaml\n${brief}engagements: [rimpac-2024, <|>]`,
    first: ['malabar-2023'],
    lacks: ['rimpac-2024'],
  },
  {
    name: 'an engagement beside the file itself',
    at: `${others}#- e/rimpac-2024.engagement.yaml\n${head}id: rimpac-2024\nprecedents:\n  - engagement: <|>`,
    has: ['malabar-2023'],
    lacks: ['rimpac-2024'],
  },
  {
    name: 'an agreement by its id or its keys',
    at: `${others}#- c.engagement.yaml\n${head}framework:\n  agreements:\n    - <|>`,
    has: ['malabar-2023', 'title: '],
  },
  { name: 'a source', at: `${brief}${cited}claims:\n  - id: c1\n    sources: [<|>`, first: ['cnn2024', 'bbc2023'] },
  { name: 'a source by who published it', at: `${brief}${cited}claims:\n  - sources: [cnn<|>`, first: ['cnn2024'], lacks: ['bbc2023'] },
  {
    name: 'an option',
    at: `${brief}options:\n  - id: wait\n    title: Wait\n  - { id: act, title: Act now }\nrecommendations:\n  - option: <|>`,
    first: ['wait', 'act'],
  },
  {
    name: 'what a recommendation rests on',
    at: `${others}#- b.brief.yaml\n${brief}claims:\n  - { id: c1, text: Talks help. }\noptions:\n  - id: wait\nrecommendations:\n  - supported_by: [<|>`,
    first: ['c1', 'wait', 'malabar-2023'],
  },
  {
    name: 'a citation in a text',
    at: `${others}#- b.brief.yaml\n${brief}background: |\n  They met [@<|>.\n${cited}`,
    first: ['cnn2024]', 'bbc2023]', 'malabar-2023]'],
  },
  {
    name: 'a citation on the line of its key',
    at: `${others}#- b.brief.yaml\n${brief}bluf: They met [@rim<|>`,
    gives: `${brief}bluf: They met [@rimpac-2024]`,
  },
  {
    name: 'a citation that is closed already',
    at: `${others}#- b.brief.yaml\n${brief}bluf: They met [@rim<|>] again\n`,
    gives: `${brief}bluf: They met [@rimpac-2024] again\n`,
  },
  {
    name: 'a citation in a folded text',
    at: `${others}#- b.brief.yaml\n${brief}bluf: >-\n  They met\n  again [@mal<|>\n`,
    gives: `${brief}bluf: >-\n  They met\n  again [@malabar-2023]\n`,
  },
  {
    name: 'a citation in a text that goes on',
    at: `${others}#- b.brief.yaml\n${brief}bluf: They met\n  again [@mal<|>\n`,
    first: ['malabar-2023]'],
  },
  {
    name: 'a citation in a list of texts',
    at: `${others}#- b.brief.yaml\n${brief}options:\n  - pros:\n      - Cheap [@mal<|>\n`,
    first: ['malabar-2023]'],
  },
  {
    name: 'a citation in quotation marks',
    at: `${others}#- b.brief.yaml\n${brief}outlook:\n  - { text: "Talks go on [@mal<|>" }\n`,
    gives: `${brief}outlook:\n  - { text: "Talks go on [@malabar-2023]" }\n`,
  },
  {
    name: 'an engagement that the brief is about before others',
    at: `${others}#- b.brief.yaml\n${brief}engagements: [rimpac-2024]\nclaims: [{ supports: [<|>`,
    first: ['rimpac-2024', 'malabar-2023'],
  },
  {
    name: 'a source of the bibliography behind those of the file',
    at: `${library}#- b.brief.yaml\n${brief}${cited}bibliography: lib.bib\nclaims: [{ sources: [<|>`,
    first: ['cnn2024', 'bbc2023', 'smith2024'],
  },
  {
    name: 'a source of the bibliography by its author',
    at: `${library}#- b.brief.yaml\n${brief}bibliography: lib.bib\nclaims: [{ sources: [ann<|>`,
    first: ['smith2024'],
    detail: 'Navies that talk; lib.bib; Anne Smith',
  },
  {
    name: 'a citation of the bibliography',
    at: `${library}#- b.brief.yaml\n${brief}bibliography: lib.bib\nbluf: They met [@smi<|>`,
    first: ['smith2024]'],
  },
  {
    name: 'a file of references that another brief names',
    at: `${library}#- a.brief.yaml\n${brief}bibliography: lib.bib\n#- sub/b.brief.yaml\n${brief}bibliography: <|>`,
    first: ['../lib.bib'],
  },
  {
    name: 'a snippet that fits before one that does not',
    at: `#- a.snippets.yaml\nchancery: snippets/1\nid: house\nsnippets:\n  - { id: members, title: Members, scope: [engagement.participants], text: x }\n  - { id: note, title: A note, scope: [brief.annexes], text: x }\n#- b.brief.yaml\n${brief}snippets:\n  - use: <|>`,
    first: ['house/note'],
    detail: 'A note; for brief.annexes',
  },
  { name: 'no citation where nothing is cited', at: `${others}#- b.brief.yaml\n${brief}title: They met [@mal<|>`, none: true },
]
