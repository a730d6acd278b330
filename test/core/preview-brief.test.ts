import { describe, expect, it } from 'vitest'
import { type Brief, openFile, pageSettings, renderPage } from '../../server/core/index.ts'
import { briefLength, minutesToRead } from '../../server/core/model/length.ts'
import { projectOf } from '../support/files.ts'
import { emptyContext, pageOf, sectionOf, tagsOf, visibleText } from './preview-pages.ts'

const parts: Brief = {
  bluf: 'Agree.',
  issue: 'The question.',
  background: 'What was.',
  analysis: 'Why.',
  presentation: 'What to say.',
  timing: { decide_by: '2025-03-03', why: 'The round closes.' },
  claims: [{ id: 'c1', text: 'It is so.', confidence: 'moderate', basis: 'One case.', counter: 'Two others.' }],
  options: [
    { id: 'status-quo', title: 'Go on', pros: ['No cost'], cons: ['No channel'], feasibility: 'high' },
    {
      id: 'yearly',
      title: 'Meet each year',
      text: 'One meeting.',
      cost: { amount: 250000, currency: 'AUD', per: 'year' },
      strategy: ['channels', 'trust-building'],
      risk: 'Empty talk.',
    },
  ],
  recommendations: [
    {
      id: 'r1',
      text: 'Propose it.',
      option: 'yearly',
      owner: 'Desk',
      due: '2025-04-30',
      decision: 'approve',
      supported_by: ['c1', 'yearly'],
    },
  ],
  risks: [
    { id: 'k1', category: 'escalation', text: 'Misread.', likelihood: 'unlikely', percent: 30, impact: 'medium', mitigation: 'Talk.' },
    { text: 'Boring.', accept: 'true' },
  ],
  outlook: [{ text: 'Goes on.', likelihood: 'likely', horizon: 'P2Y6M', confidence: 'low' }],
  annexes: [{ title: 'List', text: 'An item.' }],
  next_steps: [{ text: 'Write.', owner: 'Desk', due: '2025-03-10' }],
}

function sectionsOf(brief: Brief): readonly string[] {
  const ids = pageOf('brief', brief)
    .split(/<section id="/)
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('"')))
  return ids.filter((id) => !/-\d+$/.test(id))
}

function words(id: string, brief: Brief = parts): string {
  return visibleText(`<body>${sectionOf(pageOf('brief', brief), id)}`).trim()
}

describe('the order of a brief', () => {
  it.each([...emptyContext.vocabulary.profiles.entries.values()])('is that of $id, behind the bottom line', ({ id, required }) => {
    const order = sectionsOf({ ...parts, profile: id })
    expect(order.slice(0, required.length + (required.includes('bluf') ? 0 : 1))).toEqual([
      'bluf',
      ...required.filter((part) => part !== 'bluf'),
    ])
  })

  it('is a fixed one for what the profile does not order, with what may be looked up last', () => {
    const order = [
      'bluf',
      'issue',
      'recommendations',
      'timing',
      'background',
      'analysis',
      'claims',
      'options',
      'risks',
      'outlook',
      'presentation',
      'next-steps',
      'annexes',
    ]
    expect(sectionsOf(parts)).toEqual(order)
    expect(sectionsOf({ ...parts, profile: 'no-such-profile' })).toEqual(order)
  })
})

describe('the title block of a brief', () => {
  const html = pageOf('brief', {
    ...parts,
    title: 'Keep it open',
    to: 'The Deputy Minister',
    from: 'The Office',
    date: '2025-02-10',
    stage: 'draft',
    profile: 'state-action-memo',
    audience: 'senior-official',
    authors: [{ name: 'A. Writer', office: 'The Office', role: 'drafter' }],
    clearances: [
      { office: 'Legal', status: 'pending' },
      { office: 'Budget', status: 'cleared', date: '2025-02-07', by: 'B. Reader' },
    ],
  })
  const head = visibleText(`<body>${html.slice(html.indexOf('<header>'), html.indexOf('</header>'))}`)

  it('says who writes to whom, when, and by when an answer is needed', () => {
    for (const line of [
      'To The Deputy Minister',
      'From The Office',
      'Date 10 February 2025',
      'Decide by 3 March 2025',
      'Audience Senior official',
    ])
      expect(head).toContain(line)
  })

  it('says how far it has come and who has agreed', () => {
    expect(head).toContain('Action memo (US State style) · Draft')
    expect(head).toContain('A. Writer, The Office (drafter)')
    expect(head).toContain('Legal: pending')
    expect(head).toContain('Budget: cleared, 7 February 2025, B. Reader')
  })

  it('says how long it is and may be, and how long that takes to read', () => {
    expect(head).toContain('47 of at most 1,000 words, about 1 minute to read at 238 words a minute. Bottom line: 1 of at most 60 words.')
    const long = visibleText(pageOf('brief', { profile: 'state-action-memo', bluf: 'word '.repeat(1030) }))
    expect(long).toContain('1,030 of at most 1,000 words, 30 too many, about 4 minutes to read')
    expect(long).toContain('Bottom line: 1,030 of at most 60 words, 970 too many.')
    expect(visibleText(pageOf('brief', { bluf: 'Agree.' }))).toContain('1 word, about 1 minute to read')
  })

  it('goes by the limits and the profile of the workspace', async () => {
    const text = 'chancery: brief/1\nid: a\ntitle: T\nbluf: One two three.\nbackground: Four.\n'
    const config = 'chancery: config/1\nprofile: idrc\nrules: { bluf-length: { level: warning, words: 2 } }\n'
    const project = await projectOf({ 'chancery.yaml': config, 'a.brief.yaml': text })
    const [part] = openFile('a.brief.yaml', text).parts
    const page = part?.document.kind === 'brief' ? renderPage(part.document, pageSettings(project, 'a.brief.yaml')) : ''
    expect(visibleText(page)).toContain('of at most 1,500 words')
    expect(visibleText(page)).toContain('Bottom line: 3 of at most 2 words, 1 too many.')
    expect(visibleText(page)).toContain('IDRC')
  })
})

describe('the length of a brief', () => {
  it('counts the words that a reader meets', () => {
    expect(briefLength({ title: 'Three short words', bluf: 'Two words [@cnn2024].', options: [{ id: 'one-more', title: 'Go on' }] })).toBe(
      7,
    )
  })

  it('leaves out annexes, addresses, sources and notes to editors', () => {
    expect(
      briefLength({
        to: 'A minister',
        annexes: [{ text: 'Not this.' }],
        sources: { a: { title: 'Nor this' } },
        acronyms: { A: 'Nor that' },
        note: 'Nor this',
      }),
    ).toBe(0)
  })

  it.each([
    [0, 0],
    [10, 1],
    [238, 1],
    [476, 2],
    [1190, 5],
  ])('of %i words takes %i minutes', (count, minutes) => expect(minutesToRead(count)).toBe(minutes))
})

describe('the parts of a brief', () => {
  it('set the options side by side, a column for each', () => {
    const [table = ''] = sectionOf(pageOf('brief', parts), 'options').split('<figure')
    const head = tagsOf(table).filter(({ name, attributes }) => name === 'th' && attributes['scope'] === 'col')
    expect(head.map(({ attributes }) => attributes['id'])).toEqual(['option-status-quo', 'option-yearly'])
    const rows = [...table.matchAll(/<tr role="row"><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
      visibleText(`<body>${row}`).replace(/\s+/g, ' ').trim(),
    )
    expect(rows).toEqual([
      'What it means One meeting.',
      'For No cost',
      'Against No channel',
      'Cost AUD 250,000, per year',
      'Strategy Channels, Trust building',
      'Feasibility High',
      'Main risk Empty talk.',
    ])
  })

  it('link a recommendation to what it rests on', () => {
    expect(words('recommendations')).toContain(
      'Owner: Desk · Due: 30 April 2025 · Asked of the reader: Approve Option Meet each year Rests on Claim 1; Meet each year',
    )
    const links = tagsOf(sectionOf(pageOf('brief', parts), 'recommendations')).flatMap(({ attributes }) => attributes['href'] ?? [])
    expect(links).toEqual(['#option-yearly', '#claim-c1', '#option-yearly'])
  })

  it('put likelihood into figures, by the scale of the workspace', () => {
    expect(words('risks')).toContain('Unlikely (20 to 45 per cent), here 30 per cent')
    const page = pageOf('brief', parts, { ...emptyContext, scale: 'phia' })
    expect(visibleText(`<body>${sectionOf(page, 'risks')}`)).toContain('Unlikely (25 to 35 per cent)')
    expect(words('risks', { risks: [{ likelihood: 'realistic possibility' }] })).toContain(
      'Realistic possibility (40 to less than 50 per cent)',
    )
    expect(words('risks', { risks: [{ likelihood: 'possible' }] })).toContain('Possible')
    expect(words('outlook')).toContain('Likely (55 to 80 per cent) Horizon 2 years, 6 months Confidence Low')
  })

  it('say what is done about a risk, or that it is accepted', () => {
    expect(words('risks')).toMatch(/Escalation Misread\.\u00a0k1 .* Medium Talk\./)
    expect(words('risks')).toContain('Boring. Accepted.')
    expect(words('risks', { risks: [{ text: 'R.', accept: 'It is small.' }] })).toContain('Accepted: It is small.')
  })

  it('say what a claim rests on and what speaks against it', () => {
    expect(words('claims')).toContain('It is so.\u00a0c1 Confidence Moderate Basis One case. Against it Two others.')
  })

  it('name actors, whether a State, a body or somebody else', () => {
    const perspectives = [
      { actor: 'CHN', view: 'A.' },
      { actor: 'asean', view: 'B.' },
      { actor: 'Local fishers', view: 'C.' },
    ]
    expect(words('perspectives', { perspectives })).toBe(
      'Points of view China A. Association of Southeast Asian Nations (ASEAN) B. Local fishers C.',
    )
  })

  it('date earlier events as far back as need be', () => {
    const history = [
      { title: 'a', date: '-0430' },
      { title: 'b', date: '0000' },
      { title: 'c', date: '-0477~' },
      { title: 'd', date: '0325?' },
      { title: 'e', date: '1648-10-24%' },
      { title: 'f', date: '1949-04' },
    ]
    expect(words('history', { history })).toBe(
      'Earlier events 431 BC a 1 BC b about 478 BC c AD 325 (uncertain) d about 24 October 1648 (uncertain) e April 1949 f',
    )
  })
})
