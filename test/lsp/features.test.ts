import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../server/core/index.ts'
import { answerWords } from '../support/answer-words.ts'
import { type Editor, startEditor } from '../support/editor.ts'
import { type FeatureFixture, fixtureText, readFixture } from '../support/feature-fixture.ts'

const root = fileURLToPath(new URL('features/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'chancery-features-'))
const names = readdirSync(root).flatMap((id) => readdirSync(join(root, id)).map((name) => `${id}/${name}`))
const asked = new Set<string>()
let editor: Editor

/** Each fixture lies in a folder with a configuration, which makes it a workspace of its own. */
function write(name: string, { files }: FeatureFixture): void {
  for (const [path, text] of Object.entries({ 'chancery.yaml': 'chancery: config/1\n', ...files })) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), text)
  }
}

beforeAll(async () => {
  for (const name of names) write(name, readFixture(readFileSync(join(root, name), 'utf8')))
  editor = await startEditor(folder, {
    initializationOptions: { pages: true, reasonCommand: 'chancery.silence' },
    capabilities: {
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
      textDocument: {
        codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
        completion: { completionItem: { snippetSupport: true } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
  })
})

afterAll(async () => {
  if (editor?.process.exitCode === null) await editor.quit()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(
  name: string,
  { files, path, range }: FeatureFixture,
  { method, params }: FeatureFixture['questions'][number],
): Promise<string> {
  asked.add(method)
  const uri = (inside: string) => editor.uri(`${name}/${inside}`)
  const filled = JSON.parse(
    JSON.stringify(params).replaceAll(/"uri:([^"]*)"/g, (_, inside: string) => JSON.stringify(uri(inside))),
  ) as object
  const about = path === undefined ? {} : { textDocument: { uri: uri(path) }, position: range.start, range, context: { diagnostics: [] } }
  // An answer may hold what was asked, so only who needs several places is given them.
  const places = method === 'textDocument/selectionRange' ? { positions: [range.start] } : {}
  const base = editor.uri(`${name}/`)
  try {
    const answer = await editor.connection.sendRequest<unknown>(method, { ...about, ...places, ...filled })
    return answerWords(ofFixture(answer, base), {
      files,
      path: path ?? '',
      pathOf: (u) => (u.startsWith(base) ? decodeURI(u.slice(base.length)) : undefined),
    })
  } catch (error) {
    return `refused: ${(error as Error).message}\n`
  }
}

/** The fixtures are folders of one session, so a question about all of them is answered for the others too. */
function ofFixture(answer: unknown, base: string): unknown {
  if (!Array.isArray(answer)) return answer
  // A symbol has a location, and a library an address of its own.
  const places = answer.map((each) => each?.location?.uri ?? (Array.isArray(each?.snippets) ? each.uri : undefined))
  return places.every((uri) => typeof uri === 'string') ? answer.filter((_, i) => String(places[i]).startsWith(base)) : answer
}

describe('the built server', () => {
  it.each(names)('answers as in %s', async (name) => {
    const source = readFileSync(join(root, name), 'utf8')
    const fixture = readFixture(source)
    if (fixture.path !== undefined) editor.open(`${name}/${fixture.path}`, fixture.files[fixture.path] ?? '')
    const answers: string[] = []
    for (const question of fixture.questions) answers.push(await ask(name, fixture, question))
    if (fixture.path !== undefined) editor.close(`${name}/${fixture.path}`)
    const found = fixtureText(source, answers)
    expect(answers.length).toBeGreaterThan(0)
    if (process.env['UPDATE']) writeFileSync(join(root, name), found)
    else expect(found).toBe(source)
  })

  it('was asked for every feature, and had nothing to complain of', () => {
    const methods = features.flatMap(({ requests }) => requests.map(({ method }) => method))
    expect(methods.filter((method) => !asked.has(method))).toEqual([])
    expect(editor.log).toEqual([])
  })
})
