/** Writes a portfolio of any size to a folder, for measurements: the shipped examples over and over, each time under other ids. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

interface Model {
  readonly name: string
  readonly ending: string
  readonly folder: string
  readonly text: string
}

const models: readonly Model[] = ['engagements', 'briefs'].flatMap((folder) =>
  readdirSync(join(examples, folder))
    .sort()
    .map((file) => {
      const [, name = '', ending = ''] = /^([^.]+)(\..+)$/.exec(file) ?? []
      return { name, ending, folder, text: readFileSync(join(examples, folder, file), 'utf8') }
    }),
)

/** Slips as writers make them, in one file of eleven. */
const slips: readonly ((text: string) => string)[] = [
  (text) => text.replace(/^participants:/m, 'particpants:').replace(/^recommendations:/m, 'recomendations:'),
  (text) => text.replace(/^(engagements: \[)([a-z])/m, '$1x$2').replace(/^dates: \{ start: \d{4}-\d\d/m, 'dates: { start: 2024-13'),
  (text) => text.replace(/country: [A-Z]{3}/, 'country: Norway').replace(/^stage: draft/m, 'stage: finished'),
]

/** Writes that many files, and as many words and settings as all of them need. */
export function writePortfolio(folder: string, files: number): void {
  for (const path of ['chancery.yaml', 'vocabulary/house.vocabulary.yaml', 'snippets/house.snippets.yaml'])
    write(join(folder, path), readFileSync(join(examples, path), 'utf8'))
  const names = new RegExp(`(?<![\\w-])(?:${models.map(({ name }) => name).join('|')})(?![\\w-])`, 'g')
  const copies = Math.ceil(files / models.length)
  for (let index = 0; index < files; index++) {
    const copy = Math.floor(index / models.length)
    const model = models[index % models.length]
    if (!model) break
    // What a file cites lies in another copy now and then, so that folders are tied to one another.
    const cited = (name: string) => (name === model.name ? copy : (copy + name.length * index) % copies)
    const text = model.text
      .replace(names, (name) => `${name}-n${cited(name) < Math.floor(files / models.length) ? cited(name) : 0}`)
      .replace(new RegExp(`^id: ${model.name}-n\\d+`, 'm'), `id: ${model.name}-n${copy}`)
      .replace(/^series: ([\w-]+)/m, `series: $1-n${copy}`)
    const slip = index % 11 === 5 ? slips[index % slips.length] : undefined
    write(join(folder, `n${copy}`, model.folder, `${model.name}-n${copy}${model.ending}`), slip ? slip(text) : text)
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
