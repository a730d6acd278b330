import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { memoryWorkspace, type Workspace } from '../../server/core/index.ts'
import { createOffice } from '../../server/lsp/office.ts'
import { today } from '../support/files.ts'
import { brief, config, engagement } from '../support/sample.ts'

const root = resolve('/office')
const at = (inside: string) => resolve(root, inside)
const cited = 'staff-talks-2024.engagement.yaml'

function manyFiles(): Record<string, string> {
  const numbered = Array.from({ length: 100 }, (_, i) => [`e${i}.engagement.yaml`, engagement.replace('id: staff-talks-2024', `id: e${i}`)])
  return {
    'chancery.yaml': `${config}vocabularies: [a.vocabulary.yaml]\n`,
    'a.vocabulary.yaml': 'chancery: vocabulary/1\n',
    [cited]: engagement,
    'talks-at-sea.brief.yaml': brief,
    ...Object.fromEntries(numbered),
  }
}

/** The files, with a note of what is asked. */
function watched(files: Readonly<Record<string, string>>, asked: string[]): Workspace {
  const { list, read } = memoryWorkspace(files)
  return {
    list: () => {
      asked.push('list')
      return list()
    },
    lists: () => true,
    read: (path) => {
      asked.push(path)
      return read(path)
    },
  }
}

/** An office that has checked a workspace of many files; `asked` is what is asked of the disk from then on. */
async function officeOfMany() {
  const files = manyFiles()
  const buffers = new Map<string, string>()
  const asked: string[] = []
  const office = createOffice({
    workspace: () => watched(files, asked),
    rootOf: () => root,
    buffer: (path) => {
      const text = buffers.get(path)
      return text === undefined ? undefined : { text }
    },
    buffers: () => buffers.keys(),
    today: () => today,
  })
  for (const path of await office.take(root)) await office.report(path)
  asked.length = 0
  /** Types a text; gives which files it concerns, and what the disk was asked for to tell the findings of the text. */
  const type = async (inside: string, text: string) => {
    buffers.set(at(inside), text)
    const { paths } = await office.changed([at(inside)])
    await office.report(at(inside))
    const wanted = asked.splice(0)
    for (const path of paths) await office.report(path)
    asked.length = 0
    return { paths: [...paths].sort(), asked: wanted }
  }
  return { office, files, asked, type, buffers }
}

describe('a keystroke', () => {
  it('asks nothing of the disk, however many files there are', async () => {
    const { type } = await officeOfMany()
    const alone = { paths: [at(cited)], asked: [] }
    expect(await type(cited, `${engagement}notes: More.\n`)).toEqual(alone)
    expect(await type(cited, `# A line above.\n${engagement}`)).toEqual(alone)
    expect(await type('new.brief.yaml', 'chancery: brief/1\n')).toMatchObject({ asked: [] })
  })

  it('concerns the files that asked for what it changed, and no others', async () => {
    const { type } = await officeOfMany()
    const both = [at(cited), at('talks-at-sea.brief.yaml')]
    expect(await type(cited, engagement.replace('title: Navy', 'title: Army'))).toEqual({ paths: both, asked: [] })
    expect(await type(cited, engagement.replace('id: staff', 'id: navy'))).toEqual({ paths: both, asked: [] })
    // What cites a missing engagement is offered those whose ids are near, so it depends on all ids.
    expect(await type('e1.engagement.yaml', engagement.replace('id: staff', 'id: x'))).toEqual({
      paths: [at('e1.engagement.yaml'), at('talks-at-sea.brief.yaml')],
      asked: [],
    })
  })

  it('in a configuration or a vocabulary reads these and nothing else, and concerns others only when it means something', async () => {
    const { type, files } = await officeOfMany()
    expect(await type('chancery.yaml', `# House style\n${files['chancery.yaml']}`)).toEqual({
      paths: [at('chancery.yaml')],
      asked: ['a.vocabulary.yaml'],
    })
    const all = Object.keys(files).map(at).sort()
    expect(await type('chancery.yaml', `${files['chancery.yaml']}naming: un-usage\n`)).toEqual({ paths: all, asked: ['a.vocabulary.yaml'] })
    expect(await type('a.vocabulary.yaml', '# Ours\nchancery: vocabulary/1\n')).toEqual({ paths: [at('a.vocabulary.yaml')], asked: [] })
    const forum = 'chancery: vocabulary/1\norganizations:\n  our-forum: { name: Our Forum, source: Ours, as_of: 2024 }\n'
    expect(await type('a.vocabulary.yaml', forum)).toEqual({ paths: all, asked: [] })
  })
})

describe('what was found last', () => {
  const path = 'new.brief.yaml'
  const rulesOf = async (found: Promise<readonly { readonly rule: string }[] | undefined>) => (await found)?.map(({ rule }) => rule)

  it('is told without any check, of an earlier text until the text was checked', async () => {
    const { office, buffers } = await officeOfMany()
    const now = (text: string) => {
      buffers.set(at(path), text)
      return office.changed([at(path)])
    }
    await now(brief)
    expect(await office.lastFindings(at(path))).toBeUndefined()
    await office.report(at(path))
    const first = await rulesOf(office.lastFindings(at(path)))
    expect(first?.length).toBeGreaterThan(0)
    await now(`${brief}# more\n`)
    await now('chancery: brief/1\n')
    expect(await rulesOf(office.lastFindings(at(path)))).toEqual(first)
    await office.report(at(path))
    expect(await rulesOf(office.lastFindings(at(path)))).toContain('missing-key')
  })

  it('stays until the next check where another file has changed', async () => {
    const { office, type } = await officeOfMany()
    await type('talks-at-sea.brief.yaml', brief.replace('title: ', 'titel: '))
    const before = await rulesOf(office.lastFindings(at('talks-at-sea.brief.yaml')))
    await office.changed([at(cited)])
    expect(await rulesOf(office.lastFindings(at('talks-at-sea.brief.yaml')))).toEqual(before)
    expect(before?.length).toBeGreaterThan(0)
  })
})

describe('a change of many files', () => {
  it('reads each of them once and lists nothing', async () => {
    const { office, files, asked } = await officeOfMany()
    const gone = Array.from({ length: 50 }, (_, i) => `e${i}.engagement.yaml`)
    for (const path of gone) delete files[path]
    for (let i = 50; i < 100; i++) files[`e${i}.engagement.yaml`] = engagement.replace('id: staff-talks-2024', `id: f${i}`)
    const all = Array.from({ length: 100 }, (_, i) => `e${i}.engagement.yaml`)
    const { paths } = await office.changed(all.map(at))
    expect(asked.sort()).toEqual(all.sort())
    asked.length = 0
    for (const path of paths) await office.report(path)
    expect(asked.sort()).toEqual(all.sort())
    for (const path of gone) expect(await office.report(at(path))).toBeUndefined()
    expect((await office.known()).length).toBe(54)
  })
})

describe('a disk that is out of order', () => {
  it('is asked again the next time', async () => {
    let works = false
    const office = createOffice({
      workspace: () => ({
        ...memoryWorkspace({ 'talks-at-sea.brief.yaml': brief }),
        list: () => (works ? Promise.resolve(['talks-at-sea.brief.yaml']) : Promise.reject(new Error('EIO'))),
      }),
      rootOf: () => root,
      buffer: () => undefined,
      buffers: () => [],
      today: () => today,
    })
    await expect(office.report(at('talks-at-sea.brief.yaml'))).rejects.toThrow('EIO')
    expect(await office.rooms()).toEqual([])
    works = true
    expect(await office.report(at('talks-at-sea.brief.yaml'))).toMatchObject({
      findings: [{ rule: 'ref-engagement' }, { rule: 'ref-engagement' }],
    })
  })
})
