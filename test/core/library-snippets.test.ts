import { describe, expect, it } from 'vitest'
import { builtIn, openFile } from '../../server/core/index.ts'
import { isList, isObject, type Value } from '../../server/core/model/read.ts'
import type { SnippetsSnippet } from '../../server/core/model/types.generated.ts'
import { valueAt } from '../../server/core/model/value-at.ts'
import { vocabularyOf } from '../../server/core/schema/vocabulary.ts'
import { expand } from '../../server/core/snippets/expand.ts'
import { placedIn } from '../../server/core/snippets/include.ts'
import { scopeOf } from '../../server/core/snippets/scope.ts'
import { atCursor, contextOf, filled, itemsAt, mark } from './at-cursor.ts'
import { exampleFiles } from './preview-pages.ts'

const odd = `chancery: snippets/1
id: odd
version: 7
snippets:
  - { id: signs, title: Signs, scope: [brief.annexes], params: { o: { default: us } }, text: 'A "quoted" {{o}}: $1 \${x} } \\ back # no remark, [@id]' }
  - { id: plain, title: Plain, scope: [brief.annexes], text: "yes" }
  - id: lines
    title: Lines
    scope: [brief.annexes, brief.risks]
    params: { o: { label: Your "office" } }
    text: |
      First {{o}}.

        Indented: {{o}} } $2
      - a dash
  - { id: deep, title: Deep, scope: [engagement.participants], params: { n: { default: 5 }, c: { choices: ["a,b", "c|d"] } }, yaml: [{ country: NOR, personnel: "{{n}}", units: ["{{c}}", "HNoMS X"], note: "{{c}} and {{n}}" }, { country: SWE }] }
`

const libraries: Readonly<Record<string, string>> = {
  'odd.snippets.yaml': odd,
  'house.snippets.yaml': exampleFiles()['snippets/house.snippets.yaml'] ?? '',
}

const forms = {
  'behind a dash': `KEY:\n  - WORD${mark}\n`,
  'behind a dash without a space': `KEY:\n  -${mark}\n`,
  'behind a dash at the column of the key': `KEY:\n- ${mark}\n`,
  'without its dash': `KEY:\n  ${mark}\n`,
  'on the line of the key': `KEY: ${mark}\n`,
  'right behind the colon': `KEY:${mark}\n`,
}

interface Known {
  readonly name: string
  readonly version: number
  readonly snippet: SnippetsSnippet
}

const all: readonly Known[] = Object.entries(libraries).flatMap(([path, text]) =>
  openFile(path, text).parts.flatMap(({ document }) =>
    document.kind === 'snippets'
      ? (document.model.snippets ?? []).map((snippet) => ({
          name: `${document.model.id}/${snippet.id}`,
          version: document.model.version ?? 0,
          snippet,
        }))
      : [],
  ),
)
const named = (name: string) => all.find((one) => one.name === name)?.snippet

const cases = all.flatMap(({ name, version, snippet }) =>
  (snippet.scope ?? []).flatMap((scope) => Object.entries(forms).map(([form, text]) => ({ name, version, snippet, scope, form, text }))),
)

/** What the snippet stands for with the same answers, as items of the list. */
function meant({ name, version, snippet, scope: words }: (typeof cases)[number], file: Value): Value | undefined {
  const scope = scopeOf(words)
  const answers = Object.fromEntries(
    Object.entries(snippet.params ?? {}).map(([blank, { default: usual, choices = [], label }]) => [
      blank,
      choices[0] ?? usual ?? label ?? blank,
    ]),
  )
  const { body } = expand(name, { snippet: named, engagement: () => undefined, answers, file, vocabulary: vocabularyOf(builtIn) })
  const items = scope && body && valueAt(placedIn({}, scope, { body, title: snippet.title }) ?? null, scope.path)
  return isList(items ?? null)
    ? (items as readonly Value[]).map((item) => (isObject(item) ? { ...item, 'x-from': `${name}@${version}` } : item))
    : undefined
}

describe('a snippet of a library that is inserted', () => {
  it('is tried at many places', () => {
    expect(cases.length).toBeGreaterThan(50)
  })

  it.each(cases)('$name $form of $scope says what is taken in', async (one) => {
    const { scope, form, text, snippet } = one
    const [kind = '', key = ''] = scope.split('.')
    const word = form === 'behind a dash' ? (snippet.title ?? '').slice(0, 4) : ''
    const head = kind === 'engagement' ? 'dates: { start: 1999-05-01, end: 1999-05-02 }\n' : ''
    const at = `#- a.${kind}.yaml\nchancery: ${kind}/1\n${head}${text.replace('KEY', key).replace('WORD', word)}`
    const beside = Object.entries(libraries).map(([path, library]) => `#- ${path}\n${library}`)
    const place = await atCursor([at, ...beside].join(''))
    const { project, path, text: typed } = place.context
    const items = itemsAt({ ...place, context: contextOf(project, path, typed, true) })
    const [item] = items.filter(({ detail = '' }) => detail.split(';')[0] === one.name)
    expect(item, JSON.stringify(items.map(({ label }) => label))).toBeDefined()
    const result = item ? filled(place.document, item) : ''
    const [part] = openFile(path, result).parts
    expect(part?.tree.problems, result).toEqual([])
    const file: Value = { dates: { start: '1999-05-01', end: '1999-05-02' } }
    expect(JSON.parse(JSON.stringify(valueAt(part?.document.value ?? null, [key]) ?? null)), result).toEqual(
      JSON.parse(JSON.stringify(meant(one, file))),
    )
  })
})
