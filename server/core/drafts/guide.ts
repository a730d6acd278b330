import type { Kind } from '../model/kinds.ts'
import { child, type Schema } from '../schema/schema.ts'
import { schemas } from '../schema/schemas.generated.ts'
import { columns, wrap } from '../text/layout.ts'
import { entry } from './yaml.ts'

const width = 110

/** Comments for parts that a file may yet get: what each is for, and an example of it. */
export function partsWithExamples(kind: Kind, keys: readonly string[]): string {
  return keys
    .flatMap((key) => {
      const schema = child(schemas[kind], key)
      const [example] = schema?.examples ?? []
      return schema && example !== undefined
        ? [`${comment(schema.description ?? '')}\n${comment(entry(key, example, width - 2), false)}`]
        : []
    })
    .join('\n#\n')
}

/** A table of keys in comments, each with the first sentence of what it is for. */
export function partsInBrief(kind: Kind, paths: readonly (readonly string[])[]): string {
  const rows = paths.flatMap((path) => {
    const schema = path.reduce<Schema | undefined>((at, key) => child(at, key), schemas[kind])
    return schema?.description ? [[path.join('.'), firstSentence(schema.description)]] : []
  })
  return columns(rows, width, '  ').replace(/^/gm, '# ')
}

/** The keys that the schema gives a file of this kind, in its order. */
export function keysOf(kind: Kind, block?: string): readonly string[] {
  const schema = block === undefined ? schemas[kind] : child(schemas[kind], block)
  return Object.keys(schema?.properties ?? {}).filter((key) => key !== 'note')
}

function firstSentence(description: string): string {
  return description.split(/(?<=\.)\s/, 1)[0] ?? ''
}

/** Lines behind a hash; words are folded, an example keeps its lines. */
export function comment(text: string, folds = true): string {
  const lines = folds ? wrap(text, width - 2).join('\n') : text
  return lines.replace(/^/gm, '# ').replace(/[ \t]+$/gm, '')
}

/** A line of YAML with a remark behind it, in the column where remarks stand. */
export function remarked(line: string, remark: string): string {
  return `${line.padEnd(36)} # ${remark}`
}
