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
    name: 'a country elsewhere in the file',
    at: `${held('2024-04-01', 'SWE')}location: { country: S<|>WE }`,
    says: ['**Sweden**'],
    without: ['Ally'],
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
    says: ['**Rim of the Pacific**', 'completed', '27 June 2024 to 1 August 2024', '`e/rimpac.engagement.yaml`'],
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
    says: ['*Talks*, CNN, 5 April 2024', 'Grade B2'],
  },
  { name: 'a source cited in a text', at: `${brief}bluf: They met [@cn<|>n].\nsources:\n  cnn:\n    title: Talks\n`, says: ['*Talks*'] },
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
  { name: 'a comment', at: `${head}# NO<|>R`, none: true },
  { name: 'an empty line', at: `${head}\n<|>\nid: a`, none: true },
  { name: 'words of a writer', at: `${head}title: Nor<|>way`, none: true },
  {
    name: 'marks that would be Markdown',
    at: `${others.replace('Rim of the Pacific', '<b>Rim</b> x*y')}${brief}engagements: [rimp<|>ac-2024]`,
    says: ['\\<b\\>Rim\\</b\\> x\\*y'],
  },
]
