import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtIn, lintFile, openFile, type Project, rules, trySnippets } from '../../server/core/index.ts'
import { aboutOtherFiles, aboutTheRest } from '../../server/core/lint/trial-files.ts'
import { builtInLibraries } from '../../server/core/snippets/built-in.generated.ts'
import { projectOf, today } from '../support/files.ts'

const folder = new URL('../../snippets/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.snippets.yaml'))

/** The libraries as files of a workspace that has no others. */
const files = {
  'chancery.yaml': 'chancery: config/1\nbuilt_in_libraries: false\n',
  ...Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])),
}

async function opened(name: keyof typeof files): Promise<{ project: Project; file: ReturnType<typeof openFile> }> {
  return { project: await projectOf(files), file: openFile(name, files[name] ?? '') }
}

const snippets = Object.values(builtInLibraries).flatMap(({ id, snippets: own = [] }) =>
  own.map((each) => ({ ...each, name: `${id}/${each.id}` })),
)

describe('the libraries that come with Chancery', () => {
  it.each(names)('%s lints clean, and each snippet at each of its places', async (name) => {
    const { project, file } = await opened(name as keyof typeof files)
    const trials = trySnippets(project, file, { today })
    expect(trials.length).toBeGreaterThan(0)
    expect(trials.filter(({ faults }) => faults.length > 0)).toEqual([])
    expect(lintFile(project, file, { today }).findings).toEqual([])
  })

  it('have a skeleton of every type of engagement and of every profile, and a risk for every kind of concern', () => {
    const ids = (library: string) => snippets.flatMap(({ name, id }) => (name.startsWith(`${library}/`) ? [id] : []))
    expect(ids('chancery-engagements')).toEqual(builtIn.engagementTypes.map(({ id }) => id))
    expect(ids('chancery-briefs').sort()).toEqual(builtIn.profiles.map(({ id }) => id).sort())
    expect(ids('chancery-risks')).toEqual([...(builtIn.enumerations['concern-kind'] ?? []).map(({ id }) => id), 'usual-risks'])
  })

  it('say of each snippet what it is and where it belongs', () => {
    expect(snippets.filter(({ title, description, scope }) => !title || !description || !scope?.length).map(({ name }) => name)).toEqual([])
  })

  it('know the kinds of concern that types of engagement bring', () => {
    const kinds = new Set(builtIn.enumerations['concern-kind']?.map(({ id }) => id))
    for (const { id, risks = [] } of builtIn.engagementGroups)
      expect([id, risks.length > 0, risks.filter((kind) => !kinds.has(kind))]).toEqual([id, true, []])
  })
})

describe('what trials leave to the rest of the file', () => {
  it('are rules that there are', () => {
    const known = rules.map(({ id }) => id)
    expect([...aboutTheRest, ...aboutOtherFiles].filter((id) => !known.includes(id))).toEqual([])
  })
})
