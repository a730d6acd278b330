import fc from 'fast-check'
import { expect, it } from 'vitest'
import { filesNamed } from '../../server/core/workspace/named-files.ts'
import { namedPaths } from '../../server/core/workspace/named-paths.ts'
import { deskOf, edited, type FeatureDesk } from '../support/feature-desk.ts'
import type { Files } from '../support/files.ts'

const files: Files = {
  'chancery.yaml':
    'chancery: config/1\nextends: [./style/base.yaml, "./work/style/own: house.yaml"]\nlibraries: [texts, \'work/snippets/\']\n',
  'style/base.yaml': 'chancery: config/1\nextends: ../work/style/far.yaml\n',
  'work/style/own: house.yaml': 'chancery: config/1\n',
  'work/style/far.yaml': 'chancery: config/1\n',
  'texts/a.snippets.yaml': 'chancery: snippets/1\nid: a\n',
  'work/snippets/b.snippets.yaml': 'chancery: snippets/1\nid: b\n',
  'work/briefs/one.brief.yaml': 'chancery: brief/1\nid: other\nbibliography: ../refs.json\n',
  'work/briefs/two.brief.yaml': "chancery: brief/1\nid: two\nbibliography: 'own refs.json'\n",
  'work/briefs/own refs.json': '[]',
  'work/refs.json': '[]',
}

/** Files and folders that can move, and where to. A library that leaves the folder of libraries is none of them any more. */
const alone = Object.keys(files).filter((path) => !path.endsWith('.snippets.yaml'))
const from = fc.constantFrom('style', 'work', 'work/style', 'work/snippets', 'work/briefs', 'texts', ...alone)
const to = fc
  .constantFrom('', 'new', 'work', 'work/new', "it's #1", 'a/b: c')
  .chain((folder) => fc.constantFrom('moved', 'moved again').map((name) => (folder === '' ? name : `${folder}/${name}`)))

interface Move {
  readonly from: string
  readonly to: string
}

function moved(path: string, move: Move): string {
  return path === move.from || path.startsWith(`${move.from}/`) ? move.to + path.slice(move.from.length) : path
}

/** A file keeps the ending that tells what it is, and an id that does not follow its name. */
function endingKept({ from: path, to: target }: Move): Move {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const ending = /\.[^/]*$/.exec(name)?.[0] ?? ''
  return { from: path, to: name === 'chancery.yaml' ? `${target}/${name}` : target + ending }
}

/** Where every path of every file leads. */
async function ways({ files: all, file, project }: FeatureDesk, nameOf: (path: string) => string): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of Object.keys(all)) {
    for (const { document, fields } of file(path).parts) {
      if (!document.kind) continue
      for (const named of namedPaths(document, fields)) {
        const targets = await filesNamed(project, document, named)
        found.push(`${nameOf(path)} ${named.at.join('.')}: ${targets.map(nameOf).join(', ')}`)
      }
    }
  }
  return found.sort()
}

it('every path leads to the same files after a file or folder has moved', async () => {
  const run = async (path: string, target: string) => {
    const move = endingKept({ from: path, to: target })
    // A folder cannot move into itself.
    if (move.to === move.from || move.to.startsWith(`${move.from}/`)) return
    const before = await deskOf(files)
    const answer = await before.ask('workspace/willRenameFiles', '', {
      files: [{ oldUri: `file:///${move.from}`, newUri: `file:///${move.to}` }],
    })
    const now = edited(files, (answer ?? {}) as Parameters<typeof edited>[1])
    const after = await deskOf(Object.fromEntries(Object.entries(now).map(([at, text]) => [moved(at, move), text])))
    const wanted = await ways(before, (at) => moved(at, move))
    expect(wanted.length).toBe(7)
    expect(await ways(after, (at) => at)).toEqual(wanted)
  }
  await fc.assert(fc.asyncProperty(from, to, run), { numRuns: 150 })
})
