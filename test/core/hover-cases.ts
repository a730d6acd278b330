/** A place in a file, and what the hover must say of it. */
export interface HoverCase {
  readonly name: string
  readonly at: string
  readonly says?: readonly string[]
  readonly without?: readonly string[]
  readonly none?: true
}

const head = 'chancery: engagement/1\n'
const brief = 'chancery: brief/1\n'
const config = 'chancery: config/1\n'
const held = (start: string, codes: string) =>
  `${head}type: joint-exercise\ndates: { start: ${start} }\nparticipants:\n  - { countries: [${codes}] }\nframework:\n  organizations: [nato]\n`
const others = `#- e/rimpac.engagement.yaml\n${head}id: rimpac-2024\ntitle: Rim of the Pacific\ntype: joint-exercise\nstatus: completed\ndates: { start: 2024-06-27, end: 2024-08-01 }\n#- b.brief.yaml\n`

const visit = `#- e/visit.engagement.yaml\n${head}id: visit\ntype: port-call\ntitle: A visit\nstatus: completed\ndates: { start: 2024-04-22, end: 2024-04-24 }\nparticipants: [{ country: PHL, role: host }, { country: USA }, { organization: nato }]\n`
const library =
  '#- lib.bib\n@report{smith2024, title={Navies that talk}, institution={Navy Institute}, author={Smith, Anne}, year=2024, url={https://example.org/a_b}}\n'
const snippets =
  '#- s/a.snippets.yaml\nchancery: snippets/1\nid: house\ntitle: Texts\nversion: 1\nsnippets:\n  - { id: note, title: A note, scope: [brief.annexes], params: { office: { required: true, label: Your office } }, text: "By {{office}}." }\n'

export const hovers: readonly HoverCase[] = [
  { name: 'a key', at: `${head}partici<|>pants: []`, says: ['**`participants`**', 'Expected: a list of participants.', '```yaml'] },
  { name: 'a key in braces', at: `${head}dates: { st<|>art: 2024 }`, says: ['**`start`**: Date', 'The first day'] },
  { name: 'an unknown key', at: `${head}col<|>our: red`, none: true },
  {
    name: 'a country',
    at: `${head}location: { country: N<|>OR }`,
    says: ['**Norway** (`NOR`, `NO`)', 'Officially Kingdom of Norway', 'Northern Europe', 'Norge', '*Source: '],
  },
  { name: 'a country with a former name', at: `${head}location: { country: MM<|>R }`, says: ['Formerly Burma (`BUR`)'] },
  {
    name: 'a former State',
    at: `${head}location: { country: SU<|>N }`,
    says: ['A former State: its code holds from 30 December 1922 until 26 December 1991'],
  },
  { name: 'a word that is no country', at: `${head}location: { country: N<|>O }`, none: true },
  {
    name: 'an organization',
    at: `${head}framework: { organizations: [asea<|>n] }`,
    says: [
      'Association of Southeast Asian Nations',
      'Kind: regional organization',
      'Founded 8 August 1967',
      'a member State; 11 members as of December 2025',
      '*Source: ',
    ],
  },
  {
    name: 'an organization that is no more',
    at: `${head}framework: { organizations: [warsaw-pac<|>t] }`,
    says: ['Dissolved', '8 States belonged to it'],
  },
  { name: 'a member on the date', at: held('2024-04-01', 'S<|>WE'), says: ['Ally of NATO since 2024-03-07', '**Sweden**'] },
  {
    name: 'a State before it joined',
    at: held('2024-01-24', 'S<|>WE'),
    says: ['Not a member of NATO on 2024-01-24; joined on 2024-03-07'],
  },
  {
    name: 'a State that joined during it',
    at: held('2024-03-01, end: 2024-03-31', 'S<|>WE'),
    says: ['Joined NATO on 2024-03-07, within the dates of this engagement'],
  },
  { name: 'a State that never joined', at: held('2024-01-24', 'CH<|>E'), says: ['Not a member of NATO on 2024-01-24', '**Switzerland**'] },
  {
    name: 'a State that was suspended',
    at: held('2022-05-01', 'M<|>LI').replace('nato', 'au'),
    says: ['Suspended from AU since 2021-06-01'],
  },
  { name: 'a day beyond the data', at: held('2026-06-01', 'S<|>WE'), says: ['**Sweden**'], without: ['NATO'] },
  {
    name: 'a body whose members are not held',
    at: held('2024-01-24', 'S<|>WE').replace('nato', 'sedm'),
    says: ['**Sweden**'],
    without: ['SEDM'],
  },
  {
    name: 'the country in which it took place',
    at: `${held('2024-04-01', 'SWE')}location: { country: S<|>WE }`,
    says: ['**Sweden**', 'Ally of NATO since 2024-03-07'],
  },
  {
    name: 'a country elsewhere in the file',
    at: `${held('2024-04-01', 'SWE')}concerns: [{ kind: cost, raised_by: S<|>WE }]`,
    says: ['**Sweden**'],
    without: ['Ally'],
  },
  {
    name: 'a country where no framework is named',
    at: 'chancery: engagement/1\ntype: port-call\nstatus: completed\ndates: { start: 2024-04-01 }\nparticipants:\n  - country: S<|>WE\n',
    says: ['Belonged to NATO, EU and OSCE on 2024-04-01'],
  },
  {
    name: 'a body, with who belonged to it',
    at: held('2024-01-24', 'NOR, SWE, FIN').replace('[nato]', '[na<|>to]'),
    says: ['Members among the participants on 24 January 2024: Norway and Finland', 'Not members: Sweden', 'an Ally; 32 members'],
  },
  { name: 'a type', at: `${head}type: port<|>-call`, says: ['**Naval port call** (`port-call`)', 'Needs', '`visit`'] },
  { name: 'a status', at: `${head}status: pla<|>nned`, says: ['**Planned**'] },
  { name: 'a form of exercise', at: `${head}exercise:\n  form:\n    - table-t<|>op`, says: ['**Table-top exercise**', 'TTX', '*Source: '] },
  { name: 'a quoted word', at: `${head}handling: { tlp: "TLP:GR<|>EEN" }`, says: ['**TLP:GREEN**', "reader's wider community"] },
  { name: 'a grade', at: `${head}sources: { a: { grade: B<|>2 } }`, says: ['`B2`', 'reliable'] },
  {
    name: 'an engagement',
    at: `${others}${brief}engagements: [rimp<|>ac-2024]`,
    says: ['**Rim of the Pacific**', 'Combined (joint) exercise, 27 June to 1 August 2024; Completed', '`e/rimpac.engagement.yaml`'],
  },
  {
    name: 'an engagement cited in a text',
    at: `${others}${brief}bluf: |\n  They met [@rimp<|>ac-2024].\n`,
    says: ['**Rim of the Pacific**'],
  },
  { name: 'an engagement that is not there', at: `${others}${brief}bluf: They met [@nob<|>ody].\n`, none: true },
  {
    name: 'a source',
    at: `${brief}claims:\n  - sources: [cn<|>n]\nsources:\n  cnn: { type: news, title: Talks, publisher: CNN, date: 2024-04-05, grade: B2 }`,
    says: ['“Talks”, CNN, 5 April 2024', 'Grade B2: usually reliable, probably true'],
  },
  { name: 'a source cited in a text', at: `${brief}bluf: They met [@cn<|>n].\nsources:\n  cnn:\n    title: Talks\n`, says: ['“Talks”'] },
  {
    name: 'a claim',
    at: `${brief}claims:\n  - { id: c1, text: Talks help. }\nrecommendations:\n  - supported_by: [c<|>1]`,
    says: ['Claim `c1`', 'Talks help.'],
  },
  {
    name: 'an option',
    at: `${brief}options:\n  - { id: wait, title: Wait }\nrecommendations:\n  - option: wa<|>it`,
    says: ['Option `wait`', 'Wait'],
  },
  {
    name: 'a term of likelihood',
    at: `${brief}risks:\n  - likelihood: very lik<|>ely`,
    says: ['**very likely**: 80 to 95 per cent', 'Scale: '],
  },
  { name: 'a term of another scale', at: `${brief}risks:\n  - likelihood: remote cha<|>nce`, says: ['**remote chance**'] },
  {
    name: 'a profile',
    at: `${brief}profile: state-info-<|>memo`,
    says: [
      'Needs, in this order: `bluf` and `background`',
      'Never has `recommendations`',
      'At most 60 words in `bluf` and 900 words in all',
    ],
  },
  { name: 'a scale', at: `#- chancery.yaml\n${config}estimative_scale: icd<|>203`, says: ['very likely: 80 to 95 per cent'] },
  { name: 'a rule', at: `#- chancery.yaml\n${config}rules:\n  rec-o<|>wner: error`, says: ['**`rec-owner`**', 'Its own level is'] },
  {
    name: 'an engagement, with who took part',
    at: `${visit}#- b.brief.yaml\n${brief}# See [@vi<|>sit].\n`,
    says: ['Naval port call, 22 to 24 April 2024; Completed', 'Philippines (host), United States and NATO'],
  },
  {
    name: 'a source of the bibliography',
    at: `${library}#- b.brief.yaml\n${brief}bluf: See [@smith<|>2024].\nbibliography: lib.bib`,
    says: ['Anne Smith, “Navies that talk”, Navy Institute, 2024, <https://example.org/a_b> (`smith2024`)', '- Report', 'From `lib.bib`'],
  },
  {
    name: 'an engagement that has the id of a source of the bibliography',
    at: `${visit.replaceAll('visit\n', 'smith2024\n')}${library}#- b.brief.yaml\n${brief}bluf: See [@smith<|>2024].\nbibliography: lib.bib`,
    says: ['Naval port call'],
  },
  {
    name: 'a file of references',
    at: `${library}#- b.brief.yaml\n${brief}bibliography: li<|>b.bib`,
    says: ['**`lib.bib`**', 'BibTeX, 1 reference'],
  },
  {
    name: 'a file of references that is not there',
    at: `#- b.brief.yaml\n${brief}bibliography: go<|>ne.bib`,
    says: ['**`gone.bib`**', 'It is not there'],
  },
  { name: 'a file of references outside', at: `#- b.brief.yaml\n${brief}bibliography: ../go<|>ne.bib`, none: true },
  {
    name: 'a term of likelihood in a text',
    at: `${brief}bluf: |\n  It is very unli<|>kely that they stop.`,
    says: ['**very unlikely**: 5 to 20 per cent'],
  },
  {
    name: 'a term of likelihood over two lines',
    at: `${brief}bluf: >-\n  It is very\n  unli<|>kely that they stop.`,
    says: ['**very unlikely**'],
  },
  {
    name: 'a term of likelihood at the beginning of a sentence',
    at: `${brief}bluf: Li<|>kely, they go on.`,
    says: ['**likely**: 55 to 80 per cent'],
  },
  { name: 'a term of likelihood in a quotation', at: `${brief}bluf: 'They said "very unli<|>kely" and left.'`, none: true },
  { name: 'a term of likelihood in code', at: `${brief}bluf: The word \`li<|>kely\` is meant.`, none: true },
  { name: 'a term of another scale in a text', at: `${brief}bluf: A remote cha<|>nce is left.`, none: true },
  { name: 'a part of a word', at: `${brief}bluf: The likeli<|>hood is small.`, none: true },
  { name: 'a term of likelihood in an engagement', at: `${head}notes: It is li<|>kely.`, none: true },
  { name: 'a date that is none', at: `${head}dates: { start: 2026-13-<|>01 }`, none: true },
  { name: 'an acronym in a text', at: `${brief}bluf: The FP<|>DA met.`, says: ['**Five Power Defence Arrangements**'] },
  {
    name: 'an acronym of the file',
    at: `${brief}bluf: |\n  The FP<|>DA met.\nacronyms: { FPDA: "Five *Powers*" }`,
    says: ['**FPDA**: Five \\*Powers\\*'],
  },
  { name: 'an acronym where it is defined', at: `${brief}acronyms: { FP<|>DA: Five Powers }`, says: ['**FPDA**: Five Powers'] },
  { name: 'a short word that is none', at: `${brief}bluf: The QQ<|>Q met.`, none: true },
  {
    name: 'a snippet',
    at: `${snippets}#- b.brief.yaml\n${brief}snippets: [{ use: house/no<|>te }]`,
    says: [
      '**A note** (`house/note`)',
      'For `brief.annexes`',
      'Asks for `office`, Your office (needed)',
      '```yaml\nBy [Your office].\n```',
    ],
  },
  {
    name: 'a snippet that another one takes in',
    at: `${snippets}#- s/b.snippets.yaml\nchancery: snippets/1\nid: more\nsnippets:\n  - id: two\n    text: |\n      First {{> house/no<|>te }} and more.\n`,
    says: ['**A note** (`house/note`)'],
  },
  {
    name: 'a folder of libraries',
    at: `${snippets}#- chancery.yaml\n${config}libraries: [s<|>/]`,
    says: ['The library `house`: Texts', '1 snippet'],
  },
  {
    name: 'vocabularies',
    at: `#- v/a.vocabulary.yaml\nchancery: vocabulary/1\n#- v/b.vocabulary.yaml\nchancery: vocabulary/1\n#- chancery.yaml\n${config}vocabularies: ["v<|>/*.yaml"]`,
    says: ['2 files', '`v/a.vocabulary.yaml`', '`v/b.vocabulary.yaml`'],
  },
  {
    name: 'a configuration that is extended',
    at: `#- house.yaml\n${config}naming: plain\nrules: { todo: error }\n#- chancery.yaml\n${config}extends: ./hou<|>se.yaml`,
    says: ['**`house.yaml`**', '`naming`: `plain`', 'Sets 1 rule'],
  },
  { name: 'a path that leads nowhere', at: `#- chancery.yaml\n${config}extends: ./go<|>ne.yaml`, none: true },
  { name: 'an option of a rule', at: `#- chancery.yaml\n${config}rules: { bluf-length: { wor<|>ds: 50 } }`, says: ['**`words`**'] },
  {
    name: 'a setting',
    at: `#- chancery.yaml\n${config}estimative_sc<|>ale: icd203`,
    says: ['**`estimative_scale`**', 'The scale from which'],
  },
  { name: 'a block that the type needs', at: `${head}type: port-call\nvis<|>it: {}`, says: ['Naval port call: needs this part'] },
  {
    name: 'a block that the type does not have',
    at: `${head}type: port-call\natta<|>che: {}`,
    says: ['Naval port call: does not have this part'],
  },
  { name: 'a block while there is no type', at: `${head}atta<|>che: {}`, says: ['Needed by Attaché accreditation'] },
  { name: 'a rule in a comment', at: `${head}# chancery-disable-next-line rec-ow<|>ner -- why\nid: a`, says: ['**`rec-owner`**'] },
  { name: 'a comment', at: `${head}# NO<|>R`, none: true },
  { name: 'an empty line', at: `${head}\n<|>\nid: a`, none: true },
  { name: 'words of a writer', at: `${head}title: Nor<|>way`, none: true },
  {
    name: 'marks that would be Markdown',
    at: `${others.replace('Rim of the Pacific', '<b>Rim</b> x*y')}${brief}engagements: [rimp<|>ac-2024]`,
    says: ['\\<b\\>Rim\\</b\\> x\\*y'],
  },
]

/** Dates, whose distance depends on the day; in these cases it is 23 November 2026. */
export const datedHovers: readonly HoverCase[] = [
  { name: 'a date', at: `${brief}timing: { decide_by: 2026-12-1<|>5 }`, says: ['**Tuesday, 15 December 2026**: in 3 weeks'] },
  { name: 'a month', at: `${head}dates: { start: 2026-1<|>2 }`, says: ['**December 2026**: next month'], without: ['day'] },
  {
    name: 'a date in history',
    at: `${head}precedents: [{ title: x, date: 1648-10-<|>24 }]`,
    says: ['**Saturday, 24 October 1648**: 378 years ago'],
  },
]
