import fc from 'fast-check'

/** Small files of every kind that speak of one another: each use of a word may be the one that counts. */
export const ids = ['one', 'two', 'three', 'tree', 'No_Id'] as const
const id = fc.constantFrom(...ids)
const lines = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n')

const engagement = fc
  .record({
    id,
    title: fc.constantFrom('A visit', 'one', 'Talks of two'),
    tlp: fc.constantFrom('', 'handling: { tlp: "TLP:RED" }', 'handling: { tlp: "TLP:CLEAR" }'),
    more: fc.constantFrom('', '# a line more', 'framework: { organizations: [our-forum] }'),
    cited: fc.option(id, { nil: undefined }),
  })
  .map((e) =>
    lines(
      'chancery: engagement/1',
      `id: ${e.id}`,
      'type: port-call',
      `title: ${e.title}`,
      'status: completed',
      'dates: { start: 2024-04-22 }',
      e.more,
      'participants: [{ countries: [USA, PHL] }]',
      'visit: { port: Manila, purpose: routine }',
      e.cited === undefined ? '' : `precedents: [{ engagement: ${e.cited} }]`,
      e.tlp,
    ),
  )

const brief = fc
  .record({ id, cited: fc.array(fc.constantFrom(...ids, 'ones', 'a-visit'), { maxLength: 2 }), prose: fc.constantFrom(...ids, 'fore') })
  .map((b) =>
    lines(
      'chancery: brief/1',
      `id: ${b.id}`,
      'title: Keep talking',
      'profile: think-tank',
      'stage: draft',
      'date: 2024-05-01',
      `bluf: Agree to talk [@${b.prose}].`,
      `engagements: [${b.cited.join(', ')}]`,
      'claims: [{ id: c1, text: They talk., sources: [three] }]',
      'handling: { tlp: "TLP:GREEN" }',
    ),
  )

const config = fc
  .subarray([
    'vocabularies: ["**/*.vocabulary.yaml"]',
    'rules: { ref-engagement: "off" }',
    'ignore: [x/**]',
    'extends: ./house.yaml',
    'naming: un-usage',
  ])
  .map((parts) => lines('chancery: config/1', ...parts))

const house = fc.constantFrom('chancery: config/1\nrules: { id-filename: error }\n', 'chancery: config/1\n', 'chancery: [\n')
const vocabulary = fc.constantFrom(
  'chancery: vocabulary/1\norganizations:\n  our-forum: { name: Our Forum, source: Our own minutes, as_of: 2024 }\n',
  'chancery: vocabulary/1\n',
)
const library = id.map((name) => `chancery: snippets/1\nid: ${name}\nversion: 1\ntitle: Standard text\nsnippets: []\n`)

/** Files of every kind, in folders within folders, with names that fit their ids and names that do not. */
export const file = fc
  .constantFrom('', 'x/', 'x/y/')
  .chain((folder) =>
    fc
      .oneof(
        fc.tuple(fc.constantFrom('one.engagement.yaml', 'visit.engagement.yaml'), engagement),
        fc.tuple(fc.constantFrom('two.brief.yaml', 'talks.brief.yaml'), brief),
        fc.tuple(fc.constant('chancery.yaml'), config),
        fc.tuple(fc.constant('house.yaml'), house),
        fc.tuple(fc.constant('team.vocabulary.yaml'), vocabulary),
        fc.tuple(fc.constant('team.snippets.yaml'), library),
        fc.tuple(fc.constant('notes.txt'), engagement),
      )
      .map(([name, text]) => ({ path: `${folder}${name}`, text })),
  )
